/** Makes fields of labels and the places of their answers. */
import type { TableCell } from '../../document/source-text.ts';
import { fieldTypeOf } from './field-type.ts';
import { cellName } from './grid.ts';
import type { Label } from './label.ts';
import type { LaidField } from './laid-form.ts';
import { countsOtherwise, unitFor } from './units.ts';

const SERIAL = /^(?:序号|序|编序|行次|行号|栏次|No\.?|NO\.?|顺序号|项次|次序)$/u;
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
}

/** Null where the path has no word. */
export function fieldOf(path: readonly Label[], place: FieldPlace, hints: FieldHints = {}): LaidField | null {
  const own = path.at(-1);
  const label = path.map(({ words }) => words).filter((words) => words !== '');
  const words = label.at(-1);
  if (own === undefined || words === undefined) return null;
  const options = own.options ?? hints.options ?? null;
  const printed = own.unit ?? hints.unit ?? sharedUnit(path, words);
  const asked = fieldTypeOf({ words, outer: label.at(-2) ?? null, unit: printed, options });
  const type = hints.isDate === true && asked === 'text' ? 'date' : asked;
  return {
    field: {
      label,
      cell: cellName(place.row, place.column),
      row: place.row,
      column: place.column,
      type,
      unit: printed ?? inherited(type === 'number' ? (hints.formUnit ?? null) : null, label),
      options,
      // A signature is nobody's data: it is written by hand on the printed form.
      isComputed: hints.isComputed === true || own.isComputed || SERIAL.test(words) || SIGNATURE.test(words),
    },
    start: place.labelCell?.start ?? 0,
    end: place.labelCell?.end ?? 0,
  };
}

/** The unit of a header over this one, unless the label counts something else: 人数 under 收入（万元）. */
function sharedUnit(path: readonly Label[], words: string): string | null {
  const unit = path.findLast((label) => label.unit !== null)?.unit ?? null;
  return unit === null || countsOtherwise(words, unit) ? null : unit;
}

function inherited(unit: string | null, label: readonly string[]): string | null {
  return unit === null ? null : unitFor(unit, label.join(''));
}

export function isSerialLabel(words: string): boolean {
  return SERIAL.test(words);
}

export function isTotalLabel(words: string): boolean {
  return TOTAL.test(words);
}
