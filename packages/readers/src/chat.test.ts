import { expect, test } from 'vitest';
import { readChat } from './chat.ts';

function messages(text: string): unknown[] | undefined {
  return readChat(text)?.blocks.map(({ start, end, sender, sentAt }) => [sender, sentAt, text.slice(start, end)]);
}

test.each([
  [
    'name, date and time above the words',
    '赵敏 2026-03-02 09:00\n请各村今天报数。\n下班前给我。\n\n东村-钱会计 2026-03-02 09:05\n收到\n',
    [
      ['赵敏', '2026-03-02 09:00', '请各村今天报数。\n下班前给我。'],
      ['东村-钱会计', '2026-03-02 09:05', '收到'],
    ],
  ],
  [
    'date and time before the name and its number',
    '消息记录（此消息记录为文本格式）\n================\n2026-03-02 9:00:12 赵敏(10002345)\n明早开会\n',
    [['赵敏(10002345)', '2026-03-02 9:00:12', '明早开会']],
  ],
  [
    'time in brackets, words on the same line',
    '[09:00] 赵敏: 明早开会\n[09:02] 孙浩: 好的\n',
    [
      ['赵敏', '09:00', '明早开会'],
      ['孙浩', '09:02', '好的'],
    ],
  ],
  [
    'names only',
    '王主任：各村把表交上来\n\n李梅：哪张表？\n李梅：上周的吗\n',
    [
      ['王主任', undefined, '各村把表交上来'],
      ['李梅', undefined, '哪张表？'],
      ['李梅', undefined, '上周的吗'],
    ],
  ],
])('a log with %s becomes messages', (_, text, expected) => {
  expect(messages(text)).toEqual(expected);
});

test('the text stays as pasted, so that offsets point into what a person sees', () => {
  const text = '赵敏 2026-03-02 09:00\n请报数\n';

  expect(readChat(text)?.text).toBe(text);
});

test.each([
  ['a notice', '关于开会的通知\n各村：\n时间：2026年3月5日9:00\n地点：三楼会议室\n'],
  ['labels only', '时间：3月5日9:00\n地点：三楼\n参会人员：各村书记\n联系人：李梅\n'],
  ['an agenda', '3月5日 9:00 报到\n3月5日 9:30 开幕\n3月5日 14:30 分组讨论\n'],
  ['one line with a colon', '李梅：你好'],
  ['a speech', '同志们：\n今天开个会。\n'],
  ['nothing', ''],
])('%s is no chat', (_, text) => {
  expect(readChat(text)).toBeNull();
});
