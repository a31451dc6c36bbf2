/** Cards: one subject a form, each answer beside or below its label, lists of family members or plots among them. */
import type { TableCell } from '../../document/source-text.ts';
import { isBarred, isBrief, isLabelLike, withoutLayoutSpaces } from './cell-words.ts';
import { fieldOf, type FieldHints, type FieldPlace } from './field-of.ts';
import type { Grid, Zone } from './grid.ts';
import { fieldsWithin } from './inner-fields.ts';
import {
  isInnerHeader,
  leavesInnerList,
  openInnerList,
  pathInRow,
  withoutBlankEnd,
  type InnerList,
} from './inner-list.ts';
import { PART, readLabel, type Label } from './label.ts';
import type { LaidField } from './laid-form.ts';
import { isFillersOwn, isSignersOwn } from './marks.ts';
import { isNote, isSample, isSignatureRow, isTotal } from './row-kind.ts';
import {
  groupsWhatFollows,
  hintsOf,
  isAnswer,
  isOpen,
  isPlainLabel,
  leadingGroup,
  slotsOf,
  type Slot,
} from './slots.ts';
import type { TableForm } from './table-form.ts';

const FEWEST_FIELDS = 2;
/** Share of the width from which a line stands over all of it. */
const WIDE = 0.6;

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
  readonly #answered = new Set<TableCell>();
  #section: readonly Label[] = [];
  /** Lines of sections beside each other, over the columns of each. */
  #beside: readonly Slot[] = [];
  /** The line of the section, and how many fields stood above it. */
  #opened: { readonly cell: TableCell; readonly fields: number } | null = null;
  /** What the rows belong to whose first cell is left blank below a group that is not merged. */
  #group: readonly Label[] = [];
  #list: InnerList | null = null;
  /** What a field 其中 is part of: the one before it. */
  #whole: readonly Label[] = [];

  constructor(zone: Zone, formUnit: string | null) {
    this.#zone = zone;
    this.#formUnit = formUnit;
  }

  readRow(row: number): void {
    const slots = slotsOf(this.#zone, row);
    if (isSigned(slots)) {
      this.#fillSection(row);
      return;
    }
    const stored = slots.filter(({ isImplied }) => !isImplied);
    const [only] = stored;
    if (only !== undefined && stored.length === 1 && !only.isOpen && this.#readBanner(row, only)) return;
    if (this.#opensBeside(stored, row)) {
      this.#beside = stored;
      return;
    }
    const groups = leadingGroup(slots, row);
    const core = withoutBlankEnd(slots.slice(groups.length).filter(({ isImplied }) => !isImplied));
    if (isInnerHeader(this.#zone, core, row)) this.#openList(core, groups);
    else {
      if (this.#list !== null && leavesInnerList(this.#list, slots, row)) this.#list = null;
      this.#readSlots(slots, groups, row);
    }
  }

  /** A line over the whole width: it names a section, or holds fields itself. True when nothing is left to read. */
  #readBanner(row: number, { cell, words }: Slot): boolean {
    if (cell.row !== row) return true;
    this.#fillSection(row);
    const below = this.#zone.wordsAt(row + 1, cell.column);
    const isLabelOfBlank = words.indexOf(':') === words.length - 1 && (cell.columnSpan === 1 || isOpen(below));
    if (!isLabelOfBlank && this.#addInner(cell, words, this.#section)) return true;
    if (!this.#isWide(cell)) return false;
    this.#list = null;
    this.#group = [];
    this.#section = isBrief(words) && !isNote(words) ? [readLabel(words)] : [];
    this.#beside = [];
    this.#opened = { cell, fields: this.fields.length };
    return true;
  }

  /** Wide cells over the whole width, labels right below them. */
  #opensBeside(slots: readonly Slot[], row: number): boolean {
    const width = slots.reduce((sum, { cell }) => sum + cell.columnSpan, 0);
    if (slots.length < 2 || width < this.#zone.lastColumn - this.#zone.firstColumn + 1) return false;
    return slots.every(({ cell, words, isOpen: isBlankSlot }) => {
      const below = this.#zone.at(row + 1, cell.column);
      const isOver = below !== undefined && below.columnSpan < cell.columnSpan && !isOpen(this.#zone.words(below));
      return cell.row === row && !isBlankSlot && isPlainLabel(words) && isOver;
    });
  }

  #enter(column: number): void {
    const over = this.#beside.findLast(({ cell }) => cell.column <= column);
    if (over !== undefined) this.#section = [readLabel(over.words)];
  }

  /** A section without a field, blank rows below its line: they take its answer. A workbook does not mention them. */
  #fillSection(row: number): void {
    if (this.#opened === null || this.#opened.fields < this.fields.length) return;
    const { cell } = this.#opened;
    if (this.#section.length > 0 && row > cell.row + 1 && this.#zone.at(cell.row + 1, cell.column) === undefined)
      this.#addField(this.#section, { row: cell.row + 1, column: cell.column, labelCell: cell }, {});
  }

  #isWide({ columnSpan }: TableCell): boolean {
    const width = this.#zone.lastColumn - this.#zone.firstColumn + 1;
    return columnSpan > 1 && columnSpan >= width * WIDE;
  }

  #openList(core: readonly Slot[], groups: readonly Label[]): void {
    const list = openInnerList(this.#zone, core, [...this.#section, ...groups]);
    this.#list = list;
    if (list.hasRowNames) return;
    for (const { path, cell } of list.columns.values()) {
      const shown = this.#zone.words(this.#zone.at(list.row, cell.column));
      this.#addField(path, { row: list.row, column: cell.column, labelCell: cell }, hintsOf(shown));
    }
  }

  #readSlots(slots: readonly Slot[], groups: readonly Label[], row: number): void {
    const isContinued = continuesGroup(slots);
    this.#keepGroup(slots[0], groups, isContinued);
    let outer = isContinued ? this.#group : groups;
    for (let at = isContinued ? 1 : 0; at < slots.length; at++) {
      const [left, slot, next] = [slots[at - 1], slots[at], slots[at + 1]];
      if (slot === undefined) break;
      this.#enter(slot.cell.column);
      if (slot.isOpen || isAnswer(slot, left, next)) this.#readAnswer(slot, { left, next }, outer);
      else if (at > 0 && groupsWhatFollows(slot, next)) outer = [readLabel(slot.words)];
      else if (slot.cell.row === row) this.#readPrinted(slot, next, outer);
    }
  }

  #keepGroup(edge: Slot | undefined, groups: readonly Label[], isContinued: boolean): void {
    if (groups.length > 0) this.#group = edge?.cell.rowSpan === 1 ? groups : [];
    else if (!isContinued) this.#group = [];
  }

  #readAnswer(slot: Slot, { left, next }: Sides, outer: readonly Label[]): void {
    if (isBarred(slot.words)) return;
    if (this.#list?.columns.has(slot.cell.column) === true) this.#readInList(this.#list, slot);
    else if (left === undefined || left.isOpen) this.#readBelow(slot, outer);
    else if (!this.#answered.has(left.cell)) this.#readBeside(left, slot, { outer, unit: unitOfSlot(next) });
  }

  #readBeside(left: Slot, slot: Slot, { outer, unit }: { outer: readonly Label[]; unit: string | null }): void {
    // At the right edge of the table a wide cell holds its label and the space for the answer.
    if (slot.isOutside === true && left.cell.columnSpan > 1 && left.words.endsWith(':'))
      this.#addInner(left.cell, left.words, [...this.#section, ...outer]);
    else if (!slot.isImplied || this.#isPromising(left, slot))
      this.#addAnswer(this.#pathTo(readLabel(left.words), outer), slot, left.cell, unit);
  }

  #readInList(list: InnerList, slot: Slot): void {
    const inner = list.columns.get(slot.cell.column);
    if (inner !== undefined && list.hasRowNames)
      this.#addAnswer(pathInRow(list, this.#zone, slot.cell.row, inner), slot, inner.cell);
  }

  /** Words that make one expect an answer in a cell that the file does not even mention. */
  #isPromising({ words }: Slot, { cell }: Slot): boolean {
    if (isPicture(words)) return false;
    const isWithinWidth = cell.column <= Math.max(this.#zone.lastColumn, this.#zone.grid.lastColumn);
    return isWithinWidth ? isPlainLabel(words) : isLabelLike(words);
  }

  #pathTo(label: Label, outer: readonly Label[]): Label[] {
    return [...[...this.#section, ...outer].filter(({ words }) => words !== label.words), label];
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
    if (isPicture(words) && (next === undefined || next.isImplied)) {
      this.#answered.add(cell);
      this.#addField(this.#pathTo(readLabel(words), outer), placeOf(cell, cell), {});
    } else if (next?.isOpen !== true || !isLabelOfNext(words)) {
      if (this.#addInner(cell, words, [...this.#section, ...outer])) this.#answered.add(cell);
    }
  }

  #addInner(cell: TableCell, words: string, outer: readonly Label[]): boolean {
    const inner = fieldsWithin(words);
    const isHeadLine = this.#isWide(cell) && inner.every(({ label }) => isFillersOwn(label.words));
    if (!isHeadLine)
      for (const { label, hints } of inner) this.#addField([...outer, label], placeOf(cell, cell), hints);
    return inner.length > 0;
  }

  #addAnswer(path: readonly Label[], { cell, words }: Slot, labelCell: TableCell, unit: string | null = null): void {
    this.#answered.add(labelCell);
    const hints = hintsOf(words);
    this.#addField(path, placeOf(cell, labelCell), { ...hints, unit: hints.unit ?? unit });
  }

  #addField(path: readonly Label[], place: FieldPlace, hints: FieldHints): void {
    const own = path.at(-1);
    const isPart = own !== undefined && PART.test(own.words);
    if (!isPart) this.#whole = path;
    const whole = isPart ? [...this.#whole, { ...own, words: own.words.replace(PART, '') }] : path;
    const field = fieldOf(whole, place, { ...hints, formUnit: this.#formUnit });
    if (field === null) return;
    // Rows of a list inside the card ask the same again.
    const key = `${field.start} ${field.field.label.join('/')}`;
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.fields.push(field);
  }
}

/** A unit that stands in a cell of its own behind the blank. */
function unitOfSlot(slot: Slot | undefined): string | null {
  return slot?.isOpen === true ? (hintsOf(slot.words).unit ?? null) : null;
}

interface Sides {
  readonly left: Slot | undefined;
  readonly next: Slot | undefined;
}

function placeOf({ row, column }: TableCell, labelCell: TableCell): FieldPlace {
  return { row, column, labelCell };
}

/** A blank at the left edge before a label: the group above goes on. */
function continuesGroup([first, second]: readonly Slot[]): boolean {
  return first?.isOpen === true && second?.isOpen === false;
}

/** Who fills, checks and signs. */
function isSigned(slots: readonly Slot[]): boolean {
  const words = slots.flatMap((slot) => (slot.isOpen ? [] : [slot.words]));
  return isSignatureRow(words) && words.some(isSigners);
}

function isSigners(words: string): boolean {
  return isSignersOwn(words) || words.split(' ').some((part) => isSignersOwn(part.replace(/:.*$/u, '')));
}

/** `姓名：` with its blank in the next cell, 供养方式（□分散 □集中） as well. */
function isLabelOfNext(words: string): boolean {
  return words.indexOf(':') === words.length - 1 || /\([^()]*[□☐]/u.test(words);
}

/** Where a photograph is glued in: the cell of the label itself. */
function isPicture(words: string): boolean {
  return /照片|相片|^贴照/u.test(withoutLayoutSpaces(words));
}
