import { describe, expect, test } from 'vitest';
import { levelOf, levelsAbove, levelsDownTo, rarestFirst, superiorAmong } from './document.ts';

test.each([
  ['130101000000', 'county'],
  ['130101000011', 'county'],
  ['130101101000', 'township'],
  ['130101101201', 'village'],
])('the unit %s is of the level %s', (unit, level) => {
  expect(levelOf(unit)).toBe(level);
});

test('the levels above one leave it out, those down to it do not', () => {
  expect(levelsAbove('city')).toEqual(['national', 'province']);
  expect(levelsAbove('national')).toEqual([]);
  expect(levelsDownTo('city')).toEqual(['national', 'province', 'city']);
});

test('fingerprints are kept once, those of the fewest documents first', () => {
  const holding = new Map([
    [5, 2],
    [9, 1],
  ]);

  expect(rarestFirst(Uint32Array.of(5, 9, 7, 5, 3), holding)).toEqual(Uint32Array.of(3, 7, 9, 5));
});

describe('the superior among the documents that a text names', () => {
  const province = { id: 'province', level: 'province', name: 0 } as const;
  const city = { id: 'city', level: 'city', name: 1 } as const;
  const other = { id: 'other', level: 'city', name: 2 } as const;
  const county = { id: 'county', level: 'county', name: 0 } as const;

  test.each([
    ['is the nearest above', [province, other, city], 'city'],
    ['is one of the own level only without any above', [county], 'county'],
    ['is above before it is of the own level', [county, province], 'province'],
    ['is none of none', [], null],
  ])('%s', (_, found, id) => {
    expect(superiorAmong(found, 'county')).toBe(id);
  });
});
