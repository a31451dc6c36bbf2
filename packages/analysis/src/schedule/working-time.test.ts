import { expect, test } from 'vitest';
import { dayNumber, formatDay, parseInstant, type LocalTime } from './local-time.ts';
import {
  addWorkingDays,
  endOfWork,
  isCovered,
  isOffHours,
  isWorkingDay,
  nextWorkingDay,
  parseWorkHours,
  startOfWork,
  uncoveredYears,
  workingDaysBetween,
  workingDaysOfYear,
  workingMinutesBetween,
} from './working-time.ts';

function time(text: string): LocalTime {
  const parsed = parseInstant(`${text}+08:00`);
  if (parsed === null) throw new Error(text);
  return parsed;
}

test.each([
  ['2026-04-10T16:40', '2026-04-10T17:30', 50],
  ['2026-06-18T15:00', '2026-06-22T10:00', 5 * 60],
  ['2026-09-30T17:00', '2026-10-08T12:00', 5 * 60],
  ['2026-09-18T17:00', '2026-09-21T09:00', 10 * 60],
  ['2026-02-13T16:30', '2026-02-24T17:00', 16.5 * 60],
  ['2026-06-05T10:00', '2026-06-09T12:00', 18 * 60],
  ['2026-03-02T09:00', '2026-03-20T18:00', 119 * 60],
  ['2026-03-12T15:00', '2026-03-16T12:00', 15 * 60],
])('from %s to %s lie %d working minutes', (from, to, minutes) => {
  expect(workingMinutesBetween(time(from), time(to))).toBe(minutes);
});

test.each([
  ['during the noon break', '2026-03-04T12:10', '2026-03-04T13:50', 0],
  ['across the noon break', '2026-03-04T11:30', '2026-03-04T14:30', 60],
  ['from night to night', '2026-03-04T22:00', '2026-03-05T23:00', 480],
  ['over a weekend', '2026-03-06T18:00', '2026-03-09T08:00', 0],
  ['to the same instant', '2026-03-04T09:00', '2026-03-04T09:00', 0],
  ['backwards', '2026-03-05T09:00', '2026-03-04T09:00', 0],
])('working minutes %s', (_case, from, to, minutes) => {
  expect(workingMinutesBetween(time(from), time(to))).toBe(minutes);
});

test('working minutes add up at any point between two instants', () => {
  const from = time('2026-01-28T07:13');
  const to = time('2026-03-11T19:41');
  const whole = workingMinutesBetween(from, to);
  for (let between = from; between <= to; between += 97) {
    const parts = workingMinutesBetween(from, between) + workingMinutesBetween(between, to);
    if (parts !== whole) throw new Error(`split at ${between} gives ${parts}, not ${whole}`);
  }
});

test('other work hours give other minutes', () => {
  const hours = parseWorkHours('09:00-12:00, 13:00-17:30');

  expect(workingMinutesBetween(time('2026-03-04T08:00'), time('2026-03-04T18:00'), hours ?? [])).toBe(450);
});

test.each(['', '08:00', '12:00-08:00', '08:00-12:00,11:00-18:00', '08:00-25:00', '8-12'])(
  '%j is no work hours',
  (text) => {
    expect(parseWorkHours(text)).toBeNull();
  },
);

test.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%d has %d working days', (year, days) => {
  expect(workingDaysOfYear(year)).toBe(days);
  expect(isCovered(year)).toBe(true);
});

test('the count of working days agrees with asking each day', () => {
  let counted = 0;
  for (let day = dayNumber('2023-12-01'); day < dayNumber('2027-02-01'); day++) {
    if (isWorkingDay(formatDay(day))) counted += 1;
  }

  expect(workingDaysBetween('2023-12-01', '2027-02-01')).toBe(counted);
});

test.each([
  ['2026-02-14', true],
  ['2026-02-15', false],
  ['2026-02-23', false],
  ['2026-02-24', true],
  ['2026-02-28', true],
  ['2026-06-19', false],
  ['2024-02-09', true],
  ['2025-10-08', false],
  ['2026-03-07', false],
  ['2027-10-01', true],
  ['2027-10-02', false],
])('%s is a working day: %s', (day, works) => {
  expect(isWorkingDay(day)).toBe(works);
});

test('a year without a table has weekends only, and says so', () => {
  expect(isCovered(2027)).toBe(false);
  expect(uncoveredYears(time('2026-12-30T09:00'), time('2027-01-04T09:00'))).toEqual([2027]);
});

test.each([
  ['2026-03-05', 1, '2026-03-06'],
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-06', 5, '2026-03-13'],
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-03-06', 0, '2026-03-06'],
])('%s plus %d working days is %s', (day, count, expected) => {
  expect(addWorkingDays(day, count)).toBe(expected);
});

test('the next working day skips days off', () => {
  expect(nextWorkingDay('2026-09-30')).toBe('2026-10-08');
});

test('work starts and ends by the hours given', () => {
  expect(startOfWork('2026-03-06')).toBe(time('2026-03-06T08:00'));
  expect(endOfWork('2026-03-06')).toBe(time('2026-03-06T18:00'));
  expect(endOfWork('2026-03-06', [{ from: 540, to: 1050 }])).toBe(time('2026-03-06T17:30'));
});

test.each([
  ['2026-03-06T18:00', false],
  ['2026-03-06T18:01', true],
  ['2026-03-06T12:30', true],
  ['2026-03-07T10:00', true],
  ['2026-02-14T10:00', false],
])('%s is off hours: %s', (text, off) => {
  expect(isOffHours(time(text))).toBe(off);
});
