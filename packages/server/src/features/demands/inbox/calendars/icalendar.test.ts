import { expect, test } from 'vitest';
import { writeCalendar, type CalendarEvent } from './icalendar.ts';

const event: CalendarEvent = {
  uid: 'a@b',
  sequence: 3,
  changedAt: '2026-03-05T02:00:00.000Z',
  start: '2026-03-09T16:30:00.000Z',
  end: '2026-03-09T17:00:00.000Z',
  summary: '参加会议',
  description: '通知',
  location: null,
  status: 'CONFIRMED',
};

test('times stand in the zone of China, stamps in UTC', () => {
  const lines = writeCalendar('村', [event]).split('\r\n');

  expect(lines).toContain('DTSTART;TZID=Asia/Shanghai:20260310T003000');
  expect(lines).toContain('DTSTAMP:20260305T020000Z');
  expect(lines.at(-1)).toBe('');
});

test.each<[string, string]>([
  ['a,b;c\\d', String.raw`SUMMARY:a\,b\;c\\d`],
  ['两行\n文字', String.raw`SUMMARY:两行\n文字`],
  ['旧式\r\n换行', String.raw`SUMMARY:旧式\n换行`],
  ['x\rEND:VCALENDAR', String.raw`SUMMARY:x\nEND:VCALENDAR`],
  ['x\u2028END:VCALENDAR\u0085', String.raw`SUMMARY:x\nEND:VCALENDAR\n`],
  ['钟\u0007声', 'SUMMARY:钟 声'],
])('the text %j stays inside its value', (summary, line) => {
  expect(writeCalendar('村', [{ ...event, summary }]).split('\r\n')).toContain(line);
});

test('no line is longer than 75 bytes, no character is cut, and unfolding gives the text back', () => {
  const summary = '核对危房𠮷信息'.repeat(40);

  const text = writeCalendar('村', [{ ...event, summary }]);

  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}`);
});
