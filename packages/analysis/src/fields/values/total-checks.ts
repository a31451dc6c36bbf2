/** Parts against their total, where the headers say that they are parts. */
import type { AnswerFault, CheckedField } from './answer-fault.ts';
import { readValue } from './read-value.ts';
import { plainDecimal } from './units.ts';
import { isValue } from './value-reading.ts';

/** `isWhole`: the parts make up the total; otherwise each is only contained in it. */
export interface TotalRelation {
  readonly total: number;
  readonly parts: readonly number[];
  readonly isWhole: boolean;
}

const TOTAL = /^(?:合计|小计|总计|共计|总数|总量|总额|计)(?:[(（].*)?$/;
const CONTAINED = /^其中[:：]?/;
/** Siblings that overlap do not add up: 其中, 60岁以上. */
const OVERLAPS = /其中|以上|以下|以内|及其?以|左右|人均|平均|[≥≤%％率比]/;

/** Relations between number fields: 合计 with what stands beside it under one header, and a field with its 其中. */
export function relateTotals(fields: readonly CheckedField[]): TotalRelation[] {
  const numbers = fields.flatMap((field, at) => (field.type === 'number' ? [{ at, field }] : []));
  return [...numbers.flatMap((entry) => sumUnderHeader(entry, numbers)), ...containedBehind(numbers)];
}

interface NumberField {
  readonly at: number;
  readonly field: CheckedField;
}

function lastWord({ field }: NumberField): string {
  return (field.label.at(-1) ?? '').replace(/\s/g, '');
}

function header({ field }: NumberField): string {
  return field.label.slice(0, -1).join('/');
}

/** Without a header above it a 合计 may add up anything. */
function sumUnderHeader(total: NumberField, numbers: readonly NumberField[]): TotalRelation[] {
  if (!TOTAL.test(lastWord(total)) || header(total) === '') return [];
  const parts = numbers.filter(
    (other) => other.at !== total.at && header(other) === header(total) && other.field.unit === total.field.unit,
  );
  if (parts.length === 0) return [];
  const isWhole = parts.length > 1 && !parts.some((part) => OVERLAPS.test(lastWord(part)));
  return [{ total: total.at, parts: parts.map(({ at }) => at), isWhole }];
}

/** 总人口, 其中：男, 女 and 总人口, 其中/男, 其中/女: what follows a field and says 其中 is contained in it. */
function containedBehind(numbers: readonly NumberField[]): TotalRelation[] {
  const relations: { total: NumberField; parts: NumberField[] }[] = [];
  let last: NumberField | null = null;
  for (const entry of numbers) {
    if (!entry.field.label.some((word) => CONTAINED.test(word))) last = entry;
    else if (last !== null) {
      const relation = relations.findLast(({ total }) => total === last);
      if (relation === undefined) relations.push({ total: last, parts: [entry] });
      else relation.parts.push(entry);
    }
  }
  return relations.map(({ total, parts }) => ({
    total: total.at,
    parts: parts.filter(({ field }) => field.unit === null || field.unit === total.field.unit).map(({ at }) => at),
    isWhole: isBothSexes(parts),
  }));
}

function isBothSexes(parts: readonly NumberField[]): boolean {
  const words = parts.map((part) => lastWord(part).replace(CONTAINED, '')[0]);
  return parts.length === 2 && words.includes('男') && words.includes('女');
}

/** Faults at totals that are not the sum of their parts, and at parts that are larger than their total. */
export function checkTotals(
  relations: readonly TotalRelation[],
  fields: readonly CheckedField[],
  answers: readonly string[],
): AnswerFault[] {
  return relations.flatMap((relation) => {
    const total = numberIn(fields, answers, relation.total);
    const parts = relation.parts.flatMap((at) => numberIn(fields, answers, at) ?? []);
    if (total === null || parts.length === 0) return [];
    const tooLarge = parts.filter((part) => part.value > total.value);
    if (tooLarge.length > 0) return tooLarge.map((part) => largerThanTotal(part, total));
    return relation.isWhole ? (unequalSum(total, parts, relation) ?? []) : [];
  });
}

interface NumberAnswer {
  readonly at: number;
  readonly value: number;
  readonly words: string;
}

function numberIn(fields: readonly CheckedField[], answers: readonly string[], at: number): NumberAnswer | null {
  const field = fields[at];
  const reading = readValue(answers[at] ?? '', 'number', null, { unit: field?.unit });
  return isValue(reading) ? { at, value: Number(reading.value), words: field?.label.at(-1) ?? '' } : null;
}

function largerThanTotal(part: NumberAnswer, total: NumberAnswer): AnswerFault {
  return {
    field: part.at,
    code: 'against-total',
    severity: 'wrong',
    message: `“${part.words}”填了 ${part.value}，比“${total.words}”的 ${total.value} 还多，请核对。`,
    suggestion: null,
  };
}

/** Parts that are left empty may be zero or forgotten: then it is only a doubt. */
function unequalSum(
  total: NumberAnswer,
  parts: readonly NumberAnswer[],
  { parts: all }: TotalRelation,
): AnswerFault | null {
  const sum = plainDecimal(parts.reduce((amount, { value }) => amount + value, 0));
  const decimals = Math.max(...parts.map(({ value }) => (String(value).split('.')[1] ?? '').length));
  const leeway = decimals === 0 ? 0 : (parts.length * 0.5) / 10 ** decimals;
  if (Math.abs(Number(sum) - total.value) <= leeway + 1e-9) return null;
  const isComplete = parts.length === all.length;
  return {
    field: total.at,
    code: 'against-total',
    severity: isComplete ? 'wrong' : 'doubtful',
    message: `“${total.words}”填了 ${total.value}，各项相加是 ${sum}（${parts.map(({ words, value }) => `${words} ${value}`).join('＋')}），请核对。`,
    suggestion: isComplete ? sum : null,
  };
}
