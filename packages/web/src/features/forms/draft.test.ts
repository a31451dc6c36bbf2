import { describe, expect, test } from 'vitest';
import type { Fill } from '../../fills.ts';
import { applyEdits, cellAt, type FillEdit, inverseOf, type NewEdit, settleEdits } from './draft.ts';
import { fillOf } from './testing/fill.ts';

const FILL = fillOf([
  ['张三', '13800000000', ''],
  ['李四', '', '残疾'],
]);

function named(edit: NewEdit, event = 'e1'): FillEdit {
  return { ...edit, event };
}

function write(value: string, base = '13800000000'): FillEdit {
  return named({ do: 'write', row: 'r0', field: '0.1', value, base });
}

function phoneOf(fill: Fill): unknown {
  return cellAt(fill, 'r0', '0.1');
}

describe('a cell that is written', () => {
  test.each<[string, string, object]>([
    [
      'another value is a correction',
      ' 13900000000 ',
      { value: '13900000000', state: 'changed', prefilled: '13800000000' },
    ],
    ['the same value confirms it', '13800000000', { value: '13800000000', state: 'confirmed' }],
    ['nothing is a correction as well', '', { value: '', state: 'changed', prefilled: '13800000000' }],
  ])('%s', (_, value, cell) => {
    expect(phoneOf(applyEdits(FILL, [write(value)]))).toEqual({ ...cell, source: 0 });
  });

  test('keeps what the system brought through several corrections', () => {
    const twice = applyEdits(FILL, [write('1'), write('2', '1')]);
    expect(phoneOf(twice)).toMatchObject({ value: '2', prefilled: '13800000000' });
    expect(phoneOf(applyEdits(twice, [write('13800000000', '2')]))).toMatchObject({ state: 'confirmed' });
  });

  test('is typed where nothing was known, and empty again when it is cleared', () => {
    const typed = applyEdits(FILL, [named({ do: 'write', row: 'r0', field: '0.2', value: '低保', base: '' })]);
    expect(cellAt(typed, 'r0', '0.2')).toEqual({ value: '低保', state: 'typed' });
    const cleared = applyEdits(typed, [named({ do: 'write', row: 'r0', field: '0.2', value: '', base: '低保' })]);
    expect(cellAt(cleared, 'r0', '0.2')).toEqual({ value: '', state: 'empty' });
  });

  test('leaves other rows the objects that they were, so that they need not be drawn again', () => {
    expect(applyEdits(FILL, [write('1')]).rows[1]).toBe(FILL.rows[1]);
  });
});

test('rows are confirmed, added, struck out and restored', () => {
  const edits = [
    named({ do: 'confirm', rows: ['r0'] }),
    named({ do: 'add-row', form: 0, row: 'new' }),
    named({ do: 'add-row', form: 0, row: 'new' }),
    named({ do: 'remove-row', row: 'r1', reason: 'moved' }),
  ];
  const { rows } = applyEdits(FILL, edits);

  expect(rows.map(({ row, removed }) => [row, removed])).toEqual([
    ['r0', null],
    ['r1', 'moved'],
    ['new', null],
  ]);
  expect(rows[0]?.cells.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'empty']);
  expect(rows[2]?.cells.map(({ state }) => state)).toEqual(['empty', 'empty', 'empty']);
  expect(applyEdits({ ...FILL, rows }, [named({ do: 'restore-row', row: 'r1' })]).rows[1]?.removed).toBeNull();
});

test('where a colleague was first, his value stands and the own one beside it', () => {
  const outcome = {
    value: '13700000000',
    state: 'changed',
    prefilled: '13800000000',
    conflict: '13900000000',
  } as const;
  const settled = settleEdits(FILL, [write('13900000000')], [{ event: 'e1', outcome: 'conflict', cell: outcome }]);
  expect(phoneOf(settled)).toEqual({ ...outcome, source: 0 });
});

test('an edit of a row that is gone changes nothing', () => {
  expect(settleEdits(FILL, [write('1')], [{ event: 'e1', outcome: 'no-such-place' }])).toEqual(FILL);
});

test.each<[string, NewEdit]>([
  ['a value', { do: 'write', row: 'r0', field: '0.1', value: '1', base: '13800000000' }],
  ['a row that was struck out', { do: 'remove-row', row: 'r1', reason: 'moved' }],
])('%s can be taken back', (_, edit) => {
  const inverse = inverseOf(FILL, edit);
  const after = applyEdits(FILL, [named(edit), ...(inverse ? [named(inverse, 'e2')] : [])]);
  expect(after.rows.map(({ removed, cells }) => [removed, cells.map(({ value }) => value)])).toEqual(
    FILL.rows.map(({ removed, cells }) => [removed, cells.map(({ value }) => value)]),
  );
});
