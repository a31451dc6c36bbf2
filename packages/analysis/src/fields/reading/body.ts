/** The rows under a header, up to where the form ends: what is printed in them, and which of them take subjects. */
import type { TableCell } from '../../document/source-text.ts';
import { isBlank, isBrief, isDatum, isFieldName, isLabelLike } from './cell-words.ts';
import type { Grid } from './grid.ts';
import { MOST_ROWS } from './grid.ts';
import { readHeader, type Header } from './header.ts';
import { isIndicatorLabel, ownWords, UNIT_COLUMN } from './header-column.ts';
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
  isUnitRow,
} from './row-kind.ts';

interface ColumnWord {
  readonly column: number;
  readonly words: string;
}

export interface Body {
  /** Index of the first row that belongs to the form no more. */
  readonly end: number;
  /** Indexes of the rows of subjects, at most `MOST_ROWS` of them. */
  readonly subjects: readonly number[];
  readonly totals: readonly number[];
  /** Indexes of the lines that part it. */
  readonly sections: readonly number[];
  /** Row numbers of the sheet. */
  readonly first: number;
  readonly last: number;
  /** Formulas and numbers of the columns: `3=1+2`. */
  readonly columnNumbers: readonly ColumnWord[];
  /** A row of units under the header. */
  readonly units: readonly ColumnWord[];
  /** An example of how to fill in, or a row of hints. */
  readonly hasSample: boolean;
  /** Rows that show a label beside a blank, as a card does. */
  readonly cardRows: number;
}

type RowKind = 'subject' | 'repeated' | 'numbers' | 'units' | 'hints' | 'sample' | 'total' | 'section' | 'card' | 'end';

/** Rows that are looked at cell by cell; those below go by their first cell. */
const CLOSELY = 60;

/** Reads on until notes, signatures or another table; title and head of the table begin at row `from`. */
export function readBody(grid: Grid, header: Header, from = header.start): Body {
  const rows: Record<RowKind, number[]> = {
    subject: [],
    repeated: [],
    numbers: [],
    units: [],
    hints: [],
    sample: [],
    total: [],
    section: [],
    card: [],
    end: [],
  };
  const look = { width: widthOf(header), header, above: rowsAbove(grid, from, header.end) };
  let index = header.end;
  for (; index < grid.length; index++) {
    const kind = kindOf(grid, index, { ...look, looked: index - header.end });
    if (kind === 'end') break;
    rows[kind].push(index);
  }
  const { subject, total } = rows;
  const extent = { end: index, totals: total, lastSubject: subject.at(-1) ?? null };
  const first = firstRowOf(grid, header, subject[0] ?? index);
  return {
    end: index,
    subjects: subject.slice(0, MOST_ROWS),
    totals: total.slice(0, MOST_ROWS),
    sections: rows.section.slice(0, MOST_ROWS),
    first,
    last: Math.max(first, lastRowOf(grid, extent)),
    columnNumbers: rows.numbers.flatMap((at) => wordsByColumn(grid, at)),
    units: rows.units.flatMap((at) => wordsByColumn(grid, at)),
    hasSample: rows.sample.length + rows.hints.length > 0,
    cardRows: rows.card.length + countCardRows(grid, header, subject),
  };
}

function countCardRows(grid: Grid, header: Header, subjects: readonly number[]): number {
  return namesIndicators(header)
    ? 0
    : subjects.slice(0, CLOSELY).filter((index) => isCardRow(grid, index, header)).length;
}

/** The names of indicators sound like labels; a column of units stands beside them. */
function namesIndicators({ columns }: Header): boolean {
  return hasUnitColumn({ columns }) || columns.some((column) => isIndicatorLabel(ownWords(column)));
}

function hasUnitColumn({ columns }: Pick<Header, 'columns'>): boolean {
  return columns.some((column) => UNIT_COLUMN.test(ownWords(column)));
}

function widthOf({ columns }: Header): number {
  const first = columns[0]?.column ?? 1;
  const last = columns.at(-1);
  return last === undefined ? 1 : last.column + last.columnSpan - first;
}

interface Extent {
  readonly end: number;
  readonly totals: readonly number[];
  readonly lastSubject: number | null;
}

/** The row behind header, column numbers, hints, samples and a total printed first. */
function firstRowOf(grid: Grid, header: Header, firstSubject: number): number {
  let behind = lastRowOfHeader(grid, header) + 1;
  for (let index = header.end; index < firstSubject; index++) {
    // Below rows left blank stand a total, or the header again.
    if (grid.numberOf(index) > behind) return behind;
    behind = grid.numberOf(index) + 1;
  }
  return behind;
}

/** Its labels may be merged over rows of which a workbook stores nothing. */
function lastRowOfHeader(grid: Grid, { end, columns }: Header): number {
  const last = grid.numberOf(end - 1);
  const next = end < grid.length ? grid.numberOf(end) : Infinity;
  const reached = columns.map(({ cell }) => (cell === null ? 0 : cell.row + cell.rowSpan - 1));
  return Math.max(last, ...reached.filter((row) => row < next));
}

/** Blank rows that a workbook does not even mention still lie above the total or the foot. */
function lastRowOf(grid: Grid, { end, totals, lastSubject }: Extent): number {
  const last = lastSubject === null ? 0 : grid.numberOf(lastSubject);
  const total = totals.find((index) => index > (lastSubject ?? 0));
  if (total !== undefined) return grid.numberOf(total) - 1;
  // Numbered or filled rows are all there are.
  if (lastSubject !== null || end >= grid.length) return last;
  const words = grid.printed(end).map((cell) => grid.words(cell));
  const isFoot = isNote(words[0] ?? '') || isSignatureRow(words);
  const before = grid.numberOf(end) - (isFoot ? 1 : 2);
  return Math.min(before, grid.numberOf(end - 1) + MOST_ROWS);
}

interface Look {
  readonly width: number;
  readonly looked: number;
  readonly header: Header;
  /** Rows of title, head and header, by their first words: a new page prints them again. */
  readonly above: ReadonlyMap<string, ReadonlySet<string>>;
}

function rowsAbove(grid: Grid, from: number, end: number): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = new Map<string, Set<string>>();
  for (let index = from; index < end; index++) {
    const [lead] = grid.printed(index);
    if (lead === undefined) continue;
    const words = grid.words(lead);
    rows.set(words, (rows.get(words) ?? new Set()).add(wordsOfRow(grid, index)));
  }
  return rows;
}

function wordsOfRow(grid: Grid, index: number): string {
  return grid
    .printed(index)
    .map((cell) => grid.words(cell))
    .join('\t');
}

function kindOf(grid: Grid, index: number, look: Look): RowKind {
  const row = grid.row(index);
  const lead = row.find((cell) => cell.start !== cell.end);
  if (lead === undefined) return 'subject';
  if (look.above.get(grid.words(lead))?.has(wordsOfRow(grid, index)) === true) return 'repeated';
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

/** Rows right under the header that are none of subjects. */
const UNDER_HEADER = 2;

const ROW_KINDS: readonly (readonly [RowKind, (words: readonly string[], looked: number) => boolean])[] = [
  ['subject', (words) => words.length === 0],
  ['numbers', (words, looked) => looked <= UNDER_HEADER && isColumnNumberRow(words)],
  ['units', (words, looked) => looked <= UNDER_HEADER && isUnitRow(words)],
  ['hints', (words, looked) => looked <= UNDER_HEADER && isHintRow(words)],
  ['sample', isSampleRow],
  ['total', ([first = '', second = '']) => isTotal(first) || (isDatum(first) && isTotal(second))],
  ['end', (words) => isNote(words[0] ?? '') || isNamedNote(words) || isSignatureRow(words)],
];

/** 说明 in a cell of its own, the sentence beside it. */
function isNamedNote([first = '', second = '']: readonly string[]): boolean {
  return isNote(`${first}:`) && (isNumberedNote(second) || !isBrief(second));
}

function wordsKindOf(grid: Grid, index: number, words: readonly string[], look: Look): RowKind {
  const known = ROW_KINDS.find(([, holds]) => holds(words, look.looked))?.[0];
  // Where the units stand in a column, none stand in a row.
  if (known !== undefined && !(known === 'units' && hasUnitColumn(look.header))) return known;
  if (endsList(grid, index, words)) return 'end';
  const isBanner = bannerOf(grid, index, look.width) !== null;
  return isBanner ? bannerKind(grid, index, words[0] ?? '') : openerOrSubject(grid, index, look);
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
function openerOrSubject(grid: Grid, index: number, look: Look): RowKind {
  const afterGap = grid.numberOf(index) > grid.numberOf(index - 1) + 1 || grid.printed(index - 1).length === 0;
  if (look.looked === 0 && !afterGap) return 'subject';
  // Labels, one row of blanks, labels again: one subject whose answers stand below their labels.
  const isAlternating = grid.numberOf(index) === grid.numberOf(look.header.end - 1) + 2;
  if (!afterGap || !opensTable(grid, index, isAlternating ? LABELS_AMONG_BLANKS : LABELS)) return 'subject';
  return isAlternating ? 'card' : 'end';
}

/** Share of the words of a row that sound like labels where it opens another table. */
const LABELS = 0.75;
const LABELS_AMONG_BLANKS = 0.5;

function opensTable(grid: Grid, index: number, least = LABELS): boolean {
  const words = grid.printed(index).map((cell) => grid.words(cell));
  return (
    words.length >= 2 && words.filter(isLabelLike).length >= words.length * least && readHeader(grid, index) !== null
  );
}

function wordsByColumn(grid: Grid, index: number): ColumnWord[] {
  return grid.printed(index).map((cell) => ({ column: cell.column, words: grid.words(cell).replace(/^\(|\)$/gu, '') }));
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
