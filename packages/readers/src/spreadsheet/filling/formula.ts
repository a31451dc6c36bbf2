import type { Growth } from './growth.ts';
import { isWithin, LAST_COLUMN, LAST_ROW, readCorner, writeCorner, type Corner } from './reference.ts';

/** The growth of each sheet by its name in lower case: sheet names do not tell cases apart. */
export type Growths = ReadonlyMap<string, Growth>;

/** Where a formula stands; the row is undefined for one that stands in no cell. */
export interface Home {
  readonly sheet: string;
  readonly row: number | undefined;
}

interface Reference {
  /** As written, with its `!`; empty when the formula means its own sheet. */
  readonly prefix: string;
  readonly from: Corner;
  readonly to: Corner | undefined;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}\p{N}_.\\\[\]]+(?::[\p{L}\p{N}_.\\]+)?)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const AREA = String.raw`${CELL}:${CELL}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}|${CELL}`;
/** In this order: text, error value, reference, name or function, structured reference or index of a file, number. */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|#[\p{L}\p{N}/_]+[!?]?|(${SHEET})?(${AREA})(?![\p{L}\p{N}_.(!\[])|${SHEET}|[\p{L}_\\][\p{L}\p{N}_.\\?]*|\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?`,
  'gu',
);

/** The formula after rows were inserted, with ranges over a list that has grown. */
export function growFormula(formula: string, home: Home, growths: Growths): string {
  return rewrite(formula, ({ prefix, from, to }) => {
    const sheet = prefix === '' ? home.sheet : sheetOf(prefix);
    const growth = growths.get(sheet.toLowerCase());
    if (growth === undefined) return undefined;
    if (to === undefined) return prefix + writeCorner(withRow(from, (row) => growth.row(row)));
    const row = sheet.toLowerCase() === home.sheet.toLowerCase() ? home.row : undefined;
    const end = withRow(to, (last) => growth.lastRowInFormula(from.row ?? 1, last, { row, isEndFixed: to.isRowFixed }));
    return `${prefix}${writeCorner(withRow(from, (first) => growth.row(first)))}:${writeCorner(end)}`;
  });
}

/** The formula as it reads when copied so many rows down and columns to the right. */
export function copyFormula(formula: string, rows: number, columns = 0): string {
  return rewrite(formula, ({ prefix, from, to }) => {
    const [start, end] = [
      moveCorner(from, rows, columns),
      to === undefined ? undefined : moveCorner(to, rows, columns),
    ];
    if (start === undefined || (to !== undefined && end === undefined)) return '#REF!';
    return end === undefined ? prefix + writeCorner(start) : `${prefix}${writeCorner(start)}:${writeCorner(end)}`;
  });
}

function rewrite(formula: string, write: (reference: Reference) => string | undefined): string {
  return formula.replace(TOKEN, (token, prefix: string | undefined, area: string | undefined) => {
    if (area === undefined) return token;
    const [start = '', end] = area.split(':');
    const [from, to] = [readCorner(start), end === undefined ? undefined : readCorner(end)];
    if (from === undefined || (end !== undefined && to === undefined)) return token;
    return write({ prefix: prefix ?? '', from, to }) ?? token;
  });
}

/** The sheet that a prefix names. Other files (`[1]表!`) and runs of sheets (`一月:三月!`) come out as no sheet's name. */
function sheetOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function withRow(corner: Corner, move: (row: number) => number): Corner {
  return corner.row === undefined ? corner : { ...corner, row: move(corner.row) };
}

/** Undefined when the copy would lie off the sheet. */
function moveCorner(corner: Corner, rows: number, columns: number): Corner | undefined {
  const row = corner.isRowFixed ? corner.row : shift(corner.row, rows);
  const column = corner.isColumnFixed ? corner.column : shift(corner.column, columns);
  return isWithin(row, LAST_ROW) && isWithin(column, LAST_COLUMN) ? { ...corner, row, column } : undefined;
}

function shift(place: number | undefined, by: number): number | undefined {
  return place === undefined ? undefined : place + by;
}
