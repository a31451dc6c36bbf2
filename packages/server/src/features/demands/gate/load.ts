/** In which month the minutes of a demand fall: the rule of the table `demand`, for a draft that is not admitted yet. */
import { dayNumber, dayParts } from '@qingzhuang/analysis';
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import { dayAt } from './day.ts';
import { timeOf } from './neighbours.ts';

export interface Load {
  /** A day of the first month that it lies on, `YYYY-MM-DD`. */
  readonly day: string;
  /** For one bearer, in that month. */
  readonly minutes: number;
}

const MONTHS_PER_YEAR = 12;

/** What is done once lies on its month; what recurs is spread from today until it expires, over a year at most. */
export function loadOf(
  { details, dueAt, expiresOn }: Pick<DeepReadonly<demands.DemandDraft>, 'details' | 'dueAt' | 'expiresOn'>,
  yearlyMinutes: number,
  today: string,
): Load {
  if (details.timesPerYear > 1) {
    const months = Math.min(MONTHS_PER_YEAR, Math.max(1, monthNumber(expiresOn) - monthNumber(today) + 1));
    return { day: today, minutes: yearlyMinutes / months };
  }
  const at = timeOf(details)?.startsAt ?? dueAt;
  return { day: at === null ? today : dayAt(at), minutes: yearlyMinutes };
}

function monthNumber(day: string): number {
  const { year, month } = dayParts(dayNumber(day));
  return year * MONTHS_PER_YEAR + month;
}
