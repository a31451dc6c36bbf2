/**
 * What reuse saved on one form for one bearer, by an open formula: every figure says how it came about. Minutes are those
 * of the burden model, so that the gate, the form's page and the yearly account can never disagree.
 */
import { estimateMinutes } from '../../burden/estimate.ts';
import type { FactorName, Factors } from '../../burden/activities.ts';
import type { Interval } from '../../report.ts';
import type { FieldType } from '../form.ts';

/** One column of a form, or one place of a card; computed ones are nobody's work and are left out. */
export interface ReusedField {
  readonly type: FieldType;
  /** The catalogue has its element. */
  readonly isKnown: boolean;
  /** The county holds a value that is fresh. */
  readonly isFresh: boolean;
}

/** One answered cell: what it was filled with beforehand (null: nothing), and what was sent. */
export interface ReusedCell {
  readonly type: FieldType;
  readonly prefilled: string | null;
  readonly answer: string;
}

/** A count or an amount with how it came about, in Chinese. Null where there is nothing to divide by. */
export interface Figure {
  readonly value: number | null;
  readonly explanation: string;
}

export interface Reuse {
  readonly fields: Figure;
  readonly known: Figure;
  readonly fresh: Figure;
  readonly prefilledCells: Figure;
  readonly unchangedCells: Figure;
  readonly correctedCells: Figure;
  readonly typedCells: Figure;
  readonly typedCharacters: Figure;
  readonly minutesWithout: Figure;
  readonly minutesWith: Figure;
  readonly minutesSaved: Figure;
  /** 0 to 1. */
  readonly wrongPrefillShare: Figure;
}

const FACTOR_OF: Readonly<Record<FieldType, FactorName>> = {
  text: 'textFields',
  'identity-number': 'textFields',
  phone: 'textFields',
  'long-text': 'longTextFields',
  number: 'numberFields',
  date: 'dateFields',
  choice: 'choiceFields',
  boolean: 'choiceFields',
  file: 'fileFields',
};

/**
 * Minutes of one bearer for a form of so many rows, when the fields for which `isPrefilled` are only looked at. The gate's
 * cost before reuse is the same call without any.
 */
export function formMinutes(
  fields: readonly { readonly type: FieldType; readonly isPrefilled: boolean }[],
  rows: number,
): Interval {
  const counts = new Map<FactorName, number>([['rows', rows]]);
  for (const { type, isPrefilled } of fields) {
    const factor = isPrefilled ? 'knownFields' : FACTOR_OF[type];
    counts.set(factor, (counts.get(factor) ?? 0) + 1);
  }
  const factors: Factors = Object.fromEntries(counts);
  return estimateMinutes('fill-form', factors) ?? NOTHING;
}

const NOTHING: Interval = { low: 0, likely: 0, high: 0 };

/** The account of one form and one bearer. Give the cells of several bearers to account for a whole county. */
export function reuseOf(fields: readonly ReusedField[], cells: readonly ReusedCell[]): Reuse {
  const prefilled = cells.filter(isPrefilled);
  const unchanged = prefilled.filter(({ prefilled: before, answer }) => before === answer);
  const typed = cells.filter((cell) => cell.answer !== '' && cell.prefilled !== cell.answer);
  const corrected = prefilled.length - unchanged.length;
  return {
    fields: figure(fields.length, '表里要人填的栏数，序号、合计等自动算出的栏不算。'),
    known: figure(fields.filter(({ isKnown }) => isKnown).length, '其中县数据目录里有的栏数。'),
    fresh: figure(fields.filter(({ isFresh }) => isFresh).length, '其中县里现有数据还在更新周期内的栏数。'),
    prefilledCells: figure(prefilled.length, '系统预先填好、交人核对的格数。'),
    unchangedCells: figure(unchanged.length, '预先填好的格里，核对后原样送出的格数。'),
    correctedCells: figure(corrected, '预先填好的格里，被人改动过的格数。'),
    typedCells: figure(typed.length, '人自己填的格数：没有预先填好的，加上改动过的。'),
    typedCharacters: figure(sumOf(typed.map(({ answer }) => Array.from(answer).length)), '人自己填的各格字数相加。'),
    ...minutesOf(cells),
    wrongPrefillShare: {
      value: prefilled.length === 0 ? null : corrected / prefilled.length,
      explanation: `改动过的格数÷预先填好的格数＝${corrected}÷${prefilled.length}。`,
    },
  };
}

function isPrefilled({ prefilled }: ReusedCell): boolean {
  return prefilled !== null && prefilled !== '';
}

/** A corrected cell costs both: it was looked at and then filled in. */
function minutesOf(cells: readonly ReusedCell[]): Pick<Reuse, 'minutesWithout' | 'minutesWith' | 'minutesSaved'> {
  const answered = cells.filter((cell) => cell.answer !== '' || isPrefilled(cell));
  const byHand = answered.map(({ type }) => ({ type, isPrefilled: false }));
  const withReuse = answered.flatMap((cell) => {
    const { type } = cell;
    if (!isPrefilled(cell)) return [{ type, isPrefilled: false }];
    const looked = { type, isPrefilled: true };
    return cell.prefilled === cell.answer ? [looked] : [looked, { type, isPrefilled: false }];
  });
  const without = rounded(formMinutes(byHand, 1).likely);
  const reused = rounded(formMinutes(withReuse, 1).likely);
  return {
    minutesWithout: figure(without, '全部格都由人填要用的分钟：每类格的单价×格数，加上打开和发送一张表的时间。'),
    minutesWith: figure(reused, '实际要用的分钟：预先填好的格只按核对计，改动过的格核对和填写都计。'),
    minutesSaved: figure(rounded(without - reused), `全部由人填 ${without} 分钟－实际 ${reused} 分钟。`),
  };
}

function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

function figure(value: number, explanation: string): Figure {
  return { value, explanation };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
