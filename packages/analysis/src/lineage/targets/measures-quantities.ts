/** The counted things of a sentence: numbers with a unit, shares, and "all of them" said in words. */
import { NUMBER_PATTERN, readNumber } from '../../document/numerals.ts';
import type { Span } from '../../document/stance.ts';
import { SILENCE } from '../../document/statements.ts';
import { nextStart, startsOf } from '../../document/starts.ts';
import type { Heard, Quantity } from './measures-found.ts';
import { wasBefore } from './measures-frequencies.ts';
import type { Rhythm } from './measures-rhythm.ts';
import { SHARE, UNIT_PATTERN, unitOf, type Metric, type UnitReading } from './measures-units.ts';
import { isLimit } from './measures-spans.ts';
import * as words from './measures-words.ts';

const QUANTITY = new RegExp(
  `(?<number>${NUMBER_PATTERN})(?: ?(?:[-—–~]{1,2}|至|到) ?(?<last>${NUMBER_PATTERN}))? ?(?<unit>${UNIT_PATTERN})?`,
  'uy',
);
const STARTS = startsOf('0123456789一二两三四五六七八九十百千万半几数若壹贰叁肆伍陆柒捌玖拾', everyUnit());

function everyUnit(): string {
  return Array.from({ length: 0x9fff - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
}

/** Longer runs of numbers are data. */
const MOST_OF_SENTENCE = 60;

/** The quantities that a sentence demands, the times of its rhythms left out. Linear. */
export function readQuantities(heard: Heard, rhythms: readonly Rhythm[]): Quantity[] {
  const { text, start: offset } = heard;
  const found: Quantity[] = [];
  for (let at = nextStart(text, 0, STARTS); at < text.length && found.length < MOST_OF_SENTENCE;) {
    QUANTITY.lastIndex = at;
    const match = QUANTITY.exec(text);
    const end = match === null ? at + 1 : at + match[0].length;
    if (match !== null && !isTaken(heard, { start: offset + at, end: offset + end }, rhythms)) {
      const quantity = quantityOf(heard, match, rhythms);
      if (quantity !== null) found.push(quantity);
    }
    at = nextStart(text, end, STARTS);
  }
  return [...found, ...readWhole(heard, found)];
}

/** Part of a rhythm or of a date. */
function isTaken({ deadlines }: Heard, span: Span, rhythms: readonly Rhythm[]): boolean {
  return [...deadlines, ...rhythms].some(({ start, end }) => span.start < end && span.end > start);
}

function quantityOf(heard: Heard, match: RegExpExecArray, rhythms: readonly Rhythm[]): Quantity | null {
  const { 0: written, index: start, groups = {} } = match;
  const context = contextOf(heard.text, start, start + written.length);
  const reading = readingOf(groups, context.after);
  const values = reading && !isNoTarget(written, context, reading.metric) ? valuesOf(groups, reading) : null;
  if (!reading || values === null) return null;
  const span = { start: heard.start + start, end: heard.start + start + written.length };
  return {
    ...reading,
    ...values,
    start: span.start,
    end: span.end + (SUFFIX.exec(context.after)?.[0].length ?? 0),
    numberStart: span.start,
    numberEnd: span.end,
    comparator: null,
    lessIsStricter: false,
    rhythm: rhythmFor(span, context.clauseStart + heard.start, rhythms),
  };
}

const SUFFIX = /^ ?[及或]?以[上下内]/u;

type Groups = Readonly<Partial<Record<string, string>>>;

/** 两个调查员 are people. */
const PEOPLE_AFTER = /^\p{Script=Han}{0,4}?(?:[员工]|干部|骨干|医生|志愿者|劳力|党员|专人)(?![会制作])/u;

function readingOf({ number = '', last, unit = '' }: Groups, after: string): UnitReading | undefined {
  if (unit === '个' && PEOPLE_AFTER.test(after)) return unitOf('名');
  return /[%‰]$|成.?$|分之/u.test(last ?? number) ? SHARE : unitOf(unit);
}

function valuesOf(
  { number = '', last }: Groups,
  { metric, factor }: UnitReading,
): { value: number; upper: number } | null {
  const value = shareOf(readNumber(number), metric === '覆盖率' && factor === 1, number);
  const upper = last === undefined ? value : readNumber(last);
  if (value === null || upper === null || value <= 0) return null;
  return { value: value * factor, upper: Math.max(value, upper) * factor };
}

/** In 80-90% the first number takes its sign from the second. */
function shareOf(value: number | null, isShare: boolean, number: string): number | null {
  const isBare = isShare && value !== null && value > 1 && /^[\d.]+$/u.test(number);
  return isBare ? value / 100 : value;
}

interface Context {
  readonly clauseStart: number;
  readonly before: string;
  readonly after: string;
  readonly clause: string;
}

const CLAUSE_MARKS = `,，。;；:：!！?？\t\n${SILENCE}`;
const LONGEST_BEFORE = 60;
const LONGEST_AFTER = 40;

/** The clause around a number. Walked, since a pattern that ends at the number would be tried from every sign before it. */
function contextOf(text: string, start: number, end: number): Context {
  const [least, most] = [Math.max(0, start - LONGEST_BEFORE), Math.min(text.length, end + LONGEST_AFTER)];
  let [from, to] = [start, end];
  while (from > least && !CLAUSE_MARKS.includes(text.charAt(from - 1))) from--;
  while (to < most && !CLAUSE_MARKS.includes(text.charAt(to))) to++;
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  return { clauseStart: start - before.length, before, after, clause: before + text.slice(start, end) + after };
}

function isNoTarget(written: string, context: Context, metric: Metric): boolean {
  const { before, after, clause } = context;
  if (wasBefore(before + written + after, before.length, before.length + written.length)) return true;
  if (isName(written, before, after) || words.TOLD.test(before) || words.SPARES.test(clause)) return true;
  return metric !== '覆盖率' && (isCondition(before, after) || NO_TARGET[metric]?.(written, context) === true);
}

/** What a number of each kind must not stand in. */
const NO_TARGET: Readonly<Partial<Record<Metric, (written: string, context: Context) => boolean>>> = {
  // 每300户一名 says for how many; 晚上10点 when.
  数量: (written, { before, after }) =>
    words.SAYING.test(after) || before.endsWith('每') || (written.endsWith('点') && HOUR_BEFORE.test(before)),
  人数: (_, { before }) => before.endsWith('每'),
  金额: (_, { clause }) => words.NOBODYS_DEBT.test(clause),
  总分: (_, { before }) => /[时点]$/u.test(before),
  时长: (written, { before, after }) => isDate(written, before, after),
};

const HOUR_BEFORE = /[早晚上下午夜日天至到前]$/u;

/** 第3条, 附件2份, 一户一档, 一个专班: numbers that count nothing out to anybody. */
function isName(written: string, before: string, after: string): boolean {
  if (/[第〔\d.]$|附[件表]$|[^提]前$/u.test(before)) return true;
  if (
    /^[百千万亿]+(?![百千万亿分])/u.test(written) ||
    words.ONE_FOR_ONE.test(written + after) ||
    words.VAGUE_ONE.test(written)
  )
    return true;
  return words.PLAIN_ONE.test(written) && !/每|各|至少|不少于/u.test(before);
}

/** 三日内 is a deadline, 提前三日 a lead time: both are read elsewhere; 3月5日 is a date. */
function isDate(written: string, before: string, after: string): boolean {
  if (written.endsWith('日') && !written.endsWith('工作日')) return true;
  return (
    /^ ?(?:之?内|以内|之?前|后)/u.test(after) || /提前[^,]{0,6}$|\d[月年]$/u.test(before) || isLimit(before, after)
  );
}

/** 组建30人以上的队伍 asks for them; 50人以上的会议 is a condition. */
const IS_MADE =
  /(?:不(?:得|能|可|应)?(?:少|低|短)于|至少|最少)$|(?:组建|建立|建设|建成|打造|配备|选配|储备|成立|培育|发展|安排|落实)(?:一支|一个)?$/u;

function isCondition(before: string, after: string): boolean {
  if (IS_MADE.test(before)) return false;
  return (
    words.CONDITION_AFTER.test(after) && (/^ ?[及或]?以[上下内]/u.test(after) || words.CONDITION_BEFORE.test(before))
  );
}

const LONGEST_REACH = 30;

/** 每月报信息两篇: the turn before the amount is its own, unless it says how many times. */
function rhythmFor({ start }: Span, clauseStart: number, rhythms: readonly Rhythm[]): Rhythm | null {
  const last = rhythms.findLast((rhythm) => rhythm.end <= start && rhythm.start >= clauseStart);
  return last && !last.isCounted && start - last.end <= LONGEST_REACH ? last : null;
}

/** 全覆盖, 应签尽签, 一户不漏: a share of one; 半数以上: of a half. */
function readWhole({ text, start: offset }: Heard, found: readonly Quantity[]): Quantity[] {
  return [...sharesIn(text, words.WHOLE, 1), ...sharesIn(text, words.HALF, 0.5)]
    .map((share) => ({ ...share, start: share.start + offset, end: share.end + offset }))
    .filter(({ start, end }) => !found.some((other) => tellsShare(other, { start, end })))
    .map(({ start, end, value }) => ({
      ...SHARE,
      start,
      end,
      numberStart: start,
      numberEnd: end,
      value,
      upper: value,
      comparator: null,
      lessIsStricter: false,
      rhythm: null,
    }));
}

function sharesIn(text: string, pattern: RegExp, value: number): (Span & { readonly value: number })[] {
  return Array.from(text.matchAll(pattern), ({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
    value,
  }));
}

const BESIDE = 12;

/** 全部达到90%: the number tells it. */
function tellsShare({ metric, start, end }: Quantity, said: Span): boolean {
  return metric === '覆盖率' && start - said.end < BESIDE && said.start - end < BESIDE;
}
