import { expect, test } from 'vitest';
import type { UpdatePeriod } from '../element.ts';
import { freshUntil, isFresh } from './freshness.ts';

test.each<[string, UpdatePeriod, string | null]>([
  ['2025-03-02', 'once', null],
  ['2025-03-02', 'yearly', '2026-03-02'],
  ['2024-02-29', 'yearly', '2025-02-28'],
  ['2025-08-31', 'half-yearly', '2026-02-28'],
  ['2025-11-30', 'quarterly', '2026-02-28'],
  ['2026-01-31', 'monthly', '2026-02-28'],
  ['2025-12-15', 'monthly', '2026-01-15'],
  ['2026-02-27', 'weekly', '2026-03-06'],
  ['2026-02-28', 'daily', '2026-03-01'],
  ['2025-02', 'yearly', '2026-02-28'],
  ['2025', 'yearly', '2026-12-31'],
])('of %s and %s it is fresh until %s', (asOf, period, until) => {
  expect(freshUntil(asOf, period)).toBe(until);
});

test('it is fresh on its last day and not on the next', () => {
  expect(isFresh('2025-03-02', 'yearly', '2026-03-02')).toBe(true);
  expect(isFresh('2025-03-02', 'yearly', '2026-03-03')).toBe(false);
  expect(isFresh('1949-10-01', 'once', '2026-03-03')).toBe(true);
});

test.each(['gestern', '2025-13', '2025-02-30'])('%s is no date', (asOf) => {
  expect(() => freshUntil(asOf, 'yearly')).toThrow(RangeError);
});
