import { expect, test } from 'vitest';
import { CHECKED, RUSH } from '../testing/reports.ts';
import { fingerprintOf, formatBaseline, hideKnown, keyOf, listUnused, parseBaseline, toEntries } from './baseline.ts';

const FILE = CHECKED.identity;
const [entry] = toEntries(FILE, [RUSH]);
const known = entry === undefined ? [] : [entry];

test('a known finding is hidden and kept among the suppressed', () => {
  const { result, used } = hideKnown(FILE, CHECKED.result, known);

  expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(['pressure/late-penalty']);
  expect(result.suppressed.at(-1)).toMatchObject({ ruleId: 'report/rush', by: 'baseline' });
  expect(used).toEqual(known.map(keyOf));
});

test('a second copy of a known fault is new', () => {
  const twice = { ...CHECKED.result, findings: [RUSH, { ...RUSH, start: 90, end: 98 }] };

  expect(hideKnown(FILE, twice, known).result.findings).toHaveLength(1);
});

test('spaces and full-width forms change neither entry nor fingerprint', () => {
  const respaced = { ...RUSH, quote: '３月6日 12时前' };

  expect(toEntries(FILE, [respaced])).toEqual(known);
  expect(fingerprintOf(FILE, respaced)).toBe(fingerprintOf(FILE, RUSH));
  expect(fingerprintOf('other.txt', RUSH)).not.toBe(fingerprintOf(FILE, RUSH));
});

test('an entry that hid nothing is unused, one of two alike as well', () => {
  expect(listUnused([...known, ...known], known.map(keyOf))).toEqual(known);
});

test('a baseline file is read as it was written', () => {
  expect(parseBaseline(formatBaseline(known))).toEqual(known);
});

test.each(['', '[]', '{"version":2,"entries":[]}', '{"version":1,"entries":[{"file":1}]}'])(
  '%j is no baseline',
  (text) => {
    expect(() => parseBaseline(text)).toThrow('基线文件格式不对');
  },
);
