import { expect, test } from 'vitest';
import { convertUnit, plainDecimal } from './units.ts';

test.each([
  ['1', '公顷', '亩', '15'],
  ['1', '亩', '平方米', '666.666666667'],
  ['3', '亩', '平方米', '2000'],
  ['1', '平方公里', '公顷', '100'],
  ['1.5', '万亩', '亩', '15000'],
  ['12000', '元', '万元', '1.2'],
  ['1', '亿元', '万元', '10000'],
  ['2', '吨', '斤', '4000'],
  ['10', '里', '公里', '5'],
  ['3', '㎡', '平方米', '3'],
  ['800', '元/亩', '万元/亩', '0.08'],
  ['5', '盏', '盏', '5'],
  ['5', 'mmol/L', '毫摩尔/升', '5'],
  ['2', '年', '个月', '24'],
])('%s %s in %s is %s', (value, from, to, converted) => {
  expect(convertUnit(value, from, to)).toBe(converted);
});

test.each([
  ['户', '人'],
  ['亩', '元'],
  ['元/亩', '元/公顷'],
  ['个', '处'],
  ['盏', '个'],
])('%s is never converted to %s', (from, to) => {
  expect(convertUnit('5', from, to)).toBeNull();
});

test.each([
  [0.1 + 0.2, '0.3'],
  [1e21, '1000000000000000000000'],
  [0.0000001, '0.0000001'],
  [-12.5, '-12.5'],
  [0, '0'],
])('%d is written %s', (value, text) => {
  expect(plainDecimal(value)).toBe(text);
});

test('what goes to another unit and back stays what it was', () => {
  for (const [one, other] of [
    ['亩', '公顷'],
    ['斤', '吨'],
    ['元', '万元'],
    ['里', '米'],
  ] as const) {
    for (const value of ['1', '0.37', '12345.6']) {
      expect(convertUnit(convertUnit(value, one, other) ?? '', other, one)).toBe(value);
    }
  }
});
