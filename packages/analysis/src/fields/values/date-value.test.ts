import { expect, test } from 'vitest';
import { readDate } from './date-value.ts';

const TODAY = '2026-03-02';

test.each([
  ['1990-05-01', '1990-05-01'],
  ['1990/5/1', '1990-05-01'],
  ['1990.5.1', '1990-05-01'],
  ['1990.05.01.', '1990-05-01'],
  ['1990年5月1日', '1990-05-01'],
  ['1990 年 5 月 1 日', '1990-05-01'],
  ['19900501', '1990-05-01'],
  ['１９９０．０５．０１', '1990-05-01'],
  ['1990-5-1 08:00', '1990-05-01'],
  ['2026-03-01T09:00:00+08:00', '2026-03-01'],
  ['二〇二六年三月二日', '2026-03-02'],
  ['一九九〇年十二月', '1990-12'],
  ['1990年5月', '1990-05'],
  ['1990年5月份', '1990-05'],
  ['1990.05', '1990-05'],
  ['1990.5', '1990-05'],
  ['1990.10', '1990-10'],
  ['1990-05', '1990-05'],
  ['199005', '1990-05'],
  ['1990.05.01生', '1990-05-01'],
  ['1990年5月生', '1990-05'],
  ['1990.5月', '1990-05'],
  ['1990年05', '1990-05'],
  ['1990—05—01', '1990-05-01'],
  ['1990、5、1', '1990-05-01'],
  ['19900501.0', '1990-05-01'],
  ['2026-03-02 星期一', '2026-03-02'],
  ['2026-03-02（周一）', '2026-03-02'],
  ['1990', '1990'],
  ['1990年', '1990'],
  ['2024-02-29', '2024-02-29'],
])('%s is kept as %s', (raw, value) => {
  expect(readDate(raw, { today: TODAY })).toEqual({ value });
});

test.each([
  ['', 'empty', null],
  ['—', 'empty', null],
  ['90/5/1', 'ambiguous', '1990-05-01'],
  ['90.5', 'ambiguous', '1990-05'],
  ['15/3/2', 'ambiguous', null],
  ['5/1/1990', 'ambiguous', null],
  ['13/5/1990', 'ambiguous', '1990-05-13'],
  ['5/5/1990', 'ambiguous', '1990-05-05'],
  ['1990.1', 'ambiguous', null],
  ['32994', 'ambiguous', '1990-05-01'],
  ['2023-02-29', 'unreal-date', null],
  ['1990.13', 'unreal-date', null],
  ['2026.3.1-2026.3.5', 'several', null],
  ['1990-13', 'unreal-date', null],
  ['1790-01-01', 'unreal-date', null],
  ['民国三十年', 'not-of-type', null],
  ['农历三月初八', 'not-of-type', null],
  ['去年', 'not-of-type', null],
  ['5月1日', 'not-of-type', null],
])('%s is refused as %s, with %s suggested', (raw, code, suggestion) => {
  expect(readDate(raw, { today: TODAY })).toMatchObject({ fault: { code, suggestion } });
});

test.each([
  ['32994', '1900', '1990-05-01'],
  ['32994.375', '1900', '1990-05-01'],
  ['1', '1900', '1900-01-01'],
  ['59', '1900', '1900-02-28'],
  ['61', '1900', '1900-03-01'],
  ['31532', '1904', '1990-05-01'],
  ['0', '1904', '1904-01-01'],
] as const)('the number %s of a sheet of %s is %s', (raw, serials, value) => {
  expect(readDate(raw, { serials })).toEqual({ value, note: '由表格里的日期序号换算。' });
});

test('a written date of a sheet that counts days is still a date', () => {
  expect(readDate('19900501', { serials: '1900' })).toMatchObject({ value: '1990-05-01' });
  expect(readDate('1990-05-01', { serials: '1900' })).toEqual({ value: '1990-05-01' });
});

test('a day to come is kept and said so', () => {
  expect(readDate('2026-03-03', { today: TODAY })).toEqual({ value: '2026-03-03', note: '这个日期还没有到。' });
  expect(readDate('2026-03', { today: TODAY })).toEqual({ value: '2026-03' });
});
