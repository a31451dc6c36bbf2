/** Cards: one subject a form, each answer beside or below its label, lists of family members or plots among them. */
import type { TableCell } from '../../document/source-text.ts';
import { isBarred, isBlank, isBrief, isDatum, isDateBlank, isLabelLike } from './cell-words.ts';
import { fieldOf, type FieldHints } from './field-of.ts';
import type { Grid, Zone } from './grid.ts';
import { readLabel, type Label } from './label.ts';
import type { LaidField } from './laid-form.ts';
import { fieldsWithin } from './inner-fields.ts';
import { isSignersOwn } from './marks.ts';
import { boxedOptions, numberedOptions, partedOptions } from './options.ts';
import { isNote, isNumberedNote, isSample, isSignatureRow, isTitle, isTotal, bannerOf } from './row-kind.ts';
import type { TableForm } from './table-form.ts';
import { bareUnitOf } from './units.ts';

/** Index of the first row behind the card that begins at a row. */
export function endOfCard(grid: Grid, at: number, width: number): number {
  for (let index = at; index < grid.length; index++) {
    const words = grid.printed(index).map((cell) => grid.words(cell));
    const [first = ''] = words;
    if (index > at && words.length === 1 && endsCard(grid, index, first, width)) return index;
    if (words.length > 1 && index > at && isSignatureRow(words) && words.every((word) => word.includes(':')))
      return index;
  }
  return grid.length;
}

function endsCard(grid: Grid, index: number, words: string, width: number): boolean {
  if (isNumberedNote(words) && grid.row(index).length === 1) return true;
  if (isNote(words) && grid.row(index).length === 1) return true;
  return isTitle(words) && bannerOf(grid, index, width) !== null && /表|卡|册/u.test(words) && index + 1 < grid.length;
}

export function readCard(grid: Grid, at: number, end: number, formUnit: string | null): TableForm | null {
  const reader = new CardReader(grid.zone(at, end), formUnit);
  for (let index = at; index < end; index++) reader.readRow(grid.numberOf(index));
  const { fields } = reader;
  return fields.length < 2 ? null : { shape: 'card', fields, rows: null, blankCells: fields.length };
}

/** A place of a row: a cell with what it says; a cell merged from above stands in each of its rows. */
interface Slot {
  readonly cell: TableCell;
  readonly words: string;
  readonly isOpen: boolean;
}

class CardReader {
  readonly fields: LaidField[] = [];
  readonly #asked = new Set<string>();
  readonly #zone: Zone;
  readonly #formUnit: string | null;
  readonly #taken = new Set<TableCell>();
  #section: Label[] = [];
  /** The group of the left edge where it is not merged: it holds until the next. */
  #group: Label[] = [];
  /** Labels of a list inside the card, by column. */
  #columns = new Map<number, { readonly path: readonly Label[]; readonly cell: TableCell }>();

  constructor(zone: Zone, formUnit: string | null) {
    this.#zone = zone;
    this.#formUnit = formUnit;
  }

  readRow(row: number): void {
    const slots = this.#slotsOf(row);
    const printed = slots.filter(({ isOpen }) => !isOpen);
    if (printed.length > 0 && printed.every(({ words }) => isSignersOwn(words)) && printed.length > 1) return;
    const [only] = printed;
    if (only !== undefined && slots.length === 1 && this.#readBanner(row, only)) return;
    const groups = this.#leading(slots, row);
    if (this.#isInnerHeader(slots.slice(groups.length), row)) {
      this.#columns = new Map(
        slots
          .slice(groups.length)
          .map(({ cell, words }) => [cell.column, { path: [...this.#section, ...groups, readLabel(words)], cell }]),
      );
      return;
    }
    this.#readSlots(slots, groups, row);
  }

  #slotsOf(row: number): Slot[] {
    const slots: Slot[] = [];
    for (let column = this.#zone.firstColumn; column <= this.#zone.lastColumn;) {
      const cell = this.#zone.at(row, column);
      if (cell === undefined) {
        column++;
        continue;
      }
      const words = this.#zone.words(cell);
      slots.push({ cell, words, isOpen: isOpen(words) });
      column = cell.column + Math.max(1, cell.columnSpan);
    }
    return slots;
  }

  /** A line over the whole width: it names a section, or holds fields itself. True when nothing is left to read. */
  #readBanner(row: number, { cell, words }: Slot): boolean {
    if (cell.row !== row) return true;
    const inner = this.#innerFields(cell, words, this.#section);
    if (inner) return true;
    const isWide = cell.columnSpan > 1 && cell.columnSpan >= (this.#zone.lastColumn - this.#zone.firstColumn + 1) * 0.6;
    if (!isWide) return false;
    this.#columns.clear();
    this.#group = [];
    this.#section = isBrief(words) && !isNote(words) ? [readLabel(words)] : [];
    return true;
  }

  /** The labels at the left that stand before another label: what the row belongs to. */
  #leading(slots: readonly Slot[], row: number): Label[] {
    const [first, second] = slots;
    if (first === undefined || first.isOpen || second === undefined) return [];
    const isTall = first.cell.rowSpan > 1;
    const isFollowed = !second.isOpen && !isDatum(second.words) && isBrief(first.words);
    if (!isFollowed || !(isTall || first.cell.row === row)) return [];
    const third = slots[2];
    // Labels side by side are a header unless the left one groups the rows.
    if (!isTall && third !== undefined && !third.isOpen) return [];
    return [readLabel(first.words)];
  }

  /** Two labels or more with nothing to fill between them, and blanks below. */
  #isInnerHeader(core: readonly Slot[], row: number): boolean {
    const own = core.filter(({ cell }) => cell.row === row);
    if (
      own.length < 2 ||
      own.length < core.length ||
      own.some(({ isOpen: open, words }) => open || isDatum(words) || !isBrief(words))
    )
      return false;
    const below = own.filter(({ cell }) => {
      const under = this.#zone.at(row + cell.rowSpan, cell.column);
      return under === undefined || isOpen(this.#zone.words(under));
    });
    return below.length >= Math.max(2, own.length / 2);
  }

  #readSlots(slots: readonly Slot[], groups: readonly Label[], row: number): void {
    if (groups.length > 0) this.#group = slots[0]?.cell.rowSpan === 1 ? [...groups] : [];
    let chain: Label[] = [...groups];
    const continued = groups.length === 0 && slots[0]?.isOpen === true && slots[1]?.isOpen === false ? this.#group : [];
    for (const [at, slot] of slots.entries()) {
      const left = slots[at - 1];
      if (slot.isOpen || this.#isAnswer(slot, left, slots[at + 1])) {
        this.#readAnswer(slot, { left, row, groups: [...continued, ...chain], isEdge: at === 0 });
        continue;
      }
      if (slot.cell.row !== row && slot.cell.rowSpan > 1 && at > 0) {
        chain = slots[at + 1]?.isOpen === false ? [readLabel(slot.words)] : chain;
        continue;
      }
      const next = slots[at + 1];
      if (at > 0 && next?.isOpen === false && left?.isOpen === true && slot.cell.rowSpan > 1)
        chain = [readLabel(slot.words)];
      this.#readPrinted(slot, { next, groups: [...continued, ...chain], row });
    }
  }

  /** A printed cell that is filled in already: what stands right of a label and is none itself. */
  #isAnswer(slot: Slot, left: Slot | undefined, next: Slot | undefined): boolean {
    if (left === undefined || left.isOpen || !isLabelLike(left.words) || next?.isOpen === true) return false;
    if (this.#taken.has(left.cell)) return false;
    return isDatum(slot.words) || offered(slot.words) !== null;
  }

  #readAnswer(
    slot: Slot,
    place: { left: Slot | undefined; row: number; groups: readonly Label[]; isEdge: boolean },
  ): void {
    const { left, row, groups } = place;
    if (slot.cell.row !== row || isBarred(slot.words)) return;
    const inner = this.#columns.get(slot.cell.column);
    if (left !== undefined && !left.isOpen && !this.#taken.has(left.cell)) {
      const named = readLabel(left.words);
      if (inner === undefined || !this.#isRowName(left)) {
        const outer = groups.filter(({ words }) => words !== named.words);
        this.#taken.add(left.cell);
        this.#add([...this.#section, ...outer, named], slot, left.cell);
        return;
      }
    }
    if (inner !== undefined) {
      this.#add(inner.path, slot, inner.cell);
      return;
    }
    this.#readBelow(slot, groups);
  }

  /** 父亲, 1, 配偶 in the first column of a list inside the card. */
  #isRowName(left: Slot): boolean {
    return isDatum(left.words) || this.#columns.has(left.cell.column);
  }

  /** Nothing at the left: what stands above, or the section itself. */
  #readBelow(slot: Slot, groups: readonly Label[]): void {
    const above = this.#zone.at(slot.cell.row - 1, slot.cell.column);
    const words = above === undefined ? '' : this.#zone.words(above);
    if (above === undefined) return;
    if (isOpen(words) || this.#taken.has(above) || !isBrief(words)) return;
    if (above.column !== slot.cell.column || above.columnSpan !== slot.cell.columnSpan) return;
    const label = readLabel(words);
    const outer = [...this.#section, ...groups].filter((one) => one.words !== label.words);
    this.#taken.add(above);
    this.#add([...outer, label], slot, above);
  }

  #readPrinted(slot: Slot, place: { next: Slot | undefined; groups: readonly Label[]; row: number }): void {
    const { next, groups, row } = place;
    if (slot.cell.row !== row || isSample(slot.words) || isTotal(slot.words)) return;
    const outer = [...this.#section, ...groups].filter(({ words }) => words !== readLabel(slot.words).words);
    if (this.#innerFields(slot.cell, slot.words, outer)) return;
    if (/照片|相片/u.test(slot.words) && next === undefined) {
      this.#add([...this.#section, readLabel(slot.words)], slot, slot.cell);
      return;
    }
    if (next !== undefined || !isLabelLike(slot.words) || this.#hasBlankBelow(slot)) return;
    if (groups.length > 0 && readLabel(slot.words).words === groups[0]?.words) return;
    const column = slot.cell.column + Math.max(1, slot.cell.columnSpan);
    this.#addField([...outer, readLabel(slot.words)], { row, column, labelCell: slot.cell }, hintsOf(''));
  }

  #hasBlankBelow({ cell }: Slot): boolean {
    const below = this.#zone.at(cell.row + cell.rowSpan, cell.column);
    return (
      below !== undefined &&
      isOpen(this.#zone.words(below)) &&
      below.columnSpan === cell.columnSpan &&
      cell.column > this.#zone.firstColumn
    );
  }

  /** Fields that a cell names and leaves blank within itself. */
  #innerFields(cell: TableCell, words: string, outer: readonly Label[]): boolean {
    const inner = fieldsWithin(words);
    for (const { label, hints } of inner)
      this.#addField([...outer, label], { row: cell.row, column: cell.column, labelCell: cell }, hints);
    return inner.length > 0;
  }

  #add(path: readonly Label[], { cell, words }: Slot, labelCell: TableCell): void {
    const parts = fieldsWithin(words);
    if (parts.length > 1) {
      this.#innerFields(cell, words, path);
      return;
    }
    this.#addField(path, { row: cell.row, column: cell.column, labelCell }, hintsOf(words));
  }

  #addField(
    path: readonly Label[],
    place: { row: number; column: number; labelCell: TableCell },
    hints: FieldHints,
  ): void {
    const field = fieldOf(path, place, { ...hints, formUnit: this.#formUnit });
    if (field === null) return;
    // Rows of a list inside the card ask the same again.
    const key = `${field.start} ${field.field.label.join('/')}`;
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.fields.push(field);
  }
}

function isOpen(words: string): boolean {
  return isBlank(words) || offered(words) !== null || isUnitBlank(words);
}

/** Boxes to tick, answers to choose from. */
function offered(words: string): readonly string[] | null {
  if (words.length > 200) return null;
  const marked = boxedOptions(words);
  if (marked !== null) return marked;
  const numbered = numberedOptions(words);
  if (numbered?.start === 0) return numbered.options;
  return /^(?:是\/否|有\/无|男\/女|是、否|有、无|男、女)$/u.test(words) ? partedOptions(words) : null;
}

/** `____亩`, `（元）`: a blank with its unit. */
function isUnitBlank(words: string): boolean {
  return words.length <= 24 && bareUnitOf(words.replace(/^[_() .]+|[_() .]+$/gu, '')) !== null;
}

function hintsOf(words: string): FieldHints {
  return {
    unit: bareUnitOf(words.replace(/^[_() .]+|[_() .]+$/gu, '')),
    options: offered(words),
    isDate: isDateBlank(words),
  };
}
