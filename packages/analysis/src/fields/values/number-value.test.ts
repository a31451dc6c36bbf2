import { expect, test } from 'vitest';
import { readNumberValue } from './number-value.ts';

test.each([
  ['1,234.50', '1234.5'],
  ['１２', '12'],
  ['0012', '12'],
  ['.5', '0.5'],
  ['-3', '-3'],
  ['-0.0', '0'],
  ['+7', '7'],
  ['￥3,000.00', '3000'],
  ['123456789012345678', '123456789012345678'],
  ['12.5亩', '12.5'],
  ['30人', '30'],
  ['1.2万', '12000'],
  ['3千', '3000'],
  ['一百二十', '120'],
  ['十二亩', '12'],
  ['一万二千三百', '12300'],
  ['两万三', '23000'],
  ['三点五', '3.5'],
  ['半', '0.5'],
  ['12亩3分', '12.3'],
  ['12亩3分5厘', '12.35'],
  ['3斤2两', '3.2'],
  ['三分之一', '0.333333333333'],
  ['百分之八十', '0.8'],
  ['五成', '0.5'],
  ['3个半', '3.5'],
  ['叁仟元整', '3000'],
  ['3,000.00元', '3000'],
  ['2000元/月', '2000'],
  ['1.5亩（含旱地）', '1.5'],
  ['12.', '12'],
  ['85%', '0.85'],
])('%s is kept as %s where no unit is asked', (raw, value) => {
  expect(readNumberValue(raw)).toEqual({ value });
});

test.each([
  ['1.2万元', '元', '12000'],
  ['1.2万', '元', '12000'],
  ['12000元', '万元', '1.2'],
  ['3亿元', '元', '300000000'],
  ['1公顷', '亩', '15'],
  ['2000平方米', '亩', '3'],
  ['3斤', '公斤', '1.5'],
  ['85%', '%', '85'],
  ['百分之八十', '%', '80'],
  ['12亩3分', '公顷', '0.82'],
  ['3个月', '月', '3'],
  ['116.5°', '度', '116.5'],
  ['5.6mmol/L', '毫摩尔/升', '5.6'],
  ['85', '%', '85'],
  ['76岁', '岁', '76'],
  ['500元', '元/月', '500'],
  ['0.05万元', '元/月', '500'],
  ['3处', '个', '3'],
  ['3名', '人', '3'],
])('%s in %s is %s', (raw, unit, value) => {
  expect(readNumberValue(raw, unit)).toEqual({ value });
});

test.each([
  ['', null, 'empty', null],
  ['/', null, 'empty', null],
  ['#N/A', null, 'empty', null],
  ['无', null, 'not-of-type', '0'],
  ['约12亩', null, 'approximate', '12'],
  ['12亩左右', null, 'approximate', '12'],
  ['2万多', null, 'approximate', '20000'],
  ['近百人', null, 'approximate', '100'],
  ['3-5', null, 'several', null],
  ['三十几', null, 'not-of-type', null],
  ['12abc', null, 'not-of-type', null],
  ['1.2万', '万元', 'ambiguous', '1.2'],
  ['2000元/月', '元', 'wrong-unit', '2000'],
  ['12、13', null, 'several', null],
  ['5+3', null, 'several', null],
  ['二十几', null, 'not-of-type', null],
  ['5亩', '元', 'wrong-unit', null],
  ['3户', '人', 'wrong-unit', null],
  ['6.22202E+18', null, 'digits-lost', null],
])('%s in %s is refused as %s, with %s suggested', (raw, unit, code, suggestion) => {
  expect(readNumberValue(raw, unit)).toMatchObject({ fault: { code, suggestion } });
});

test('a short scientific number is exact', () => {
  expect(readNumberValue('1.2E+05')).toEqual({ value: '120000', note: '由科学记数法换算。' });
});
