import type { DeepReadonly, insights } from '@qingzhuang/contract';

export type Overview = DeepReadonly<insights.Overview>;
type Week = Overview['weeks'][number];

/** Complete weeks that are compared with as many before them. */
const COMPARED = 4;

export interface Trend {
  /** Of the last four complete weeks, on either side of the gate. */
  readonly minutes: number;
  /** By which share that is more than in the four before; null where those were empty. */
  readonly change: number | null;
}

/** Whether the load falls. The week that still runs is left out: it would always look like a fall. */
export function trendOf(weeks: readonly Week[]): Trend {
  const complete = weeks.slice(0, -1);
  const minutes = minutesOf(complete.slice(-COMPARED));
  const before = minutesOf(complete.slice(-2 * COMPARED, -COMPARED));
  return { minutes, change: before > 0 ? minutes / before - 1 : null };
}

function minutesOf(weeks: readonly Week[]): number {
  return weeks.reduce((sum, week) => sum + week.minutes + week.offGateMinutes, 0);
}

/** How full an issuer's fuller cap is; null where it has none. A cap of nothing that is used is more than full. */
export function fullnessOf({
  usedMinutes,
  grantedMinutes,
  fullest,
}: Pick<DeepReadonly<insights.IssuerLoad>, 'usedMinutes' | 'grantedMinutes' | 'fullest'>): number | null {
  const shares = [
    ...(grantedMinutes === null ? [] : [shareOf(usedMinutes, grantedMinutes)]),
    ...(fullest === null ? [] : [shareOf(fullest.used, fullest.granted)]),
  ];
  return shares.length === 0 ? null : Math.max(...shares);
}

/** The part of a whole; anything of nothing is infinitely much. */
export function shareOf(used: number, granted: number): number {
  return granted > 0 ? used / granted : used > 0 ? Infinity : 0;
}
