import type { Derivation } from '../match.ts';
import type { Element, Entity } from '../element.ts';
import { fold } from './label-text.ts';
import { IMPLIED, readMeaning, type Meaning } from './meaning.ts';

/** One thing that an element is called, or that can be worked out of it, read as labels are read. */
export interface Surface {
  readonly element: Element;
  /** Set where the words ask something that is worked out of the element and not the element itself. */
  readonly derived: Derivation | null;
  readonly meaning: Meaning;
  /** All that it may be called literally with this meaning. */
  readonly texts: ReadonlySet<string>;
  readonly isName: boolean;
  /** Tells answers apart: the element and how it is worked out. */
  readonly answer: string;
  /** All that the catalogue says of the element: a word that stands here is no stranger to it. */
  readonly saying: string;
}

/** What an element is called, names with one meaning taken together. */
export function surfacesOf(element: Element): Surface[] {
  const surfaces = new Map<string, { surface: Surface; texts: Set<string> }>();
  const saying = fold([element.name, ...element.aliases, element.definition].join(' '));
  for (const [at, called] of [element.name, ...element.aliases].entries()) {
    const meaning = withoutRows(readMeaning([called], element), element);
    const sign = signOf(meaning);
    const known = surfaces.get(sign);
    if (known !== undefined) {
      known.texts.add(meaning.whole);
      continue;
    }
    const texts = new Set([meaning.whole]);
    surfaces.set(sign, {
      texts,
      surface: { element, derived: null, meaning, texts, isName: at === 0, answer: element.key, saying },
    });
  }
  return [...surfaces.values()].map(({ surface }) => surface);
}

/**
 * Further names: where one element calls a person 责任人 and 管护人, what another asks of the one is asked of the other
 * (管护人电话).
 */
export function namesOfHolders(surfaces: readonly Surface[]): Surface[] {
  const people = new Map<string, { entity: Entity; holders: Set<string> }>();
  for (const { element, meaning } of surfaces) {
    if (meaning.holder === null || !isNameOf(meaning)) continue;
    const person = people.get(element.key) ?? { entity: element.entity, holders: new Set() };
    person.holders.add(meaning.holder);
    people.set(element.key, person);
  }
  const owners = [...people.values()];
  const groups = owners.map((person) => ({
    entity: person.entity,
    // A word that two elements use for their people tells neither.
    holders: new Set(
      [...person.holders].filter(
        (holder) =>
          owners.filter(({ entity, holders }) => entity === person.entity && holders.has(holder)).length === 1,
      ),
    ),
  }));
  return surfaces.flatMap((surface) => {
    const { holder } = surface.meaning;
    const same =
      holder === null
        ? undefined
        : groups.find(({ entity, holders }) => entity === surface.element.entity && holders.has(holder));
    if (same === undefined || isNameOf(surface.meaning)) return [];
    return [...same.holders].filter((other) => other !== holder).map((other) => calledAfter(surface, other));
  });
}

function isNameOf({ terms, rest }: Meaning): boolean {
  return rest === '' && terms.every(({ id, weight }) => id === '姓名' || weight <= IMPLIED);
}

function calledAfter(surface: Surface, holder: string): Surface {
  return { ...surface, meaning: { ...surface.meaning, holder }, texts: new Set(), isName: false };
}

/** 当事人姓名 of an event is not the name of its rows, as 学生姓名 of a person is. */
function withoutRows(meaning: Meaning, { entity }: Element): Meaning {
  const isOfRows = entity === 'person' || entity === 'household';
  return meaning.subject === null || isOfRows ? meaning : { ...meaning, holder: meaning.subject };
}

/** Two meanings with the same sign ask the same; what a unit already implies is left out. */
export function signOf({ terms, rest, holder, scopes, time }: Meaning): string {
  const ids = terms.filter(({ weight }) => weight > IMPLIED).map(({ id }) => id);
  return [ids.sort().join('+'), rest, holder ?? '', scopes.join('&'), time ?? ''].join('|');
}
