/** How long somebody worked, from the moments at which the page noticed it. */

/** Whoever shows no sign of work for longer has gone away: the gap counts nothing. */
export const LONGEST_GAP_MINUTES = 10;
/** No single task takes a clerk longer than a working day on the page. */
export const MOST_MINUTES = 480;

const MINUTE_MS = 60_000;

/**
 * Whole minutes between the first moment and the last, without the gaps; null when nothing was measured: a lone moment
 * or gaps only say nothing about how long it took. The moments are RFC 3339, in any order.
 */
export function workingMinutes(moments: readonly string[]): number | null {
  const sorted = moments.map((moment) => Date.parse(moment)).toSorted((one, other) => one - other);
  const gaps = sorted.slice(1).map((moment, index) => (moment - (sorted[index] ?? moment)) / MINUTE_MS);
  const worked = gaps.filter((gap) => gap <= LONGEST_GAP_MINUTES).reduce((sum, gap) => sum + gap, 0);
  return worked === 0 ? null : Math.min(MOST_MINUTES, Math.max(1, Math.round(worked)));
}
