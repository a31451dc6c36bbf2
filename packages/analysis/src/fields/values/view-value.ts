/** A stored value in the spelling that one form asks for. */
import type { Element } from '../element.ts';
import type { Field } from '../form.ts';
import type { Derivation } from '../match.ts';
import { chooseOption } from './choice-value.ts';
import { viewDate } from './date-view.ts';
import { foldCode } from './folding.ts';
import { identityViewOf, isIdentityView, viewIdentityNumber } from './identity-views.ts';
import { convertUnit, plainDecimal } from './units.ts';

export type ViewedField = Pick<Field, 'label' | 'type' | 'unit' | 'options'>;
export type ViewedElement = Pick<Element, 'type' | 'unit' | 'options'>;

/**
 * The value as it goes into the form's cell: the unit, the options, the date format and the view of an identity number
 * that the label asks for. `value` is the stored one, or what `derive` made of it. A value that has no such spelling comes
 * back as it is stored.
 */
export function viewValue(
  value: string,
  field: ViewedField,
  element: ViewedElement,
  derivation: Derivation | null,
): string {
  if (derivation?.how === 'identity-view' || field.type === 'identity-number')
    return identityView(value, field, derivation);
  if (derivation?.how === 'share') return shareView(value, field);
  if (field.options !== null) return optionView(value, field, field.options);
  const type = typeOf(element, derivation);
  if (type === 'boolean') return booleanView(value, field);
  if (type === 'date') return viewDate(value, field.label);
  if (type === 'number') return numberView(value, field.unit, element.unit);
  return value;
}

/** Of the derived value, not of its source. */
function typeOf(element: ViewedElement, derivation: Derivation | null): Element['type'] {
  if (derivation === null || derivation.how === 'unit') return element.type;
  if (derivation.how === 'birth-date') return 'date';
  return derivation.how === 'sum' ? 'number' : 'text';
}

/** A value that is a view already has not the length of a number and stays. */
function identityView(value: string, { label }: ViewedField, derivation: Derivation | null): string {
  if (!/^\d{17}[\dX]$/.test(value)) return value;
  const by = derivation?.by ?? '';
  return viewIdentityNumber(value, isIdentityView(by) ? by : identityViewOf(label)) ?? value;
}

function shareView(value: string, { unit, label }: ViewedField): string {
  const wanted = unit ?? (/[%％]|率|占比|比例/.test(label.join('')) ? '%' : null);
  const converted = wanted === null ? null : convertUnit(value, '1', wanted);
  return converted ?? (wanted === '%' ? plainDecimal(Number((Number(value) * 100).toFixed(2))) : value);
}

/** An option starts with 是, 有 or 已, or with 否, 无, 未 or 不; where none does, no option is made up. */
function optionView(value: string, field: ViewedField, options: readonly string[]): string {
  if (value !== 'true' && value !== 'false') return chooseOption(value, options) ?? value;
  const words = value === 'true' ? /^(?:\d+[.、)]?)?[是有已√]/ : /^(?:\d+[.、)]?)?[否无未不没×]/;
  return options.find((option) => words.test(foldCode(option))) ?? booleanView(value, field);
}

/** 是否… takes 是 and 否, 有无… takes 有 and 无, and where a tick is asked no takes nothing. */
function booleanView(value: string, { label }: ViewedField): string {
  const isYes = value === 'true';
  const words = label.join('');
  if (/打[“"']?[√✓]|划[“"']?[√✓]|[(（][√✓][)）]/.test(words)) return isYes ? '√' : '';
  if (/有无|有没有/.test(words)) return isYes ? '有' : '无';
  return isYes ? '是' : '否';
}

function numberView(value: string, wanted: string | null, stored: string | null): string {
  if (wanted === null || stored === null) return value;
  return convertUnit(value, stored, wanted) ?? value;
}
