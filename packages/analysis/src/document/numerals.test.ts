import { expect, test } from 'vitest';
import { NUMBER_PATTERN, readNumber } from './numerals.ts';

test.each([
  ['0', 0],
  ['12', 12],
  ['２０', 20],
  ['1,200', 1200],
  ['12,345,678', 12_345_678],
  ['1.5', 1.5],
  ['3万', 30_000],
  ['1.2亿', 120_000_000],
  ['5百万', 5_000_000],
  ['一', 1],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['廿三', 23],
  ['卅', 30],
  ['一百', 100],
  ['百', 100],
  ['一百零二', 102],
  ['一百二', 120],
  ['一百二十', 120],
  ['一百一十五', 115],
  ['两千零五', 2005],
  ['三千五', 3500],
  ['一万二', 12_000],
  ['一万二千零五', 12_005],
  ['十万', 100_000],
  ['三亿五千万', 350_000_000],
  ['一万亿', 1_000_000_000_000],
  ['二〇二六', 2026],
  ['二零二六', 2026],
  ['一二三四五', 12_345],
  ['叁', 3],
  ['壹佰贰拾', 120],
  ['壹萬', 10_000],
  ['半', 0.5],
  ['一半', 0.5],
  ['一个半', 1.5],
  ['两个半', 2.5],
  ['一点五', 1.5],
  ['十二点二五', 12.25],
])('%s is read as %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  ['八成', 0.8],
  ['8成', 0.8],
  ['十成', 1],
  ['九成二', 0.92],
  ['七成半', 0.75],
  ['百分之七', 0.07],
  ['百分之八十五', 0.85],
  ['百分之百', 1],
  ['百分之99.5', 0.995],
  ['千分之三', 0.003],
  ['万分之五', 0.0005],
  ['20％', 0.2],
  ['２０％', 0.2],
  ['5‰', 0.005],
  ['四分之三', 0.75],
])('the share %s is the fraction %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  '',
  '三五',
  '七八',
  '两三',
  '若干',
  '十几',
  '几十',
  '数',
  '数十',
  '三十多',
  '30余',
  '十七八',
  '二三十',
  '三四百',
  '**',
  'X',
  '××',
  'X%',
  '1*',
  '百分之X',
  '*成',
  '万',
  '人',
  '一共',
  '十百',
  '1,20',
  '三成五六',
])('%j is vague, masked or no number', (text) => {
  expect(readNumber(text)).toBeNull();
});

test.each([
  ['覆盖十几户', '户', '十几'],
  ['走访**户', '户', '**'],
  ['涉及数十户', '户', '数十'],
  ['约30余户', '户', '30余'],
  ['开一个半小时', '小时', '一个半'],
  ['提高到九成二以上', '以上', '九成二'],
  ['达到百分之九十五以上', '以上', '百分之九十五'],
  ['共1,200人', '人', '1,200'],
  ['占三分之一以上', '以上', '三分之一'],
  ['达X%以上', '以上', 'X%'],
])('the pattern takes the whole number out of %s', (text, unit, number) => {
  const found = new RegExp(`(${NUMBER_PATTERN})${unit}`).exec(text);

  expect(found?.[1]).toBe(number);
});

// Done in half a second on a quiet machine; in quadratic time it would take minutes on any.
test('long runs of digits, numerals and masks are searched in linear time', () => {
  const pattern = new RegExp(`${NUMBER_PATTERN}户`, 'g');
  for (const sign of ['1', '一', '*', '1,']) expect(sign.repeat(300_000).match(pattern)).toBeNull();
}, 15_000);
