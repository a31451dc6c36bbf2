import { readAttribute } from '../../markup.ts';
import type { RecordsFill } from '../../form-fill.ts';
import type { Insertion } from './growth.ts';
import { lookOf, type RowMarkup } from './sheet-rows.ts';

/** The rows of a list as the sender made them, by their number; rows that are not in the file are missing. */
export type ListRows = ReadonlyMap<number, RowMarkup>;

/** What the sender wrote into every row of a list. */
export interface ListContent {
  /** Serial numbers: the number in the first row by column; it rises by one from row to row. */
  readonly serials: ReadonlyMap<number, number>;
  /** Columns that say the same in every row. */
  readonly constants: ReadonlySet<number>;
}

/** Where rows are put in when the records outnumber the rows of the list; a count of 0 when they do not. */
export function planInsertion({ first, last, records }: RecordsFill, rows: ListRows): Insertion {
  const count = Math.max(0, records.length - (last - first + 1));
  return { first, last, at: closesList(first, last, rows) ? last : last + 1, count };
}

/** The row of the sender that a new row takes its look from, so that rows of two looks go on in turn. */
export function modelOf({ first, last, at }: Insertion, place: number): number {
  const above = at - 1;
  const before = at - 2;
  return before < first || last === first || (place - above) % 2 === 0 ? above : before;
}

/** A last row unlike the two before it, with its thick border, stays the last one. */
function closesList(first: number, last: number, rows: ListRows): boolean {
  if (last - first < 2) return false;
  const look = lookOf(rows.get(last));
  return look !== lookOf(rows.get(last - 1)) && look !== lookOf(rows.get(last - 2));
}

export function contentOfList(first: number, last: number, rows: ListRows): ListContent {
  const lines = Array.from({ length: last - first + 1 }, (_, index) => rows.get(first + index));
  const columns = lines[0]?.cells.map(({ column }) => column) ?? [];
  const serials = new Map<number, number>();
  const constants = new Set<number>();
  for (const column of columns) {
    const cells = lines.map((line) => line?.cells.find((cell) => cell.column === column));
    const numbers = cells.map((cell) => (cell === undefined ? undefined : plainNumber(cell.tag, cell.inner)));
    const [start] = numbers;
    if (start !== undefined && numbers.every((number, index) => number === start + index)) {
      if (lines.length > 1 || start === 1) serials.set(column, start);
    } else if (lines.length > 1 && cells.every((cell) => isSame(cell, cells[0]))) constants.add(column);
  }
  return { serials, constants };
}

interface Content {
  readonly tag: string;
  readonly inner: string;
}

function isSame(cell: Content | undefined, model: Content | undefined): boolean {
  if (cell === undefined || model === undefined || cell.inner === '') return false;
  return cell.inner === model.inner && readAttribute(cell.tag, 't') === readAttribute(model.tag, 't');
}

/** The number that a cell holds by itself, without formula. */
function plainNumber(tag: string, inner: string): number | undefined {
  const type = readAttribute(tag, 't');
  if (type !== undefined && type !== 'n') return undefined;
  const digits = /^\s*<(?:[\w.-]+:)?v>(\d{1,9})<\/(?:[\w.-]+:)?v>\s*$/u.exec(inner)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
