import type { demands } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

const MINUTES = { low: 60, likely: 120, high: 240 };

const finding: demands.GateFinding = {
  ruleId: 'gate/overlap',
  severity: 'warning',
  message: '1个承接单位在同一时间已有「防汛会商」。',
  suggestion: '改到空着的时间。',
  basis: [],
  exemption: null,
  hoursSaved: null,
  demands: [],
  units: [],
  sameAs: null,
};

const SCREENING: demands.Screening = {
  at: '2026-03-05T02:00:00Z',
  findings: [],
  register: [finding],
  unchecked: ['年度总量', '年度计划'],
  cheaperWays: [],
  perBearerMinutes: MINUTES,
  totalMinutes: MINUTES,
  assumptions: [],
  coordination: [],
};

function differ(changes: Partial<demands.Screening>): ReturnType<typeof differencesOf> {
  return differencesOf(SCREENING, { ...SCREENING, ...changes });
}

test('the order of what is said, and when it is said, make no difference', () => {
  expect(differ({ at: '2027-01-01T00:00:00Z', unchecked: ['年度计划', '年度总量'] })).toEqual([]);
});

test('what only one of the two says is named on its side', () => {
  expect(differ({ register: [], unchecked: ['年度总量', '年度计划', '基层意见'] })).toEqual([
    { part: 'register', recorded: [finding.message], replayed: [] },
    { part: 'unchecked', recorded: [], replayed: ['基层意见'] },
  ]);
});

test('a finding that is said once more is a difference, and one that weighs more', () => {
  expect(differ({ register: [finding, finding] })).toEqual([
    { part: 'register', recorded: [], replayed: [finding.message] },
  ]);
  expect(differ({ register: [{ ...finding, severity: 'error' }] })).toHaveLength(1);
});

test('hours that differ are said in minutes', () => {
  expect(differ({ totalMinutes: { ...MINUTES, likely: 121 } })).toEqual([
    {
      part: 'totalMinutes',
      recorded: ['60 至 240 分钟，可能 120 分钟'],
      replayed: ['60 至 240 分钟，可能 121 分钟'],
    },
  ]);
});
