import type { Element } from '../element.ts';
import type { Derivation } from '../match.ts';
import { readMeaning } from './meaning.ts';
import { surfacesOf, type Surface } from './surface.ts';

/** What values of a catalogue can be worked out of, found by what its elements mean and not by their keys. */
export interface Sources {
  /** Names for what can be worked out, as if they were elements. */
  readonly surfaces: readonly Surface[];
  /** How the value of an element itself is worked out of others; null where it has to be kept. */
  derivationOf(key: string): Derivation | null;
}

interface Derivable {
  readonly name: string;
  readonly derived: Pick<Derivation, 'how' | 'by'>;
}

const FROM_IDENTITY_NUMBER: readonly Derivable[] = [
  { name: '年龄', derived: { how: 'age' } },
  { name: '性别', derived: { how: 'sex' } },
  { name: '出生日期', derived: { how: 'birth-date' } },
  { name: '出生年月', derived: { how: 'birth-date', by: 'month' } },
  { name: '出生年份', derived: { how: 'birth-date', by: 'year' } },
];

export function findSources(catalogue: readonly Element[]): Sources {
  const numbers = catalogue.filter(({ type, entity }) => type === 'identity-number' && entity !== 'organisation');
  const numberByHolder = new Map<string | null, Element>();
  for (const element of numbers) {
    const { holder } = readMeaning([element.name], element);
    if (!numberByHolder.has(holder)) numberByHolder.set(holder, element);
  }
  const surfaces = [...numberByHolder].flatMap(([holder, element]) =>
    FROM_IDENTITY_NUMBER.map((derivable) => derivedSurface(element, holder, derivable)),
  );
  const byMeaning = new Map(surfaces.map((surface) => [meaningSign(surface), surface]));
  const known = new Map<string, Derivation>();
  for (const element of catalogue) {
    for (const surface of surfacesOf(element)) {
      const source = byMeaning.get(meaningSign(surface));
      if (source?.derived !== null && source?.derived !== undefined && source.element.key !== element.key) {
        if (!known.has(element.key)) known.set(element.key, source.derived);
      }
    }
  }
  // Where the catalogue holds the thing itself, it is named, and worked out all the same.
  const held = new Set(catalogue.flatMap(surfacesOf).map(meaningSign));
  return {
    surfaces: surfaces.filter((surface) => !held.has(meaningSign(surface))),
    derivationOf: (key) => known.get(key) ?? null,
  };
}

function derivedSurface(element: Element, holder: string | null, { name, derived }: Derivable): Surface {
  const path = holder === null ? [name] : [holder + name];
  const meaning = readMeaning(path, { type: 'text', unit: null });
  return {
    element,
    derived: { from: [element.key], ...derived },
    meaning,
    texts: new Set([meaning.whole]),
    isName: false,
  };
}

function meaningSign({ meaning }: Surface): string {
  return [
    meaning.terms
      .map(({ id }) => id)
      .sort()
      .join('+'),
    meaning.rest,
    meaning.holder ?? '',
    meaning.scopes.join('&'),
  ].join('|');
}
