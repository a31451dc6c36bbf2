/** A list inside a card: family members, plots, projects. Its columns are asked once, named rows each for themselves. */
import type { TableCell } from '../../document/source-text.ts';
import { isDatum, isFieldName, isLabelLike } from './cell-words.ts';
import type { Zone } from './grid.ts';
import { readLabel, type Label } from './label.ts';
import { isOpen, isPlainLabel, type Slot } from './slots.ts';

export interface InnerColumn {
  readonly path: readonly Label[];
  /** The cell of its label. */
  readonly cell: TableCell;
}

export interface InnerList {
  readonly columns: ReadonlyMap<number, InnerColumn>;
  /** The first row of answers. */
  readonly row: number;
  /** Its rows are named: 父亲, 母亲. */
  readonly hasRowNames: boolean;
}

/** Two labels or more with nothing to fill between them, and blanks below. */
export function isInnerHeader(zone: Zone, core: readonly Slot[], row: number): boolean {
  if (core.length < 2) return false;
  if (!core.every((slot) => slot.cell.row === row && isColumnLabel(slot))) return false;
  const open = core.filter(({ cell }) => isOpen(zone.words(zone.at(row + cell.rowSpan, cell.column))));
  return open.length >= 2 && open.length > core.length / 2;
}

function isColumnLabel({ isOpen: isBlankSlot, words }: Slot): boolean {
  return !isBlankSlot && isPlainLabel(words) && !words.includes(':');
}

/** Labels enough to head a list; blanks at the right end of the table are no part of it. */
const FEWEST_LABELS = 3;

/** The slots without the blanks behind the last label, where labels enough stand before them. */
export function withoutBlankEnd(core: readonly Slot[]): readonly Slot[] {
  const labels = core.slice(0, core.findLastIndex(({ words }) => words !== '') + 1);
  return labels.length >= FEWEST_LABELS ? labels : core;
}

export function openInnerList(zone: Zone, core: readonly Slot[], outer: readonly Label[]): InnerList {
  const [first] = core;
  const row = first === undefined ? 0 : first.cell.row + first.cell.rowSpan;
  const name = first === undefined ? '' : zone.wordsAt(row, first.cell.column);
  return {
    columns: new Map(
      core.map(({ cell, words }) => [cell.column, { path: [...outer, readLabel(words)], cell }] as const),
    ),
    row,
    hasRowNames: name !== '' && !isDatum(name) && !isOpen(name),
  };
}

/** A row with labels of its own, or with a blank that does not keep to the columns of the list. */
export function leavesInnerList({ columns }: InnerList, slots: readonly Slot[], row: number): boolean {
  const labels = slots.filter((slot, at) => slot.cell.row === row && isOpenLabel(slot, slots[at + 1]));
  const [label] = labels;
  if (label === undefined) return false;
  if (labels.length > 1 || !columns.has(label.cell.column) || isFieldName(label.words)) return true;
  const answer = slots[slots.indexOf(label) + 1];
  return answer !== undefined && answer.cell.columnSpan > (columns.get(answer.cell.column)?.cell.columnSpan ?? 0);
}

function isOpenLabel(slot: Slot, next: Slot | undefined): boolean {
  return !slot.isOpen && next?.isOpen === true && isLabelLike(slot.words);
}

/** The name of the row stands before the label of the column: 父亲, 姓名. */
export function pathInRow({ columns }: InnerList, zone: Zone, row: number, { path }: InnerColumn): Label[] {
  const [first = 1] = columns.keys();
  const name = readLabel(zone.wordsAt(row, first));
  return [...path.slice(0, -1), ...(name.words === '' ? [] : [name]), ...path.slice(-1)];
}
