import { expect, test } from 'vitest';
import {
  at,
  dayNumber,
  dayNumberOf,
  dayParts,
  formatDay,
  formatInstant,
  monthLength,
  parseInstant,
} from './local-time.ts';

test.each([
  ['1970-01-01', 0, 4],
  ['1969-12-31', -1, 3],
  ['2000-02-29', 11_016, 2],
  ['2026-03-06', 20_518, 5],
  ['2100-03-01', 47_541, 1],
])('%s is day %d with weekday %d', (day, number, weekday) => {
  expect(dayNumber(day)).toBe(number);
  expect(formatDay(number)).toBe(day);
  expect(dayParts(number).weekday).toBe(weekday);
});

test('every day of four hundred years survives the way there and back', () => {
  for (let number = -60_000; number < 90_000; number++) {
    const { year, month, date } = dayParts(number);
    if (dayNumberOf(year, month, date) !== number) throw new Error(`day ${number}`);
  }
});

test.each([
  [2024, 2, 29],
  [2026, 2, 28],
  [2100, 2, 28],
  [2026, 4, 30],
  [2026, 12, 31],
])('month %d-%d has %d days', (year, month, days) => {
  expect(monthLength(year, month)).toBe(days);
  expect(dayNumberOf(year, month, days)).not.toBeNull();
  expect(dayNumberOf(year, month, days + 1)).toBeNull();
});

test('a text that is no day of the calendar is refused', () => {
  expect(() => dayNumber('2026-02-29')).toThrow(RangeError);
  expect(() => dayNumber('2026-3-6')).toThrow(RangeError);
});

test.each([
  ['2026-03-02T09:00+08:00', '2026-03-02T09:00+08:00'],
  ['2026-03-02T09:00:59.5+08:00', '2026-03-02T09:00+08:00'],
  ['2026-03-02T01:00Z', '2026-03-02T09:00+08:00'],
  ['2026-03-01T20:30-05:30', '2026-03-02T10:00+08:00'],
  ['1969-12-31T16:00Z', '1970-01-01T00:00+08:00'],
])('the instant %s reads %s on the local clock', (text, local) => {
  const time = parseInstant(text);

  expect(time === null ? null : formatInstant(time)).toBe(local);
});

test.each([
  '2026-03-02',
  '2026-03-02T09:00',
  '2026-02-30T09:00+08:00',
  '2026-03-02T24:00Z',
  '2026-03-02T09:60Z',
  'gestern',
])('%s is no instant', (text) => {
  expect(parseInstant(text)).toBeNull();
});

test('an instant counts minutes of local time from 1970', () => {
  expect(parseInstant('1970-01-01T00:01+08:00')).toBe(1);
  expect(at(1, 90)).toBe(1530);
});
