import { expect, test } from 'vitest';
import { likeness } from './likeness.ts';

test('a text is wholly like itself, whatever its signs and spaces', () => {
  expect(likeness('核对 危房 信息', '《核对危房信息》')).toBe(1);
});

test('the same matter in other words is more alike than another matter', () => {
  const wanted = '核对农村危房信息';
  expect(likeness(wanted, '填报农村危房排查信息')).toBeGreaterThan(likeness(wanted, '召开防汛视频会议'));
});

test('a single character is looked up as it is', () => {
  expect(likeness('房', '危房')).toBe(1);
  expect(likeness('房', '会议')).toBe(0);
});
