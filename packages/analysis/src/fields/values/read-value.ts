/** From what somebody wrote to the one spelling that is stored. */
import type { FieldType } from '../form.ts';
import { readBoolean } from './boolean-value.ts';
import { readChoice } from './choice-value.ts';
import { readDate, type SerialSystem } from './date-value.ts';
import { foldText } from './folding.ts';
import { readIdentityNumber } from './identity-number.ts';
import { readNumberValue } from './number-value.ts';
import { readPhone } from './phone.ts';
import { faulty, type ValueReading } from './value-reading.ts';

export interface ValueContext {
  /** `YYYY-MM-DD`; without it no date is judged as being in the future. */
  readonly today?: string | undefined;
  /** Of a number: the unit that is stored. */
  readonly unit?: string | null | undefined;
  /** Of a date that a sheet held as a number. */
  readonly serials?: SerialSystem | undefined;
}

/**
 * The stored spelling of an answer, or why there is none: plain decimals, `YYYY-MM-DD`, `true` and `false`, options in
 * their own words, 18 signs of an identity number, digits of a phone number. An empty answer is the fault `empty`.
 */
export function readValue(
  raw: string,
  type: FieldType,
  options: readonly string[] | null = null,
  context: ValueContext = {},
): ValueReading {
  if (raw.length > LONGEST && !isProse(type, options)) return faulty('not-of-type', '填得太长，这里放不下这么多字。');
  return READERS[type](raw, options, context);
}

/** UTF-16 units; the longest rows of boxes are half of it. Patterns never meet a longer text. */
const LONGEST = 1000;

function isProse(type: FieldType, options: readonly string[] | null): boolean {
  return READERS[type] === readText || (type === 'choice' && options === null);
}

type Reader = (raw: string, options: readonly string[] | null, context: ValueContext) => ValueReading;

const READERS: Readonly<Record<FieldType, Reader>> = {
  text: readText,
  'long-text': readText,
  file: readText,
  number: (raw, _options, { unit }) => readNumberValue(raw, unit ?? null),
  date: (raw, _options, context) => readDate(raw, context),
  boolean: readBoolean,
  choice: (raw, options) => (options === null ? readText(raw) : readChoice(raw, options)),
  'identity-number': (raw, _options, { today }) => readIdentityNumber(raw, today),
  phone: readPhone,
};

function readText(raw: string): ValueReading {
  const value = foldText(raw);
  return value === '' ? faulty('empty', '这里还没有填。') : { value };
}
