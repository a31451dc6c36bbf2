/** Working days and working minutes by the yearly holiday tables. */
import { HOLIDAY_TABLES, type Holiday } from './holidays.ts';
import {
  at,
  dayNumber,
  dayNumberOf,
  dayOf,
  dayParts,
  formatDay,
  minuteOfDay,
  weekdayOf,
  type Day,
  type LocalTime,
} from './local-time.ts';

/** One stretch of work, minutes after midnight, half open. */
export interface WorkSpan {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a working day, in order, not overlapping, at least one. */
export type WorkHours = readonly WorkSpan[];

/** 08:00–12:00 and 14:00–18:00: house rule, a setting of the county. */
export const DEFAULT_WORK_HOURS: WorkHours = [
  { from: 480, to: 720 },
  { from: 840, to: 1080 },
];

export interface Festival {
  readonly festivals: readonly string[];
  /** Day numbers. */
  readonly firstDayOff: number;
  readonly lastDayOff: number;
}

/** Festivals with days off in the covered years, in order of time. */
export const FESTIVALS: readonly Festival[] = Object.entries(HOLIDAY_TABLES).flatMap(([year, table]) =>
  table.holidays.map((holiday) => ({
    festivals: holiday.festivals,
    firstDayOff: dayNumber(`${year}-${holiday.off[0]}`),
    lastDayOff: dayNumber(`${year}-${holiday.off[1]}`),
  })),
);

/** Day numbers that differ from the plain week: −1 a weekday off, +1 a weekend day worked. Sorted, with running totals. */
const SHIFTS = shifts();

function shifts(): readonly { readonly day: number; readonly change: number; readonly total: number }[] {
  const days = Object.entries(HOLIDAY_TABLES).flatMap(([year, table]) =>
    table.holidays.flatMap((holiday) => shiftsOf(year, holiday)),
  );
  let total = 0;
  return days
    .toSorted((left, right) => left.day - right.day)
    .map((shift) => ({ ...shift, total: (total += shift.change) }));
}

function shiftsOf(year: string, holiday: Holiday): { day: number; change: number }[] {
  const first = dayNumber(`${year}-${holiday.off[0]}`);
  const last = dayNumber(`${year}-${holiday.off[1]}`);
  const found = holiday.worked.map((day) => ({ day: dayNumber(`${year}-${day}`), change: 1 }));
  for (let day = first; day <= last; day++) if (weekdayOf(day) <= 5) found.push({ day, change: -1 });
  return found;
}

/** True when the holiday table of the year is known; otherwise weekends are the only days off. */
export function isCovered(year: number): boolean {
  return year in HOLIDAY_TABLES;
}

/** True on Monday to Friday minus days off plus make-up days. */
export function isWorkingDay(day: Day): boolean {
  return worksOn(dayNumber(day));
}

/** `isWorkingDay` for a day number. */
function worksOn(day: number): boolean {
  return workingDaysBefore(day + 1) > workingDaysBefore(day);
}

/** Working days from `from` (included) to `to` (not included); negative when `to` comes first. */
export function workingDaysBetween(from: Day, to: Day): number {
  return workingDaysBefore(dayNumber(to)) - workingDaysBefore(dayNumber(from));
}

/** Working days since 1970-01-01, the day itself not counted: whole weeks, the rest, then the tables' shifts. */
function workingDaysBefore(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5) - 3 + shiftBefore(day);
}

function shiftBefore(day: number): number {
  let low = 0;
  let high = SHIFTS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((SHIFTS[middle]?.day ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return SHIFTS[low - 1]?.total ?? 0;
}

/** The first working day after the day. */
export function nextWorkingDay(day: Day): Day {
  return formatDay(workingDayFrom(dayNumber(day) + 1));
}

/** The day itself when it is worked, else the next working day. Day numbers. */
export function workingDayFrom(day: number): number {
  let found = day;
  while (!worksOn(found)) found += 1;
  return found;
}

/** The day itself when it is worked, else the last working day before it. Day numbers. */
export function workingDayUpTo(day: number): number {
  let found = day;
  while (!worksOn(found)) found -= 1;
  return found;
}

/** The `count`-th working day after the day, which is itself not counted; `count` from 0 (the day itself). */
export function addWorkingDays(day: Day, count: number): Day {
  return formatDay(addWorkingDaysTo(dayNumber(day), count));
}

/** `addWorkingDays` on day numbers. */
export function addWorkingDaysTo(day: number, count: number): number {
  let found = day;
  for (let left = count; left > 0; left--) found = workingDayFrom(found + 1);
  return found;
}

/** When work begins on a day, whether or not that day is worked. */
export function startOfWork(day: Day, hours: WorkHours = DEFAULT_WORK_HOURS): LocalTime {
  return at(dayNumber(day), hours[0]?.from ?? 0);
}

/** When work ends on a day, whether or not that day is worked. */
export function endOfWork(day: Day, hours: WorkHours = DEFAULT_WORK_HOURS): LocalTime {
  return at(dayNumber(day), endOfHours(hours));
}

/** The minute of the day at which work ends. */
export function endOfHours(hours: WorkHours): number {
  return hours.at(-1)?.to ?? 1440;
}

/** Minutes of `hours` on working days between two instants; 0 when `to` is not later than `from`. */
export function workingMinutesBetween(from: LocalTime, to: LocalTime, hours: WorkHours = DEFAULT_WORK_HOURS): number {
  return to <= from ? 0 : workingMinutesBefore(to, hours) - workingMinutesBefore(from, hours);
}

function workingMinutesBefore(time: LocalTime, hours: WorkHours): number {
  const day = dayOf(time);
  const today = worksOn(day) ? minutesUpTo(minuteOfDay(time), hours) : 0;
  return workingDaysBefore(day) * minutesUpTo(1440, hours) + today;
}

function minutesUpTo(minute: number, hours: WorkHours): number {
  return hours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(minute, to) - from), 0);
}

/** True when an instant lies outside the work hours or on a day off; the very end of a stretch still counts as work. */
export function isOffHours(time: LocalTime, hours: WorkHours = DEFAULT_WORK_HOURS): boolean {
  const minute = minuteOfDay(time);
  return !worksOn(dayOf(time)) || !hours.some(({ from, to }) => minute >= from && minute <= to);
}

/** Reads `08:00-12:00,14:00-18:00`; null unless the stretches are in order, apart and inside one day. */
export function parseWorkHours(text: string): WorkHours | null {
  const spans: WorkSpan[] = [];
  for (const part of text.split(/[,，、]/)) {
    const [, fromHour, fromMinute, toHour, toMinute] =
      /^\s*(\d?\d)[:：]([0-5]\d)\s*[-–—~～至]\s*(\d?\d)[:：]([0-5]\d)\s*$/.exec(part) ?? [];
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    if (!(from >= (spans.at(-1)?.to ?? 0) && from < to && to <= 1440)) return null;
    spans.push({ from, to });
  }
  return spans;
}

/** The number of working days of a year, by its table where there is one. */
export function workingDaysOfYear(year: number): number {
  return workingDaysBefore(firstOf(year + 1)) - workingDaysBefore(firstOf(year));
}

function firstOf(year: number): number {
  return dayNumberOf(year, 1, 1) ?? 0;
}

/** Years between two instants whose holiday table is unknown, so that a message can say so. */
export function uncoveredYears(from: LocalTime, to: LocalTime): readonly number[] {
  const years: number[] = [];
  for (let { year } = dayParts(dayOf(from)), last = dayParts(dayOf(to)).year; year <= last; year++) {
    if (!isCovered(year)) years.push(year);
  }
  return years;
}
