import { expect, test } from 'vitest';
import type { FieldType } from '../form.ts';
import { readValue } from './read-value.ts';
import { viewValue } from './view-value.ts';

/** Every view that a form may ask for, and the reading of it when the form comes back. */
const ROUNDS: readonly (readonly [type: FieldType, value: string, label: string, options: readonly string[] | null])[] =
  [
    ['date', '1990-05-01', '出生日期', null],
    ['date', '1990-05-01', '出生日期（YYYYMMDD）', null],
    ['date', '1990-05-01', '出生日期（1985年6月1日）', null],
    ['date', '1990-05-01', '出生日期（1985/06/01）', null],
    ['date', '1990-10', '出生年月（如1985.06）', null],
    ['date', '1990-10', '出生年月（198506）', null],
    ['date', '1990', '出生年份', null],
    ['boolean', 'true', '是否参保', null],
    ['boolean', 'false', '有无房产', null],
    ['boolean', 'true', '低保（打√）', null],
    ['identity-number', '11010519491231002X', '身份证号', null],
    ['identity-number', '11010519491231002X', '身份证号（6-8-4分段）', null],
    ['identity-number', '11010519491231002X', '身份证号（15位）', null],
    ['number', '1234.5', '面积', null],
    ['phone', '13800000000、051786221234-8001', '电话', null],
  ];

test.each(ROUNDS)('the %s %s comes back from %s unchanged', (type, value, label, options) => {
  const shown = viewValue(value, { label: [label], type, unit: null, options }, { type, unit: null, options }, null);
  expect(readValue(shown, type, options)).toMatchObject({ value });
});

test('an option comes back from the words of any form', () => {
  const stored = ['男', '女'];
  for (const options of [stored, ['1.男', '2.女'], ['男性', '女性'], ['1男', '2女'], ['（1）男', '（2）女']]) {
    for (const value of stored) {
      const field = { label: ['性别'], type: 'choice', unit: null, options } as const;
      const shown = viewValue(value, field, { type: 'choice', unit: null, options: stored }, null);
      expect(readValue(shown, 'choice', stored)).toEqual({ value });
    }
  }
});

test('what is stored is read again as itself', () => {
  const stored: readonly (readonly [FieldType, string])[] = [
    ['number', '-0.05'],
    ['number', '123456789012345678'],
    ['date', '2024-02-29'],
    ['boolean', 'true'],
    ['boolean', 'false'],
    ['phone', '051786221234-8001'],
    ['text', '张 三\n第二行'],
  ];
  for (const [type, value] of stored) expect(readValue(value, type)).toEqual({ value });
});
