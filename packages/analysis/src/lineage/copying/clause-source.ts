/** Where the words of a clause stand in the other text. */
import { firstIndex } from '../../document/ascending.ts';
import type { ComparedClause } from './clauses.ts';
import type { CommonRun } from './common-runs.ts';

/** What of a run lies in a clause: nothing, or one part. */
export function partWithin(run: CommonRun, { from, to }: Pick<ComparedClause, 'from' | 'to'>): CommonRun[] {
  const left = Math.max(run.left, from);
  const length = Math.min(run.left + run.length, to) - left;
  return length > 0 ? [{ left, right: run.right + left - run.left, length }] : [];
}

/** How far apart, beyond the length of the clause, the words that it was taken from may stand. */
const APART = 20;
/** Runs that begin further before a clause are in its chain or not its own. */
const LOOKED_BACK = 60;
/** More parts than these in one clause are no clause but text made to be slow. */
const MOST_PARTS = 2000;
const MOST_AT_ONE_PLACE = 100;

/**
 * The runs of a clause at the place that the longest one stands in, none taking a sign twice: the same words elsewhere are
 * not what it was taken from. `found` are those of its chain; `runs` all of the two texts, by their place in the own one.
 */
export function atOnePlace(
  runs: readonly CommonRun[],
  clause: ComparedClause,
  found: readonly CommonRun[],
): readonly CommonRun[] {
  const parts = [...found];
  for (let at = firstIndex(runs, ({ left }) => left > clause.from - LOOKED_BACK); at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.left >= clause.to || parts.length > MOST_PARTS) break;
    parts.push(...partWithin(run, clause));
  }
  const [first] = parts;
  if (first === undefined) return found;
  const longest = parts.reduce((best, run) => (run.length > best.length ? run : best), first);
  const reach = clause.to - clause.from + APART;
  const near = parts.filter(({ right }) => Math.abs(right - longest.right) <= reach);
  return near.length > MOST_AT_ONE_PLACE ? found : withoutOverlaps(near, longest);
}

/** Nearest to the diagonal of the longest first. */
function withoutOverlaps(parts: readonly CommonRun[], longest: CommonRun): CommonRun[] {
  const shift = longest.right - longest.left;
  function aside({ left, right }: CommonRun): number {
    return Math.abs(right - left - shift);
  }
  const kept: CommonRun[] = [];
  for (const part of parts.toSorted((a, b) => aside(a) - aside(b) || b.length - a.length)) {
    if (!kept.some((other) => part.left < other.left + other.length && other.left < part.left + part.length))
      kept.push(part);
  }
  return kept.sort((a, b) => a.left - b.left);
}
