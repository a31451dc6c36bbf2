/** Fields inside the words of one cell or line: 姓名：____ 电话：____, 水田____亩 旱地____亩, 性别：□男 □女. */
import { isBlank, isDateBlank } from './cell-words.ts';
import type { FieldHints } from './field-of.ts';
import { readLabel, type Label } from './label.ts';
import { boxedOptions, labelBeforeBoxes } from './options.ts';
import { bareUnitOf } from './units.ts';

export interface InnerField {
  readonly label: Label;
  readonly hints: FieldHints;
}

const LONGEST = 400;
const RULED = /(?<label>[^\s_:;,。，；、]{1,20}?) ?:? ?_{2,} ?(?<unit>[^\s_:;,。，；、(]{0,4})/gu;
const LABEL_BEFORE_COLON = /(?<label>[^\s_:;,。□]{1,24}?) ?:/gu;
/** （2025年，单位：元） asks nothing. */
const UNIT_MARK = /\((?:[^()]*[,;、 ])?单位:[^()]*\)/gu;
const HAN = /\p{Script=Han}/u;

/** In order; empty where every blank of the words has no name, or nothing is blank. */
export function fieldsWithin(words: string): InnerField[] {
  if (words.length > LONGEST) return [];
  const folded = words.replace(UNIT_MARK, '');
  const named = folded.includes(':') ? behindColons(folded) : [];
  const boxed = named.length > 0 ? null : labelBeforeBoxes(folded);
  if (boxed !== null && !boxed.words.includes(' '))
    return [{ label: readLabel(boxed.words), hints: { options: boxed.options } }];
  if (named.length > 0 || !folded.includes('__')) return named;
  return [...folded.matchAll(RULED)].flatMap(({ groups }) => {
    const words = groups?.['label'] ?? '';
    return HAN.test(words) ? [{ label: readLabel(words), hints: { unit: bareUnitOf(groups?.['unit'] ?? '') } }] : [];
  });
}

function behindColons(folded: string): InnerField[] {
  const labels = [...folded.matchAll(LABEL_BEFORE_COLON)].filter(({ groups }) => isLabel(groups?.['label'] ?? ''));
  return labels.flatMap((match, at) => {
    const value = folded.slice(match.index + match[0].length, labels[at + 1]?.index ?? folded.length).trim();
    const unit = bareUnitOf(value.replace(/^[_() .]+|[() ]+$/gu, ''));
    const options = boxedOptions(value);
    if (!isBlank(value) && options === null && unit === null) return [];
    return [{ label: readLabel(match.groups?.['label'] ?? ''), hints: { unit, options, isDate: isDateBlank(value) } }];
  });
}

/** Nobody's data: it is written by hand on the printed form. */
const SIGNED = /(?:签字|签名|签章|盖章|公章|手印)\)?$/u;

/** Not one inside a bracket, as the unit of 收入情况（单位：万元）. */
function isLabel(words: string): boolean {
  return HAN.test(words) && !SIGNED.test(words) && (words.includes(')') || !words.includes('('));
}
