import { LAST_ROW } from './reference.ts';

/** Rows put into a list. All numbers are rows of the sender's sheet, from 1. */
export interface Insertion {
  /** The rows that take records. */
  readonly first: number;
  readonly last: number;
  /** The row that the new ones stand before: `last + 1`, or `last` when that row closes the list with a look of its own. */
  readonly at: number;
  readonly count: number;
}

/**
 * How an area follows rows that are inserted right below its last one. `area`: it takes them in if it is higher than one
 * row; `each-row`: always, because what holds for a row of the list holds for a new one.
 */
export type Following = 'area' | 'each-row';

/** Where a formula stands that refers to an area: its row when it stands on the sheet that grows. */
export interface Viewpoint {
  readonly row: number | undefined;
  /** The last row of the area is written with `$`. */
  readonly isEndFixed: boolean;
}

/** Where the rows of one sheet go. Insertions are sorted and do not overlap. */
export class Growth {
  readonly insertions: readonly Insertion[];

  constructor(insertions: readonly Insertion[]) {
    this.insertions = insertions.filter(({ count }) => count > 0).toSorted((left, right) => left.at - right.at);
  }

  /** The row that a row of the sender becomes. */
  row(row: number): number {
    let moved = row;
    for (const { at, count } of this.insertions) if (row >= at) moved += count;
    return Math.min(moved, LAST_ROW);
  }

  /** The last row of an area of the sender's sheet after the growth. */
  lastRow(first: number, last: number, following: Following): number {
    const insertion = this.#below(last);
    const grows =
      insertion !== undefined &&
      (following === 'each-row' ? last >= insertion.first : isAfterBlock(insertion) && first < last);
    return grows ? this.row(last) + insertion.count : this.row(last);
  }

  /** The same for an area in a formula. */
  lastRowInFormula(first: number, last: number, { row, isEndFixed }: Viewpoint): number {
    const insertion = this.#below(last);
    if (insertion === undefined || !isAfterBlock(insertion)) return this.row(last);
    // Within the last record's own row, `C10:E10` and a running total `C$5:C10` speak of that record only.
    const isOwnRow = row === last && !isEndFixed;
    const grows = first < last ? !isOwnRow : insertion.first === insertion.last && row !== last;
    return grows ? this.row(last) + insertion.count : this.row(last);
  }

  #below(last: number): Insertion | undefined {
    return this.insertions.find(({ at }) => at === last + 1);
  }
}

function isAfterBlock({ at, last }: Insertion): boolean {
  return at === last + 1;
}
