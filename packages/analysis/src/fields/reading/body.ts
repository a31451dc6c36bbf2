/** The rows under a header, up to where the form ends: what is printed in them, and which of them take subjects. */
import type { TableCell } from '../../document/source-text.ts';
import { isBlank, isDatum, isFieldName, isLabelLike } from './cell-words.ts';
import type { Grid } from './grid.ts';
import { MOST_ROWS } from './grid.ts';
import { ownWords, readHeader, UNIT_COLUMN, type Header } from './header.ts';
import {
  bannerOf,
  isColumnNumberRow,
  isHintRow,
  isNote,
  isNumberedNote,
  isSampleRow,
  isSignatureRow,
  isTitle,
  isTotal,
} from './row-kind.ts';
import { unitOf } from './units.ts';

export interface Body {
  /** Index of the first row that belongs to the form no more. */
  readonly end: number;
  /** Indexes of the rows of subjects, at most `MOST_ROWS` of them. */
  readonly subjects: readonly number[];
  readonly totals: readonly number[];
  /** Row numbers of the sheet. */
  readonly first: number;
  readonly last: number;
  /** Formulas and numbers of the columns: `3=1+2`. */
  readonly columnNumbers: readonly { readonly column: number; readonly words: string }[];
  /** A row of units under the header. */
  readonly units: readonly { readonly column: number; readonly words: string }[];
  /** An example of how to fill in, or a row of hints. */
  readonly hasSample: boolean;
  /** Rows that show a label beside a blank, as a card does. */
  readonly cardRows: number;
}

type RowKind = 'units' | 'end' | 'card' | 'numbers' | 'skipped' | 'sample' | 'total' | 'subject' | 'section';

/** Rows that are looked at cell by cell; those below go by their first cell. */
const CLOSELY = 60;

export function readBody(grid: Grid, header: Header): Body {
  const width = widthOf(header);
  const subjects: number[] = [];
  const totals: number[] = [];
  const columnNumbers: { column: number; words: string }[] = [];
  const units: { column: number; words: string }[] = [];
  let cardRows = 0;
  const isMatrixLike = namesUnits(header);
  let hasSample = false;
  let last = 0;
  let lastPrinted = 0;
  let index = header.end;
  let end = index;
  for (; index < grid.length; index++) {
    const kind = kindOf(grid, index, { width, looked: index - header.end, header });
    if (kind === 'end') break;
    end = index + 1;
    if (kind === 'numbers') columnNumbers.push(...numbersOf(grid, index));
    if (kind === 'units')
      units.push(
        ...numbersOf(grid, index).map(({ column, words }) => ({ column, words: words.replace(/[()]/gu, '') })),
      );
    if (kind === 'sample' || kind === 'skipped') hasSample = true;
    if (kind === 'total') totals.push(index);
    if (kind === 'card') cardRows++;
    if (kind !== 'subject') continue;
    if (subjects.length < MOST_ROWS) subjects.push(index);
    if (!isMatrixLike && subjects.length <= CLOSELY && isCardRow(grid, index, header)) cardRows++;
    last = grid.numberOf(index);
    lastPrinted = index;
  }
  const first = firstRowOf(grid, header, { subjects, totals, end });
  return {
    end,
    subjects,
    totals,
    first,
    last: Math.max(first, last, openEnd(grid, { totals, lastPrinted, end })),
    columnNumbers,
    units,
    hasSample,
    cardRows,
  };
}

/** A column of units stands beside indicators, whose names sound like labels. */
function namesUnits({ columns }: Header): boolean {
  return columns.some((column) => UNIT_COLUMN.test(ownWords(column)));
}

export function widthOf({ columns }: Header): number {
  const first = columns[0]?.column ?? 1;
  const last = columns.at(-1);
  return last === undefined ? 1 : last.column + last.columnSpan - first;
}

/** The row behind header, column numbers, hints, samples and a total printed first. */
function firstRowOf(grid: Grid, header: Header, rows: { subjects: number[]; totals: number[]; end: number }): number {
  const behindHeader = grid.numberOf(header.end - 1) + 1;
  const [first] = rows.subjects;
  let behind = behindHeader;
  for (let index = header.end; index < (first ?? rows.end); index++) {
    // A total below rows left blank ends them.
    if (rows.totals.includes(index) && grid.numberOf(index) > behind) return behind;
    behind = grid.numberOf(index) + 1;
  }
  return behind;
}

/** Blank rows that a workbook does not even mention still lie above the total or the foot. */
function openEnd(
  grid: Grid,
  { totals, lastPrinted, end }: { totals: number[]; lastPrinted: number; end: number },
): number {
  const total = totals.find((index) => index > lastPrinted);
  if (total !== undefined) return grid.numberOf(total) - 1;
  // Numbered or filled rows are all there are.
  if (end >= grid.length || lastPrinted > 0) return 0;
  const next = grid.numberOf(end);
  const words = grid.printed(end).map((cell) => grid.words(cell));
  const isFoot = isNote(words[0] ?? '') || isSignatureRow(words);
  return Math.min(isFoot ? next - 1 : next - 2, grid.numberOf(end - 1) + MOST_ROWS);
}

interface Look {
  readonly width: number;
  readonly looked: number;
  readonly header: Header;
}

function kindOf(grid: Grid, index: number, look: Look): RowKind {
  const row = grid.row(index);
  const lead = row.find((cell) => cell.start !== cell.end);
  if (lead === undefined) return 'subject';
  if (look.looked > CLOSELY && lead.columnSpan === 1 && row.length > 1) return quickKindOf(grid.words(lead));
  const words = row.flatMap((cell) => {
    const folded = grid.words(cell);
    return isBlank(folded) ? [] : [folded];
  });
  return wordsKindOf(grid, index, words, look);
}

function quickKindOf(words: string): RowKind {
  if (isTotal(words)) return 'total';
  return isNote(words) ? 'end' : 'subject';
}

function wordsKindOf(grid: Grid, index: number, words: readonly string[], look: Look): RowKind {
  const [first = ''] = words;
  if (words.length === 0) return 'subject';
  if (look.looked <= 2 && isColumnNumberRow(words)) return 'numbers';
  if (look.looked <= 2 && isUnitRow(words)) return 'units';
  if (look.looked <= 2 && isHintRow(words)) return 'skipped';
  if (isSampleRow(words)) return 'sample';
  if (isTotal(first) || (isDatum(first) && isTotal(words[1] ?? ''))) return 'total';
  if (isNote(first) || isSignatureRow(words) || endsList(grid, index, words)) return 'end';
  return bannerOf(grid, index, look.width) === null
    ? repeatedOrSubject(grid, index, words, look)
    : bannerKind(grid, index, first);
}

function endsList(grid: Grid, index: number, words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length > 1) return false;
  if (isNumberedNote(first)) return true;
  return isTitle(first) && index + 1 < grid.length && grid.printed(index + 1).length > 1;
}

/** A line over the whole width parts a list into sections, or opens what comes next. */
function bannerKind(grid: Grid, index: number, words: string): RowKind {
  if (isTitle(words) || words.length > 24) return 'end';
  return index + 1 >= grid.length || opensTable(grid, index + 1) ? 'end' : 'section';
}

/** After blank rows, a row of nothing but labels opens another table. */
function repeatedOrSubject(grid: Grid, index: number, words: readonly string[], look: Look): RowKind {
  const afterGap = grid.numberOf(index) > grid.numberOf(index - 1) + 1 || grid.printed(index - 1).length === 0;
  if (look.looked > 0 && afterGap && words.length >= 2 && opensTable(grid, index)) {
    // Labels, one row of blanks, labels again: one subject whose answers stand below their labels.
    return grid.numberOf(index) === grid.numberOf(look.header.end - 1) + 2 ? 'card' : 'end';
  }
  return 'subject';
}

function opensTable(grid: Grid, index: number): boolean {
  const words = grid.printed(index).map((cell) => grid.words(cell));
  return (
    words.length >= 2 && words.filter(isLabelLike).length >= words.length * 0.75 && readHeader(grid, index) !== null
  );
}

/** Most words are units; a column of names may say 姓名 between them. */
function isUnitRow(words: readonly string[]): boolean {
  const units = words.filter((word) => unitOf(word.replace(/[()]/gu, '')) !== null);
  return units.length > words.length / 2 && words.every((word) => !isDatum(word));
}

function numbersOf(grid: Grid, index: number): { column: number; words: string }[] {
  return grid.printed(index).map((cell) => ({ column: cell.column, words: grid.words(cell) }));
}

/** Labels with blanks or answers between them, or a label with a blank that reaches over several columns of the header. */
function isCardRow(grid: Grid, index: number, header: Header): boolean {
  const row = grid.row(index);
  const names = row.filter((cell, at) => isNameOfNext(grid, cell, row[at + 1]));
  if (names.length >= 2) return true;
  const open = row.flatMap((cell, at) => (isOpenLabel(grid, cell, row[at + 1]) ? [at] : []));
  if (open.length >= 2 && names.length > 0) return open.some((at) => at > 0 && !grid.isPrintedOrMissing(row[at - 1]));
  const next = row[(open[0] ?? 0) + 1];
  return open.length === 1 && next !== undefined && reachesOver(next, header);
}

function isNameOfNext(grid: Grid, cell: TableCell, next: TableCell | undefined): boolean {
  return isFieldName(grid.words(cell)) && !(next !== undefined && isFieldName(grid.words(next)));
}

function reachesOver({ column, columnSpan }: TableCell, { columns }: Header): boolean {
  return columnSpan > 1 && columns.some((own) => own.column > column && own.column < column + columnSpan);
}

function isOpenLabel(grid: Grid, cell: TableCell, next: TableCell | undefined): boolean {
  if (!grid.isPrinted(cell) || !isLabelLike(grid.words(cell))) return false;
  return next === undefined || !grid.isPrinted(next);
}
