import { expect, test } from 'vitest';
import type { Fill } from '../../fills.ts';
import { movedRows } from './moved.ts';
import { fillOf } from './testing/fill.ts';

/** As the server gives it: each row with what stands for its values. */
function seen(values: readonly (readonly string[])[], more: Partial<Fill> = {}): Fill {
  const fill = fillOf(values);
  return {
    ...fill,
    seen: JSON.stringify(values),
    rows: fill.rows.map((row, at) => ({ ...row, seen: String(values[at]) })),
    ...more,
  };
}

const BEFORE = seen([
  ['张三', '13800000000', ''],
  ['李四', '13700000000', '低保'],
]);

test('a row of which something else is brought is named with both values', () => {
  const after = seen([
    ['张三', '13900000000', ''],
    ['李四', '13700000000', '低保'],
  ]);
  expect(movedRows(BEFORE, after)).toMatchObject([
    { row: { row: 'r0' }, how: 'changed', cells: [{ before: '13800000000', after: '13900000000' }] },
  ]);
});

test('a row that comes and one that goes are named', () => {
  const one = seen([['张三', '13800000000', '']]);
  expect(movedRows(BEFORE, one)).toMatchObject([{ row: { row: 'r1' }, how: 'went' }]);
  expect(movedRows(one, BEFORE)).toMatchObject([{ row: { row: 'r1' }, how: 'came' }]);
});

test('what clerks do is no change of the county’s data, and a form that was handed in has none', () => {
  const [first, ...rest] = BEFORE.rows;
  const added = { ...fillOf([['王五', '', '']]).rows[0], row: 'new', isAdded: true } as Fill['rows'][number];
  const edited = { ...BEFORE, rows: [{ ...first, removed: 'moved' } as Fill['rows'][number], ...rest, added] };
  expect(movedRows(BEFORE, edited)).toEqual([]);
  expect(movedRows(BEFORE, fillOf([['张三', '1', '']]))).toEqual([]);
});
