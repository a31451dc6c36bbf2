import { describe, expect, test } from 'vitest';
import { assertPasses, countedMinutes, faultsOf, isOverCap, type CapDemand, type CapsLeft } from './cap.ts';

const BUREAU = '130101000011';

const meeting: CapDemand = { issuer: BUREAU, kind: 'meeting', times: 1, minutes: 600, planItem: null };
const nothing: CapsLeft = { year: 2026, caps: [], planItems: [], hasPlan: false };

function left(granted: number | null, used: number, measure: 'meeting' | 'form' | 'minutes' = 'meeting'): CapsLeft {
  return { ...nothing, caps: [{ measure, granted, used }] };
}

describe('a demand against a cap', () => {
  test.each<[string, Partial<CapDemand>, CapsLeft, boolean]>([
    ['nothing granted only counts', {}, left(null, 900), false],
    ['a cap of none lets none pass', {}, left(0, 0), true],
    ['the last of twelve passes', {}, left(12, 11), false],
    ['the thirteenth does not', {}, left(12, 12), true],
    ['a monthly meeting takes twelve', { times: 12 }, left(12, 0), false],
    ['…and not thirteen', { times: 13 }, left(12, 0), true],
    ['a cap of another kind does not matter', {}, left(0, 5, 'form'), false],
    ['the last minute passes', {}, left(6000, 5400, 'minutes'), false],
    ['one minute more does not', { minutes: 601 }, left(6000, 5400, 'minutes'), true],
    ['a cap that was lowered below its use lets none pass', {}, left(3, 5), true],
  ])('%s', (_, change, state, isOver) => {
    expect(isOverCap({ ...meeting, ...change }, state)).toBe(isOver);
  });

  test('is told which cap, and by how much', () => {
    expect(faultsOf(meeting, left(12, 12))).toEqual([
      { pointer: '/kind', detail: '2026 年会议总量 12 次，已用 12 次，本事项 1 次' },
    ]);
  });
});

describe('a demand under a plan item', () => {
  const item = { number: 'HY-01', kind: 'meeting', issuer: BUREAU, count: 2, used: 1 };
  const planned = { ...meeting, planItem: 'HY-01' };

  test.each<[string, Partial<CapDemand>, Partial<typeof item>, string[]]>([
    ['passes once more', {}, {}, []],
    ['passes no more when it is used', {}, { used: 2 }, ['计划第 HY-01 项共 2 次，已用 2 次，本事项 1 次']],
    ['passes no more often than is left', { times: 2 }, {}, ['计划第 HY-01 项共 2 次，已用 1 次，本事项 2 次']],
    ['of another issuer is none', {}, { issuer: '130101000012' }, ['2026 年计划中没有本单位的第 HY-01 项']],
    ['that does not exist is none', { planItem: 'HY-02' }, {}, ['2026 年计划中没有本单位的第 HY-02 项']],
    ['of another kind is none', { kind: 'form' }, {}, ['计划第 HY-01 项是会议，不是报表']],
    ['that was dropped is used up', {}, { count: 0, used: 0 }, ['计划第 HY-01 项共 0 次，已用 0 次，本事项 1 次']],
  ])('%s', (_, change, itemChange, details) => {
    const state = { ...nothing, hasPlan: true, planItems: [{ ...item, ...itemChange }] };

    expect(faultsOf({ ...planned, ...change }, state).map(({ detail }) => detail)).toEqual(details);
  });

  test('is not checked in a year without a plan', () => {
    expect(faultsOf(planned, nothing)).toEqual([]);
  });
});

test('what is over passes by decision only', () => {
  const faults = faultsOf(meeting, left(0, 0));

  expect(() => assertPasses(faults, 'within-cap')).toThrow(expect.objectContaining({ code: 'over-cap' }));
  expect(() => assertPasses([], 'within-cap')).not.toThrow();
  expect(() => assertPasses(faults, 'case-by-case')).not.toThrow();
  expect(() => assertPasses(faults, 'emergency')).not.toThrow();
});

test.each([
  [90.4, 90],
  [-5, 0],
  [1e300, 1_000_000_000_000],
])('%d minutes are counted as %d', (minutes, counted) => {
  expect(countedMinutes(minutes)).toBe(counted);
});
