import { describe, expect, test } from 'vitest';
import { nameMatches, searchTowns, townsOf, type UnitNode } from './units.ts';

function unit(code: string, name: string, nature: UnitNode['nature'], parent: string): UnitNode {
  return { code, name, nature, parent, level: nature === 'village' ? 'village' : 'township' };
}
const TOWNS = townsOf([
  unit('130101000011', '水利局', 'department', '130101000000'),
  unit('130101101000', '河口镇', 'township', '130101000000'),
  unit('130101101201', '上湾村', 'village', '130101101000'),
  unit('130101101202', '下湾村', 'village', '130101101000'),
  unit('130101102000', '石桥乡', 'township', '130101000000'),
]);

describe('the tree of bearers', () => {
  test('holds towns with their villages and no departments', () => {
    expect(TOWNS.map(({ unit: { name }, villages }) => [name, villages.length])).toEqual([
      ['河口镇', 2],
      ['石桥乡', 0],
    ]);
  });
  test('keeps the town of a village that is found', () => {
    const [found, ...others] = searchTowns(TOWNS, '下湾');
    expect([found?.unit.name, found?.villages.map(({ name }) => name)]).toEqual(['河口镇', ['下湾村']]);
    expect(others).toEqual([]);
  });
  test('is whole without a search', () => {
    expect(searchTowns(TOWNS, ' ')).toEqual(TOWNS);
  });
});

test('characters left out between others do not hide a name, a wrong order does', () => {
  expect(nameMatches('卫生健康局', '卫健局')).toBe(true);
  expect(nameMatches('卫生健康局', '健卫')).toBe(false);
});
