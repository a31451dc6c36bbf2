import { dayNumber, formatDay } from '@qingzhuang/analysis';
import type { caps, DeepReadonly } from '@qingzhuang/contract';

/** Why no meeting is held on a day. */
export type NoMeetingReason = 'weekday' | 'week' | 'day';

/** Why no meeting is held on the day; null on any other day, and where an exception is recorded. */
export function findNoMeetingReason(day: string, rules: DeepReadonly<caps.NoMeetingRules>): NoMeetingReason | null {
  if (rules.exceptions.some((exception) => exception.day === day)) return null;
  if (rules.days.includes(day)) return 'day';
  const weekday = weekdayOf(day);
  if (rules.weekdays.includes(weekday)) return 'weekday';
  return rules.weeks.includes(weekOfMonth(day, weekday)) ? 'week' : null;
}

/** Monday 1 … Sunday 7; day 0 was a Thursday. */
function weekdayOf(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** A week belongs to the month of its Monday and is counted from the first Monday, as the rule on texts counts it. */
function weekOfMonth(day: string, weekday: number): number {
  const monday = formatDay(dayNumber(day) - weekday + 1);
  return Math.ceil(Number(monday.slice(8)) / 7);
}
