import { expect, test } from 'vitest';
import { closingLines } from './skips-reporter.ts';

test('a run ends with each skipped test by name and one line of totals', () => {
  const lines = closingLines([
    { state: 'passed', file: 'a.test.ts', name: 'adds' },
    { state: 'failed', file: 'a.test.ts', name: 'subtracts' },
    { state: 'skipped', file: 'web.test.ts', name: 'opens a page', note: 'no browser starts here' },
    { state: 'skipped', file: 'b.test.ts', name: 'reads the corpus' },
  ]);

  expect(lines).toEqual([
    'skipped: web.test.ts > opens a page (no browser starts here)',
    'skipped: b.test.ts > reads the corpus',
    '1 passed, 1 failed, 2 skipped',
  ]);
});
