import { countsInTotals } from '@qingzhuang/analysis';
import { expect, test } from 'vitest';
import { CHECKED, ENCRYPTED, PENALTY, RUSH } from '../testing/reports.ts';
import { addTallies, EMPTY_TALLY, exitCodeOf, type FailPolicy, tallyOf } from './tally.ts';

const NOTHING = { ...EMPTY_TALLY, files: 1 };
const INTERNAL = { ...ENCRYPTED, error: { code: 'internal', message: '' } } as const;

test.each<[string, Partial<typeof NOTHING>, FailPolicy, number]>([
  ['nothing found', {}, { failLevel: 'info' }, 0],
  ['an error', { errors: 1 }, { failLevel: 'error' }, 1],
  ['a warning below the fail level', { warnings: 1 }, { failLevel: 'error' }, 0],
  ['a warning at the fail level', { warnings: 1 }, { failLevel: 'warning' }, 1],
  ['a hint at the fail level', { infos: 1 }, { failLevel: 'info' }, 1],
  ['as many warnings as allowed', { warnings: 2 }, { failLevel: 'error', maxWarnings: 2 }, 0],
  ['one warning too many', { warnings: 3 }, { failLevel: 'error', maxWarnings: 2 }, 1],
  ['an unreadable file beside an error', { errors: 1, unreadable: 1 }, { failLevel: 'error' }, 2],
  ['a fault of the program beside all', { errors: 1, unreadable: 2, failures: [INTERNAL] }, { failLevel: 'error' }, 3],
])('%s decides the exit code', (_name, found, policy, code) => {
  expect(exitCodeOf({ ...NOTHING, ...found }, policy)).toBe(code);
});

test('an exempt finding counts nowhere, a bare claim does not help', () => {
  expect(countsInTotals(PENALTY)).toBe(false);
  expect(countsInTotals({ ...PENALTY, exemption: { class: 'LAW', grade: 'bare', proof: '依法' } })).toBe(true);
  expect(countsInTotals(RUSH)).toBe(true);
});

test('tallies add up', () => {
  const sum = addTallies(tallyOf(CHECKED), tallyOf(ENCRYPTED));

  expect(sum).toMatchObject({ files: 2, errors: 1, warnings: 0, infos: 0, unreadable: 1, failures: [ENCRYPTED] });
});

test('a text that nobody can make out is no clean file', () => {
  const document = { ...CHECKED.result.document, unreadable: true };

  expect(tallyOf({ ...CHECKED, result: { ...CHECKED.result, document } }).unreadable).toBe(1);
});
