import type { check } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { returnReasons, type ReturnFacts } from './return-reason.ts';

const valid: ReturnFacts = {
  codeState: 'admitted',
  hasCode: true,
  expiresOn: '2026-03-05',
  today: '2026-03-05',
  findings: [],
};

const finding: check.Finding = {
  ruleId: 'report/rush',
  severity: 'error',
  message: '限时过短。',
  suggestion: '',
  basis: [{ key: 'a', title: '若干规定', clause: '第七条', confidence: 'verified' }],
  exemption: null,
  start: 0,
  end: 4,
  quote: '今日下班前',
  place: {},
  demand: null,
  hoursSaved: null,
  rewrite: null,
};

test.each<[string, Partial<ReturnFacts>, readonly string[]]>([
  ['a demand that stands', {}, []],
  ['its last day', { expiresOn: '2026-03-05' }, []],
  ['no code', { hasCode: false }, ['no-valid-code']],
  ['a code that has expired', { codeState: 'expired', expiresOn: '2026-03-04' }, ['expired']],
  ['a withdrawn one', { codeState: 'withdrawn' }, ['no-valid-code']],
  ['a suspended one', { codeState: 'suspended' }, ['no-valid-code']],
  [
    'a duty of others',
    { findings: [{ ...finding, ruleId: 'gate/reclaimed-duty', severity: 'warning' }] },
    ['off-duty-list'],
  ],
  ['an error', { findings: [finding] }, ['error-finding']],
  ['the same rule twice, once', { findings: [finding, { ...finding, start: 9 }] }, ['error-finding']],
  ['a warning', { findings: [{ ...finding, severity: 'warning' }] }, []],
  [
    'an error that an exemption clears',
    { findings: [{ ...finding, exemption: { class: 'LAW', grade: 'shown', proof: '依法' } }] },
    [],
  ],
])('%s gives %#', (_, facts, codes) => {
  expect(returnReasons({ ...valid, ...facts }).map(({ code }) => code)).toEqual(codes);
});

test('only a verified clause is quoted', () => {
  const reported = { key: 'b', title: '某地通知', clause: '第三条', confidence: 'reported' } as const;

  const [quoted] = returnReasons({ ...valid, findings: [{ ...finding, basis: [...finding.basis, reported] }] });
  const [open] = returnReasons({ ...valid, findings: [{ ...finding, basis: [reported] }] });

  expect(quoted).toMatchObject({ grounds: '《若干规定》第七条', confidence: 'verified', quote: '今日下班前' });
  expect(open).toMatchObject({ grounds: '依据待核', confidence: 'unverified' });
});
