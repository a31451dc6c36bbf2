import type { Level } from '../../lineage/chain-level.ts';

const FROM_THE_TOP: readonly Level[] = ['national', 'province', 'city', 'county', 'township', 'village'];

interface Placed {
  readonly level: Level | null;
  /** `YYYY-MM-DD`. */
  readonly datedOn: string | null;
}

/** The places of documents from the highest level to the lowest, the earlier first; as given when a level is unknown. */
export function fromTheTop(documents: readonly Placed[]): number[] {
  const places = documents.map((_, place) => place);
  if (documents.some(({ level }) => level === null)) return places;
  return places.toSorted((a, b) => rank(documents[a]) - rank(documents[b]) || byDay(documents[a], documents[b]));
}

function rank(document: Placed | undefined): number {
  return document?.level ? FROM_THE_TOP.indexOf(document.level) : FROM_THE_TOP.length;
}

/** A document without a date keeps its place. */
function byDay(one: Placed | undefined, other: Placed | undefined): number {
  if (!one?.datedOn || !other?.datedOn) return 0;
  return one.datedOn.localeCompare(other.datedOn);
}
