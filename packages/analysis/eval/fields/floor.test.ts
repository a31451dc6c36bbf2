import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureSet } from './measured.ts';
import { shareOf, tallyMatches, tallyReading } from './tallies.ts';
import { readWorkbookSet, SET_NAMES, type SetName } from './workbook-set.ts';

interface Floor {
  readonly placed: number;
  readonly labelled: number;
  readonly precision: number;
  readonly recall: number;
}

const FLOORS = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as Partial<
  Record<SetName, Floor>
>;

describe.each(SET_NAMES.filter((set) => readWorkbookSet(set).length > 0))('on the %s workbooks', (set) => {
  const floor = FLOORS[set];

  test.skipIf(floor === undefined)(
    'fields are read and matched no worse than before',
    { timeout: 60_000 },
    async () => {
      const verdicts = await measureSet(set);
      const { expected, placed, labelled } = tallyReading(verdicts);
      const { precision, recall } = tallyMatches(verdicts.fields);

      expect(shareOf(placed, expected)).toBeGreaterThanOrEqual(floor?.placed ?? 1);
      expect(shareOf(labelled, expected)).toBeGreaterThanOrEqual(floor?.labelled ?? 1);
      expect(precision).toBeGreaterThanOrEqual(floor?.precision ?? 1);
      expect(recall).toBeGreaterThanOrEqual(floor?.recall ?? 1);
    },
  );
});
