import type { CatalogueElement, Entity } from '../element.ts';

/** What the elements of one theme have in common unless they say otherwise. */
type Usual = Pick<CatalogueElement, 'source' | 'updatePeriod' | 'sharing' | 'personal' | 'legalBasis'>;

interface Entry extends Partial<Usual & Pick<CatalogueElement, 'type' | 'unit' | 'options'>> {
  readonly name: string;
  /** As offices write it, separated by spaces. */
  readonly aliases: string;
  readonly definition: string;
}

/** The elements of one theme. Their keys are the entity and the word; a type that is not given is `text`. */
export function elementsOf(entity: Entity, usual: Usual, entries: Readonly<Record<string, Entry>>): CatalogueElement[] {
  return Object.entries(entries).map(([word, { aliases, ...entry }]) => ({
    key: `${entity}.${word}`,
    entity,
    type: 'text',
    unit: null,
    options: null,
    ...usual,
    ...entry,
    aliases: aliases === '' ? [] : aliases.split(' '),
  }));
}
