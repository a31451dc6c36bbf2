/** Days in China of instants, as numbers that can be counted with. */
import { dayParts, formatDay } from '@qingzhuang/analysis';

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** The day number, in China, in which an instant falls. */
export function dayNumberAt(instant: string): number {
  return Math.floor((Date.parse(instant) + CHINA_MS) / DAY_MS);
}

/** `YYYY-MM-DD`, in China. */
export function dayAt(instant: string): string {
  return formatDay(dayNumberAt(instant));
}

/** First and last day, both in it. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/** The days that something takes up. */
export function daysOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): Period {
  // What ends at midnight takes nothing of the next day.
  const last = Math.floor((Date.parse(endsAt) + CHINA_MS - 1) / DAY_MS);
  return { first: dayNumberAt(startsAt), last };
}

/** Monday to Sunday. */
export function weekOf(day: number): Period {
  const monday = day - dayParts(day).weekday + 1;
  return { first: monday, last: monday + 6 };
}

export function monthOf(day: number): Period {
  const first = day - dayParts(day).date + 1;
  // Day 32 counted from the first is always in the next month.
  const next = first + 31;
  return { first, last: next - dayParts(next).date };
}

export function meet(one: Period, other: Period): boolean {
  return one.first <= other.last && other.first <= one.last;
}
