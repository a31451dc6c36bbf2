/** The account of what was brought and what of it was wrong, by an open formula. Counts only: no bearer, no person. */
import { reuseOf, type FieldType, type ReusedCell } from '@qingzhuang/analysis';
import { broughtInto } from '../filling/edit.ts';
import type { AskedForm, FilledRow } from '../filling/fill.ts';

/** What is kept of a form that was handed in. */
export interface Tally {
  /** Without those that were struck out. */
  readonly rows: number;
  /** Without those that the form works out itself. */
  readonly cells: number;
  /** Of them, brought by the system. */
  readonly prefilled: number;
  /** Brought and then corrected. */
  readonly wrong: number;
  readonly minutesWithout: number;
  readonly minutesWith: number;
}

export const EMPTY_TALLY: Tally = { rows: 0, cells: 0, prefilled: 0, wrong: 0, minutesWithout: 0, minutesWith: 0 };

/** What a form comes to once it is handed in; a value that nobody has changed counts as looked at. */
export function tallyOf(asked: readonly AskedForm[], rows: readonly FilledRow[]): Tally {
  const fields = new Map(asked.map(({ form, fields: all }) => [form, all]));
  const counted = rows.filter(({ removed }) => removed === null);
  const cells = counted.flatMap(({ form, cells: ofRow }) =>
    ofRow.flatMap((cell, place): ReusedCell[] => {
      const type: FieldType | undefined = fields.get(form)?.[place]?.field.type;
      if (type === undefined || cell.state === 'computed' || cell.state === 'optional') return [];
      return [{ type, prefilled: broughtInto(cell), answer: cell.value }];
    }),
  );
  const { prefilledCells, correctedCells, minutesWithout, minutesWith } = reuseOf([], cells);
  return {
    rows: counted.length,
    cells: cells.length,
    prefilled: prefilledCells.value ?? 0,
    wrong: correctedCells.value ?? 0,
    minutesWithout: minutesWithout.value ?? 0,
    minutesWith: minutesWith.value ?? 0,
  };
}

const TENTHS = 10;

/** Minutes as they are told, to a tenth: a computation has more digits than it knows. */
export function roundMinutes(minutes: number): number {
  return Math.round(minutes * TENTHS) / TENTHS;
}

/** The figures of several forms together. */
export function addTallies(one: Tally, other: Tally): Tally {
  return {
    rows: one.rows + other.rows,
    cells: one.cells + other.cells,
    prefilled: one.prefilled + other.prefilled,
    wrong: one.wrong + other.wrong,
    minutesWithout: one.minutesWithout + other.minutesWithout,
    minutesWith: one.minutesWith + other.minutesWith,
  };
}
