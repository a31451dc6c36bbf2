import { expect, test } from 'vitest';
import { LONGEST_GAP_MINUTES, MOST_MINUTES, workingMinutes } from './working-minutes.ts';

test.each<[string, readonly string[], number | null]>([
  ['nothing', [], null],
  ['opening alone', ['2026-03-05T01:00:00Z'], null],
  ['six minutes from opening to answering', ['2026-03-05T01:00:00Z', '2026-03-05T01:06:00Z'], 6],
  ['a tap after three seconds, as one minute', ['2026-03-05T01:00:00Z', '2026-03-05T01:00:03Z'], 1],
  ['a gap of ten minutes', ['2026-03-05T01:00:00Z', '2026-03-05T01:10:00Z'], 10],
  ['a gap of eleven minutes as nothing', ['2026-03-05T01:00:00Z', '2026-03-05T01:11:00Z'], null],
  [
    'work before and after lunch, without lunch',
    ['2026-03-05T03:50:00Z', '2026-03-05T03:58:00Z', '2026-03-05T06:00:00Z', '2026-03-05T06:05:00Z'],
    13,
  ],
  ['moments that arrive out of order', ['2026-03-05T01:06:00Z', '2026-03-05T01:00:00Z', '2026-03-05T01:03:00Z'], 6],
  ['moments in several zones', ['2026-03-05T09:00:00+08:00', '2026-03-05T01:04:00Z'], 4],
])('counts %s', (_, moments, minutes) => {
  expect(workingMinutes(moments)).toBe(minutes);
});

test('is never longer than a working day', () => {
  const moments = Array.from({ length: 200 }, (_, index) =>
    new Date(Date.parse('2026-03-05T00:00:00Z') + index * LONGEST_GAP_MINUTES * 60_000).toISOString(),
  );

  expect(workingMinutes(moments)).toBe(MOST_MINUTES);
});
