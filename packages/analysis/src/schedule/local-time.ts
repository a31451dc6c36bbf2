/**
 * Days and instants of the one zone that counts here, +08:00. Pure arithmetic: no `Date`, so that no host zone leaks in.
 */

/** Minutes since 1970-01-01T00:00 in +08:00. */
export type LocalTime = number;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const MINUTES_PER_DAY = 1440;
const ZONE_MINUTES = 480;

/** Days from 1970-01-01 (day 0, a Thursday). Throws `RangeError` when the text is no day of the calendar. */
export function dayNumber(day: Day): number {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const number = year === undefined ? null : dayNumberOf(Number(year), Number(month), Number(date));
  if (number === null) throw new RangeError(`Not a day: ${day}`);
  return number;
}

/** Days from 1970-01-01, or null when there is no such day (2026-02-30). `month` from 1. */
export function dayNumberOf(year: number, month: number, date: number): number | null {
  if (month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return null;
  return daysBeforeMonth(year, month) + date - 1;
}

/** The number of days in a month, `month` from 1. */
export function monthLength(year: number, month: number): number {
  return daysBeforeMonth(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1) - daysBeforeMonth(year, month);
}

/** Days from 1970-01-01 to the first of the month; the year is reckoned from March, so that a leap day comes last. */
function daysBeforeMonth(year: number, month: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The parts of a day number; `month` and `weekday` (Monday) from 1. */
export function dayParts(number: number): { year: number; month: number; date: number; weekday: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    weekday: weekdayOf(number),
  };
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-MM-DD` of a day number. */
export function formatDay(number: number): Day {
  const { year, month, date } = dayParts(number);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

/** The day number in which an instant falls. */
export function dayOf(time: LocalTime): number {
  return Math.floor(time / MINUTES_PER_DAY);
}

/** Minutes since midnight, 0 to 1439. */
export function minuteOfDay(time: LocalTime): number {
  return time - dayOf(time) * MINUTES_PER_DAY;
}

/** The instant `minute` minutes after midnight of a day. */
export function at(day: number, minute: number): LocalTime {
  return day * MINUTES_PER_DAY + minute;
}

/** Reads RFC 3339 with zone (`Z`, `+08:00`), seconds dropped; null when the text is none or names no real time. */
export function parseInstant(text: string): LocalTime | null {
  const [, year, month, date, hour, minute, sign, zoneHour, zoneMinute] =
    /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::[0-5]\d(?:\.\d+)?|:60)?(?:[Zz]|([+-])(\d\d):([0-5]\d))$/.exec(text) ??
    [];
  if (year === undefined) return null;
  const day = dayNumberOf(Number(year), Number(month), Number(date));
  if (day === null || Number(hour) > 23 || Number(minute) > 59) return null;
  const zone = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * (sign === '-' ? -1 : 1);
  return at(day, Number(hour) * 60 + Number(minute)) - zone + ZONE_MINUTES;
}

/** RFC 3339 to the minute in +08:00, `2026-03-06T12:00+08:00`. */
export function formatInstant(time: LocalTime): string {
  const minutes = minuteOfDay(Math.floor(time));
  return `${formatDay(dayOf(time))}T${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}+08:00`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
