/** The columns of a header: the labels over each, from the outermost to its own. */
import type { TableCell } from '../../document/source-text.ts';
import { isSerialLabel } from './field-of.ts';
import type { Zone } from './grid.ts';
import { PART, readLabel, type Label } from './label.ts';

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

export const UNIT_COLUMN = /^(?:计量|计算)?单位$/u;
const CODE_COLUMN = /^(?:代码|指标代码|编码|行次|栏次|编号)$/u;

const INDICATORS =
  /^(?:(?:统计|调查|考核|考评|评价|评分|检查|排查|自查|主要|[一二三]级)?(?:指标|项目)(?:名称)?|类别|类型|内容|事项|科目|品种|名目|分类|种类|甲|检查(?:内容|项目)|作物(?:名称|品种)?|产品(?:名称)?|工作(?:内容|任务)|自查内容|排查内容|要素|问题|题目|资金来源|用途|年龄段|(?:农)?产品类别|疫苗(?:名称)?|灾种|物资名称|名称)$/u;

/** Heads the names of what is measured, and not those of subjects: 指标名称, 项目. */
export function isIndicatorLabel(words: string): boolean {
  return INDICATORS.test(words);
}

export function ownWords({ path }: HeaderColumn): string {
  return path.at(-1)?.words ?? '';
}

/** A column beside the names of the rows which does not name them: serial number, code, unit of measure. */
export function isAside(column: HeaderColumn): boolean {
  const words = ownWords(column);
  return UNIT_COLUMN.test(words) || CODE_COLUMN.test(words) || isSerialLabel(words);
}

export function columnsOf(zone: Zone, firstRow: number, lastRow: number): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  for (let column = zone.firstColumn; column <= zone.lastColumn;) {
    const cells = stackAt(zone, column, firstRow, lastRow);
    const own = cells.at(-1) ?? null;
    const columnSpan = own?.column === column ? ownSpan(zone, own, lastRow) : 1;
    const path = pathOf(zone, cells);
    const isPart = path.some(({ words }) => PART.test(words));
    columns.push({ column, columnSpan, path: partOfWhole(path, columns), cell: own, isPart });
    column += columnSpan;
  }
  return columns;
}

/** Up to the first column that has a label of its own below. */
function ownSpan(zone: Zone, { row, rowSpan, column, columnSpan }: TableCell, lastRow: number): number {
  const below = row + rowSpan;
  for (let span = 1; below <= lastRow && span < columnSpan; span++)
    if (zone.wordsAt(lastRow, column + span) !== '') return span;
  return Math.max(1, columnSpan);
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
  const cell = labelReaching(zone, row, column);
  return cell !== undefined && zone.wordsAt(row + 1, cell.column) !== '' ? cell : undefined;
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
export function hasGap(columns: readonly HeaderColumn[]): boolean {
  const first = columns.findIndex(({ path }) => path.length > 0);
  const last = columns.findLastIndex(({ path }) => path.length > 0);
  // A serial number begins a list whatever stands beside it.
  if (isSerialLabel(columns[first]?.path.at(-1)?.words ?? '')) return false;
  return first > 2 || columns.slice(first, last + 1).some((column) => column.path.length === 0 || isBlankChild(column));
}

/** Under a label of several columns only the first may have none of its own: the whole before its parts. */
function isBlankChild({ column, cell }: HeaderColumn): boolean {
  return cell !== null && cell.columnSpan > 1 && cell.column < column;
}

/** Without the columns behind the last label. */
export function trimmed(columns: readonly HeaderColumn[]): HeaderColumn[] {
  return columns.slice(0, columns.findLastIndex(({ path }) => path.length > 0) + 1);
}

/** None reaches over blank cells that are merged: they wait for an answer. */
export function labelReaching(zone: Zone, row: number, from: number): TableCell | undefined {
  for (let column = from; column >= zone.firstColumn; column--) {
    const cell = zone.at(row, column);
    if (cell === undefined) continue;
    const isSingle = cell.columnSpan === 1 && cell.rowSpan === 1;
    if (zone.wordsAt(row, column) !== '') return isSingle ? cell : undefined;
    if (!isSingle) return undefined;
  }
  return undefined;
}
