/** How long a value counts: from the day it was true for its element's update period. */
import { dayNumberOf, dayParts, dayNumber, formatDay, monthLength, type Day } from '../../schedule/local-time.ts';
import type { UpdatePeriod } from '../element.ts';

const MONTHS: Readonly<Record<Exclude<UpdatePeriod, 'once' | 'weekly' | 'daily'>, number>> = {
  yearly: 12,
  'half-yearly': 6,
  quarterly: 3,
  monthly: 1,
};

/**
 * The last day on which it is fresh; null for what never changes. `asOf` may be a month or a year: then the value counts
 * from its last day. Throws `RangeError` when it is no date.
 */
export function freshUntil(asOf: string, period: UpdatePeriod): Day | null {
  if (period === 'once') return null;
  const from = lastDayOf(asOf);
  if (period === 'daily' || period === 'weekly') return formatDay(from + (period === 'daily' ? 1 : 7));
  return formatDay(monthsLater(from, MONTHS[period]));
}

/** Fresh is: as-of day + update period ≥ today. */
export function isFresh(asOf: string, period: UpdatePeriod, today: Day): boolean {
  const until = freshUntil(asOf, period);
  return until === null || until >= today;
}

function lastDayOf(asOf: string): number {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(asOf) ?? [];
  if (year === undefined) return dayNumber(asOf);
  const ofMonth = Number(month ?? 12);
  const number =
    ofMonth < 1 || ofMonth > 12 ? null : dayNumberOf(Number(year), ofMonth, monthLength(Number(year), ofMonth));
  if (number === null) throw new RangeError(`Not a date: ${asOf}`);
  return number;
}

/** 31 January + 1 month is the last day of February. */
function monthsLater(day: number, months: number): number {
  const { year, month, date } = dayParts(day);
  const counted = year * 12 + month - 1 + months;
  const [ofYear, ofMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  return dayNumberOf(ofYear, ofMonth, Math.min(date, monthLength(ofYear, ofMonth))) ?? day;
}
