import { expect, test } from 'vitest';
import { isRemark } from './remark.ts';

test.each([
  [['备注']],
  [['备 注']],
  [['送餐备注']],
  [['备注（如已外出请写明）']],
  [['其他情况', '备注说明']],
  [['其他需要说明的事项']],
  [['附注']],
])('nobody has to fill in %j', (label) => {
  expect(isRemark(label)).toBe(true);
});

test.each([[['备注', '姓名']], [['说明书编号']], [['情况说明']], [['注册资金']], [[]]])('%j is asked', (label) => {
  expect(isRemark(label)).toBe(false);
});
