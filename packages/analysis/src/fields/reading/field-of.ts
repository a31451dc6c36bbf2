/** Makes fields of labels and the places of their answers. */
import type { TableCell } from '../../document/source-text.ts';
import type { Field } from '../form.ts';
import { fieldTypeOf } from './field-type.ts';
import { cellName } from './grid.ts';
import type { Label } from './label.ts';
import type { LaidField } from './laid-form.ts';
import { countsOtherwise, isNoAmount, unitFor } from './units.ts';

const SERIAL = /^(?:序号|序|编序|行次|行号|列号|栏次|No\.?|NO\.?|顺序号|项次|次序)$/u;
const SIGNATURE = /(?:签字|签名|签章|盖章|手印|签收|捺印)(?:栏|处)?$/u;
const TOTAL = /^(?:合计|总计|小计|共计|总合计|合计数|累计)$/u;

export interface FieldPlace {
  readonly row: number;
  readonly column: number;
  /** The cell whose words are the label. */
  readonly labelCell: Pick<TableCell, 'start' | 'end'> | null;
}

export interface FieldHints {
  /** What the cell of the answer itself shows. */
  readonly unit?: string | null;
  readonly options?: readonly string[] | null;
  readonly isDate?: boolean;
  /** The unit of the whole form. */
  readonly formUnit?: string | null;
  readonly isComputed?: boolean;
  /** Of a matrix: an amount rather than words. */
  readonly isValue?: boolean;
}

/** Null where the path has no word. */
export function fieldOf(path: readonly Label[], place: FieldPlace, hints: FieldHints = {}): LaidField | null {
  const own = path.at(-1);
  const label = path.map(({ words }) => words).filter((words) => words !== '');
  const words = label.at(-1);
  if (own === undefined || words === undefined) return null;
  const { row, column, labelCell } = place;
  const cell = cellName(row, column);
  return {
    field: { label, cell, row, column, ...answerOf(path, own, hints), isComputed: isComputed(words, own, hints) },
    start: labelCell?.start ?? 0,
    end: labelCell?.end ?? 0,
  };
}

/** A signature counts among what nobody is asked for: it is written by hand on the printed form. */
function isComputed(words: string, own: Label, hints: FieldHints): boolean {
  return hints.isComputed === true || own.isComputed || SERIAL.test(words) || SIGNATURE.test(words);
}

function answerOf(path: readonly Label[], own: Label, hints: FieldHints): Pick<Field, 'type' | 'unit' | 'options'> {
  const { words } = own;
  const options = own.options ?? hints.options ?? null;
  const printed = printedUnit(path, own, hints);
  const asked = fieldTypeOf({ words, outer: path.at(-2)?.words ?? null, unit: printed, options });
  const type = hints.isDate === true && asked === 'text' ? 'date' : asked;
  return { type, unit: printed ?? (type === 'number' ? unitOfForm(path, hints) : null), options };
}

function printedUnit(path: readonly Label[], { words, unit }: Label, hints: FieldHints): string | null {
  const printed = unit ?? hints.unit ?? sharedUnit(path, words);
  if (printed !== null || hints.isValue !== true || isNoAmount(words)) return printed;
  return unitOfForm(path, hints);
}

/** Of the units in the head of the form the one that the innermost label is measured in. */
function unitOfForm(path: readonly Label[], { formUnit = null, isValue = false }: FieldHints): string | null {
  if (formUnit === null) return null;
  const found = path.map(({ words }) => unitFor(formUnit, words)).findLast((unit) => unit !== null) ?? null;
  // All values of a matrix are measured in the only unit, but for those that plainly are not.
  const isOnly = isValue && !formUnit.includes('、') && !path.some(({ words }) => countsOtherwise(words, formUnit));
  return found ?? (isOnly ? formUnit : null);
}

/** The unit of a header over this one, unless the label counts something else: 人数 under 收入（万元）. */
function sharedUnit(path: readonly Label[], words: string): string | null {
  const unit = path.findLast((label) => label.unit !== null)?.unit ?? null;
  return unit === null || countsOtherwise(words, unit) ? null : unit;
}

export function isSerialLabel(words: string): boolean {
  return SERIAL.test(words);
}

export function isTotalLabel(words: string): boolean {
  return TOTAL.test(words);
}
