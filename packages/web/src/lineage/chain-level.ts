/** One level of a chain of documents as the pages show it, whether it was compared here or by the server. */
import type { DeepReadonly, documents } from '@qingzhuang/contract';

export type Level = documents.DocumentLevel;

/** A level beside the one above it: what is counted, and the first of each kind with their words. */
export type ShownComparison = DeepReadonly<Omit<documents.LevelComparison, 'with'>>;

export interface ShownLevel {
  readonly key: string;
  /** Null when the issuer's name does not tell it. */
  readonly level: Level | null;
  readonly title: string;
  readonly issuer: string | null;
  /** `YYYY-MM-DD`. */
  readonly datedOn: string | null;
  /** Its own page, where there is one. */
  readonly href: string | null;
  /** Beside the level above; null for the first. */
  readonly comparison: ShownComparison | null;
  /** A year, for one bearer; null when unknown. */
  readonly minutes: number | null;
  readonly minutesAdded: number | null;
  /** How many bear it; null when nobody has said. */
  readonly bearers: number | null;
  /** All bearers together, more than the level above asks; null when either is unknown. */
  readonly hoursAdded: number | null;
  readonly measures: { readonly measures: number; readonly local: number };
}

/** A level that stands beside the one above it. */
export interface ComparedLevel extends ShownLevel {
  readonly comparison: ShownComparison;
}

export function isCompared(level: ShownLevel): level is ComparedLevel {
  return level.comparison !== null;
}

export interface ChainSum {
  readonly raised: number;
  readonly squeezed: number;
  readonly added: number;
  /** Minutes of one bearer on the first and on the last level where they are known; null without two. */
  readonly minutes: { readonly first: number; readonly last: number } | null;
}

/** What all levels together have made of the first one. */
export function sumOf(levels: readonly ShownLevel[]): ChainSum {
  const compared = levels.filter(isCompared).map(({ comparison }) => comparison);
  const minutes = levels.flatMap((level) => (level.minutes === null ? [] : [level.minutes]));
  const [first, last] = [minutes[0], minutes.at(-1)];
  return {
    raised: compared.reduce((sum, { raised }) => sum + raised.count, 0),
    squeezed: compared.reduce((sum, { deadlineCompressed }) => sum + deadlineCompressed.count, 0),
    added: compared.reduce((sum, { addedDemands }) => sum + addedDemands.count, 0),
    minutes: minutes.length < 2 || first === undefined || last === undefined ? null : { first, last },
  };
}

/** Local measures of all measures, 0 to 1; null without measures. */
export function localShare({ measures: { measures, local } }: ShownLevel): number | null {
  return measures === 0 ? null : local / measures;
}

export function percentOf(share: number): number {
  return Math.round(share * 100);
}

type Passage = ShownComparison['passages']['items'][number];

/** Passages that count as copied or are turned, and those that are only shown: forwarded, quoted, stock. */
export function partedPassages({ passages }: ShownComparison): { taken: Passage[]; aside: Passage[] } {
  return {
    taken: passages.items.filter(isTaken).toSorted((one, other) => one.start - other.start),
    aside: passages.items.filter((passage) => !isTaken(passage)),
  };
}

function isTaken({ kind }: Passage): boolean {
  return kind === 'copied' || kind === 'changed';
}
