/** The header of a list or matrix: one to six rows of labels, merged or with blanks left where a label reaches over. */
import { isFieldName, isLabelLike } from './cell-words.ts';
import type { Grid, Zone } from './grid.ts';
import { columnsOf, hasGap, trimmed, type HeaderColumn } from './header-column.ts';
import { DEEPEST, depthOf, isLabelRow, isNextLabelRow, isTotalRow } from './header-depth.ts';
import { isUnitRow } from './row-kind.ts';

export interface Header {
  readonly start: number;
  /** Index of the row behind the header. */
  readonly end: number;
  readonly columns: readonly HeaderColumn[];
  /** Where each subject takes two rows: the labels of its second one. */
  readonly secondLine: readonly HeaderColumn[];
}

/** The header that begins at a row; null where the row is none: it leaves blanks between its labels, or holds data. */
export function readHeader(grid: Grid, at: number): Header | null {
  const zone = grid.zone(at, Math.min(grid.length, at + DEEPEST + 1));
  if (!isLabelRow(grid, at) || isTotalRow(zone, grid.printed(at))) return null;
  for (let end = at + depthOf(grid, zone, at); end > at; end--) {
    const columns = columnsOf(zone, grid.numberOf(at), grid.numberOf(end - 1));
    if (!areLabels(columns) || leavesAnswer(zone, columns)) return null;
    const secondLine = secondLineOf(grid, zone, { end, columns });
    if (secondLine.length > 0) return { start: at, end: end + 1, columns: trimmed(columns), secondLine };
    // Names of rows may stand under one label like labels of columns do, but reach down.
    if (endsEvenly(grid, end, columns)) return { start: at, end, columns: trimmed(columns), secondLine };
  }
  return null;
}

/** Two labels or more, without a blank between them. */
function areLabels(columns: readonly HeaderColumn[]): boolean {
  return columns.filter(({ path }) => path.length > 0).length >= 2 && !hasGap(columns);
}

/** A blank behind the last label that is merged, or part of a table of two labels in a text, waits for an answer. */
function leavesAnswer(zone: Zone, columns: readonly HeaderColumn[]): boolean {
  const labelled = trimmed(columns);
  const last = labelled.at(-1)?.cell;
  const behind = last ? zone.at(last.row, last.column + last.columnSpan) : undefined;
  return behind !== undefined && (behind.columnSpan > 1 || (zone.grid.sheet === null && labelled.length === 2));
}

/** A label that reaches further down than others names the rows beside it, unless these show but units. */
function endsEvenly(grid: Grid, end: number, columns: readonly HeaderColumn[]): boolean {
  const lastRow = grid.numberOf(end - 1);
  const ends = columns.flatMap(({ cell }) => (cell === null ? [] : [Math.max(lastRow, cell.row + cell.rowSpan - 1)]));
  if (new Set(ends).size <= 1) return true;
  const words = end < grid.length ? grid.printed(end).map((cell) => grid.words(cell)) : [];
  return Math.max(...ends) === lastRow + 1 && (words.length === 0 || isUnitRow(words));
}

/** Share of the words of a second line that sound like labels. */
const LABELS_IN_LINE = 0.75;

/**
 * A row right under the header that is full of labels and stands under none of them: each subject takes two rows.
 * Empty where it holds answers, or where answers stand between the two.
 */
function secondLineOf(grid: Grid, zone: Zone, { end, columns }: Pick<Header, 'end' | 'columns'>): HeaderColumn[] {
  if (!isSecondLine(grid, end) || isSecondLine(grid, end + 1)) return [];
  const row = grid.numberOf(end);
  const line = columnsOf(zone, row, row).filter(({ cell }) => cell?.row === row);
  if (!areLabels(line)) return [];
  const covered = trimmed(columns).filter(({ cell }) => cell !== null && cell.row + cell.rowSpan > row);
  const isWhole = [...covered, ...line].reduce((sum, { columnSpan }) => sum + columnSpan, 0) >= trimmed(columns).length;
  return isWhole ? line : [];
}

function isSecondLine(grid: Grid, index: number): boolean {
  if (!isNextLabelRow(grid, index)) return false;
  const words = grid.printed(index).map((cell) => grid.words(cell));
  return words.some(isFieldName) && words.filter(isLabelLike).length >= words.length * LABELS_IN_LINE;
}
