/** Sums over verdicts. Shares of nothing are 1. */
import type { FieldVerdict, WorkbookVerdict } from './field-verdicts.ts';

export interface ReadingTally {
  readonly expected: number;
  readonly placed: number;
  /** Placed, with the whole label path as a person reads it. */
  readonly labelled: number;
  readonly typed: number;
  readonly measured: number;
  readonly extra: number;
}

export function tallyReading({ fields, extra }: WorkbookVerdict): ReadingTally {
  return {
    expected: fields.length,
    placed: countWhere(fields, ({ found }) => found !== null),
    labelled: countWhere(fields, ({ isLabelRight }) => isLabelRight),
    typed: countWhere(fields, ({ isTypeRight }) => isTypeRight),
    measured: countWhere(fields, ({ isUnitRight }) => isUnitRight),
    extra: extra.length,
  };
}

export interface MatchTally {
  /** Fields for which the program named an element. */
  readonly answered: number;
  readonly right: number;
  /** Fields that have an element. */
  readonly known: number;
  /** Fields that have an element, were read, and were left open. */
  readonly abstained: number;
  /** Of those: the element stands among the three that a person is asked about. */
  readonly offered: number;
  /** Right of answered, right of known. */
  readonly precision: number;
  readonly recall: number;
}

export function tallyMatches(fields: readonly FieldVerdict[]): MatchTally {
  const right = countWhere(fields, ({ verdict }) => verdict === 'right');
  const answered = right + countWhere(fields, ({ verdict }) => verdict === 'wrong');
  const known = countWhere(fields, ({ expected }) => expected.element !== null);
  const abstained = fields.filter(({ verdict }) => verdict === 'abstained');
  return {
    answered,
    right,
    known,
    abstained: abstained.length,
    offered: countWhere(abstained, ({ expected, match }) =>
      (match?.candidates ?? []).some(({ element }) => element === expected.element),
    ),
    precision: shareOf(right, answered),
    recall: shareOf(right, known),
  };
}

export interface ReliabilityBin {
  /** Confidence from here up to a tenth more. */
  readonly from: number;
  readonly answered: number;
  readonly right: number;
}

const BINS = 10;

/** How often answers of each confidence are right. */
export function tallyReliability(fields: readonly FieldVerdict[]): ReliabilityBin[] {
  const answers = fields.filter(({ verdict }) => verdict === 'right' || verdict === 'wrong');
  return Array.from({ length: BINS }, (_, bin) => {
    const inBin = answers.filter(
      ({ match }) => Math.min(BINS - 1, Math.floor((match?.confidence ?? 0) * BINS)) === bin,
    );
    return {
      from: bin / BINS,
      answered: inBin.length,
      right: countWhere(inBin, ({ verdict }) => verdict === 'right'),
    };
  });
}

export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function countWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length;
}
