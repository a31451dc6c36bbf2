/** How far a form has come on this device: what is still to be filled, and what does not fit. */
import { createRowChecker, type RowChecker } from '@qingzhuang/analysis';
import type { Fill } from '../../fills.ts';
import type { Cell, Field, FillForm, Row } from './draft.ts';

/** One cell with where it stands. */
export interface Place {
  readonly row: Row;
  readonly field: Field;
  readonly cell: Cell;
  /** What is wrong or doubtful with it, as a sentence. */
  readonly says: string | null;
  readonly isWrong: boolean;
}

export interface Standing {
  /** Rows that count. */
  readonly rows: number;
  /** What a clerk has to look at, row by row: what is wrong, and what nobody knows. */
  readonly toDo: readonly Place[];
  readonly changed: number;
  readonly wrong: number;
  /** What two clerks have written. */
  readonly conflicts: readonly Place[];
}

/** Checks rows of a form; a row that has not changed is checked once. */
export type CheckRow = (row: Row) => readonly Place[];

/** The places of a row, with what the row itself shows to be wrong. What the system brought is not the clerk's to mend. */
export function createRowReader({ fields }: FillForm, today: string): CheckRow {
  const read = new WeakMap<Row, readonly Place[]>();
  let checker: RowChecker | null = null;
  return (row) => {
    const known = read.get(row);
    if (known !== undefined) return known;
    const isWritten = row.cells.some(isOwn);
    if (isWritten) checker ??= createRowChecker(fields, today);
    const faults = isWritten && checker ? checker(row.cells.map(({ value }) => value)) : [];
    const places = fields.flatMap((field, at): Place[] => {
      const cell = row.cells[at];
      if (cell === undefined) return [];
      const found = isOwn(cell) ? faults.filter((fault) => fault.field === at) : [];
      const worst = found.find(({ severity }) => severity === 'wrong') ?? found[0];
      const says = worst?.message ?? cell.fault ?? cell.doubt ?? null;
      return [{ row, field, cell, says, isWrong: worst?.severity === 'wrong' || cell.fault !== undefined }];
    });
    read.set(row, places);
    return places;
  };
}

function isOwn({ state }: Cell): boolean {
  return state === 'typed' || state === 'changed';
}

/** Whether a place says anything: what the form works out itself stands empty until somebody opens the file. */
export function isShown({ field, cell }: Pick<Place, 'field' | 'cell'>): boolean {
  return !field.isComputed || cell.value !== '';
}

/** The standing of the whole form. */
export function standingOf(fill: Fill, read: ReadonlyMap<number, CheckRow>): Standing {
  const rows = fill.rows.filter(({ removed }) => removed === null);
  const places = rows.flatMap((row) => read.get(row.form)?.(row) ?? []);
  const asked = places.filter(({ field }) => !field.isComputed);
  return {
    rows: rows.length,
    toDo: asked.filter(isToDo),
    changed: asked.filter(({ cell }) => isOwn(cell)).length,
    wrong: asked.filter(({ cell, isWrong }) => isWrong && cell.conflict === undefined).length,
    conflicts: asked.filter(({ cell }) => cell.conflict !== undefined),
  };
}

function isToDo({ cell, isWrong }: Place): boolean {
  return cell.conflict === undefined && (cell.state === 'empty' || isWrong);
}

const NOUNS = ['person', 'household', 'house', 'plot', 'village', 'organisation', 'facility', 'event'] as const;
export type Noun = (typeof NOUNS)[number] | 'row';

/** What a row of the form is, by the elements that it asks for. */
export function nounOf(forms: readonly FillForm[]): Noun {
  const [first] = forms;
  if (first === undefined || forms.length > 1) return 'row';
  const kinds = first.fields.map(({ element }) => element?.split('.')[0]);
  const counts = NOUNS.map((noun) => kinds.filter((kind) => kind === noun).length);
  const most = Math.max(...counts);
  return most === 0 ? 'row' : (NOUNS[counts.indexOf(most)] ?? 'row');
}
