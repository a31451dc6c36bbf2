import { expect, test } from 'vitest';
import { likeness, topicOf } from './topic.ts';

const ASK = '';

test.each<[string, string, number]>([
  ['关于做好小型水库清淤工作的通知', '2026年全县小型水库清淤专项行动方案', 1],
  ['关于召开森林防火工作会议的通知', '森林防火工作视频会议', 1],
  ['关于核实汛期危房的通知', '汛期危房核实', 0.8],
  ['关于做好森林防火工作的通知', '关于做好秸秆禁烧工作的通知', 0],
  ['关于做好安全生产工作的通知', '关于做好生产救灾工作的通知', 1 / 3],
])('“%s” and “%s” are alike to this degree', (one, other, degree) => {
  expect(likeness({ title: one, ask: ASK }, { title: other, ask: ASK })).toBeCloseTo(degree, 6);
});

test('what every official text says is no subject', () => {
  expect(topicOf({ title: '关于进一步做好有关工作的通知', ask: '请认真组织落实' })).toEqual([]);
  expect(likeness({ title: '通知', ask: ASK }, { title: '通知', ask: ASK })).toBe(0);
});

test('width, case and marks do not count', () => {
  expect(topicOf({ title: '（ＡＰＰ）清理', ask: ASK })).toEqual(topicOf({ title: '《app》清理', ask: ASK }));
});

test('the subject of a very long ask stays small enough for the register', () => {
  const ask = Array.from({ length: 500 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');

  expect(topicOf({ title: '水库清淤', ask })).toHaveLength(32);
});
