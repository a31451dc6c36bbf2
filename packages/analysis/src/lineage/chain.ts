/** A demand on its way down: what each level took over, raised, shortened and added, and what that costs below. */
import { estimateBurden } from '../burden/document-burden.ts';
import type { OfficialDocument } from '../document/read-document.ts';
import type { Interval } from '../report.ts';
import { compareRead, type Comparison } from './compare.ts';
import { countMeasures, type MeasureCount } from './targets/local-measures.ts';

/** One level of a chain. */
export interface ChainLevel {
  /** Beside the level above; null for the first. */
  readonly comparison: Comparison | null;
  /** What the text asks of one bearer in a year; null when a factor is unknown. */
  readonly minutes: Interval | null;
  /** More than the level above asks, likely minutes; null where either is unknown. */
  readonly minutesAdded: number | null;
  /** Measures of the text, and those that say who does what here, where, when or with what money. */
  readonly measures: MeasureCount;
  /** Local measures of all: what the level has put into the matter besides paper, 0 to 1; null without measures. */
  readonly valueAdded: number | null;
}

/** Compares each document with the one before it: province, city, county, town. */
export function compareChain(documents: readonly OfficialDocument[]): ChainLevel[] {
  const minutes = documents.map((document) => estimateBurden(document).burden.perBearerMinutes);
  return documents.map((document, level) => {
    const above = documents[level - 1];
    const measures = countMeasures(document);
    return {
      comparison: above === undefined ? null : compareRead(document, above),
      minutes: minutes[level] ?? null,
      minutesAdded: difference(minutes[level - 1], minutes[level]),
      measures,
      valueAdded: measures.measures === 0 ? null : measures.local / measures.measures,
    };
  });
}

function difference(above: Interval | null | undefined, below: Interval | null | undefined): number | null {
  return above && below ? below.likely - above.likely : null;
}
