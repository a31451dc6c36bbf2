/** Cards: one subject a form, each answer beside or below its label, lists of family members or plots among them. */
import { isBarred, isBrief, isDatum, isFieldName, isLabelLike, withoutLayoutSpaces } from './cell-words.ts';
import { fieldOf, type FieldHints, type FieldPlace } from './field-of.ts';
import type { Grid, Zone } from './grid.ts';
import { fieldsWithin } from './inner-fields.ts';
import { readLabel, type Label } from './label.ts';
import type { LaidField } from './laid-form.ts';
import { isFillersOwn, isSignersOwn } from './marks.ts';
import { bannerOf, isNote, isNumberedNote, isSample, isSignatureRow, isTitle, isTotal } from './row-kind.ts';
import { hintsOf, isAnswer, isOpen, slotsOf, type Slot } from './slots.ts';
import type { TableForm } from './table-form.ts';

/** Index of the first row behind the card that begins at a row. */
export function endOfCard(grid: Grid, at: number, width: number): number {
  for (let index = at + 1; index < grid.length; index++) {
    const words = grid.printed(index).map((cell) => grid.words(cell));
    const [first = ''] = words;
    if (words.length === 1 && endsCard(grid, index, first, width)) return index;
    if (words.length > 1 && isSignatureRow(words) && words.every((word) => word.includes(':'))) return index;
  }
  return grid.length;
}

function endsCard(grid: Grid, index: number, words: string, width: number): boolean {
  if (grid.row(index).length > 1) return false;
  if (isNote(words) || isNumberedNote(words)) return true;
  return isTitle(words) && bannerOf(grid, index, width) !== null && /[表卡册]/u.test(words) && index + 1 < grid.length;
}

const FEWEST_FIELDS = 2;

/** Null where fewer than two blanks have a label. */
export function readCard(grid: Grid, at: number, end: number, formUnit: string | null): TableForm | null {
  const reader = new CardReader(grid.zone(at, end), formUnit);
  for (let index = at; index < end; index++) reader.readRow(grid.numberOf(index));
  const { fields } = reader;
  return fields.length < FEWEST_FIELDS ? null : { shape: 'card', fields, rows: null, blankCells: fields.length };
}

class CardReader {
  readonly fields: LaidField[] = [];
  readonly #zone: Zone;
  readonly #formUnit: string | null;
  readonly #asked = new Set<string>();
  /** Labels that have their answer. */
  readonly #answered = new Set<Slot['cell']>();
  #section: Label[] = [];
  /** What the rows belong to whose first cell is left blank below a group that is not merged. */
  #group: Label[] = [];
  /** Of a list inside the card: its labels by column. */
  #columns = new Map<number, { readonly path: readonly Label[]; readonly cell: Slot['cell'] }>();
  /** The rows of that list are named: 父亲, 母亲. */
  #hasRowNames = false;

  constructor(zone: Zone, formUnit: string | null) {
    this.#zone = zone;
    this.#formUnit = formUnit;
  }

  readRow(row: number): void {
    const slots = slotsOf(this.#zone, row);
    const printed = slots.filter((slot) => !slot.isOpen);
    if (
      printed.length > 0 &&
      isSignatureRow(printed.map(({ words }) => words)) &&
      printed.some(({ words }) => isSigners(words))
    )
      return;
    const stored = slots.filter(({ isImplied }) => !isImplied);
    const [only] = stored;
    if (only !== undefined && stored.length === 1 && !only.isOpen && this.#readBanner(row, only)) return;
    const groups = leadingGroup(slots, row);
    const core = slots.slice(groups.length).filter(({ isImplied }) => !isImplied);
    if (this.#isInnerHeader(core, row)) this.#openInnerList(core, groups, row);
    else {
      if (this.#leavesInnerList(slots, row)) this.#columns.clear();
      this.#readSlots(slots, groups, row);
    }
  }

  /** A line over the whole width: it names a section, or holds fields itself. True when nothing is left to read. */
  #readBanner(row: number, { cell, words }: Slot): boolean {
    if (cell.row !== row) return true;
    const isOverBlank =
      words.indexOf(':') === words.length - 1 &&
      (cell.columnSpan === 1 || isOpen(this.#zone.wordsAt(row + 1, cell.column)));
    if (!isOverBlank && this.#addInner(cell, words, this.#section)) return true;
    const width = this.#zone.lastColumn - this.#zone.firstColumn + 1;
    if (cell.columnSpan < 2 || cell.columnSpan < width * 0.6) return false;
    this.#columns.clear();
    this.#group = [];
    this.#section = isBrief(words) && !isNote(words) ? [readLabel(words)] : [];
    return true;
  }

  /** Two labels or more with nothing to fill between them, and blanks below. */
  #isInnerHeader(core: readonly Slot[], row: number): boolean {
    if (core.length < 2 || !core.every((slot) => slot.cell.row === row && !slot.isOpen && isPlainLabel(slot.words)))
      return false;
    const open = core.filter(({ cell }) => isOpen(this.#zone.words(this.#zone.at(row + cell.rowSpan, cell.column))));
    return open.length >= Math.max(2, core.length / 2);
  }

  /** Its columns are asked once, in the row below; rows that are named ask each for themselves. */
  #openInnerList(core: readonly Slot[], groups: readonly Label[], row: number): void {
    this.#columns = new Map(
      core.map(({ cell, words }) => [cell.column, { path: [...this.#section, ...groups, readLabel(words)], cell }]),
    );
    const [first] = core;
    const below = row + (first?.cell.rowSpan ?? 1);
    const name = first === undefined ? '' : this.#zone.wordsAt(below, first.cell.column);
    this.#hasRowNames = name !== '' && !isDatum(name) && !isOpen(name);
    if (this.#hasRowNames) return;
    for (const { path, cell } of this.#columns.values()) {
      const shown = this.#zone.words(this.#zone.at(below, cell.column));
      this.#addField(path, { row: below, column: cell.column, labelCell: cell }, hintsOf(shown));
    }
  }

  /** A row with labels of its own, or with a blank that does not keep to the columns of the list. */
  #leavesInnerList(slots: readonly Slot[], row: number): boolean {
    const labels = slots.filter(
      (slot, at) => slot.cell.row === row && !slot.isOpen && slots[at + 1]?.isOpen === true && isLabelLike(slot.words),
    );
    const [label] = labels;
    if (label === undefined) return false;
    if (labels.length > 1 || !this.#columns.has(label.cell.column) || isFieldName(label.words)) return true;
    const answer = slots[slots.indexOf(label) + 1];
    const column = answer === undefined ? undefined : this.#columns.get(answer.cell.column);
    return answer !== undefined && answer.cell.columnSpan > (column?.cell.columnSpan ?? 0);
  }

  #readSlots(slots: readonly Slot[], groups: readonly Label[], row: number): void {
    const [edge, second] = slots;
    const isContinued = edge?.isOpen === true && second?.isOpen === false;
    if (groups.length > 0) this.#group = edge?.cell.rowSpan === 1 ? [...groups] : [];
    else if (!isContinued) this.#group = [];
    let outer = isContinued ? this.#group : groups;
    for (const [at, slot] of slots.entries()) {
      if (at === 0 && isContinued) continue;
      const [left, next] = [slots[at - 1], slots[at + 1]];
      if (slot.isOpen || isAnswer(slot, left, next)) this.#readAnswer(slot, left, outer);
      else if (at > 0 && groupsWhatFollows(slot, next)) outer = [readLabel(slot.words)];
      else if (slot.cell.row === row) this.#readPrinted(slot, next, outer);
    }
  }

  #readAnswer(slot: Slot, left: Slot | undefined, outer: readonly Label[]): void {
    if (isBarred(slot.words)) return;
    const { row, column } = slot.cell;
    const inner = this.#columns.get(column);
    if (inner !== undefined) {
      if (this.#hasRowNames) this.#addAnswer(this.#namedPath(inner.path, row), slot, inner.cell);
    } else if (left !== undefined && !left.isOpen && !this.#answered.has(left.cell)) {
      if (
        slot.isImplied &&
        !isPromising(left.words, column <= Math.max(this.#zone.lastColumn, this.#zone.grid.lastColumn))
      )
        return;
      this.#addAnswer(this.#pathTo(readLabel(left.words), outer), slot, left.cell);
    } else if (left === undefined || left.isOpen) this.#readBelow(slot, outer);
  }

  #pathTo(label: Label, outer: readonly Label[]): Label[] {
    return [...[...this.#section, ...outer].filter(({ words }) => words !== label.words), label];
  }

  /** The name of the row stands before the label of the column: 父亲, 姓名. */
  #namedPath(path: readonly Label[], row: number): Label[] {
    const [first] = this.#columns.keys();
    const name = readLabel(this.#zone.wordsAt(row, first ?? 1));
    return [...path.slice(0, -1), ...(name.words === '' ? [] : [name]), ...path.slice(-1)];
  }

  /** Nothing at the left: what stands above, or the section itself. */
  #readBelow(slot: Slot, outer: readonly Label[]): void {
    const above = this.#zone.at(slot.cell.row - 1, slot.cell.column);
    if (above === undefined || slot.isImplied || this.#answered.has(above)) return;
    const words = this.#zone.words(above);
    if (isOpen(words) || !isPlainLabel(words)) return;
    if (above.column !== slot.cell.column || above.columnSpan !== slot.cell.columnSpan) return;
    this.#addAnswer(this.#pathTo(readLabel(words), outer), slot, above);
  }

  /** Fields that a printed cell holds itself. */
  #readPrinted({ cell, words }: Slot, next: Slot | undefined, outer: readonly Label[]): void {
    if (isSample(words) || isTotal(words)) return;
    const isLabelOfNext =
      next?.isOpen === true && (words.indexOf(':') === words.length - 1 || /\([^()]*[□☐]/u.test(words));
    const path = [...this.#section, ...outer];
    if (!isLabelOfNext && this.#addInner(cell, words, path)) this.#answered.add(cell);
    else if (isPicture(words) && (next === undefined || next.isImplied)) {
      this.#answered.add(cell);
      this.#addField(this.#pathTo(readLabel(words), outer), placeOf(cell, cell), {});
    }
  }

  #addInner(cell: Slot['cell'], words: string, outer: readonly Label[]): boolean {
    const inner = fieldsWithin(words);
    if (inner.every(({ label }) => isFillersOwn(label.words)) && cell.columnSpan > 1) return inner.length > 0;
    for (const { label, hints } of inner) this.#addField([...outer, label], placeOf(cell, cell), hints);
    return inner.length > 0;
  }

  #addAnswer(path: readonly Label[], { cell, words }: Slot, labelCell: Slot['cell']): void {
    this.#answered.add(labelCell);
    this.#addField(path, placeOf(cell, labelCell), hintsOf(words));
  }

  #addField(path: readonly Label[], place: FieldPlace, hints: FieldHints): void {
    const field = fieldOf(path, place, { ...hints, formUnit: this.#formUnit });
    if (field === null) return;
    // Rows of a list inside the card ask the same again.
    const key = `${field.start} ${field.field.label.join('/')}`;
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.fields.push(field);
  }
}

function placeOf({ row, column }: Slot['cell'], labelCell: Slot['cell']): FieldPlace {
  return { row, column, labelCell };
}

function isPlainLabel(words: string): boolean {
  return isBrief(words) && !isDatum(words) && !/__|[□☐]/u.test(words);
}

/** Words that make one expect an answer in a cell that the file does not even mention. */
function isPromising(words: string, isWithinWidth: boolean): boolean {
  return (isWithinWidth ? isPlainLabel(words) : isLabelLike(words)) && !isPicture(words);
}

/** Where a photograph is glued in: the cell of the label itself. */
function isPicture(words: string): boolean {
  return /照片|相片|^贴照/u.test(withoutLayoutSpaces(words));
}

function isSigners(words: string): boolean {
  return isSignersOwn(words) || words.split(' ').some((part) => isSignersOwn(part.replace(/:.*$/u, '')));
}

/** A label in the middle of a row that stands before another: 配偶 before 姓名. */
function groupsWhatFollows({ cell, words }: Slot, next: Slot | undefined): boolean {
  return (
    next?.isOpen === false && isPlainLabel(words) && !isDatum(next.words) && (cell.rowSpan > 1 || !isLabelLike(words))
  );
}

/** The label at the left edge that stands before another: the row belongs to it. */
function leadingGroup(slots: readonly Slot[], row: number): Label[] {
  const [first, second, third] = slots;
  if (first === undefined || second === undefined || first.isOpen || second.isOpen) return [];
  if (!isPlainLabel(first.words) || first.words.endsWith(':') || isAnswer(second, first, third)) return [];
  const isTall = first.cell.rowSpan > 1;
  // Labels side by side are a header unless the left one groups its rows.
  if (!isTall && (first.cell.row !== row || third?.isOpen === false)) return [];
  return [readLabel(first.words)];
}
