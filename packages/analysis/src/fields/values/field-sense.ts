/** What a label says about the values below it, as far as checks need to know. */
import type { CheckedField } from './answer-fault.ts';

export type Sense = 'identity-number' | 'sex' | 'birth-date' | 'age' | 'start' | 'end';

const WORDS: Readonly<Record<Sense, RegExp>> = {
  'identity-number': /(?:居民|公民)?身份(?:证件?)?(?:号码?)?|证件号码?/,
  sex: /性别/,
  'birth-date': /出生(?:日期|年月日?|时间)|生日/,
  age: /(?:周岁)?年龄/,
  start: /(?:开始|起始|起)(?=日期|时间|年月|$)|(?:开始|起始)/,
  end: /(?:结束|终止|截止|截至|到期|止)(?=日期|时间|年月|$)|(?:结束|终止|截止)/,
};

const HINTS = /[(（【[].*?[)）】\]]|[*＊:：\s/]/g;
const OWN_WORDS = /^(?:本人|申请人|申请对象|对象|居民|人员|成员)$/;

export interface SensedField {
  readonly at: number;
  readonly sense: Sense;
  /** Whom or what it is about: `户主` of 户主身份证号, empty for the subject of the row itself. */
  readonly about: string;
}

/** The fields whose labels say one of the senses. */
export function senseFields(fields: readonly CheckedField[]): SensedField[] {
  return fields.flatMap((field, at) => {
    const label = field.label.join('').normalize('NFKC').replace(HINTS, '');
    const sense = senseOf(field, label);
    return sense === null ? [] : [{ at, sense, about: aboutOf(label, sense) }];
  });
}

function senseOf({ type }: CheckedField, label: string): Sense | null {
  if (type === 'identity-number') return 'identity-number';
  if (label.includes('性别')) return 'sex';
  if (WORDS.age.test(label) && /年龄$|周岁$/.test(label)) return 'age';
  if (type !== 'date') return null;
  if (WORDS['birth-date'].test(label)) return 'birth-date';
  return WORDS.end.test(label) ? 'end' : WORDS.start.test(label) ? 'start' : null;
}

function aboutOf(label: string, sense: Sense): string {
  const isPeriod = sense === 'start' || sense === 'end';
  const before = isPeriod
    ? label.replace(WORDS[sense], '').replace(/日期|时间|年月日?/g, '')
    : label.slice(0, Math.max(0, label.search(WORDS[sense])));
  return OWN_WORDS.test(before) ? '' : before;
}
