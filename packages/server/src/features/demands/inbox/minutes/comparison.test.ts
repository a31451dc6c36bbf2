import { expect, test } from 'vitest';
import { comparisonOf } from './comparison.ts';

function answer(unit: string) {
  return { unit, estimated: 10, measured: 25 };
}

test('five bearers make a comparison', () => {
  expect(comparisonOf(['a', 'b', 'c', 'd', 'e'].map(answer), undefined)).toEqual({
    ...{ estimatedMinutes: 50, measuredMinutes: 125, count: 5, ratio: 2.5 },
  });
});

test.each<[string, string[]]>([
  ['four', ['a', 'b', 'c', 'd']],
  ['one, often', ['a', 'a', 'a', 'a', 'a']],
  ['nobody', []],
])('%s make none: the time of one would show', (_, units) => {
  expect(comparisonOf(units.map(answer), undefined)).toEqual({
    ...{ estimatedMinutes: null, measuredMinutes: null, count: 0, ratio: null },
  });
});

test('a meeting took what its convenor tells, for everyone who sat there', () => {
  expect(comparisonOf([], { planned: 60, actual: 150, bearers: 20 })).toEqual({
    ...{ estimatedMinutes: 1200, measuredMinutes: 3000, count: 20, ratio: 2.5 },
  });
});
