/** How often a year something is to be done, from the words of the text. */
import { NUMBER_PATTERN, readNumber } from './numerals.ts';
import { nextStart, startsOf } from './starts.ts';

export interface Frequency {
  /** Offsets into the text searched; `text` is that slice. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null for words without a number (不定期, 每周若干次). */
  readonly timesPerYear: number | null;
}

/** Working days of a year by the holiday tables of 2025 and 2026; every other one is 125 (隔日). */
const WORKING_DAYS = 248;
const EVERY_OTHER_DAY = 125;
const CALENDAR_DAYS = 365;
const TEN_DAY_PERIODS = 36;

const TURNS: Readonly<Partial<Record<string, number>>> = {
  小时: WORKING_DAYS * 8,
  日: WORKING_DAYS,
  天: WORKING_DAYS,
  晚: WORKING_DAYS,
  早: WORKING_DAYS,
  工作日: WORKING_DAYS,
  周: 52,
  星期: 52,
  礼拜: 52,
  旬: TEN_DAY_PERIODS,
  月: 12,
  季: 4,
  季度: 4,
  学期: 2,
  年: 1,
  年度: 1,
};

const COUNT = '[0-9]{1,3}|[一二两三四五六七八九十]{1,3}';
const TURN = '工作日|小时|日|天|晚|早|周|星期|礼拜|旬|月|季度|季|学期|年度|年';
const SHORT_TURN = '日|天|周|旬|月|季度|季|年';
const WEEKDAY = '[一二三四五六日天]';
const ACT = '[次遍回轮报访巡评考测结清]|调度|通报|碰头|例会|会商|更新|走访|总结|研判';

interface Form {
  readonly pattern: string;
  /** Times a year of the words alone; a count of times that follows multiplies it. */
  readonly read: (groups: Readonly<Partial<Record<string, string>>>) => number | null;
}

/** Named after their group; the first that matches at an offset wins. */
const FORMS: Readonly<Record<string, Form>> = {
  weekdays: {
    pattern: `(?:每逢?|逢)(?:周|星期|礼拜)${WEEKDAY}(?:[、,和及](?:周|星期)?${WEEKDAY}){0,6}(?![次遍回轮场趟篇条个])`,
    read: ({ weekdays = '' }) => 52 * countOf(weekdays.replaceAll('星期', ''), /[一二三四五六日天]/g),
  },
  tens: {
    pattern: '每?逢[一二三四五六七八九十](?:、?逢?[一二三四五六七八九十])?(?!周)',
    read: ({ tens = '' }) => TEN_DAY_PERIODS * countOf(tens, /[一二三四五六七八九十]/g),
  },
  dates: {
    pattern: '每个?月[0-9]{1,2}[日号](?:[、,和及][0-9]{1,2}[日号]){0,5}',
    read: ({ dates = '' }) => 12 * countOf(dates, /[日号]/g),
  },
  every: {
    pattern: `(?:每隔?(?<everyCount>半|${COUNT})?个?|按|逐(?!年))(?<everyTurn>${TURN})(?![龄代份纪期]|需分|实(?:际|计))`,
    read: ({ everyCount, everyTurn = '' }) => turnsOf(everyTurn, everyCount),
  },
  other: {
    pattern: '(?<![相间分])隔(?<otherTurn>[日天周月])',
    read: ({ otherTurn = '' }) => turnsOf(otherTurn, '2'),
  },
  once: {
    pattern: `(?<![0-9一二三四五六七八九十第本上下去])(?:(?<onceCount>[一半双两1-4])个?|(?!周))(?<onceTurn>${SHORT_TURN})(?<onceTimes>[一两二三四1-4])(?:${ACT})`,
    read: ({ onceCount, onceTurn = '', onceTimes }) => times(turnsOf(onceTurn, onceCount), onceTimes),
  },
  report: {
    pattern: `(?<![0-9一二三四五六七八九十本上下民明方])(?<reportCount>[半双])?(?<reportTurn>[日周旬月季年])(?:报(?=[告制表送,，。;；、])|调度|例会|通报|研判)`,
    read: ({ reportCount, reportTurn = '' }) => turnsOf(reportTurn, reportCount),
  },
  daily: {
    pattern: '(?:天天|日日|逐日|零报告|日清日结|日清日毕|(?:二十四|24)小时一报)',
    read: () => WORKING_DAYS,
  },
  doubled: {
    pattern: '(?<!上|下)(?:周周|月月|季季|年年)',
    read: ({ doubled = '' }) => turnsOf(doubled.slice(0, 1)),
  },
  vague: { pattern: '不定期|适时|随时|定期', read: () => null },
};

const FREQUENCY = new RegExp(
  Object.entries(FORMS)
    .map(([name, { pattern }]) => `(?<${name}>${pattern})`)
    .join('|'),
  'y',
);

const STARTS = startsOf(
  '二每逢按逐隔一半双两1234日天周旬月季年零不适随定',
  '逢周星礼0123456789一二两三四五六七八九十半个隔工小日天晚早旬月季学年度报调例通研清定时期',
);

const AFTER_LENGTH = 28;

/** 每周不少于两次, 每月至少召开1次: the count stands in the same clause. */
const TIMES_AFTER = new RegExp(`^[^,，。;；:：、\\n]{0,10}?(?<times>${NUMBER_PATTERN})(?:次|遍|回|轮|场|趟)`);
const PARTS_OF_DAY = /^[^,，。;；\n]{0,3}?(?<parts>早中晚|早、?晚|上下午)各/;
const HOLIDAYS_TOO =
  /(?:不论|无论|不分)节假日|(?:节假日|双休日|周末)(?:也|亦|均|照|不休|不停|无休|不例外|在内)|含(?:节假日|双休日|周末)/;

/** What makes the turn a measure instead of a frequency: 每月工资, 每日新闻. */
const MEASURE_AFTER = /^(?:新闻|工资|补贴|补助|租金|津贴|平均|生活费|人民币|收入|缴费|利率|营业额|[0-9.万]+元)/;

/** Every frequency of a normalised text, in order, not overlapping. Linear. */
export function findFrequencies(text: string): Frequency[] {
  const found: Frequency[] = [];
  let offset = nextStart(text, 0, STARTS);
  while (offset < text.length) {
    FREQUENCY.lastIndex = offset;
    const match = FREQUENCY.exec(text);
    const frequency = match === null ? null : frequencyOf(text, match);
    if (frequency !== null) found.push(frequency);
    offset = nextStart(text, frequency?.end ?? offset + 1, STARTS);
  }
  return found;
}

function frequencyOf(text: string, { index: start, 0: words, groups = {} }: RegExpExecArray): Frequency | null {
  const after = text.slice(start + words.length, start + words.length + AFTER_LENGTH);
  if (MEASURE_AFTER.test(after)) return null;
  const name = Object.keys(FORMS).find((form) => groups[form] !== undefined) ?? '';
  const turns = FORMS[name]?.read(groups) ?? null;
  const counted = countAfter(name, after);
  const end = start + words.length + counted.length;
  const sentence = after.replace(/[。;；!！?？\n][^]*$/, '');
  return {
    text: text.slice(start, end),
    start,
    end,
    timesPerYear: holidays(times(turns, counted.times), words + sentence),
  };
}

/** The count of times behind a turn, and how many characters it takes; one where nothing is said. */
function countAfter(form: string, after: string): { readonly times: string; readonly length: number } {
  const parts = PARTS_OF_DAY.exec(after);
  if (parts !== null) return { times: parts.groups?.['parts'] === '早中晚' ? '3' : '2', length: parts[0].length };
  const count = form === 'once' || form === 'vague' ? null : TIMES_AFTER.exec(after);
  return count === null
    ? { times: '1', length: 0 }
    : { times: count.groups?.['times'] ?? '1', length: count[0].length };
}

/** A day's turn is worked on days off too where the text says so. */
function holidays(timesPerYear: number | null, words: string): number | null {
  if (timesPerYear === null || timesPerYear < WORKING_DAYS || !HOLIDAYS_TOO.test(words)) return timesPerYear;
  return Math.round((timesPerYear / WORKING_DAYS) * CALENDAR_DAYS);
}

function times(turns: number | null, count = '1'): number | null {
  const value = readNumber(count);
  return turns === null || value === null ? null : turns * value;
}

/** Turns a year of 每两周, 每半月, 双周; every second day is 125, half of a year of 250 working days. */
function turnsOf(turn: string, count = '一'): number | null {
  const turns = TURNS[turn];
  const every = count === '双' ? 2 : readNumber(count);
  if (turns === undefined || every === null || every === 0) return null;
  return turns === WORKING_DAYS && every === 2 ? EVERY_OTHER_DAY : wholeAboveOne(turns / every);
}

function wholeAboveOne(value: number): number {
  return value < 1 ? value : Math.round(value);
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
