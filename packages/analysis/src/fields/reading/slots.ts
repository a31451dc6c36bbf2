/** The places of one row of a card, from left to right: labels, and spaces for their answers. */
import type { TableCell } from '../../document/source-text.ts';
import { isBlank, isBrief, isDateBlank, isDatum, isFieldName, isLabelLike } from './cell-words.ts';
import type { FieldHints } from './field-of.ts';
import type { Zone } from './grid.ts';
import { fieldsWithin } from './inner-fields.ts';
import { readLabel, type Label } from './label.ts';
import { boxedOptions, numberedOptions, partedOptions } from './options.ts';
import { bareUnitOf, unitOf } from './units.ts';

/** A cell merged from above stands in each of its rows. */
export interface Slot {
  readonly cell: TableCell;
  readonly words: string;
  /** Blank, or shows only what may be chosen or the unit of what is missing. */
  readonly isOpen: boolean;
  /** Not stored in the file: a workbook forgets blank cells behind the last word of a row. */
  readonly isImplied: boolean;
  /** Behind the last column of the table. */
  readonly isOutside?: boolean;
}

/** In order. In a workbook a printed cell with nothing stored behind it is followed by implied blanks. */
export function slotsOf(zone: Zone, row: number): Slot[] {
  const slots: Slot[] = [];
  const lastColumn = Math.max(zone.lastColumn, zone.grid.lastColumn);
  const forgetsBlanks = zone.grid.sheet !== null;
  for (let column = zone.firstColumn; column <= lastColumn;) {
    const cell = zone.at(row, column);
    if (cell !== undefined) {
      const words = zone.words(cell);
      slots.push({ cell, words, isOpen: isOpen(words), isImplied: false });
    } else if (forgetsBlanks && slots.length > 0) slots.push(implied(row, column));
    column = cell === undefined ? column + 1 : cell.column + Math.max(1, cell.columnSpan);
  }
  if (forgetsBlanks && slots.at(-1)?.isOpen === false) slots.push({ ...implied(row, lastColumn + 1), isOutside: true });
  return slots;
}

function implied(row: number, column: number): Slot {
  return {
    cell: { start: 0, end: 0, row, column, rowSpan: 1, columnSpan: 1 },
    words: '',
    isOpen: true,
    isImplied: true,
  };
}

export function isOpen(words: string): boolean {
  return isBlank(words) || words === '年' || offered(words) !== null || isUnitBlank(words);
}

const LONGEST_CHOICE = 200;
const SHORT_CHOICE = /^(?:是\/否|有\/无|男\/女|是、否|有、无|男、女|是或否)$/u;

/** Boxes to tick, answers to choose from. */
export function offered(words: string): readonly string[] | null {
  // 其他：____, □是（内容：____）: words to add to a choice.
  const bare = words.replace(/\([^()]*:[ _]*\)|: ?_{2,}|_{2,}|:(?= *(?:[□☐]|$))/gu, '');
  return bare.length > LONGEST_CHOICE || bare.includes(':') ? null : offeredIn(bare);
}

function offeredIn(words: string): readonly string[] | null {
  const marked = boxedOptions(words);
  if (marked !== null) return marked;
  const numbered = numberedOptions(words);
  if (numbered?.start === 0) return numbered.options;
  return SHORT_CHOICE.test(words) ? partedOptions(words) : null;
}

/** `____亩`, `（元）`: a blank with its unit; 地上 层,地下 层. */
function isUnitBlank(words: string): boolean {
  if (words.length > 24) return false;
  const parts = words.split(/[,;、]/u);
  return blankUnit(words) !== null || (parts.length > 1 && parts.every(isCountBlank));
}

function isCountBlank(words: string): boolean {
  const { unit = '' } = /^ ?\p{Script=Han}{0,4} (?<unit>.+)$/u.exec(words)?.groups ?? {};
  return unitOf(unit) !== null;
}

function blankUnit(words: string): string | null {
  return bareUnitOf(words.replace(/^(?:_+ ?\/)?[_() .]+|[_() .]+$/gu, ''));
}

/** What the space for an answer tells about it. */
export function hintsOf(words: string): FieldHints {
  return { unit: blankUnit(words), options: offered(words), isDate: isDateBlank(words) };
}

/** Filled in already: data right of a label, or other words between a label and the next. */
export function isAnswer(slot: Slot, left: Slot | undefined, next: Slot | undefined): boolean {
  if (left === undefined || left.isOpen || !isLabelLike(left.words)) return false;
  // The answer of a tall label is as tall as its label.
  if (left.cell.rowSpan > slot.cell.rowSpan) return false;
  if (isDatum(slot.words)) return true;
  if (isLabelLike(slot.words) || !isFieldName(left.words) || fieldsWithin(slot.words).length > 0) return false;
  return next === undefined || endsAnswer(next);
}

function endsAnswer({ isOpen: isBlankSlot, isImplied, words }: Slot): boolean {
  return isImplied || (!isBlankSlot && isFieldName(words));
}

/** Words that may be a label: short, no data, nothing to fill among them. */
export function isPlainLabel(words: string): boolean {
  return isBrief(words) && !isDatum(words) && !/__|[□☐]/u.test(words);
}

/** The labels at the left edge that stand before another: the row belongs to them. */
export function leadingGroup(slots: readonly Slot[], row: number): Label[] {
  const groups: Label[] = [];
  for (let at = 0; leads(slots.slice(at, at + 3), row, groups.length); at++)
    groups.push(readLabel(slots[at]?.words ?? ''));
  return groups;
}

/** Labels side by side are a header unless the left one is tall, or the only one before a label with its blank. */
function leads([first, second, third]: readonly Slot[], row: number, depth: number): boolean {
  if (first === undefined || second === undefined || second.isOpen || !mayLead(first)) return false;
  if (isAnswer(second, first, third)) return false;
  if (depth > 0) return first.cell.rowSpan > second.cell.rowSpan;
  return first.cell.rowSpan > 1 || (first.cell.row === row && mayAnswer(third));
}

function mayAnswer(slot: Slot | undefined): boolean {
  return slot === undefined || (slot.isOpen && slot.isOutside !== true);
}

function mayLead({ isOpen: isBlankSlot, words }: Slot): boolean {
  return !isBlankSlot && isPlainLabel(words) && !words.endsWith(':');
}

/** A label in the middle of a row that stands before another: 配偶 before 姓名. */
export function groupsWhatFollows({ cell, words }: Slot, next: Slot | undefined): boolean {
  if (next === undefined || next.isOpen || !isPlainLabel(words) || isDatum(next.words)) return false;
  return cell.rowSpan > 1 || !isLabelLike(words);
}
