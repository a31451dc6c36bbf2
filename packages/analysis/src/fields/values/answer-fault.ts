/** What is wrong with an answer, or looks so, in the words of the form. */
import type { Field } from '../form.ts';
import type { ValueFaultCode } from './value-reading.ts';

export type AnswerFaultCode =
  | ValueFaultCode
  | 'out-of-range'
  | 'against-identity-number'
  | 'against-total'
  | 'against-order'
  | 'against-household'
  | 'repeated';

export interface AnswerFault {
  /** Which of the fields, from 0. */
  readonly field: number;
  readonly code: AnswerFaultCode;
  /** `doubtful` only asks for a second look; an answer with it may be sent. */
  readonly severity: 'wrong' | 'doubtful';
  /** Chinese: what is wrong and what to do. */
  readonly message: string;
  /** The stored spelling that was probably meant; null where that would be a guess. */
  readonly suggestion: string | null;
}

export type CheckedField = Pick<Field, 'label' | 'type' | 'unit' | 'options'>;

/** The label as one says it: 户主的姓名 stands as `户主/姓名`. */
export function spokenLabel({ label }: CheckedField): string {
  return label.join('/');
}
