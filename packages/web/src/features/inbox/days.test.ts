import { describe, expect, test } from 'vitest';
import { daysLater, monthsLater, weeksOfMonth } from './days.ts';

describe('the calendar', () => {
  test('goes over the ends of months and years', () => {
    expect([daysLater('2026-12-31', 1), daysLater('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
  });
  test('keeps the day of the month where there is one', () => {
    expect([monthsLater('2026-11-22', 1), monthsLater('2026-01-31', 1), monthsLater('2026-01-15', -1)]).toEqual([
      '2026-12-22',
      '2026-02-28',
      '2025-12-15',
    ]);
  });
  test('shows every week that a month touches, from its Monday', () => {
    expect(weeksOfMonth('2026-11-22')).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(weeksOfMonth('2027-02-10')).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
  });
});
