import type { OfficialDocument } from '../../document/read-document.ts';
import { SILENCE, type Statement } from '../../document/statements.ts';
import { dayNumber, dayNumberOf, dayParts, weekdayOf } from '../../schedule/local-time.ts';
import { defineRule, type Match } from '../rule.ts';

const NUMERALS = '一二三四五六日';
const WEEKDAY = '(?:周|星期|礼拜)';
/** Where a text says which days or weeks are kept free; cheaper to look for than to read. */
const HINT = /无会|不开会|不(?:安排|召开|组织)[^。;,]{0,4}会/u;
const FREE_DAY = new RegExp(
  `${WEEKDAY}(?<before>[一二三四五六日天])[^。;,]{0,8}?(?:无会|不开会|不(?:安排|召开|组织)[^。;,]{0,4}会)|无会日[^。;,]{0,3}(?:为|是|在|:|[(])[^。;,]{0,3}?${WEEKDAY}(?<after>[一二三四五六日天])`,
  'gu',
);
const FREE_WEEK =
  /第(?<before>[一二三四])(?:周|个星期)[^。;,]{0,6}?无会周|无会周[^。;,]{0,6}?第(?<after>[一二三四])周/gu;
const FREE_WORDS = /无会(?:议)?[日周]|不开会|不(?:安排|召开|组织)[^。;,]{0,4}会/gu;
const MEETS =
  /会(?![计员场后])|^[^。]{0,20}时间[:]|(?:仍|照样|照常|照旧)(?:安排|举行|召集)|召开|碰|调度|研讨|推进|动员/u;
const DESPITE =
  /无会(?:议)?[日周]"?(?![^。;]{0,16}(?:改|推|移|顺延|避|错开|另行|周|星期|月|没|不|严|执行|确需|制度))(?:当天|那天|期间|里|上午|下午|第[一二三]天)?[^□。;]{0,20}?(?:克服|辛苦|特殊|破例|占用|召开|集中开|碰个?头|开[一个]*[^□。;,]{0,6}会(?![员计]))[^□。;]{0,16}|(?:仍|照样|照常|照开|照旧|还是|还要|雷打不动|不例外|不改|按原计划|如期|也要开|也得开|不变|不受(?:影响|限制))[^□。;]{0,24}|(?:挪|改|放|安排|定|移|选|调整?)(?:到|在|于|至)无会[日周][^□。;,]{0,12}|(?<!原定)无会[日周](?![^。;]{0,16}(?:推迟|改到|移到|顺延))(?:当天|里|期间)?[^□。;,]{0,4}(?:安排|召开|开|举行|搞|加)[^□。;,]{0,8}(?:会|碰头|调度)|改[为作成][^□。;,]{0,8}(?:调度|会|碰头)[^□。;,]{0,6}/u;
/** Who obeys a superior's call, or meets because lives are at stake, does not choose the day. */
const HIGHER = /上级|(?<![本我各])省(?:里|厅|委|政府)?|中央|国务院|国家|县外|险情|灾情|公司|避开|让开/u;
const DATE = /(?:(?<year>20\d\d)年)?(?<month>1[0-2]|0?[1-9])月(?<date>3[01]|[12]\d|0?[1-9])日/gu;
const NAMED_DAY =
  /(?:第(?<week>[一二三四])周的?)?(?:下|本|这)?个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])(?:上午|下午|晚上?)?/gu;
const MOVED_FROM = /(?:原定|原计划|避开|不占用?|除)[^。;,]{0,4}$/u;
const LEAD = /(?:仍|照样|照常|还|就)?(?:安排在|定在|放在|召开于|定于|在|于)$/u;
const UNDECIDED: readonly number[] = [];

export const noMeetingDay = defineRule({
  id: 'meeting/no-meeting-day',
  title: '无会日开会',
  basis: [],
  message: '「{quote}」落在无会日。',
  suggestion: '改到别的日子；确需召开的，写明紧急事由和批准人。',
  register: '无会日日历',
  saves: 'attend',
  options: {
    days: {
      default: UNDECIDED,
      source: 'zhangjiajie-2022',
      meaning: '无会日（1 为周一，7 为周日）；本县未定时只看文中写明的',
    },
    weeks: {
      default: UNDECIDED,
      source: 'xuancheng-2017',
      meaning: '无会周（当月第几周，周一起算）；本县未定时只看文中写明的',
    },
  },
  examples: {
    bad: ['(周一为无会日)冬修水利会定于⟦2026年4月13日⟧。', '周一是无会日,年检会⟦仍安排在下周一⟧。'],
    good: [
      '(周一为无会日)冬修会定在2026年4月14日。',
      '周三无会日,省厅通知的全省视频会照常收听。',
      '本县实行无会日制度以来,干部下村多了。',
    ],
  },
  *find({ statements, document }, options) {
    const declared = HINT.test(document.text) ? readFreeDays(statements) : null;
    const free: FreeDays = {
      days: new Set([...options.days, ...(declared?.days ?? [])]),
      weeks: new Set([...options.weeks, ...(declared?.weeks ?? [])]),
    };
    const inText = declared ? clashesInText(statements, document, free) : [];
    yield* inText;
    const match = inText.length > 0 ? null : clashOfMeeting(document, free);
    if (match) yield match;
  },
});

interface FreeDays {
  /** 1 is Monday. */
  readonly days: ReadonlySet<number>;
  readonly weeks: ReadonlySet<number>;
}

function readFreeDays(statements: readonly Statement[]): FreeDays {
  const telling = statements.filter(({ raw }) => HINT.test(raw)).map(({ raw }) => raw);
  return {
    days: new Set(telling.flatMap((raw) => wordsOf(raw, FREE_DAY))),
    weeks: new Set(telling.flatMap((raw) => wordsOf(raw, FREE_WEEK))),
  };
}

function wordsOf(raw: string, words: RegExp): number[] {
  return Array.from(raw.matchAll(words), ({ groups }) => weekdayNumber(groups?.['before'] ?? groups?.['after']));
}

/** 1 to 7 for 一 to 日, 0 for anything else; weeks are counted with the same words. */
function weekdayNumber(word: string | undefined): number {
  return NUMERALS.indexOf(word === '天' ? '日' : (word ?? '?')) + 1;
}

/** What says that it is held all the same tells more than the date does. */
function clashesInText(statements: readonly Statement[], document: OfficialDocument, free: FreeDays): Match[] {
  const year = Number(document.header.date?.slice(0, 4) ?? 0);
  const ofMeetings = statements.filter(({ raw }) => !HIGHER.test(raw) && MEETS.test(raw.replaceAll(FREE_WORDS, '')));
  const inSpite = ofMeetings.flatMap((statement) => heldAllTheSame(statement) ?? []);
  if (inSpite.length > 0) return inSpite;
  return ofMeetings.flatMap((statement) => datedClash(statement, year, free) ?? weekdayClash(statement, free) ?? []);
}

function datedClash(statement: Statement, defaultYear: number, free: FreeDays): Match | null {
  for (const { index, 0: words, groups } of statement.raw.matchAll(DATE)) {
    const year = Number(groups?.['year'] ?? defaultYear);
    const number = year > 0 ? dayNumberOf(year, Number(groups?.['month']), Number(groups?.['date'])) : null;
    const isFree =
      number === null
        ? free.days.has(weekdayNumber(printedWeekday(statement.raw, index + words.length)))
        : isFreeDay(number, free);
    if (isFree && isAudible(statement, index)) return at(statement, index, words.length);
  }
  return null;
}

function printedWeekday(raw: string, from: number): string | undefined {
  return /^[(](?:星期|周)([一二三四五六日])[)]/u.exec(raw.slice(from))?.[1];
}

/** A weekday named apart from the words that keep it free: 周一无会, …放在周一. */
function weekdayClash(statement: Statement, free: FreeDays): Match | null {
  const masked = statement.raw.replaceAll(FREE_DAY, (words) => SILENCE.repeat(words.length));
  for (const { index, 0: words, groups } of masked.matchAll(NAMED_DAY)) {
    const named = free.days.has(weekdayNumber(groups?.['day'])) || free.weeks.has(weekdayNumber(groups?.['week']));
    if (!named || !isAudible(statement, index) || MOVED_FROM.test(masked.slice(0, index))) continue;
    const lead = LEAD.exec(masked.slice(0, index))?.[0].length ?? 0;
    return at(statement, index - lead, words.length + lead);
  }
  return null;
}

function heldAllTheSame(statement: Statement): Match | null {
  const found = HINT.test(statement.raw) ? DESPITE.exec(statement.announced) : null;
  return found && at(statement, found.index, found[0].length);
}

/** The county's calendar against the days of the meeting that the document calls. */
function clashOfMeeting({ meeting, title }: OfficialDocument, free: FreeDays): Match | null {
  if (!meeting || HIGHER.test(title ?? '')) return null;
  const session = meeting.sessions.find(({ day }) => day !== null && isFreeDay(dayNumber(day), free));
  return session ? { start: session.start, end: session.end } : null;
}

function isFreeDay(number: number, { days, weeks }: FreeDays): boolean {
  const weekday = weekdayOf(number);
  const monday = dayParts(number - weekday + 1);
  return days.has(weekday) || weeks.has(Math.ceil(monday.date / DAYS_PER_WEEK));
}

const DAYS_PER_WEEK = 7;

/** 周三不开会 is a ban whose reach ends where a meeting is fixed: only tales are left aside. */
function isAudible({ start, clauses }: Statement, index: number): boolean {
  const clause = clauses.find((one) => one.start <= start + index && start + index < one.end);
  return clause === undefined || (clause.stance !== 'describe' && clause.stance !== 'report');
}

function at(statement: Statement, index: number, length: number): Match {
  return { start: statement.start + index, end: statement.start + index + length };
}
