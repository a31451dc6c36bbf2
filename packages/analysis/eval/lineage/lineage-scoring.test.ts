import { describe, expect, test } from 'vitest';
import type { ShareTruth } from './assembled.ts';
import { scoreShare, summarise } from './share-scoring.ts';
import { ratesOf, scoreTargets } from './target-scoring.ts';
import { pairOfRow } from './target-truth.ts';

const COPIED: ShareTruth = {
  low: 0.4,
  high: 0.5,
  copied: [
    { subordinate: { start: 0, end: 10 }, superior: { start: 100, end: 110 }, turned: false },
    { subordinate: { start: 20, end: 30 }, superior: { start: 140, end: 150 }, turned: true },
  ],
};

describe('a copied share', () => {
  test.each([
    [0.45, 0],
    [0.35, -0.05],
    [0.56, 0.06],
  ])('of %f is off by %f', (copiedShare, error) => {
    expect(scored(copiedShare, []).error).toBeCloseTo(error);
  });

  test('is placed only where the passage points at the right source', () => {
    const right = { start: 0, end: 8, superiorStart: 102, superiorEnd: 110, kind: 'copied' };
    const wrong = { start: 20, end: 30, superiorStart: 0, superiorEnd: 10, kind: 'copied' };

    expect(scored(0.5, [right, wrong])).toMatchObject({ placed: 8, copied: 20 });
  });

  test('leaves quoted passages out and knows turned ones', () => {
    const quoted = { start: 0, end: 10, superiorStart: 100, superiorEnd: 110, kind: 'quoted' };
    const changed = { start: 20, end: 30, superiorStart: 140, superiorEnd: 150, kind: 'changed' };

    expect(scored(0.5, [quoted, changed])).toMatchObject({ placed: 10, turned: 1, turnedFound: 1, turnedFalsely: 0 });
  });

  test('is summed up with the largest error and its sign', () => {
    expect(summarise([scored(0.45, []), scored(0.1, [])])).toMatchObject({ pairs: 2, within: 0.5, worst: 'p' });
    expect(summarise([scored(0.45, []), scored(0.1, [])]).largestError).toBeCloseTo(-0.3);
  });
});

describe('targets', () => {
  const pair = pairOfRow({
    id: 'p',
    why: 'one raised, one equal, one debatable, one added',
    superior: '一、⟦freq1:12|每月走访一次⟧。二、⟦cover1:90|参保率90%⟧。三、⟦amount1?:50|补助50元⟧。',
    subordinate:
      '一、⟦freq1:52|每周走访一次⟧。二、⟦cover1:90|参保率九成⟧。三、⟦amount1?:60|补助60元⟧。⟦added|四、交照片⟧。',
  });

  test('that rise are expected, equal and debatable ones are not', () => {
    expect(pair.truth.raised.map(({ name }) => name)).toEqual(['freq1']);
    expect(pair.truth.debatable.map(({ name }) => name)).toEqual(['amount1']);
  });

  test('are hit where both quotes overlap, and false elsewhere', () => {
    const verdicts = scoreTargets(pair, {
      copiedShare: 0,
      raised: [target('每月', '每周走访'), target('参保率90%', '参保率九成'), target('补助50元', '补助60元')],
      addedDemands: [{ quote: '交照片' }],
    });

    expect(verdicts.map(({ finding, outcome }) => `${finding} ${outcome}`)).toEqual([
      'raised hit',
      'raised false',
      'added hit',
    ]);
    expect(ratesOf(verdicts)).toMatchObject({ hits: 2, falses: 1, misses: 0, recall: 1 });
  });

  test('are missed when nothing is found', () => {
    expect(ratesOf(scoreTargets(pair, { copiedShare: 0 }))).toMatchObject({ misses: 2, recall: 0, precision: 1 });
  });

  test.each([
    ['2026-03-10', 'compressed'],
    ['2026-03-26', 'none'],
    ['2026-03-16', 'debatable'],
  ])('due on %s are %s', (due, verdict) => {
    const { truth } = pairOfRow({
      id: 'd',
      why: 'a deadline',
      superior: '请于⟦due1:2026-03-31|3月31日前⟧报送。\n2026年3月1日',
      subordinate: `请于⟦due1:${due}|${Number(due.slice(8))}日前⟧报送。\n2026年3月3日`,
    });

    expect(truth.compressed.length).toBe(verdict === 'compressed' ? 1 : 0);
    expect(truth.debatable.length).toBe(verdict === 'debatable' ? 1 : 0);
  });
});

function scored(
  copiedShare: number,
  passages: Parameters<typeof scoreShare>[1]['passages'],
): ReturnType<typeof scoreShare> {
  return scoreShare({ id: 'p', group: 'g', grade: 50, truth: COPIED }, { copiedShare, passages });
}

function target(
  superior: string,
  subordinate: string,
): { superior: { quote: string }; subordinate: { quote: string } } {
  return { superior: { quote: superior }, subordinate: { quote: subordinate } };
}
