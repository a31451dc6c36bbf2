import { columnLetters, columnNumber } from '../cell-reference.ts';

/** Rows and columns count from 1. A side that is undefined is open: `A:C` has no rows, `3:5` no columns. */
export interface Corner {
  readonly column: number | undefined;
  readonly row: number | undefined;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

/** An area of one sheet. */
export interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** Reads `$C5`, `C` or `5`; undefined for anything else and for what lies off the sheet. */
export function readCorner(text: string): Corner | undefined {
  const found = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d{1,7}))?$/u.exec(text);
  if (found === null || text === '') return undefined;
  const [, fixedColumn, letters, fixedRow, digits] = found;
  const column = letters === undefined ? undefined : columnNumber(letters);
  const row = digits === undefined ? undefined : Number(digits);
  if (!isWithin(column, LAST_COLUMN) || !isWithin(row, LAST_ROW)) return undefined;
  return { column, row, isColumnFixed: fixedColumn === '$', isRowFixed: fixedRow === '$' };
}

/** True for a place on the sheet, and for the open side of a range. */
export function isWithin(place: number | undefined, last: number): boolean {
  return place === undefined || (place >= 1 && place <= last);
}

export function writeCorner({ column, row, isColumnFixed, isRowFixed }: Corner): string {
  const letters = column === undefined ? '' : `${isColumnFixed ? '$' : ''}${columnLetters(column)}`;
  return row === undefined ? letters : `${letters}${isRowFixed ? '$' : ''}${row}`;
}

/** Reads `A1` or `A1:C5`; open sides reach to the end of the sheet. */
export function readArea(reference: string): Area | undefined {
  const [start = '', end = start] = reference.split(':');
  const [from, to] = [readCorner(start), readCorner(end)];
  if (from === undefined || to === undefined) return undefined;
  return {
    firstRow: from.row ?? 1,
    lastRow: to.row ?? LAST_ROW,
    firstColumn: from.column ?? 1,
    lastColumn: to.column ?? LAST_COLUMN,
  };
}
