/** Documents of the library: their levels, and how their fingerprints are kept. */
import type { documents } from '@qingzhuang/contract';

type DocumentLevel = documents.DocumentLevel;

/** From the highest to the lowest. */
const LEVELS: readonly DocumentLevel[] = ['national', 'province', 'city', 'county', 'township', 'village'];

/** The level of a unit of the county, by its code. */
export function levelOf(unit: string): DocumentLevel {
  if (!unit.endsWith('000')) return unit.slice(6, 9) === '000' ? 'county' : 'village';
  return unit.slice(6, 9) === '000' ? 'county' : 'township';
}

/** Below 0 where the one is the higher level. */
export function compareLevels(one: DocumentLevel, other: DocumentLevel): number {
  return LEVELS.indexOf(one) - LEVELS.indexOf(other);
}

/** The levels above this one, the highest first. */
export function levelsAbove(level: DocumentLevel): DocumentLevel[] {
  return LEVELS.slice(0, LEVELS.indexOf(level));
}

/** The level and those above it. A bureau carries out what the county's government orders: both are of the county. */
export function levelsDownTo(level: DocumentLevel): DocumentLevel[] {
  return [...levelsAbove(level), level];
}

/** Each fingerprint once, those of the fewest documents first. */
export function rarestFirst(fingerprints: Uint32Array, holding: ReadonlyMap<number, number>): Uint32Array {
  return Uint32Array.from(
    [...new Set(fingerprints)].sort((one, other) => (holding.get(one) ?? 0) - (holding.get(other) ?? 0) || one - other),
  );
}

/** A document that a text names, and at which place among its names. */
interface FoundByName {
  readonly id: string;
  readonly level: DocumentLevel;
  readonly name: number;
}

/**
 * The superior's among the documents that a text names: of those above it the nearest, as each level carries out what the
 * next one says; without any, one of its own level. Of several the one that is named first.
 */
export function superiorAmong(found: readonly FoundByName[], level: DocumentLevel): string | null {
  const above = found.filter((one) => one.level !== level);
  const [first] = (above.length > 0 ? above : found).toSorted(
    (one, other) => compareLevels(other.level, one.level) || one.name - other.name,
  );
  return first?.id ?? null;
}
