import { expect, test } from 'vitest';
import { countAttempt, secondsToWait } from './attempt.ts';

const lastAt = '2026-03-05T02:00:00.000Z';

function after(seconds: number): Date {
  return new Date(Date.parse(lastAt) + seconds * 1000);
}

test.each([
  [0, 0, 0],
  [4, 0, 0],
  [5, 0, 60],
  [5, 59.5, 1],
  [5, 60, 0],
  [6, 0, 120],
  [7, 0, 240],
  [8, 0, 480],
  [9, 0, 900],
  [60, 0, 900],
  [60, 900, 0],
])('after %i failures, %d seconds ago, the next attempt waits %i', (failures, ago, seconds) => {
  expect(secondsToWait({ failures, lastAt }, after(ago))).toBe(seconds);
});

test.each([
  [0, 0, 1],
  [4, 60, 5],
  [9, 86_399, 10],
  [9, 86_400, 1],
])('%i failures, the last %i seconds ago, become %i', (failures, ago, next) => {
  expect(countAttempt({ failures, lastAt }, after(ago))).toBe(next);
});
