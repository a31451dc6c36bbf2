import { expect, test } from 'vitest';
import { afterAttempt, failingSince, isGivenUp, isReceived } from './webhook.ts';

const AT = '2026-03-05T02:00:00.000Z';

test.each([
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [199, false],
  [404, false],
  [null, false],
])('%s is a receipt: %s', (status, expected) => {
  expect(isReceived(status)).toBe(expected);
});

test.each<[number, number, string]>([
  // Half way between least and most there is no jitter.
  [1, 0.5, '2026-03-05T02:00:30.000Z'],
  [2, 0.5, '2026-03-05T02:02:00.000Z'],
  [3, 0.5, '2026-03-05T02:08:00.000Z'],
  [6, 0.5, '2026-03-05T10:32:00.000Z'],
  [7, 0.5, '2026-03-05T22:00:00.000Z'],
  [9, 0.5, '2026-03-05T22:00:00.000Z'],
  [1, 0, '2026-03-05T02:00:24.000Z'],
  [1, 0.999_999, '2026-03-05T02:00:36.000Z'],
])('after attempt %i with chance %d the next one is at %s', (number, random, nextTryAt) => {
  expect(afterAttempt({ number, status: 500, at: AT, random })).toEqual({ state: 'waiting', nextTryAt });
});

test.each<[number, number | null, string]>([
  [10, 500, 'given-up'],
  [12, null, 'given-up'],
  [1, 410, 'given-up'],
  [1, 204, 'delivered'],
  [10, 200, 'delivered'],
])('after attempt %i with status %s it is %s', (number, status, state) => {
  expect(afterAttempt({ number, status, at: AT, random: 0.5 })).toEqual({ state, nextTryAt: null });
});

test('all attempts together take about three days', () => {
  let at = AT;
  for (let number = 1; number < 10; number += 1) {
    at = afterAttempt({ number, status: 503, at, random: 0.5 }).nextTryAt ?? '';
  }

  expect((Date.parse(at) - Date.parse(AT)) / 3_600_000).toBeCloseTo(71.4, 1);
});

test('an address fails since its first failure after a receipt', () => {
  expect(failingSince(null, { status: 500, at: AT })).toBe(AT);
  expect(failingSince('2026-03-01T00:00:00.000Z', { status: 500, at: AT })).toBe('2026-03-01T00:00:00.000Z');
  expect(failingSince('2026-03-01T00:00:00.000Z', { status: 200, at: AT })).toBeNull();
});

test.each<[string | null, number | null, boolean]>([
  ['2026-02-28T02:00:00.001Z', 500, false],
  ['2026-02-28T02:00:00.000Z', 500, true],
  ['2026-02-28T02:00:00.000Z', null, true],
  [null, 200, false],
  [null, 410, true],
])('failing since %s, now %s: given up %s', (since, status, expected) => {
  expect(isGivenUp(since, { status, at: AT })).toBe(expected);
});
