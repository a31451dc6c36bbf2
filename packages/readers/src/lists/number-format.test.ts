import { expect, test } from 'vitest';
import { circled, formatNumber } from './number-format.ts';

test.each([
  ['decimal', 12, '12'],
  ['decimalZero', 3, '03'],
  ['chineseCounting', 1, '一'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 11, '十一'],
  ['chineseCounting', 20, '二十'],
  ['chineseCounting', 99, '九十九'],
  ['chineseCounting', 100, '一〇〇'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1020, '一千零二十'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographTraditional', 3, '丙'],
  ['ideographTraditional', 11, '11'],
  ['ideographZodiac', 12, '亥'],
  ['ideographDigital', 20, '二〇'],
  ['upperRoman', 4, 'IV'],
  ['lowerRoman', 1994, 'mcmxciv'],
  ['lowerLetter', 27, 'aa'],
  ['upperLetter', 2, 'B'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['decimalEnclosedFullstop', 20, '⒛'],
  ['ideographEnclosedCircle', 1, '㊀'],
  ['decimalFullWidth', 10, '１０'],
  ['none', 7, ''],
  ['unheardOf', 7, '7'],
])('%s prints %i as %s', (format, value, expected) => {
  expect(formatNumber(value, format)).toBe(expected);
});

test.each([
  [20, '⑳'],
  [21, '㉑'],
  [36, '㊱'],
  [50, '㊿'],
  [51, '(51)'],
])('note %i is shown as %s', (value, expected) => {
  expect(circled(value)).toBe(expected);
});
