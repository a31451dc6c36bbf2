import type { Derivation } from '../match.ts';
import type { Element } from '../element.ts';
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
}

/** What an element is called, names with one meaning taken together. */
export function surfacesOf(element: Element): Surface[] {
  const surfaces = new Map<string, { surface: Surface; texts: Set<string> }>();
  for (const [at, called] of [element.name, ...element.aliases].entries()) {
    const meaning = withoutRows(readMeaning(splitPath(called), element), element);
    const sign = signOf(meaning);
    const known = surfaces.get(sign);
    if (known !== undefined) {
      known.texts.add(meaning.whole);
      continue;
    }
    const texts = new Set([meaning.whole]);
    surfaces.set(sign, { texts, surface: { element, derived: null, meaning, texts, isName: at === 0 } });
  }
  return [...surfaces.values()].map(({ surface }) => surface);
}

/** 当事人姓名 of an event is not the name of its rows, as 学生姓名 of a person is. */
function withoutRows(meaning: Meaning, { entity }: Element): Meaning {
  const isOfRows = entity === 'person' || entity === 'household';
  return meaning.subject === null || isOfRows ? meaning : { ...meaning, holder: meaning.subject };
}

/** A name may be a path itself: 户主/姓名, 户主-姓名. */
function splitPath(called: string): string[] {
  const parts = called.split(/[/／>＞\-—_]/u).filter((part) => part.trim() !== '');
  return parts.length === 0 ? [called] : [parts.join('')];
}

/** Two meanings with the same sign ask the same; what a unit already implies is left out. */
export function signOf({ terms, rest, holder, scopes, time }: Meaning): string {
  const ids = terms.filter(({ weight }) => weight > IMPLIED).map(({ id }) => id);
  return [ids.sort().join('+'), rest, holder ?? '', scopes.join('&'), time ?? ''].join('|');
}
