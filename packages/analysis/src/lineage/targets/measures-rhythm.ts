/** A turn of work: how many times a year, and in which turn the text counts. */
import { NUMBER_PATTERN, readNumber } from '../../document/numerals.ts';
import type { Span } from '../../document/stance.ts';
import type { Comparator } from './measures-words.ts';
import type { MeasureUnit } from './measures-units.ts';

/** Offsets into the normalised text; `value` is times a year, of a day's turn by all days of the year. */
export interface Rhythm extends Span, Bounds {
  readonly metric: '频次';
  readonly upper: number;
  readonly unit: MeasureUnit;
  readonly family: '频次';
  /** Says itself how many times; else a number behind it may. */
  readonly isCounted: boolean;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly comparator: Comparator;
  readonly lessIsStricter: false;
}

interface Bounds {
  readonly value: number;
  /** Times a year at least and at most: 每日 may mean every working day or every day. */
  readonly least: number;
  readonly most: number;
  /** Rhythms of one clock compare exactly, 每日 and 每周七次 by what both may mean. */
  readonly clock: 'hour' | 'day' | 'calendar';
  readonly onDaysOff: boolean;
}

/** As `frequency.ts` counts a year. */
const WORKING_DAYS = 248;
const CALENDAR_DAYS = 365;
const WORKED_OF_ALL = WORKING_DAYS / CALENDAR_DAYS;
const HOURS_OF_WORK = 8;
const HOURS_OF_DAY = 24;
const EVERY_OTHER_DAY = 125;
/** Weeks with a make-up day have six working days. */
const SIX_DAY_WEEKS = 1.05;

const COUNTED =
  /(?:次|遍|回|轮|场|趟|[一两二三四1-4](?:[报访巡评考测结清]|调度|通报|碰头|例会|会商|更新|走访|总结|研判))$|各$|零报告|[日周旬月季年](?:报|调度|例会|通报|研判)$/u;

/** The rhythm that the words at `span` tell; `perYear` by working days. */
export function rhythmAt(span: Span, words: string, perYear: number): Rhythm {
  const bounds = boundsOf(words, perYear);
  return {
    start: span.start,
    end: span.end,
    ...bounds,
    upper: bounds.value,
    metric: '频次',
    family: '频次',
    unit: turnOf(words),
    isCounted: COUNTED.test(words),
    numberStart: span.start,
    numberEnd: span.end,
    comparator: /至少|不(?:得|能)?(?:少|低)于|以上/u.test(words) ? 'floor' : 'exact',
    lessIsStricter: false,
  };
}

const EVERY_SO_MANY_DAYS = new RegExp(`每隔?(?<days>${NUMBER_PATTERN})[日天]`, 'u');

/** 每日 means every working day to one office and every day to another; 每十天 and 每旬 are the same. */
function boundsOf(words: string, perYear: number): Bounds {
  const days = readNumber(EVERY_SO_MANY_DAYS.exec(words)?.groups?.['days'] ?? '');
  if (days !== null && days > 2) return inCalendar((CALENDAR_DAYS / days) * timesIn(words));
  if (words.includes('小时')) return inHours(perYear);
  const onDaysOff = perYear % CALENDAR_DAYS === 0;
  const worked = onDaysOff ? perYear * WORKED_OF_ALL : perYear;
  return isDaily(worked) ? inDays(words, worked, onDaysOff) : inCalendar(perYear);
}

function isDaily(perYear: number): boolean {
  return Math.round(perYear) % WORKING_DAYS === 0 || perYear === EVERY_OTHER_DAY;
}

function inCalendar(value: number): Bounds {
  return { value, least: value, most: value, clock: 'calendar', onDaysOff: false };
}

function inHours(value: number): Bounds {
  const most = (value / WORKING_DAYS / HOURS_OF_WORK) * CALENDAR_DAYS * HOURS_OF_DAY;
  return { value, least: value, most, clock: 'hour', onDaysOff: false };
}

function inDays(words: string, worked: number, onDaysOff: boolean): Bounds {
  const most = words.includes('工作日') ? worked * SIX_DAY_WEEKS : worked / WORKED_OF_ALL;
  return { value: worked / WORKED_OF_ALL, least: onDaysOff ? most : worked, most, clock: 'day', onDaysOff };
}

function timesIn(words: string): number {
  return (
    readNumber(/(?<count>[\d一两二三四五六七八九十]+)(?:次|遍|回|轮|场|趟)/u.exec(words)?.groups?.['count'] ?? '') ?? 1
  );
}

const TURNS: readonly (readonly [RegExp, MeasureUnit])[] = [
  [/小时/u, 'per-day'],
  [/学期/u, 'per-term'],
  [/半个?月|双周|两周/u, 'per-month'],
  [/半年/u, 'per-year'],
  [/个?月|月[一二三两1-3报调例通]/u, 'per-month'],
  [/周|星期|礼拜/u, 'per-week'],
  [/旬/u, 'per-ten-days'],
  [/季/u, 'per-quarter'],
  [/年/u, 'per-year'],
  [/[日天晚早]/u, 'per-day'],
];
const TURN_WORDS = 8;

function turnOf(words: string): MeasureUnit {
  const head = words.slice(0, TURN_WORDS);
  return TURNS.find(([pattern]) => pattern.test(head))?.[1] ?? 'per-year';
}

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
