import { expect, test } from 'vitest';
import { checkRows } from './check-rows.ts';
import type { CheckedField } from './answer-fault.ts';

const TODAY = '2026-03-02';
const FIELDS: readonly CheckedField[] = [
  { label: ['姓名'], type: 'text', unit: null, options: null },
  { label: ['与户主关系'], type: 'text', unit: null, options: null },
  { label: ['身份证号'], type: 'identity-number', unit: null, options: null },
  { label: ['家庭人口'], type: 'number', unit: '人', options: null },
];

function faults(...rows: readonly (readonly string[])[]): [number, number, string, string | null][] {
  return checkRows(FIELDS, rows, TODAY).map(({ row, field, code, suggestion }) => [row, field, code, suggestion]);
}

test('a household counts its head and the members below', () => {
  const rows = [
    ['甲', '户主', '', '3'],
    ['乙', '配偶', '', ''],
    ['丙', '之子', '', ''],
    ['丁', '本人', '', '1'],
    ['', '', '', ''],
  ];
  expect(faults(...rows)).toEqual([]);
  expect(faults(...rows.slice(0, 2))).toEqual([[0, 3, 'against-household', '2']]);
});

test('an identity number that stands twice is asked about at the second place', () => {
  const rows = [
    ['甲', '', '11010519491231002X', ''],
    ['乙', '', '110105199005010018', ''],
    ['甲', '', '11010519491231002x', ''],
  ];
  expect(faults(...rows)).toEqual([[2, 2, 'repeated', null]]);
});

test('the number of the head of household may stand in many rows', () => {
  const fields: readonly CheckedField[] = [
    { label: ['户主身份证号'], type: 'identity-number', unit: null, options: null },
  ];
  expect(checkRows(fields, [['11010519491231002X'], ['11010519491231002X']], TODAY)).toEqual([]);
});

test('faults of single rows carry their row', () => {
  expect(faults(['甲', '', '110105194912310021', ''], ['乙', '', '1.1E+17', ''])).toEqual([
    [0, 2, 'wrong-checksum', null],
    [1, 2, 'digits-lost', null],
  ]);
});

test('rows that are not looked at are compared all the same', () => {
  const rows = [
    ['甲', '', '11010519491231002X', ''],
    ['乙', '', '1.1E+17', ''],
    ['丙', '', '11010519491231002X', ''],
  ];
  const found = checkRows(FIELDS, rows, TODAY, (row) => row === 2);
  expect(found.map(({ row, code }) => [row, code])).toEqual([[2, 'repeated']]);
});
