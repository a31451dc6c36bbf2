import { expect, test } from 'vitest';
import { breaksNoMeeting, dayLater, isOver, itemsOf, summarise } from './week.ts';

const item = {
  ...{ demand: 'a', kind: 'meeting' as const, title: '', ask: '', issuer: '', issuerName: '', waiting: false },
  ...{ startsAt: null, endsAt: null, dueAt: null, bearers: 1, minutes: 60 },
};

function day(minutes: number, ceilingMinutes: number | null, items = [item]) {
  return { day: '2026-03-09', dayText: '', items, minutes, ceilingMinutes, noMeeting: null };
}

test('a demand of several days is one, and days over the ceiling are counted', () => {
  const days = [day(90, 60), day(0, 60), day(30, null), day(10, 0, [{ ...item, demand: 'b' }])];

  expect(summarise({ days })).toEqual({ demands: 2, minutes: 130, daysOver: 2 });
  expect([...itemsOf({ days }).keys()]).toEqual(['a', 'b']);
});

test('a day is over when more is asked than allowed, and never where nothing was decided', () => {
  expect(isOver(day(60, 60))).toBe(false);
  expect(isOver(day(61, 60))).toBe(true);
  expect(isOver(day(9999, null))).toBe(false);
});

test('only meetings break a day without meetings', () => {
  expect(breaksNoMeeting(item, { noMeeting: 'weekday' })).toBe(true);
  expect(breaksNoMeeting({ kind: 'form' }, { noMeeting: 'weekday' })).toBe(false);
  expect(breaksNoMeeting(item, { noMeeting: null })).toBe(false);
});

test('weeks are walked over the end of a year', () => {
  expect(dayLater('2026-12-28', 7)).toBe('2027-01-04');
  expect(dayLater('2026-03-01', -7)).toBe('2026-02-22');
});
