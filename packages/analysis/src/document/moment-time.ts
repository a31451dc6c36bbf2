/** From a written moment to an instant, by the anchor (the receipt) and the calendar. */
import { TWELFTH_MONTH_STARTS } from '../schedule/holidays.ts';
import {
  at,
  dayNumber,
  dayNumberOf,
  dayOf,
  dayParts,
  minuteOfDay,
  monthLength,
  weekdayOf,
  type LocalTime,
} from '../schedule/local-time.ts';
import { addWorkingDaysTo, endOfHours, FESTIVALS, workingDayUpTo, type WorkHours } from '../schedule/working-time.ts';
import type { ClockReference, DayReference, Moment } from './moments.ts';

export type MomentFault = 'due-before-received' | 'no-such-date' | 'weekday-mismatch';

export interface ResolvedMoment {
  readonly at: LocalTime | null;
  readonly fault: MomentFault | null;
}

/** A day without a year that lies further back than this is taken as next year's: a December notice may ask for January. */
const LONGEST_DELAY_DAYS = 180;

/** Nobody is due at 5 in the morning: 5点 without a half-day word is then 17:00. */
const EARLIEST_DUE_MINUTE = 390;

/** No festival further ahead than this is meant by its bare name. */
const FESTIVAL_REACH_DAYS = 366;

/** The instant a moment means when it is read at `anchor`. A day without a time is due at the end of work. */
export function resolveMoment(moment: Moment, anchor: LocalTime, hours: WorkHours): ResolvedMoment {
  const day = moment.day === null ? dayOf(anchor) : resolveDay(moment.day, dayOf(anchor));
  if (day === 'no-such-date') return { at: null, fault: 'no-such-date' };
  if (day === null) return { at: null, fault: null };
  const due = at(day, minuteOf(moment.clock, day, { anchor, hours }));
  return { at: due, fault: faultOf(moment, due, anchor) };
}

function faultOf(moment: Moment, due: LocalTime, anchor: LocalTime): MomentFault | null {
  if (moment.weekday !== null && weekdayOf(dayOf(due)) !== moment.weekday) return 'weekday-mismatch';
  return due < anchor ? 'due-before-received' : null;
}

/** The time of day of a moment that names only this; null when it names none. */
function clockMinute(clock: ClockReference | null, hours: WorkHours): number | null {
  if (clock === null) return null;
  if (clock.kind === 'minute') return clock.minute;
  if (clock.kind === 'end-of-morning') return Math.min(720, endOfHours(hours));
  return clock.kind === 'start-of-work' ? (hours[0]?.from ?? 0) : endOfHours(hours);
}

function minuteOf(
  clock: ClockReference | null,
  day: number,
  { anchor, hours }: { anchor: LocalTime; hours: WorkHours },
): number {
  const minute = clockMinute(clock, hours) ?? endOfHours(hours);
  if (clock?.kind !== 'minute' || clock.halfDayKnown || minute === 0 || minute >= 720) return minute;
  return minute < EARLIEST_DUE_MINUTE || isPast(minute, day, anchor) ? minute + 720 : minute;
}

/** True when 9点 on the day of receipt is over in the morning and still to come in the evening. */
function isPast(minute: number, day: number, anchor: LocalTime): boolean {
  return day === dayOf(anchor) && minute <= minuteOfDay(anchor) && minute + 720 > minuteOfDay(anchor);
}

function resolveDay(reference: DayReference, today: number): number | 'no-such-date' | null {
  switch (reference.kind) {
    case 'date':
      return resolveDate(reference, today);
    case 'weekday':
      return resolveWeekday(reference, today);
    case 'offset':
      return today + reference.days;
    case 'period-end':
      return resolvePeriodEnd(reference, today);
    case 'festival':
      return resolveFestival(reference, today);
    case 'twelfth-month':
      return resolveTwelfthMonth(reference.date, today);
  }
}

function resolveDate(reference: DayReference & { kind: 'date' }, today: number): number | 'no-such-date' {
  const anchor = dayParts(today);
  const month = counted(reference.month, anchor.month);
  const year = counted(reference.year, anchor.year);
  const found = dateOf(year, month, reference.date);
  if (found === 'no-such-date' || found >= today || reference.year !== null) return found;
  // 20日前, read on the 25th, is the next month's; a named month is next year's only when it is long past.
  if (reference.month === null) return dateOf(year, month + 1, reference.date);
  return today - found > LONGEST_DELAY_DAYS ? dateOf(year + 1, month, reference.date) : found;
}

function counted(value: number | 'this' | 'next' | null, current: number): number {
  if (typeof value === 'number') return value;
  return value === 'next' ? current + 1 : current;
}

/** `month` may be 13, the January after. */
function dateOf(year: number, month: number, date: number | 'last' | 'eve'): number | 'no-such-date' {
  if (month === 13) return dateOf(year + 1, 1, date);
  if (date === 'last') return dayNumberOf(year, month, monthLength(year, month)) ?? 'no-such-date';
  if (date !== 'eve') return dayNumberOf(year, month, date) ?? 'no-such-date';
  const first = dayNumberOf(year, month, 1);
  return first === null ? 'no-such-date' : first - 1;
}

function resolveWeekday({ weeksAhead, weekday }: DayReference & { kind: 'weekday' }, today: number): number {
  const monday = today - weekdayOf(today) + 1;
  if (weeksAhead !== null) return monday + weeksAhead * 7 + weekday - 1;
  const thisWeek = monday + weekday - 1;
  return thisWeek < today ? thisWeek + 7 : thisWeek;
}

function resolvePeriodEnd({ period, index }: DayReference & { kind: 'period-end' }, today: number): number | null {
  const { year, month, date } = dayParts(today);
  switch (period) {
    case 'year':
      return dayNumberOf(index === 'next' ? year + 1 : year, 12, 31);
    case 'quarter':
      return quarterEnd(year, typeof index === 'number' ? index : Math.ceil(month / 3) + (index === 'next' ? 1 : 0));
    case 'ten-days':
      return dayNumberOf(year, month, date <= 10 ? 10 : date <= 20 ? 20 : monthLength(year, month));
    case 'term':
      return null;
  }
}

function quarterEnd(year: number, quarter: number): number | null {
  const [ofYear, month] = quarter === 5 ? [year + 1, 3] : [year, quarter * 3];
  return dayNumberOf(ofYear, month, monthLength(ofYear, month));
}

/** 节前 is the last working day before the days off; null when no table holds the festival. */
function resolveFestival({ name, workingDays }: DayReference & { kind: 'festival' }, today: number): number | null {
  const festival = FESTIVALS.find(
    ({ festivals, firstDayOff, lastDayOff }) =>
      (workingDays === 0 ? firstDayOff : lastDayOff) > today && (name === '节' || festivals.includes(name)),
  );
  if (festival === undefined || festival.firstDayOff - today > FESTIVAL_REACH_DAYS) return null;
  return workingDays === 0
    ? workingDayUpTo(festival.firstDayOff - 1)
    : addWorkingDaysTo(festival.lastDayOff, workingDays);
}

function resolveTwelfthMonth(date: number | null, today: number): number | null {
  const days = TWELFTH_MONTH_STARTS.map((start) => dayNumber(start) + (date ?? 0) - 1);
  const found = days.find((day) => day >= today);
  return found === undefined || found - today > FESTIVAL_REACH_DAYS ? null : found;
}
