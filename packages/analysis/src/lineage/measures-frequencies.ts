/** How often something is owed, and in which turn the text counts. */
import type { Frequency } from '../document/frequency.ts';
import { readNumber, NUMBER_PATTERN } from '../document/numerals.ts';
import type { Span } from '../document/stance.ts';
import { SILENCE } from '../document/statements.ts';
import type { Heard } from './measures.ts';
import type { Comparator } from './measures-words.ts';
import type { MeasureUnit } from './measures-units.ts';

/** Times a year; a day's turn is somewhere between the working days of a year and all of its days. */
export interface Rhythm extends Span {
  readonly metric: '频次';
  readonly value: number;
  readonly upper: number;
  readonly least: number;
  readonly most: number;
  /** Counted by the same clock: 每日 and 每两日 compare exactly, 每日 and 每周七次 by what both may mean. */
  readonly clock: 'hour' | 'day' | 'calendar';
  readonly unit: MeasureUnit;
  readonly family: '频次';
  /** Says itself how many times; else a number behind it may. */
  readonly isCounted: boolean;
  readonly onDaysOff: boolean;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly comparator: Comparator | null;
  readonly lessIsStricter: false;
  readonly rhythm: Rhythm | null;
}

const WORKING_DAYS = 248;
const CALENDAR_DAYS = 365;
const WORKED_OF_ALL = WORKING_DAYS / CALENDAR_DAYS;

const COUNTED =
  /(?:次|遍|回|轮|场|趟|[一两二三四1-4](?:[报访巡评考测结清]|调度|通报|碰头|例会|会商|更新|走访|总结|研判))$|各$|零报告|[日周旬月季年](?:报|调度|例会|通报|研判)$/u;
const LIMITS = /不(?:得|能|可|应)?(?:超过|多于|高于|超出)|至多|最多/u;
const OF_OTHERS = /(?:补[贴助]|工资|津贴|发放|免费|开放|享受|领取|值班电话)/u;

/** The rhythms of a sentence that are demanded. A limit (每月不超过一次) spares those below and is none. */
export function readFrequencies(heard: Heard, frequencies: readonly Frequency[]): Rhythm[] {
  const { text, start: offset } = heard;
  const rhythms: Rhythm[] = [];
  for (const frequency of frequencies) {
    const at = frequency.start - offset;
    if (frequency.timesPerYear === null || text.charAt(at) === SILENCE) continue;
    if (frequency.text === '零报告' && rhythms.length > 0) continue;
    const rhythm = rhythmOf(heard, frequency, frequency.timesPerYear);
    if (rhythm !== null) rhythms.push(rhythm);
  }
  return [...rhythms, ...readRates(heard, rhythms)].sort((left, right) => left.start - right.start);
}

const TIMES_LATER = new RegExp(
  `^(?<between>[^,，。;；:：、\\n${SILENCE}]{0,40}?)(?<count>${NUMBER_PATTERN})(?:次|遍|回|轮|场|趟)(?![日月年要序])`,
  'u',
);

function rhythmOf({ text, start: offset }: Heard, frequency: Frequency, perYear: number): Rhythm | null {
  const at = frequency.start - offset;
  const after = text.slice(frequency.end - offset, frequency.end - offset + 48);
  const before = text.slice(Math.max(0, at - 8), at);
  const clause = /^[^,。;]*/u.exec(after)?.[0] ?? '';
  const later = COUNTED.test(frequency.text) || /\d/u.test(frequency.text) ? null : TIMES_LATER.exec(after);
  const words = frequency.text + (later?.[0] ?? '');
  if (LIMITS.test(words) || OF_OTHERS.test(clause) || /(?:每|第)$/u.test(before)) return null;
  const count = later === null ? 1 : (readNumber(later.groups?.['count'] ?? '') ?? 1);
  return rhythm({ start: frequency.start, end: frequency.end + (later?.[0].length ?? 0) }, words, perYear * count);
}

function rhythm(span: Span, words: string, perYear: number): Rhythm {
  return {
    ...span,
    ...boundsOf(words, perYear),
    metric: '频次',
    family: '频次',
    unit: turnOf(words),
    isCounted: COUNTED.test(words),
    numberStart: span.start,
    numberEnd: span.end,
    comparator: /至少|不(?:得|能)?(?:少|低)于|以上/u.test(words) ? 'floor' : 'exact',
    lessIsStricter: false,
    rhythm: null,
  };
}

const HOURLY = /小时/u;
const WORKDAYS = /工作日/u;
const EVERY_SO_MANY_DAYS = new RegExp(`每隔?(?<days>${NUMBER_PATTERN})[日天]`, 'u');

type Bounds = Pick<Rhythm, 'value' | 'upper' | 'least' | 'most' | 'clock' | 'onDaysOff'>;

/** 每日 means every working day to one office and every day to another; 每十天 and 每旬 are the same. */
function boundsOf(words: string, perYear: number): Bounds {
  const days = readNumber(EVERY_SO_MANY_DAYS.exec(words)?.groups?.['days'] ?? '');
  if (days !== null && days > 2) return exactly((CALENDAR_DAYS / days) * countOf(words), 'calendar');
  const onDaysOff = perYear % CALENDAR_DAYS === 0;
  if (HOURLY.test(words)) {
    const hours = perYear / (WORKING_DAYS * 8);
    return {
      value: perYear,
      upper: perYear,
      least: perYear,
      most: hours * CALENDAR_DAYS * 24,
      clock: 'hour',
      onDaysOff,
    };
  }
  const inDays = onDaysOff ? perYear * WORKED_OF_ALL : perYear;
  if (inDays % WORKING_DAYS !== 0 && perYear !== WORKING_DAYS / 2 && perYear !== 125)
    return exactly(perYear, 'calendar');
  const most = WORKDAYS.test(words) ? perYear * 1.05 : inDays / WORKED_OF_ALL;
  return { value: most, upper: most, least: perYear, most, clock: 'day', onDaysOff };
}

function countOf(words: string): number {
  return (
    readNumber(/(?<count>[\d一两二三四五六七八九十]+)(?:次|遍|回|轮|场|趟)/u.exec(words)?.groups?.['count'] ?? '') ?? 1
  );
}

function exactly(value: number, clock: 'calendar'): Bounds {
  return { value, upper: value, least: value, most: value, clock, onDaysOff: false };
}

const TURNS: readonly (readonly [RegExp, MeasureUnit])[] = [
  [/小时/u, 'per-day'],
  [/学期/u, 'per-term'],
  [/半个?月|双周|两周/u, 'per-month'],
  [/半年/u, 'per-year'],
  [/个?月|月[一二两三1-3报调例通]/u, 'per-month'],
  [/[周]|星期|礼拜/u, 'per-week'],
  [/旬/u, 'per-ten-days'],
  [/季/u, 'per-quarter'],
  [/年/u, 'per-year'],
  [/[日天晚早]/u, 'per-day'],
];

/** The turn that the words count in. */
function turnOf(words: string): MeasureUnit {
  const head = words.slice(0, 8);
  return TURNS.find(([pattern]) => pattern.test(head))?.[1] ?? 'per-year';
}

const TURN_TIMES: Readonly<Partial<Record<string, number>>> = {
  日: WORKING_DAYS,
  天: WORKING_DAYS,
  周: 52,
  旬: 36,
  月: 12,
  季: 4,
  季度: 4,
  学期: 2,
  年: 1,
};

/** 2次/周, 全年不少于4次: the turn stands where no frequency is looked for. */
const RATE = new RegExp(
  `(?<count>${NUMBER_PATTERN})(?:次|遍|回|轮|场|趟) ?/ ?每?(?<turn>日|天|周|旬|月|季度?|学期|年)|(?:全年|年内|年度内?|一年(?:内|中)?|当年|本年度?|本学期|一学期|学期内)(?![^,。;]{0,12}每)[^,。;${SILENCE}\\d]{0,24}?(?<yearly>${NUMBER_PATTERN})(?:次|遍|回|轮|场|趟)(?![日月年要序])`,
  'gu',
);

function readRates({ text, start: offset }: Heard, rhythms: readonly Rhythm[]): Rhythm[] {
  if (!/[次遍回轮场趟]/u.test(text)) return [];
  const found: Rhythm[] = [];
  for (const { 0: words, index, groups = {} } of text.matchAll(RATE)) {
    const span = { start: offset + index, end: offset + index + words.length };
    const count = readNumber(groups['count'] ?? groups['yearly'] ?? '');
    if (
      count === null ||
      LIMITS.test(words) ||
      rhythms.some((other) => other.start < span.end && other.end > span.start)
    )
      continue;
    const turns = groups['turn'] === undefined ? (/学期/u.test(words) ? 2 : 1) : (TURN_TIMES[groups['turn']] ?? 1);
    found.push(rhythm(span, words.replace(/^.*\//u, '每'), turns * count));
  }
  return found;
}

/** Days of each turn, so that a rhythm can be told in another's. */
const DAYS_OF_TURN: Readonly<Partial<Record<MeasureUnit, number>>> = {
  'per-day': 1,
  'per-week': 7,
  'per-ten-days': 10,
};
const TURNS_A_YEAR: Readonly<Partial<Record<MeasureUnit, number>>> = {
  'per-day': CALENDAR_DAYS,
  'per-week': 52,
  'per-ten-days': 36,
  'per-month': 12,
  'per-quarter': 4,
  'per-term': 2,
  'per-year': 1,
};

/** The rhythm as times per turn of `unit`: 每日一次 is 7 a week, as contracts.md counts it. */
export function timesPer(unit: MeasureUnit, { value, clock }: Pick<Rhythm, 'value' | 'clock'>): number {
  const days = clock === 'calendar' ? undefined : DAYS_OF_TURN[unit];
  const times = days === undefined ? value / (TURNS_A_YEAR[unit] ?? 1) : (value / CALENDAR_DAYS) * days;
  return Math.round(times * 100) / 100;
}
