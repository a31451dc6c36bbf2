import { expect, test } from 'vitest';
import { fromTheTop } from './level-order.ts';

test('documents stand from the province to the village, whatever the order in which they were dropped', () => {
  const dropped = ['township', 'province', 'village', 'city', 'county'] as const;

  expect(fromTheTop(dropped.map((level) => ({ level, datedOn: null })))).toEqual([1, 3, 4, 0, 2]);
});

test('of two on one level the earlier stands first', () => {
  expect(
    fromTheTop([
      { level: 'county', datedOn: '2026-05-01' },
      { level: 'county', datedOn: '2026-03-01' },
      { level: 'city', datedOn: null },
    ]),
  ).toEqual([2, 1, 0]);
});

test('nothing is moved when one of the issuers is unknown', () => {
  expect(
    fromTheTop([
      { level: 'township', datedOn: null },
      { level: null, datedOn: null },
      { level: 'city', datedOn: null },
    ]),
  ).toEqual([0, 1, 2]);
});
