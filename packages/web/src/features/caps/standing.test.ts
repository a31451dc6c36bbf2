import { expect, test } from 'vitest';
import { byIssuer, isFull, shareOf } from './standing.ts';

function cap(issuer: string, measure: 'form' | 'minutes', used: number, granted: number | null, overCap = 0) {
  const left = granted === null ? null : granted - used;
  return { issuer, issuerName: issuer, year: 2026, measure, used, granted, left, overCap };
}

test('issuers stand by the fullest of their own caps, and one without any comes last', () => {
  const issuers = byIssuer([
    cap('uncapped', 'form', 90, null),
    cap('half', 'form', 1, 10),
    cap('half', 'minutes', 50, 100),
    cap('full', 'form', 4, 4, 1),
    cap('full', 'minutes', 4, 400, 1),
  ]);

  expect(issuers.map(({ issuer, fullest }) => [issuer, fullest?.measure ?? null])).toEqual([
    ['full', 'form'],
    ['half', 'minutes'],
    ['uncapped', null],
  ]);
  expect(issuers.map(isFull)).toEqual([true, false, false]);
  expect(issuers[0]?.overCap).toBe(1);
});

test('what is used of nothing is beyond any share', () => {
  expect(shareOf({ used: 1, granted: 0 })).toBeGreaterThan(1);
  expect(shareOf({ used: 0, granted: 0 })).toBe(0);
  expect(shareOf({ used: 5, granted: null })).toBe(-1);
});
