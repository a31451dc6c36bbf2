import type { Element, Entity } from '../element.ts';
import type { Field, Form } from '../form.ts';
import type { Candidate, FieldMatch } from '../match.ts';
import { decide, type Weighed } from './decide.ts';
import { createElementIndex } from './element-index.ts';
import { weigh, type Asked } from './evidence.ts';
import { electEntity, readTitle, type FormContext } from './form-context.ts';
import { readMeaning, type Meaning } from './meaning.ts';
import { findSources } from './sources.ts';
import { surfacesOf, type Surface } from './surface.ts';
import { PERSONAL_VALUES } from './vocabulary/holders.ts';

/** A match that a person of the county confirmed. */
export interface ConfirmedMatch {
  /** The label path of the field. */
  readonly label: readonly string[];
  /** Of the form; null where it had none. */
  readonly title: string | null;
  /** Null when the field was said to be new. */
  readonly element: string | null;
  readonly derived: Candidate['derived'];
  readonly issuer?: string;
}

export interface Matcher {
  /** One match for each field of the form, in its order. */
  match(form: Form): readonly FieldMatch[];
}

const CANDIDATES = 24;
/** Below this cost an element speaks for what the rows of the form are. */
const VOTING_COST = 0.35;
const FIELD_VOTES = 4;
const MOST_MEANINGS = 20_000;

/** Reads the catalogue once; what people confirmed weighs more than words. */
export function createMatcher(catalogue: readonly Element[], confirmed: readonly ConfirmedMatch[] = []): Matcher {
  const sources = findSources(catalogue);
  const index = createElementIndex([...catalogue.flatMap(surfacesOf), ...sources.surfaces]);
  const meanings = new Map<string, Meaning>();
  void confirmed;

  function meaningOf(field: Field, unit: string | null): Meaning {
    const key = [...field.label, field.type, unit ?? ''].join('\t');
    const known = meanings.get(key);
    if (known !== undefined) return known;
    if (meanings.size >= MOST_MEANINGS) meanings.clear();
    const meaning = readMeaning(field.label, { type: field.type, unit });
    meanings.set(key, meaning);
    return meaning;
  }

  return {
    match(form) {
      const title = readTitle(form);
      const asked = form.fields.map((field): Asked => {
        const unit = field.unit ?? (field.type === 'number' ? form.unit : null);
        const meaning = meaningOf(field, unit);
        return { field, meaning, unit, isGeneric: isGeneric(meaning) };
      });
      const found = asked.map(({ meaning }) => index.find(meaning, CANDIDATES));
      const open: FormContext = { ...title, entity: null };
      const votes = countVotes(
        title.votes,
        asked.map((field, at) => rank(field, found[at] ?? [], open)),
      );
      const context: FormContext = { ...title, entity: electEntity(votes) };
      const ranked = asked.map((field, at) => rank(field, found[at] ?? [], context));
      return asked.map((field, at) => decide(field, ranked[at] ?? [], sources));
    },
  };
}

/** The best name of each element, the nearest first. */
function rank(asked: Asked, surfaces: readonly Surface[], context: FormContext): Weighed[] {
  const best = new Map<string, Weighed>();
  for (const surface of surfaces) {
    const evidence = weigh(asked, surface, context);
    const key = `${surface.element.key} ${surface.derived?.how ?? ''} ${surface.derived?.by ?? ''}`;
    const known = best.get(key);
    if (known === undefined || evidence.cost < known.evidence.cost) best.set(key, { surface, evidence });
  }
  return [...best.values()].sort((one, other) => one.evidence.cost - other.evidence.cost);
}

function countVotes(
  ofTitle: ReadonlyMap<Entity, number>,
  ranked: readonly (readonly Weighed[])[],
): Map<Entity, number> {
  const votes = new Map(ofTitle);
  for (const weighed of ranked) {
    const near = new Set(
      weighed.filter(({ evidence }) => evidence.cost <= VOTING_COST).map(({ surface }) => surface.element.entity),
    );
    for (const entity of near) votes.set(entity, (votes.get(entity) ?? 0) + FIELD_VOTES / near.size / ranked.length);
  }
  return votes;
}

function isGeneric({ terms, rest }: Meaning): boolean {
  return (
    rest === '' &&
    terms.every(({ id, kind, isOuter }) => isOuter || kind === 'generic' || kind === 'light' || PERSONAL_VALUES.has(id))
  );
}
