import type { ChainLevel } from '@qingzhuang/analysis';
import { documents } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { toldLevel, type KnownLevel } from './chain.ts';

const ABOVE = '0198c0de-0000-7000-8000-000000000001';
const KNOWN: KnownLevel = {
  ...{ id: '0198c0de-0000-7000-8000-000000000002', demand: null, level: 'county', issuer: null, issuerName: null },
  ...{ title: '通知', docNumber: null, datedOn: null, characters: 10, superiorBy: 'found', bearers: 20 },
};

function level(passages: readonly { readonly start: number; readonly end: number }[]): ChainLevel {
  return {
    minutes: null,
    minutesAdded: 1.2345,
    measures: { measures: 0, local: 0 },
    valueAdded: null,
    comparison: {
      ...{
        copiedShare: 0.5,
        boilerplateShare: 0,
        raised: [],
        deadlineCompressed: [],
        addedDemands: [],
        localMeasures: [],
      },
      passages: passages.map(({ start, end }) => ({
        ...{ start, end, superiorStart: start, superiorEnd: end, similarity: 1, kind: 'copied' as const },
        ...{ quote: '字'.repeat(end - start), superiorQuote: '字'.repeat(end - start) },
      })),
    },
  };
}

test('a level tells how many passages there are, the longest first and no more than thirty of them', () => {
  const passages = Array.from({ length: 40 }, (_, at) => ({ start: at * 100, end: at * 100 + at + 1 }));
  const told = toldLevel(KNOWN, level(passages), ABOVE).comparison?.passages;

  expect(told?.count).toBe(40);
  expect(told?.items.map(({ start, end }) => end - start)).toEqual(Array.from({ length: 30 }, (_, at) => 40 - at));
});

test('a long quote is cut, and its places still say where it ends', () => {
  const told = toldLevel(KNOWN, level([{ start: 0, end: 501 }]), ABOVE).comparison?.passages.items[0];

  expect(told).toMatchObject({
    start: 0,
    end: 501,
    quote: `${'字'.repeat(500)}…`,
    superiorQuote: `${'字'.repeat(500)}…`,
  });
  const whole = toldLevel(KNOWN, level([{ start: 0, end: 500 }]), ABOVE).comparison?.passages.items[0];
  expect(whole?.quote).toBe('字'.repeat(500));
});

test('what a level adds is told for all who bear it, and in the shape of the contract', () => {
  const told = toldLevel(KNOWN, level([]), ABOVE);

  expect([told.minutesAdded, told.hoursAdded]).toEqual([1.2, 0.4]);
  expect(documents.ChainLevel.parse(told)).toEqual(told);
  expect(toldLevel({ ...KNOWN, bearers: null }, level([]), ABOVE).hoursAdded).toBeNull();
});
