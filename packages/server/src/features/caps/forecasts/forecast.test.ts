import { describe, expect, test } from 'vitest';
import { explain, forecast, type Forecast, type ForecastFacts } from './forecast.ts';

const half: ForecastFacts = { used: 10, squares: 10, elapsed: 0.5, past: [] };

describe('a forecast', () => {
  test.each<[string, Partial<ForecastFacts>, Partial<Forecast>]>([
    ['without past is the straight line', {}, { share: 0.5, likely: 20 }],
    ['without any use is nothing, with room above', { used: 0, squares: 0 }, { likely: 0, low: 0, high: 2 }],
    ['at the end of the year is what was used', { elapsed: 1 }, { low: 10, likely: 10, high: 10 }],
    [
      'at the end of the year is that also with a past',
      { elapsed: 1, past: [{ soFar: 3, total: 9 }] },
      { likely: 10, high: 10 },
    ],
    ['follows the season of the past', { past: [{ soFar: 30, total: 39 }] }, { share: 0.7625, likely: 13 }],
    [
      'takes a past that was all later for rare, not for impossible',
      { past: [{ soFar: 0, total: 9 }] },
      { share: 0.05, likely: 200 },
    ],
    ['ignores years without use', { past: [{ soFar: 0, total: 0 }] }, { share: 0.5, likely: 20 }],
    ['on the first day is wide', { used: 1, squares: 1, elapsed: 1 / 365 }, { likely: 365, low: 64 }],
  ])('%s', (_, change, expected) => {
    expect(forecast({ ...half, ...change })).toMatchObject(expected);
  });

  test('has an interval that holds nine of ten: quantiles of the negative binomial', () => {
    // Of the distribution with shape 10.5 and chance 0.5 they are 4 and 19.
    expect(forecast(half)).toEqual({ share: 0.5, low: 14, likely: 20, high: 29 });
  });

  test('is less certain when few large demands make the same sum', () => {
    const many = forecast({ ...half, used: 1200, squares: 1200 * 10 });
    const few = forecast({ ...half, used: 1200, squares: 1200 * 600 });

    expect(many.likely).toBe(2400);
    expect(few.likely).toBe(2400);
    expect(few.high - few.low).toBeGreaterThan(3 * (many.high - many.low));
  });

  test('of a million minutes is quick and in order', () => {
    const began = performance.now();
    const { low, likely, high } = forecast({ used: 1e9, squares: 1e10, elapsed: 0.01, past: [] });

    expect(low <= likely && likely <= high).toBe(true);
    expect(performance.now() - began).toBeLessThan(100);
  });

  test('says how it was computed, with its numbers', () => {
    expect(explain(half, forecast(half))).toContain('已用 10；没有往年数据，按今年已过的天数 50.0% 推算');
    const facts = { ...half, past: [{ soFar: 30, total: 39 }] };
    expect(explain(facts, forecast(facts))).toContain('同期占比 76.3%');
  });
});
