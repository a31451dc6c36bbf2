import { describe, expect, test } from 'vitest';
import { atOnePlace } from './clause-source.ts';

const CLAUSE = { start: 0, end: 30, from: 10, to: 30, endsSentence: true };
/** Eleven signs of the clause stand at 200. */
const LONGEST = { left: 15, right: 200, length: 11 };

describe('the place that a clause was taken from', () => {
  test('is where most of it stands: the same words elsewhere are left out', () => {
    const elsewhere = { left: 27, right: 900, length: 3 };

    expect(atOnePlace([], CLAUSE, [LONGEST, elsewhere])).toEqual([LONGEST]);
  });

  test('holds words that its chain had to leave to another clause', () => {
    const before = { left: 10, right: 195, length: 4 };

    expect(atOnePlace([before, LONGEST], CLAUSE, [LONGEST])).toEqual([before, LONGEST]);
  });

  test('is better known from all runs than from the few of a chain', () => {
    const lost = { left: 12, right: 40, length: 2 };

    expect(atOnePlace([lost, LONGEST], CLAUSE, [lost])).toEqual([LONGEST]);
  });

  test('gives each sign once, to the run in line with the longest', () => {
    const inLine = { left: 27, right: 212, length: 3 };
    const aside = { left: 26, right: 190, length: 4 };

    expect(atOnePlace([LONGEST, aside, inLine], CLAUSE, [LONGEST])).toEqual([LONGEST, inLine]);
  });

  test('takes of a run what lies in the clause', () => {
    expect(atOnePlace([], CLAUSE, [LONGEST])).toEqual([LONGEST]);
    expect(atOnePlace([{ left: 5, right: 60, length: 40 }], CLAUSE, [])).toEqual([{ left: 10, right: 65, length: 20 }]);
  });
});
