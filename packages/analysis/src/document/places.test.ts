import { expect, test } from 'vitest';
import { PlaceFinder } from './places.ts';
import { plainSource, type Block } from './source-text.ts';

test('a text without blocks counts its paragraphs', () => {
  const places = new PlaceFinder(plainSource('一行\n二行\n\n四行'));
  expect([0, 2, 3, 5, 7, 9].map((offset) => places.placeOf(offset).paragraph)).toEqual([1, 1, 2, 2, 4, 4]);
});

test('a block tells its place, and what stands between blocks is counted', () => {
  const blocks: Block[] = [
    { start: 0, end: 2, kind: 'cell', place: { table: 1, row: 1 } },
    { start: 3, end: 5, kind: 'cell', place: { table: 1, row: 2 } },
  ];
  const places = new PlaceFinder({ ...plainSource('甲乙\t丙丁\n戊'), blocks });
  expect([1, 2, 3, 4, 6].map((offset) => places.placeOf(offset))).toEqual([
    { table: 1, row: 1 },
    { paragraph: 1 },
    { table: 1, row: 2 },
    { table: 1, row: 2 },
    { paragraph: 2 },
  ]);
});
