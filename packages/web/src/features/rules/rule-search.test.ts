import { expect, test } from 'vitest';
import type { RuleEntry } from '../../desk/check-protocol.ts';
import { matchesSearch, splitExample } from './rule-search.ts';

const RULE: RuleEntry = {
  id: 'platform/check-in',
  title: '打卡轨迹',
  severity: 'error',
  suggestion: '删去打卡要求',
  basis: [],
  needsMore: false,
  options: [],
  bad: ['须⟦刷脸留位⟧，漏一次写检讨。'],
  good: ['步道成了热门。'],
};

test.each([
  ['', true],
  ['打卡', true],
  ['CHECK-IN', true],
  ['刷脸 检讨', true],
  ['打卡 会议', false],
] as const)('a search for "%s" is answered with %s', (search, found) => {
  expect(matchesSearch(RULE, search)).toBe(found);
});

test('the reported words of an example are told apart', () => {
  expect(splitExample('须⟦刷脸⟧，⟦留位⟧')).toEqual([
    { words: '须', reported: false },
    { words: '刷脸', reported: true },
    { words: '，', reported: false },
    { words: '留位', reported: true },
  ]);
});
