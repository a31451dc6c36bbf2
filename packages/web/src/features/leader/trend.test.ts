import { describe, expect, test } from 'vitest';
import { fullnessOf, shareOf, trendOf } from './trend.ts';

function weeks(...minutes: readonly number[]) {
  return minutes.map((value) => ({ monday: '2026-03-02', minutes: value, offGateMinutes: 0, demands: 1 }));
}

describe('the trend', () => {
  test('compares the last four complete weeks with the four before', () => {
    expect(trendOf(weeks(999, 200, 200, 200, 200, 150, 150, 150, 150, 7))).toEqual({ minutes: 600, change: -0.25 });
  });
  test('counts what went past the gate too', () => {
    const past = weeks(0, 0, 0, 0, 0, 0, 0, 0, 0).map((week) => ({ ...week, offGateMinutes: 30 }));
    expect(trendOf(past)).toEqual({ minutes: 120, change: 0 });
  });
  test('says nothing where there is nothing to compare with', () => {
    expect(trendOf(weeks(0, 0, 0, 0, 60, 60, 60, 60, 60)).change).toBeNull();
    expect(trendOf([])).toEqual({ minutes: 0, change: null });
  });
});

describe('how full a cap is', () => {
  test('is that of the fuller one', () => {
    const fullest = { kind: 'form', used: 3, granted: 4 } as const;
    expect(fullnessOf({ usedMinutes: 60, grantedMinutes: 600, fullest })).toBe(0.75);
  });
  test('is unknown without a cap, and endless for what is used of nothing', () => {
    expect(fullnessOf({ usedMinutes: 60, grantedMinutes: null, fullest: null })).toBeNull();
    expect(shareOf(1, 0)).toBe(Infinity);
    expect(shareOf(0, 0)).toBe(0);
  });
});
