import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { widthOf } from './text-width.ts';

test.each([
  ['请各村今日下班前报送。', 3, 8, '请各村今日下班前报送。', '      ~~~~~~~~~~'],
  ['第一行\nab今日c\n', 6, 8, 'ab今日c', '  ~~~~'],
  ['头\n跨行的\n尾', 2, 8, '跨行的', '~~~~~~'],
  ['a\tb\u0007今', 4, 5, 'a b\uFFFD今', '    ~~'],
] as const)('%j is underlined from %i to %i', (...[text, start, end, line, underline]) => {
  expect(excerptOf(text, { start, end }, 40)).toEqual({ line, underline });
});

test('a long line is cut round the span and never wider than the room', () => {
  const text = `${'前'.repeat(100)}今日${'后'.repeat(100)}`;
  const { line, underline } = excerptOf(text, { start: 100, end: 102 }, 40);

  expect(line).toMatch(/^…前+今日后+…$/u);
  expect(widthOf(line)).toBeLessThanOrEqual(40);
  expect(line.slice(underline.indexOf('~') / 2)).toMatch(/今日/u);
});

test('a span longer than the room is cut as well', () => {
  const { line } = excerptOf('长'.repeat(200), { start: 0, end: 200 }, 30);

  expect(widthOf(line)).toBeLessThanOrEqual(30);
});
