import { describe, expect, test } from 'vitest';
import { differencesOf, type Draft, withField, withWay } from './draft.ts';

const DRAFT: Draft = {
  title: '关于核实危房的通知',
  ask: '核对危房信息',
  issuer: '130101000011',
  bearers: ['130101101000', '130101102000'],
  dueAt: '2026-12-01T10:00:00Z',
  expiresOn: '2027-01-01',
  planItem: null,
  details: { kind: 'plaque', name: '示范村', directoryNo: null, plaques: 1, timesPerYear: 1 },
};

describe('two versions of a draft', () => {
  test('do not differ by the order of bearers, by the spelling of an instant or by the order of details', () => {
    const same: Draft = {
      ...DRAFT,
      bearers: DRAFT.bearers.toReversed(),
      dueAt: '2026-12-01T18:00:00+08:00',
      details: { timesPerYear: 1, plaques: 1, directoryNo: null, name: '示范村', kind: 'plaque' },
    };
    expect(differencesOf(DRAFT, same)).toEqual([]);
  });

  test('differ by what somebody has changed, and taking a field back settles it', () => {
    const yours: Draft = { ...DRAFT, ask: '核对 12 户危房信息', dueAt: null };
    expect(differencesOf(DRAFT, yours).map(({ field }) => field)).toEqual(['ask', 'dueAt']);
    const settled = withField(yours, DRAFT, 'ask');
    expect(differencesOf(DRAFT, settled).map(({ field }) => field)).toEqual(['dueAt']);
  });
});

describe('a cheaper way', () => {
  test('takes the place of the details and leaves out the units it names', () => {
    const details = { ...DRAFT.details, plaques: 1, timesPerYear: 1, otherMinutes: 10 } as Draft['details'];
    const changed = withWay(DRAFT, { details, leaveOut: ['130101102000'] });
    expect(changed).toEqual({ ...DRAFT, details, bearers: ['130101101000'] });
  });

  test('never leaves a demand without anybody', () => {
    expect(withWay(DRAFT, { details: null, leaveOut: DRAFT.bearers })).toEqual(DRAFT);
  });
});
