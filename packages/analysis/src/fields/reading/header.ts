/** The header of a list or matrix: one to six rows of labels, merged or with blanks left where a label reaches over. */
import type { TableCell } from '../../document/source-text.ts';
import { isBarred, isBrief, isDatum, isLabelLike, withoutLayoutSpaces } from './cell-words.ts';
import { isSerialLabel } from './field-of.ts';
import type { Grid, Zone } from './grid.ts';
import { readLabel, type Label } from './label.ts';
import { isColumnNumberRow, isHeadRow, isNote, isSampleRow, isTotal } from './row-kind.ts';

export interface HeaderColumn {
  readonly column: number;
  readonly columnSpan: number;
  /** From the outermost header to the column's own; empty for a corner without words. */
  readonly path: readonly Label[];
  /** The cell of the column's own words. */
  readonly cell: TableCell | null;
  /** 其中: it belongs to the column before. */
  readonly isPart: boolean;
}

const PART = /^其中[:：]? ?/u;
export const UNIT_COLUMN = /^(?:计量|计算)?单位$/u;
const CODE_COLUMN = /^(?:代码|指标代码|编码|行次|栏次|编号)$/u;

export function ownWords({ path }: HeaderColumn): string {
  return path.at(-1)?.words ?? '';
}

/** A column beside the names of the rows which does not name them: serial number, code, unit of measure. */
export function isAside(column: HeaderColumn): boolean {
  const words = ownWords(column);
  return UNIT_COLUMN.test(words) || CODE_COLUMN.test(words) || isSerialLabel(words);
}

export interface Header {
  /** Index of the row behind the header. */
  readonly end: number;
  readonly columns: readonly HeaderColumn[];
}

const DEEPEST = 6;

/** The header that begins at a row; null where the row is none: it leaves blanks between its labels, or holds data. */
export function readHeader(grid: Grid, at: number): Header | null {
  const zone = grid.zone(at, Math.min(grid.length, at + DEEPEST + 1));
  if (!isLabelRow(grid, at)) return null;
  const depth = depthOf(grid, zone, at);
  const columns = columnsOf(zone, grid.numberOf(at), grid.numberOf(at + depth - 1));
  const labelled = columns.filter(({ path }) => path.length > 0);
  if (labelled.length < 2 || hasGap(columns)) return null;

  return { end: at + depth, columns: trimmed(columns) };
}

function isLabelRow(grid: Grid, index: number): boolean {
  const words = grid.printed(index).map((cell) => grid.words(cell));
  if (words.length === 0 || !words.every(mayBeLabel)) return false;
  return !isColumnNumberRow(words) && !isSampleRow(words) && !isHeadRow(words) && !isTotal(words[0] ?? '');
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

function depthOf(grid: Grid, zone: Zone, at: number): number {
  let depth = 1;
  while (depth < DEEPEST && continues(grid, zone, at + depth)) depth++;
  return depth;
}

/** The row holds only labels, and two or more of them stand under one that reaches over several columns. */
function continues(grid: Grid, zone: Zone, index: number): boolean {
  if (index >= grid.length || grid.numberOf(index) !== grid.numberOf(index - 1) + 1) return false;
  const own = grid.printed(index);
  if (own.length < 2 || !isLabelRow(grid, index)) return false;
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
  if (above === undefined || zone.wordsAt(row - 1, cell.column) === '') return leftParent(zone, row - 1, cell.column);
  const end = above.column + above.columnSpan;
  if (above.row + above.rowSpan > row) return UNDER_COMPLETE;
  if (above.columnSpan > 1) return end >= cell.column + cell.columnSpan ? above.column : UNDER_COMPLETE;
  if (ATOMIC.test(withoutLayoutSpaces(zone.words(above)))) return UNDER_COMPLETE;
  const reachesRight = zone.wordsAt(row - 1, end) === '' && zone.wordsAt(row, end) !== '';
  return reachesRight ? above.column : UNDER_COMPLETE;
}

/** The label to the left that reaches over a blank. */
function leftParent(zone: Zone, row: number, from: number): number {
  for (let column = from - 1; column >= zone.firstColumn; column--) {
    const left = zone.at(row, column);
    if (left === undefined || zone.wordsAt(row, column) === '') continue;
    return left.columnSpan === 1 && left.rowSpan === 1 ? column : UNDER_NOTHING;
  }
  return UNDER_NOTHING;
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

function columnsOf(zone: Zone, firstRow: number, lastRow: number): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  const firstColumn = Math.min(zone.firstColumn, 1 + zone.firstColumn);
  for (let column = firstColumn; column <= zone.lastColumn;) {
    const cells = stackAt(zone, column, firstRow, lastRow);
    const own = cells.at(-1) ?? null;
    const isOwn = own !== null && own.column === column;
    const columnSpan = own !== null && isOwn ? Math.max(1, own.columnSpan) : 1;
    const path = pathOf(zone, cells);
    const isPart = path.some(({ words }) => PART.test(words));
    columns.push({ column, columnSpan, path: partOfWhole(path, columns), cell: own, isPart });
    column += columnSpan;
  }
  return columns;
}

/** The printed cells over a column, the outermost first; one to the left reaches over the blanks beside it. */
function stackAt(zone: Zone, column: number, firstRow: number, lastRow: number): TableCell[] {
  const stack: TableCell[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const cell = zone.wordsAt(row, column) === '' ? reachingOver(zone, row, column, lastRow) : zone.at(row, column);
    if (cell !== undefined && stack.at(-1) !== cell) stack.push(cell);
  }
  return stack;
}

function reachingOver(zone: Zone, row: number, column: number, lastRow: number): TableCell | undefined {
  if (row === lastRow || zone.wordsAt(row + 1, column) === '') return undefined;
  for (let left = column - 1; left >= zone.firstColumn; left--) {
    const cell = zone.at(row, left);
    if (cell === undefined || zone.wordsAt(row, left) === '') continue;
    const reaches = cell.columnSpan === 1 && cell.rowSpan === 1 && zone.wordsAt(row + 1, left) !== '';
    return reaches ? cell : undefined;
  }
  return undefined;
}

function pathOf(zone: Zone, cells: readonly TableCell[]): Label[] {
  const path: Label[] = [];
  for (const cell of cells) {
    const label = readLabel(zone.words(cell));
    if (label.words !== '' && path.at(-1)?.words !== label.words) path.push(label);
  }
  return path;
}

/** 其中：流转面积 beside 经营面积 is part of it, and so is what stands under 其中. */
function partOfWhole(path: readonly Label[], columns: readonly HeaderColumn[]): readonly Label[] {
  const at = path.findIndex(({ words }) => PART.test(words));
  const part = path[at];
  if (part === undefined) return path;
  const whole = columns.findLast(({ isPart }) => !isPart)?.path ?? [];
  const words = part.words.replace(PART, '');
  return [...whole, ...(words === '' ? [] : [{ ...part, words }]), ...path.slice(at + 1)];
}

/** A column without a label between labelled ones; a corner at the left may be empty. */
function hasGap(columns: readonly HeaderColumn[]): boolean {
  const first = columns.findIndex(({ path }) => path.length > 0);
  const last = columns.findLastIndex(({ path }) => path.length > 0);
  // A serial number begins a list whatever stands beside it.
  if (isSerialLabel(columns[first]?.path.at(-1)?.words ?? '')) return false;
  return first > 2 || columns.slice(first, last + 1).some(({ path }) => path.length === 0);
}

/** Without the columns behind the last label. */
function trimmed(columns: readonly HeaderColumn[]): HeaderColumn[] {
  return columns.slice(0, columns.findLastIndex(({ path }) => path.length > 0) + 1);
}
