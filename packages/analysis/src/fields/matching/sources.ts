import type { Element } from '../element.ts';
import type { Derivation } from '../match.ts';
import { readMeaning } from './meaning.ts';
import { signOf, type Surface } from './surface.ts';

/** What can be worked out of the values of a catalogue, found by what its elements mean and not by their keys. */
export interface Sources {
  /** Names for what can be worked out, as if they were elements. */
  readonly surfaces: readonly Surface[];
  /** How the value of an element itself is worked out of another; null where it has to be kept. */
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
const FROM_BIRTH_DATE: readonly Derivable[] = [
  { name: '年龄', derived: { how: 'age' } },
  { name: '出生年月', derived: { how: 'part', by: 'month' } },
];

export function findSources(catalogue: readonly Element[], surfaces: readonly Surface[]): Sources {
  const derivable = [...derivableSurfaces(catalogue, surfaces).values()];
  const bySign = new Map(derivable.map((surface) => [signOf(surface.meaning), surface]));
  const held = new Set(surfaces.map(({ meaning }) => signOf(meaning)));
  const derivations = new Map<string, Derivation>();
  for (const { element, meaning } of surfaces) {
    const source = bySign.get(signOf(meaning));
    if (source?.derived && source.element.key !== element.key && !derivations.has(element.key)) {
      derivations.set(element.key, source.derived);
    }
  }
  return {
    // Where the catalogue holds the thing itself, it is named, and worked out all the same.
    surfaces: derivable.filter(({ meaning }) => !held.has(signOf(meaning))),
    derivationOf: (key) => derivations.get(key) ?? null,
  };
}

/** By the sign of what is asked; what an identity number tells goes before what a date of birth tells. */
function derivableSurfaces(catalogue: readonly Element[], surfaces: readonly Surface[]): Map<string, Surface> {
  const derivable = new Map<string, Surface>();
  const numbers = catalogue.filter(({ type }) => type === 'identity-number');
  const births = surfaces.filter(({ meaning, element }) => element.type === 'date' && meaning.text === '出生日期');
  for (const element of numbers) {
    for (const derived of FROM_IDENTITY_NUMBER) offer(derivable, derivedSurface(element, derived));
  }
  for (const { element } of births) {
    for (const derived of FROM_BIRTH_DATE) offer(derivable, derivedSurface(element, derived));
  }
  return derivable;
}

function offer(derivable: Map<string, Surface>, surface: Surface): void {
  const sign = signOf(surface.meaning);
  if (!derivable.has(sign)) derivable.set(sign, surface);
}

function derivedSurface(element: Element, { name, derived }: Derivable): Surface {
  const { holder } = readMeaning([element.name], element);
  const meaning = readMeaning([(holder ?? '') + name], { type: 'text', unit: null });
  return {
    element,
    derived: { from: [element.key], ...derived },
    meaning,
    texts: new Set([meaning.whole]),
    isName: false,
    answer: [element.key, derived.how, derived.by ?? ''].join(' '),
    saying: name,
  };
}
