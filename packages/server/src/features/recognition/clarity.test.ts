import { expect, test } from 'vitest';
import { describeText, DOUBTFUL_BELOW } from './clarity.ts';

function line(text: string, confidence: number): { text: string; page: number; confidence: number } {
  return { text, page: 1, confidence };
}

test('a line is doubtful below the limit and not on it', () => {
  const { lines, says } = describeText([line('甲', DOUBTFUL_BELOW), line('乙', DOUBTFUL_BELOW - 0.001)], []);

  expect(lines.map(({ isDoubtful }) => isDoubtful)).toEqual([false, true]);
  expect(says).toBe('有1处看不清，已标出，请对照原件改好。');
});

test('clear words are still to be looked through, and pages without any are named', () => {
  expect(describeText([line('甲', 1)], []).says).toBe('读得清，提交前请对照原件看一遍，数字、日期和姓名尤其要看。');
  expect(describeText([line('甲', 1)], [2, 11]).says).toMatch(/第2、11页没有读出文字，需要的请补上。$/u);
});
