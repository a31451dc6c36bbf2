import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createChecker } from '../src/index.ts';
import { readEvaluationSet, readRuleSeverities } from './evaluation-set.ts';
import { scoreSet, tally } from './scoring.ts';

const floors = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as Record<
  'tuning' | 'measuring',
  { readonly precision: number; readonly recall: number }
>;

describe.each(['tuning', 'measuring'] as const)('on the %s set', (name) => {
  test('errors and warnings are no less precise and no less complete than before', { timeout: 60_000 }, () => {
    const { verdicts } = scoreSet(readEvaluationSet(name), createChecker(), readRuleSeverities());
    const { precision, recall } = tally(verdicts.filter(({ severity }) => severity !== 'info'));

    expect(precision).toBeGreaterThanOrEqual(floors[name].precision);
    expect(recall).toBeGreaterThanOrEqual(floors[name].recall);
  });
});
