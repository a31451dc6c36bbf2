/** What reading a written value comes to: its one stored spelling, or why there is none. */

export type ValueFaultCode =
  | 'empty'
  | 'not-of-type'
  | 'digits-lost'
  | 'masked'
  | 'wrong-length'
  | 'wrong-checksum'
  | 'unknown-division'
  | 'look-alike'
  | 'unreal-date'
  | 'future-date'
  | 'ambiguous'
  | 'approximate'
  | 'several'
  | 'wrong-unit'
  | 'not-an-option';

export interface ValueFault {
  readonly code: ValueFaultCode;
  /** Chinese: what is wrong and what to do. */
  readonly message: string;
  /** The stored spelling that was probably meant, to be taken with one tap; null where that would be a guess. */
  readonly suggestion: string | null;
}

/** `note`: Chinese, what was done to the value or what could not be judged; absent where nothing is to be said. */
export type ValueReading = { readonly value: string; readonly note?: string } | { readonly fault: ValueFault };

export function faulty(code: ValueFaultCode, message: string, suggestion: string | null = null): ValueReading {
  return { fault: { code, message, suggestion } };
}

export function isValue(reading: ValueReading): reading is { readonly value: string; readonly note?: string } {
  return 'value' in reading;
}
