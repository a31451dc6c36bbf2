import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureGraded, measureStrangers, measureTargets } from './measured.ts';
import { chainPairs, gradedPairs, smallPairs, strangersOfOneTopic, strangersOfOtherTopics } from './pairs-of-half.ts';
import { HALVES } from './sections.ts';
import { summarise } from './share-scoring.ts';
import { ratesOf } from './target-scoring.ts';
import type { Finding } from './target-truth.ts';

interface Floor {
  /** Share of the graded pairs within five points. */
  readonly within: number;
  readonly unrelated: number;
  readonly targets: Readonly<Record<Finding, { readonly precision: number; readonly recall: number }>>;
}

const floors = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as Record<
  (typeof HALVES)[number],
  Floor
>;

describe.each(HALVES)('on the %s half', (half) => {
  const floor = floors[half];

  test('copied shares are no farther from the truth than before', { timeout: 60_000 }, () => {
    // Every seventh pair meets each topic, grade and recipe.
    const sample = gradedPairs(half).filter((_, at) => at % 7 === 0);

    expect(summarise(sample.map(measureGraded)).within).toBeGreaterThanOrEqual(floor.within);
  });

  test('texts that have nothing from one another show next to none', { timeout: 60_000 }, () => {
    const found = [...strangersOfOtherTopics(half).filter((_, at) => at % 5 === 0), ...strangersOfOneTopic(half)];

    expect(Math.max(...found.map(measureStrangers))).toBeLessThanOrEqual(floor.unrelated);
  });

  test('targets and demands are found no worse than before', { timeout: 60_000 }, () => {
    const verdicts = [...chainPairs(half), ...smallPairs(half)].flatMap(measureTargets);

    for (const [finding, { precision, recall }] of Object.entries(floor.targets)) {
      const rates = ratesOf(verdicts.filter((verdict) => verdict.finding === finding));

      expect(rates.precision, `${finding}, precision`).toBeGreaterThanOrEqual(precision);
      expect(rates.recall, `${finding}, recall`).toBeGreaterThanOrEqual(recall);
    }
  });
});
