import { expect, test } from 'vitest';
import { bearerUnits } from './units.ts';

function post(role: 'bearer-clerk' | 'unit-lead' | 'auditor', unit: string, unitName: string) {
  return { id: '00000000-0000-4000-8000-000000000001', role, unit, unitName };
}

test('a list belongs to each unit that somebody answers for, once, the clerk’s first', () => {
  const posts = [
    post('unit-lead', '130101101000', '河口镇'),
    post('bearer-clerk', '130101101201', '上湾村'),
    post('unit-lead', '130101101201', '上湾村'),
    post('auditor', '130101102000', '石桥乡'),
  ];

  expect(bearerUnits({ posts })).toEqual([
    { code: '130101101201', name: '上湾村' },
    { code: '130101101000', name: '河口镇' },
  ]);
});
