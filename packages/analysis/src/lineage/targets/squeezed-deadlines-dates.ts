/** Dates by which a matter is to be done although no word like 前 says so: 8月中旬完成, 5月14日公布, 5月10日至25日集中整治. */
import type { DayReference } from '../../document/moments.ts';
import { resolveMoment } from '../../document/moment-time.ts';
import { readNumber } from '../../document/numerals.ts';
import type { Span } from '../../document/stance.ts';
import type { LocalTime } from '../../schedule/local-time.ts';
import type { WorkHours } from '../../schedule/working-time.ts';

/** Offsets into the words searched. */
export interface PlannedDate extends Span {
  readonly at: LocalTime;
}

const MONTH = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]';
const DAY =
  '(?:3[01]|[12]\\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])[日号]|底|末|初|[上中下]旬';
const BEFORE = '(?:之前|以前|前)?';
const DONE =
  '完成|结束|完[工毕]|竣工|建[成好]|投用|投入使用|到位|上?报(?!名|警)|交|送|公布|公示|验收|收[尾齐回]|扫尾|办结|汇总|反馈|整改|销号|清[完零]|[录核查改装建修挖补写填做]完|通车|拿出|出台|印发|上线|归档|移交|开[园馆业]';
const SAID_TO_BE =
  '(?:时间|期限|时限|截止|截至|限期?|定[于在]|安排在|赶在|务必在|最迟|不晚于|不迟于)(?:为|是|到|至|在|于|:| )?';
const DATE = `(?:(?<year>20\\d\\d)年)?(?<month>${MONTH})月(?<day>${DAY})`;

const TO = '(?:-|—|–|~|至|到)';
const PLANNED = new RegExp(
  `(?<lead>${SAID_TO_BE})?(?:(?:20\\d\\d年)?(?<from>${MONTH})月(?:${DAY})?${TO}{1,2})?(?:${DATE}|(?<=${TO})(?<bare>\\d{1,2})[日号])${BEFORE}(?<done>[^,。;□]{0,12}?(?:${DONE}))?`,
  'gu',
);
/** 3月份完成, 上半年完成, 一季度末建成: the matter is done within; so it is in (3—4月). */
const PERIOD = new RegExp(
  `(?:(?<year>20\\d\\d)年)?(?:(?<since>${MONTH})月?份?${TO}{1,2})?(?:(?<month>${MONTH})月份?|(?<half>[上下])半年|第?(?<quarter>[一二三四1-4])季度)(?:(?<part>[上中下]旬),?|内|末)?(?:(?<done>(?=[^,。;□\\d]{0,8}?(?:${DONE})))|)`,
  'gu',
);
/** More dates than this in a sentence are a timetable. */
const MOST_OF_SENTENCE = 20;

/** How the dates of some words are read. */
export interface DateReading {
  /** The receipt. */
  readonly anchor: LocalTime;
  readonly workHours: WorkHours;
  /** A cell below 完成时限: its date is an end whatever it says. */
  readonly isDueCell: boolean;
}

const HOLDS_DATE = /月|半年|季度/u;

/** The dates of a sentence that end a matter, counted from the receipt. Linear. */
export function findPlannedDates(words: string, reading: DateReading): PlannedDate[] {
  if (!HOLDS_DATE.test(words)) return [];
  const days = findDays(words, reading);
  const periods = findPeriods(words, reading).filter(
    ({ start, end }) => !days.some((day) => day.start < end && start < day.end),
  );
  return [...days, ...periods].sort((left, right) => left.start - right.start);
}

function findDays(words: string, { anchor, workHours, isDueCell }: DateReading): PlannedDate[] {
  return Array.from(words.matchAll(PLANNED))
    .slice(0, MOST_OF_SENTENCE)
    .flatMap(({ 0: written, index, groups = {} }) => {
      const isEnd = isDueCell || ['from', 'lead', 'done'].some((sign) => groups[sign] !== undefined);
      const day = isEnd ? dayOf(groups) : null;
      const at = day === null ? null : resolveMoment({ ...WHOLE_DAY, day }, anchor, workHours).at;
      // Nothing says that it is an end, or there is no such day.
      if (at === null) return [];
      const end = index + written.length - (groups['done'] ?? '').length;
      return [{ start: index + (groups['lead'] ?? '').length, end, at }];
    });
}

/** The ends of the periods in which something is to be done, where no day is named. */
function findPeriods(words: string, { anchor, workHours, isDueCell }: DateReading): PlannedDate[] {
  return Array.from(words.matchAll(PERIOD))
    .slice(0, MOST_OF_SENTENCE)
    .flatMap(({ 0: written, index, groups = {} }) => {
      const isEnd = isDueCell || groups['since'] !== undefined || groups['done'] !== undefined;
      const day = isEnd ? endOfPeriod(groups) : null;
      const at = day === null ? null : resolveMoment({ ...WHOLE_DAY, day }, anchor, workHours).at;
      return at === null ? [] : [{ start: index, end: index + written.length, at }];
    });
}

function endOfPeriod({ year, month, half, quarter, part }: Groups): DayReference | null {
  const ofQuarter = readNumber(quarter ?? '');
  const ofMonth = half === '上' ? 6 : half === '下' ? 12 : ofQuarter === null ? readNumber(month ?? '') : 3 * ofQuarter;
  if (ofMonth === null) return null;
  const date = (part === undefined ? null : PARTS[part]) ?? 'last';
  return { kind: 'date', year: year === undefined ? null : Number(year), month: ofMonth, date };
}

type Groups = Readonly<Partial<Record<string, string>>>;

const WHOLE_DAY = { clock: null, weekday: null, recurring: false };

function dayOf({ from = '', year, month = from, day, bare = '' }: Groups): DayReference | null {
  const ofMonth = readNumber(month);
  const date = dateOf(day ?? bare);
  if (ofMonth === null || date === null) return null;
  return { kind: 'date', year: year === undefined ? null : Number(year), month: ofMonth, date };
}

const PARTS: Readonly<Partial<Record<string, number | 'last'>>> = {
  初: 5,
  上旬: 10,
  中旬: 20,
  下旬: 'last',
  底: 'last',
  末: 'last',
};

function dateOf(day: string): number | 'last' | null {
  return PARTS[day] ?? readNumber(day.replace(/[日号]$/u, ''));
}
