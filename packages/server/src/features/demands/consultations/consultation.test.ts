import { expect, test } from 'vitest';
import { BYTES_PER_UNIT, closesAt, drawPanel, minutesOf, replyDueAt } from './consultation.ts';

const UNITS = ['130101101201', '130101101202', '130101101203', '130101101204'];

/** One lot for each unit, the first byte of it given. */
function lots(...first: readonly number[]): Uint8Array {
  return Uint8Array.from(first.flatMap((byte) => [byte, ...Array.from({ length: BYTES_PER_UNIT - 1 }, () => 0)]));
}

test('the panel is those with the lowest lots', () => {
  expect(drawPanel(UNITS, 2, lots(200, 3, 90, 4))).toEqual(['130101101202', '130101101204']);
  expect(drawPanel(UNITS, 1, lots(16, 2, 255, 15))).toEqual(['130101101202']);
});

test('who is fewer than the panel is asked as a whole', () => {
  expect(drawPanel(UNITS, 5, lots(1, 2, 3, 4))).toEqual(UNITS);
});

test.each<[string, number, string]>([
  // A Thursday; Saturday and Sunday do not count.
  ['2026-03-05', 1, '2026-03-06T16:00:00.000Z'],
  ['2026-03-05', 3, '2026-03-10T16:00:00.000Z'],
])('from %s, %i working days end at %s', (today, days, end) => {
  expect(closesAt(today, days)).toBe(end);
});

test('a reply has five working days', () => {
  expect(replyDueAt('2026-03-05')).toBe('2026-03-12T16:00:00.000Z');
});

test('every seat counts five minutes', () => {
  expect(minutesOf(5)).toBe(25);
});
