import { expect, test } from 'vitest';
import type { Exemption, Finding } from './report.ts';
import { createChecker } from './rules/check.ts';
import { bearerOf, countBySeverity, countsInTotals, minutesSaved } from './summary.ts';

function finding(facts: Partial<Finding>): Finding {
  return {
    ruleId: 'report/rush',
    severity: 'warning',
    message: '',
    suggestion: '',
    basis: [],
    exemption: null,
    start: 0,
    end: 1,
    quote: '报',
    place: { paragraph: 1 },
    demand: null,
    hoursSaved: null,
    rewrite: null,
    ...facts,
  };
}

function hours(likely: number): Finding['hoursSaved'] {
  return { low: likely / 2, likely, high: likely * 2 };
}

test.each<[Exemption | null, boolean]>([
  [null, true],
  [{ class: 'LAW', grade: 'shown', proof: '第九条' }, false],
  [{ class: 'LAW', grade: 'named', proof: '防洪法' }, false],
  [{ class: 'LAW', grade: 'bare', proof: '依法' }, true],
  [{ class: 'EMERG', grade: 'bare', proof: '情况紧急' }, false],
])('a finding with the exemption %j counts: %s', (exemption, expected) => {
  expect(countsInTotals(finding({ exemption }))).toBe(expected);
});

test('exempt findings are in no count', () => {
  const exempt = finding({ severity: 'info', exemption: { class: 'STAT', grade: 'shown', proof: '表号' } });
  expect(countBySeverity([finding({}), finding({ severity: 'error' }), exempt])).toEqual({
    error: 1,
    warning: 1,
    info: 0,
  });
});

test('the time of one demand is saved once, the largest saving of it', () => {
  const findings = [
    finding({ demand: 0, hoursSaved: hours(1) }),
    finding({ demand: 0, hoursSaved: hours(3) }),
    finding({ demand: 1, hoursSaved: hours(0.5) }),
  ];
  expect(minutesSaved(findings, null)).toBe(210);
});

test('no more is saved than the text costs', () => {
  expect(minutesSaved([finding({ hoursSaved: hours(5) })], 120)).toBe(120);
});

test('hints save nothing, and unknown savings are unknown', () => {
  expect(minutesSaved([finding({ severity: 'info', hoursSaved: hours(1) }), finding({})], 60)).toBeNull();
});

test.each([
  [['各村（居）民委员会'], 'village'],
  [['各乡镇人民政府', '各街道办事处'], 'township'],
  [['各乡镇人民政府', '各村民委员会'], 'unit'],
  [[], 'unit'],
] as const)('%j bear the burden as %s', (recipients, bearer) => {
  const { document } = createChecker().check('');
  expect(bearerOf({ ...document, recipients })).toBe(bearer);
});
