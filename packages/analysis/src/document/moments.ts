/** Points in time as offices write them: a day in some form, a clock time in some form, or both. */
import { readNumber } from './numerals.ts';

/** `year` and `month` are the calendar's, or counted from the anchor's own (`this`, `next`), or left open (null). */
export type DayReference =
  | {
      readonly kind: 'date';
      readonly year: number | 'this' | 'next' | null;
      readonly month: number | 'this' | 'next' | null;
      /** `last` of the month; `eve`: the last day before the month begins. */
      readonly date: number | 'last' | 'eve';
    }
  /** `weeksAhead` is null for a bare 周五: the next one, today included. Monday is 1. */
  | { readonly kind: 'weekday'; readonly weeksAhead: number | null; readonly weekday: number }
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'period-end'; readonly period: Period; readonly index: number | 'this' | 'next' }
  /** `workingDays` after the festival's last day off; 0 is the last working day before it. */
  | { readonly kind: 'festival'; readonly name: string; readonly workingDays: number }
  /** A day of the twelfth lunar month; null is the day before it begins. */
  | { readonly kind: 'twelfth-month'; readonly date: number | null };

export type Period = 'ten-days' | 'quarter' | 'year' | 'term';

/** `minute` of the day, or the end of a stretch of work; `halfDayKnown` is false for 5点, which may be 17:00. */
export type ClockReference =
  | { readonly kind: 'minute'; readonly minute: number; readonly halfDayKnown: boolean }
  | { readonly kind: 'end-of-morning' | 'end-of-work' | 'start-of-work' };

export interface Moment {
  readonly day: DayReference | null;
  readonly clock: ClockReference | null;
  /** The weekday that the text puts beside a date, Monday 1; null when it names none. */
  readonly weekday: number | null;
  /** 每月25日, 逢周五: no single day. */
  readonly recurring: boolean;
}

type Groups = Readonly<Partial<Record<string, string>>>;

interface DayForm {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => DayReference;
}

const COUNT = /[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3}/.source;
const YEAR = /(?<year>20[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2}|[今明本当次每])年(?:度)?/.source;
const NEAR_MONTH = '(?:本|当|下|次|同|这个|下个|每个?)月';

/** In order of preference at one and the same start. */
const DAY_FORMS: readonly DayForm[] = [
  {
    pattern: /(?<year>20[0-9]{2})[-/.](?<month>[0-9]{1,2})[-/.](?<date>[0-9]{1,2})(?![0-9.])日?/,
    read: (groups) => ({
      kind: 'date',
      year: count(groups['year']),
      month: count(groups['month']),
      date: count(groups['date']),
    }),
  },
  {
    pattern: new RegExp(
      `(?:${YEAR} ?)?(?:(?<near>${NEAR_MONTH})|(?<month>${COUNT}) ?月)份? ?(?<date>${COUNT}) ?[日号]`,
    ),
    read: (groups) => ({ kind: 'date', year: yearOf(groups), month: monthOf(groups), date: count(groups['date']) }),
  },
  {
    pattern: new RegExp(
      `(?:${YEAR} ?)?(?:(?<near>${NEAR_MONTH})|(?<month>${COUNT}) ?月份?|月)(?<part>底|末|[上中下]旬末?)`,
    ),
    read: (groups) => ({
      kind: 'date',
      year: yearOf(groups),
      month: monthOf(groups) ?? 'this',
      date: groups['part']?.startsWith('上旬') ? 10 : groups['part']?.startsWith('中旬') ? 20 : 'last',
    }),
  },
  {
    pattern: new RegExp(`(?:${YEAR} ?)?(?<month>${COUNT}) ?月份?(?=之?以?前(?!后))`),
    read: (groups) => ({ kind: 'date', year: yearOf(groups), month: monthOf(groups), date: 'eve' }),
  },
  {
    pattern: /(?<month>1[0-2]|0?[1-9])[./](?<date>[0-3]?[0-9])[日号]?(?=之?以?前)/,
    read: (groups) => ({ kind: 'date', year: null, month: count(groups['month']), date: count(groups['date']) }),
  },
  {
    pattern: new RegExp(`(?<date>${COUNT})[日号]`),
    read: (groups) => ({ kind: 'date', year: null, month: null, date: count(groups['date']) }),
  },
  {
    pattern: /(?<which>[本当下次每今明]|这个|第?[一二三四1-4])?(?<period>年度?|季度?|旬|学期)(?:底|末|终)/,
    read: (groups) => ({ kind: 'period-end', period: periodOf(groups['period']), index: indexOf(groups['which']) }),
  },
  {
    pattern:
      /(?:(?<ahead>本|这|下下|下|每)个?|逢)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末1-7])(?![0-9年月日个次])/,
    read: (groups) => ({
      kind: 'weekday',
      weeksAhead: weeksAhead(groups['ahead']),
      weekday: weekdayOf(groups['weekday']),
    }),
  },
  {
    pattern:
      /(?<word>[今当本明后次翌即每][日天]|大后天|逐日|天天|[今当每](?=[晚早晨夜上下中]午?)|明(?=[晚早晨上下中]午?))(?!起)/,
    read: (groups) => ({ kind: 'offset', days: daysAhead(groups['word']) }),
  },
  {
    pattern: /腊月(?<date>初[一二三四五六七八九十]|(?:二十|廿|十)[一二三四五六七八九]?|三十)?/,
    read: (groups) => ({ kind: 'twelfth-month', date: readNumber((groups['date'] ?? '').replace('初', '')) }),
  },
  {
    pattern: new RegExp(
      '(?<name>春节|元旦|清明|端午|中秋|国庆|除夕|五一|十一|劳动节|(?<![清时季细环动国春关礼佳调章情步])节)节?(?:小?长?假期?|放假)?' +
        `(?:后的?(?<first>首个?(?:工作)?日|上班(?:首日|第一天))|后的?(?:第(?<after>${COUNT})个?(?:工作)?[日天])|(?=之?以?前))`,
    ),
    read: (groups) => ({ kind: 'festival', name: groups['name'] ?? '', workingDays: afterFestival(groups) }),
  },
];

const HALF = /(?<half>凌晨|清晨|早上|早晨|晨|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|当晚|晚|早|夜)/
  .source;
/** 下午两点, 两点半: but 两点要求 are two demands. */
const TWO = '(?<=[午晚早晨夜上] ?)两|两(?=点(?:[钟半整]|[一三]刻|之?以?前|准时|开|[到至]))';
const CLOCK =
  `(?:${HALF} ?)?(?:(?<hour>[01]?[0-9]|2[0-4])[:：](?<minute>[0-5][0-9])(?:[:：][0-5][0-9])?(?![0-9])[时分]?` +
  `|(?<spoken>${COUNT}|${TWO})(?:点|时(?![期段代间候限刻常效]))[钟整]?` +
  '(?:(?<part>半|[一三]刻)|(?<spokenMinute>[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])(?![0-9个项条])分?)?)';
const END_OF_WORK = /(?<leave>(?:[上下]午|中午)?(?:下班|收工))/.source;
const DAY_NOTE = ' ?[(（](?:周|星期|礼拜)(?<weekdayNote>[一二三四五六日天])[)）]';
const DATE_NOTE = ` ?[(（](?:(?<noteMonth>${COUNT})月)?(?<noteDate>${COUNT})[日号][)）]`;

const CLOCK_FORM = new RegExp(`^ ?(?:${CLOCK}|${END_OF_WORK}|${HALF.replace('half', 'bareHalf')})`);
const DAY_FORMS_AT_START = DAY_FORMS.map(({ pattern, read }) => ({
  pattern: new RegExp(`^(?:${pattern.source})`),
  read,
}));
const NOTES_AT_START = new RegExp(`^(?:${DAY_NOTE}|${DATE_NOTE})`);

/**
 * Regex source (no groups) of a moment: a day with or without a time, a time alone, or 下班. It finds candidates;
 * whether one is a due time, a meeting or a citation is decided by what stands around it.
 */
export const MOMENT_PATTERN = withoutGroupNames(
  `(?:(?:${DAY_FORMS.map(({ pattern }) => pattern.source).join('|')})(?:${DAY_NOTE}|${DATE_NOTE})?` +
    `(?: ?(?:${CLOCK}|${END_OF_WORK}|${HALF}))?|${CLOCK}|${END_OF_WORK}|中午|下午)`,
);

/** The first characters of every moment. */
export const MOMENT_STARTS =
  '0123456789一二两三四五六七八九十廿卅本当下这次同每今明后翌大逐逢天第年月季旬学周星礼腊春元清端中国除劳节凌早晨上正午傍晚夜收';

/** The characters that can come second. */
export const MOMENT_SECONDS =
  '0123456789〇零○一二三四五六七八九十廿卅年月日号天周星礼拜期时点:：./- 　旬季学度底末终上下中午晚早晨夜里间秋旦明庆节动夕后前假放小长个班工内';

function withoutGroupNames(source: string): string {
  return source.replace(/\(\?<\w+>/g, '(?:');
}

/** Reads what `MOMENT_PATTERN` found, `following` being what comes after it; null when the text is no moment. */
export function readMoment(text: string, following = ''): Moment | null {
  const day = readDay(text + following);
  const [note = '', noted] = matchAtStart(NOTES_AT_START, text.slice(day.length));
  const rest = text.slice(day.length + note.length);
  const moment = { day: readNote(noted) ?? day.reference, clock: readClock(matchAtStart(CLOCK_FORM, rest)[1]) };
  if (moment.day === null && moment.clock === null) return null;
  return { ...moment, weekday: notedWeekday(day.reference, noted), recurring: /^(?:每|逢|逐|天天)/.test(text) };
}

function matchAtStart(pattern: RegExp, text: string): readonly [words: string | undefined, groups: Groups] {
  const found = pattern.exec(text);
  return [found?.[0], found?.groups ?? {}];
}

function readDay(text: string): { reference: DayReference | null; length: number } {
  for (const { pattern, read } of DAY_FORMS_AT_START) {
    const found = pattern.exec(text);
    if (found) return { reference: read(found.groups ?? {}), length: found[0].length };
  }
  return { reference: null, length: 0 };
}

/** 本周五(3月6日): the date in brackets is the firmer of the two. */
function readNote(groups: Groups): DayReference | null {
  if (groups['noteDate'] === undefined) return null;
  return { kind: 'date', year: null, month: optionalCount(groups['noteMonth']), date: count(groups['noteDate']) };
}

function notedWeekday(day: DayReference | null, groups: Groups): number | null {
  if (groups['weekdayNote'] !== undefined) return weekdayOf(groups['weekdayNote']);
  return groups['noteDate'] !== undefined && day?.kind === 'weekday' ? day.weekday : null;
}

function readClock(groups: Groups): ClockReference | null {
  if (groups['leave'] !== undefined)
    return { kind: /上午|中午/.test(groups['leave']) ? 'end-of-morning' : 'end-of-work' };
  if (groups['bareHalf'] !== undefined) return bareHalf(groups['bareHalf']);
  const hour = optionalCount(groups['hour'] ?? groups['spoken']);
  if (hour === null || hour > 24) return null;
  const minute = hour * 60 + spokenMinute(groups) + afternoon(groups['half'] ?? '', hour);
  return minute > 1440 ? null : { kind: 'minute', minute, halfDayKnown: groups['half'] !== undefined || hour > 12 };
}

function bareHalf(half: string): ClockReference {
  if (/上午|中午|正午|午间/.test(half)) return { kind: 'end-of-morning' };
  if (/下午|午后|傍晚/.test(half)) return { kind: 'end-of-work' };
  if (/晚|夜/.test(half)) return { kind: 'minute', minute: 23 * 60 + 59, halfDayKnown: true };
  return { kind: 'start-of-work' };
}

function spokenMinute(groups: Groups): number {
  if (groups['part'] === '半') return 30;
  if (groups['part'] !== undefined) return groups['part'].startsWith('三') ? 45 : 15;
  return optionalCount((groups['minute'] ?? groups['spokenMinute'] ?? '0').replace('零', '0')) ?? 0;
}

/** Minutes that an afternoon or evening word adds to an hour of the twelve-hour clock. */
function afternoon(half: string, hour: number): number {
  if (/下午|午后|傍晚/.test(half)) return hour < 12 ? 720 : 0;
  if (/晚|夜/.test(half)) return hour >= 5 && hour <= 12 ? 720 : 0;
  if (/中午|正午|午间/.test(half)) return hour <= 2 ? 720 : 0;
  return 0;
}

/** Zero, which is no day and no month, when the words are no number. */
function count(text: string | undefined): number {
  return optionalCount(text) ?? 0;
}

function optionalCount(text: string | undefined): number | null {
  return text === undefined ? null : readNumber(text);
}

function yearOf(groups: Groups): number | 'this' | 'next' | null {
  const year = groups['year'];
  if (year === undefined) return null;
  if (/[明次]/.test(year)) return 'next';
  return /[今本当每]/.test(year) ? 'this' : readNumber(year);
}

function monthOf(groups: Groups): number | 'this' | 'next' | null {
  const near = groups['near'];
  if (near !== undefined) return /[下次]/.test(near) ? 'next' : 'this';
  return optionalCount(groups['month']);
}

function periodOf(word = ''): Period {
  if (word.startsWith('年')) return 'year';
  if (word.startsWith('季')) return 'quarter';
  return word === '旬' ? 'ten-days' : 'term';
}

function indexOf(word = '本'): number | 'this' | 'next' {
  if (/[下次明]/.test(word)) return 'next';
  return /[一二三四1-4]/.test(word) ? count(word.replace('第', '')) : 'this';
}

function weeksAhead(word: string | undefined): number | null {
  if (word === undefined || word === '每') return null;
  return word.startsWith('下') ? word.length : 0;
}

function weekdayOf(sign = '日'): number {
  return /[日天末]/.test(sign) ? 7 : count(sign);
}

function daysAhead(word = ''): number {
  if (word === '大后天') return 3;
  if (word.startsWith('后')) return 2;
  return /^[明次翌]/.test(word) ? 1 : 0;
}

function afterFestival(groups: Groups): number {
  return groups['first'] === undefined ? (optionalCount(groups['after']) ?? 0) : 1;
}
