import type { Field } from '../form.ts';
import type { Candidate, FieldMatch } from '../match.ts';
import type { Asked } from './asked.ts';
import { readLabelText } from './label-text.ts';
import { kindOf } from './lexicon.ts';
import { ADDRESS_PARTS } from './vocabulary/things.ts';

/** A field that asks for several values in one cell, or for a part of one: the labels that have to be matched instead. */
export interface Composition {
  readonly how: 'joined' | 'part';
  /** Of values joined by a word, the third is the second as a continuation of the first: 户主姓名及身份证号. */
  readonly labels: readonly (readonly string[])[];
  /** Of a part: which. Of joined values: what stands between. */
  readonly by: string;
}

const CONJUNCTION = /^(.{2,}?)(?:及其|以及|及|和|与|、|\+|\/)(.{2,})$/u;
const DATE_PARTS: Readonly<Record<string, string>> = { 年: 'year', 月: 'month', 日: 'day' };
const ADDRESSES = /住址|地址|地点|位置|籍贯|坐落|户籍地|所在地/u;

/** How the field is made up; null for a field that asks for one thing. */
export function compositionOf(asked: Asked): Composition | null {
  return (asked.isPlace ? composedPlace(asked) : null) ?? datePart(asked) ?? joinedValues(asked);
}

/** 村组 is two levels of an address, 务工地点/省 one level of what the header asks. */
function composedPlace({ field, meaning }: Asked): Composition | null {
  const places = meaning.terms.flatMap(({ id, isOuter }) => (isOuter || ADDRESS_PARTS[id] === undefined ? [] : [id]));
  const [place = ''] = places;
  if (places.length > 1) return { how: 'joined', labels: places.map((id) => [id]), by: '' };
  const outer = field.label.slice(0, -1);
  const by = ADDRESS_PARTS[place];
  return by !== undefined && ADDRESSES.test(outer.join('')) ? { how: 'part', labels: [outer], by } : null;
}

/** 出生/年. */
function datePart({ field, meaning }: Asked): Composition | null {
  const by = DATE_PARTS[meaning.text];
  return by === undefined || field.label.length < 2 ? null : { how: 'part', labels: [field.label.slice(0, -1)], by };
}

/** 开户行及账号. */
function joinedValues({ field }: Asked): Composition | null {
  const outer = field.label.slice(0, -1);
  const [, left, right] = CONJUNCTION.exec(readLabelText(field.label.at(-1) ?? '').text) ?? [];
  // 领取人与儿童关系 asks how two people are related.
  if (left === undefined || right === undefined || right.endsWith('关系')) return null;
  return {
    how: 'joined',
    labels: [
      [...outer, left],
      [...outer, right],
      [...outer, ...continuationOf(left, right)],
    ],
    by: ' ',
  };
}

/** 残疾类别与等级: the second word takes the place of the first one's last. */
function continuationOf(left: string, right: string): string[] {
  const shared = left.slice(0, -right.length);
  const isTail = kindOf(right) === 'generic' && kindOf(left.slice(-right.length)) === 'generic' && shared !== '';
  return isTail ? [shared + right] : [left, right];
}

/** Fields for the labels, in the place of the composed one. */
export function partFields(field: Field, { labels }: Composition): Field[] {
  return labels.map((label) => ({ ...field, label, type: 'text', unit: null, options: null }));
}

/** The match of the composed field, when all it is made of is known; null otherwise. */
export function composedMatch({ how, by }: Composition, matches: readonly FieldMatch[]): Candidate | null {
  const [first, second, continuation] = matches;
  const isContinued =
    continuation !== undefined && continuation.element !== null && continuation.element !== first?.element;
  const parts = (continuation === undefined ? matches : [first, isContinued ? continuation : second]).flatMap(
    (part) => part ?? [],
  );
  const from = [...new Set(parts.flatMap(({ element }) => element ?? []))];
  const [element] = from;
  if (element === undefined || from.length < parts.length) return null;
  // A date that could be worked out is stored all the same, and a part is taken of what is stored.
  if (how === 'joined' && parts.some(({ derived }) => derived !== null)) return null;
  return { element, confidence: Math.min(...parts.map(({ confidence }) => confidence)), derived: { from, how, by } };
}
