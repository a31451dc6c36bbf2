import { expect, test } from 'vitest';
import { formatInstant } from '../schedule/local-time.ts';
import { DEFAULT_WORK_HOURS } from '../schedule/working-time.ts';
import { findReceipt } from './receipts.ts';

const dated = { issuedOn: '2026-03-06', workHours: DEFAULT_WORK_HOURS };
const undated = { issuedOn: null, workHours: DEFAULT_WORK_HOURS };

test.each([
  ['16:40发至各校,请于17:30交齐近视筛查数', '16:40发至', '2026-03-06T16:40+08:00'],
  ['今日16:40发,17:30交', '今日16:40发', '2026-03-06T16:40+08:00'],
  ['上午十点接到通知,下午三点要数', '上午十点接到', '2026-03-06T10:00+08:00'],
  ['我所3月6日下午4点收到通知', '3月6日下午4点收到', '2026-03-06T16:00+08:00'],
  ['收文时间:2026年3月9日10:30', '收文时间:2026年3月9日10:30', '2026-03-09T10:30+08:00'],
  ['3月9日收到县局来文', '3月9日收到', '2026-03-09T08:00+08:00'],
  ['下午16:50才收到,要求17:30前报', '下午16:50才收到', '2026-03-06T16:50+08:00'],
])('%s tells of its receipt', (text, words, at) => {
  const receipt = findReceipt(text, dated);

  expect(receipt?.text).toBe(words);
  expect(text.slice(receipt?.start, receipt?.end)).toBe(words);
  expect(receipt?.at == null ? null : formatInstant(receipt.at)).toBe(at);
});

test('without a date only the minute of the receipt is known', () => {
  expect(findReceipt('16:40发至各校', undated)).toMatchObject({ minute: 1000, day: null, at: null });
});

test.each([
  '自收到通知之日起3日内反馈',
  '2026年3月5日下发的文件',
  '今日18时接群众举报',
  '请于17:30前发至邮箱',
  '收到通知后请回复',
  '这份表今晚十点收齐',
  '明天9:00发至各村',
  '每日17:00发至各村',
])('%s tells of no receipt of the document', (text) => {
  expect(findReceipt(text, dated)).toBeNull();
});
