/** Fields inside the words of one cell or line: 姓名：____ 电话：____, 水田____亩 旱地____亩. */
import { isBlank } from './cell-words.ts';
import type { FieldHints } from './field-of.ts';
import { readLabel, type Label } from './label.ts';
import { bareUnitOf } from './units.ts';

export interface InnerField {
  readonly label: Label;
  readonly hints: FieldHints;
  /** Where the label begins in the words. */
  readonly start: number;
}

const RULED = /(?<label>[^\s_:;,。，；、]{1,20}?) ?:? ?_{2,} ?(?<unit>[^\s_:;,。，；、]{0,4})/gu;
const COLON = /(?<label>[^\s_:;,。]{1,24}?) ?: ?(?=(?<value>[_ .年月日□]*)(?:$|[^\s_]{1,24} ?:))/gu;

/** In order; empty where every blank of the words has no name, or nothing is blank. */
export function fieldsWithin(folded: string): InnerField[] {
  if (folded.length > 400) return [];
  const ruled = folded.includes('__') ? [...folded.matchAll(RULED)].flatMap(ruledField) : [];
  if (ruled.length > 0) return ruled;
  return folded.includes(':') ? [...folded.matchAll(COLON)].flatMap(colonField) : [];
}

function ruledField({ groups, index }: RegExpExecArray): InnerField[] {
  const words = groups?.['label'] ?? '';
  const unit = bareUnitOf(groups?.['unit'] ?? '');
  if (!/\p{Script=Han}/u.test(words)) return [];
  return [{ label: readLabel(words), hints: { unit }, start: index }];
}

function colonField({ groups, index }: RegExpExecArray): InnerField[] {
  const words = groups?.['label'] ?? '';
  if (!/\p{Script=Han}/u.test(words) || !isBlank(groups?.['value'] ?? '')) return [];
  return [{ label: readLabel(words), hints: {}, start: index }];
}
