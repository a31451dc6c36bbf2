/** How many rows of labels a header has. */
import type { TableCell } from '../../document/source-text.ts';
import { isBarred, isBrief, isDatum, isLabelLike, withoutLayoutSpaces } from './cell-words.ts';
import type { Grid, Zone } from './grid.ts';
import { labelReaching } from './header-column.ts';
import { isColumnNumberRow, isHeadRow, isNote, isSampleRow, isTotal } from './row-kind.ts';

/** Rows of labels, at most. */
export const DEEPEST = 6;

export function isLabelRow(grid: Grid, index: number): boolean {
  const words = grid.printed(index).map((cell) => grid.words(cell));
  if (words.length === 0 || !words.every(mayBeLabel)) return false;
  return !isColumnNumberRow(words) && !isSampleRow(words) && !isHeadRow(words);
}

/** Not 合计 under a label of several columns. */
export function isTotalRow(zone: Zone, [first]: readonly TableCell[]): boolean {
  return first?.column === zone.firstColumn && isTotal(zone.words(first));
}

/** Years may head a column: 2024年. */
function mayBeLabel(words: string): boolean {
  if (/^20\d\d年?(?:度|末|底)?$/u.test(words)) return true;
  return (
    isBrief(words) &&
    !isDatum(words) &&
    !isBarred(words) &&
    !isNote(words) &&
    !/:(?!\))|__|[□☐]|年 *月 *日/u.test(words.replace(/\([^()]*\)|^其中:/gu, ''))
  );
}

export function depthOf(grid: Grid, zone: Zone, at: number): number {
  let depth = 1;
  while (depth < DEEPEST && continues(grid, zone, at + depth)) depth++;
  return depth;
}

/** The row holds only labels and stands right below the one before. */
export function isNextLabelRow(grid: Grid, index: number): boolean {
  return index < grid.length && grid.numberOf(index) === grid.numberOf(index - 1) + 1 && isLabelRow(grid, index);
}

/** The row holds only labels, and two or more of them stand under one that reaches over several columns. */
function continues(grid: Grid, zone: Zone, index: number): boolean {
  const own = grid.printed(index);
  if (own.length < 2 || !isNextLabelRow(grid, index) || isTotalRow(zone, own)) return false;
  const row = grid.numberOf(index);
  const children = childrenByParent(zone, row, own);
  const single = children.get(UNDER_COMPLETE) ?? [];
  children.delete(UNDER_COMPLETE);
  const shared = [...children].filter(([parent, cells]) => isShared(zone, row - 1, parent, cells));
  const alone = [...children.values()].filter((cells) => cells.length === 1);
  if (shared.length === 0 || new Set([...shared.map(([, cells]) => cells), ...alone]).size < children.size)
    return false;
  // Under a label of one column stands a label only in deep headers; a row of data stands there otherwise.
  const isDeep = isCoveredFromAbove(zone, row) || single.every((cell) => isLowerLabel(zone, cell));
  return isDeep && single.length <= own.length / 2;
}

function childrenByParent(zone: Zone, row: number, own: readonly TableCell[]): Map<number, TableCell[]> {
  const children = new Map<number, TableCell[]>();
  for (const cell of own) {
    const parent = parentColumn(zone, row, cell);
    children.set(parent, [...(children.get(parent) ?? []), cell]);
  }
  return children;
}

/** A label of the row above reaches down into this one: both are header. */
function isCoveredFromAbove(zone: Zone, row: number): boolean {
  for (let column = zone.firstColumn; column <= zone.lastColumn; column++) {
    const cell = zone.at(row, column);
    if (cell !== undefined && cell.row < row && zone.wordsAt(row, column) !== '') return true;
  }
  return false;
}

function isLowerLabel(zone: Zone, cell: TableCell): boolean {
  return isLabelLike(zone.words(cell)) && zone.at(cell.row - 1, cell.column)?.rowSpan === 1;
}

/** Labels that have no parts: what stands beside them blank is their answer. */
const ATOMIC = /(?:姓名|性别|民族|年龄|电话|号码?|住址|地址|日期|学历|身份证)$/u;
/** Of a cell under a label that is complete by itself, and of one under nothing. */
const UNDER_COMPLETE = -1;
const UNDER_NOTHING = 0;

/** Column of the label that the cell stands under. */
function parentColumn(zone: Zone, row: number, cell: TableCell): number {
  const above = zone.at(row - 1, cell.column);
  if (above !== undefined && zone.wordsAt(row - 1, cell.column) !== '') return parentAbove(zone, row, { above, cell });
  // A merged blank waits for an answer.
  if (above !== undefined && above.columnSpan > 1) return UNDER_COMPLETE;
  return labelReaching(zone, row - 1, cell.column)?.column ?? UNDER_NOTHING;
}

function parentAbove(zone: Zone, row: number, { above, cell }: { above: TableCell; cell: TableCell }): number {
  const end = above.column + above.columnSpan;
  if (above.row + above.rowSpan > row) return UNDER_COMPLETE;
  if (above.columnSpan > 1) return end >= cell.column + cell.columnSpan ? above.column : UNDER_COMPLETE;
  if (ATOMIC.test(withoutLayoutSpaces(zone.words(above)))) return UNDER_COMPLETE;
  return reachesRight(zone, row, end) ? above.column : UNDER_COMPLETE;
}

function reachesRight(zone: Zone, row: number, end: number): boolean {
  const isSingle = (zone.at(row - 1, end)?.columnSpan ?? 1) === 1;
  return isSingle && zone.wordsAt(row - 1, end) === '' && zone.wordsAt(row, end) !== '';
}

/** Two or more stand under it, without a blank between them where it is not merged. */
function isShared(zone: Zone, rowAbove: number, parent: number, cells: readonly TableCell[]): boolean {
  if (parent === UNDER_NOTHING) return true;
  const [first] = cells;
  if (cells.length < 2 || first === undefined) return false;
  if ((zone.at(rowAbove, parent)?.columnSpan ?? 1) > 1) return true;
  return first.column === parent && cells.every((cell, at) => at === 0 || cell.column === endOf(cells[at - 1]));
}

function endOf(cell: TableCell | undefined): number {
  return cell === undefined ? 0 : cell.column + cell.columnSpan;
}
