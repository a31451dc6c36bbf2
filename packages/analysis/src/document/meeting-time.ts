/** When a meeting is held and how long: moments in pairs, and stated durations. */
import { at, dayOf, formatDay, type Day, type LocalTime } from '../schedule/local-time.ts';
import { DEFAULT_WORK_HOURS } from '../schedule/working-time.ts';
import { resolveMoment } from './moment-time.ts';
import { MOMENT_PATTERN, readMoment, type Moment } from './moments.ts';
import { NUMBER_PATTERN, readNumber } from './numerals.ts';
import type { Span } from './stance.ts';

export interface Session extends Span {
  readonly day: Day | null;
  readonly start: number;
  readonly end: number;
  /** Minute of the day, where a clock time is given. */
  readonly startMinute: number | null;
  /** Instants; null without a clock time, or when no date anchors them. */
  readonly startsAt: LocalTime | null;
  readonly endsAt: LocalTime | null;
  readonly minutes: number | null;
  /** The weekday in brackets is not that of the date. */
  readonly weekdayMismatch: boolean;
}

interface Found extends Span {
  readonly moment: Moment;
}

const MINUTES_PER_DAY = 1440;
/** A working day of eight hours, and its half. */
const WORKING_DAY_MINUTES = 480;
const LONGEST_VALUE = 600;
const MOMENTS = new RegExp(MOMENT_PATTERN, 'g');
const TO = /^ ?(?:开始|起|开会|正式|开)?[,、 ]{0,2}(?:[-—–~]{1,3}|至|到|直到|直至)? ?$/u;
const DURATIONS = new RegExp(
  `(?<number>${NUMBER_PATTERN}|半)(?<half>个半)? ?个? ?(?<unit>小时|钟头|分钟|刻钟|天半|天)(?<more>半)?`,
  'gu',
);
const DURATION_OPENS = /[,。;:(\n] ?(?:大?约|大概|顶多|最多|也就|就|只要|只|全程|不超过|控制在|争取)?$/u;
const DURATION_CLOSES = /^ ?(?:左右|[之以]?内)?(?:[,。;)!\n]|$|就?(?:开完|结束|说完|讲完|散会?|搞定|完事))/u;
const ALL_DAY = /(?:[,、(:]|会期|会议|培训)[^。;\n]{0,4}(?:全天|一整天)(?=[,。;)\n]|$)/u;
const DURATION_LEAD =
  /(?:会期|时长|会议时间|历时|用时|持续|预计|全程|总时长|议程|开会?|时间|会议|培训)[^。;\n]{0,10}?(?:约|大约|为|共|不超过|控制在|压缩(?:至|到|在)|限(?:时|定)?|以内|:)? ?$/u;

/** The sessions that `text` from `from` to `to` names; a day without a clock time counts only when nothing better stands there. */
export function readSessions(text: string, from: number, to: number, anchor: LocalTime | null): Session[] {
  const found = appointed(text, findMoments(text, from, Math.min(to, from + LONGEST_VALUE)));
  const sessions: Session[] = [];
  let day: Moment['day'] = null;
  for (const [first, second] of pairUp(text, found)) {
    day = first.moment.day ?? day;
    if (second || !isArrival(text, first, found.at(-1)))
      sessions.push(sessionOf({ ...first, moment: { ...first.moment, day } }, second, anchor));
  }
  const timed = sessions.filter(({ startsAt, minutes }) => startsAt !== null || minutes !== null);
  return timed.length > 0 ? timed : sessions.slice(0, 1);
}

/** Each beginning with its end, or with null. */
function pairUp(text: string, found: readonly Found[]): (readonly [Found, Found | null])[] {
  const pairs: (readonly [Found, Found | null])[] = [];
  let open: Found | null = null;
  for (const next of found) {
    if (open && belongsTogether(text, open, next)) {
      pairs.push([open, next]);
      open = null;
    } else {
      if (open) pairs.push([open, null]);
      open = next;
    }
  }
  if (open) pairs.push([open, null]);
  return pairs;
}

export interface Duration {
  readonly minutes: number;
  /** Half a day or more leaves open by the clock when it ends. */
  readonly isInDays: boolean;
}

/** A stated duration (会期半天, 约两个半小时); null when none is stated. */
export function readDuration(text: string): Duration | null {
  const words = text.slice(0, LONGEST_VALUE);
  for (const match of words.matchAll(DURATIONS)) {
    const minutes = statesLength(words, match.index, match[0].length) ? minutesOf(match.groups ?? {}) : null;
    if (minutes !== null) return { minutes, isInDays: match.groups?.['unit']?.startsWith('天') ?? false };
  }
  return ALL_DAY.test(words) ? { minutes: WORKING_DAY_MINUTES, isInDays: true } : null;
}

function statesLength(words: string, start: number, length: number): boolean {
  const before = words.slice(Math.max(0, start - 16), start);
  const end = start + length;
  return start === 0 || DURATION_LEAD.test(before) || isAlone(before, words.slice(end, end + 8));
}

/** A clause that holds nothing but a duration: 二楼开会,半小时. */
function isAlone(before: string, after: string): boolean {
  return DURATION_OPENS.test(before) && DURATION_CLOSES.test(after);
}

function minutesOf({
  number = '',
  half,
  unit = '',
  more,
}: Readonly<Record<string, string | undefined>>): number | null {
  const whole = number === '半' ? 0.5 : readNumber(number.replace(/个半$/u, ''));
  if (whole === null) return null;
  const hasHalf = half !== undefined || more !== undefined || number.endsWith('个半') || unit.endsWith('半');
  return Math.round((whole + (hasHalf ? 0.5 : 0)) * minutesIn(unit));
}

function minutesIn(unit: string): number {
  if (unit === '分钟') return 1;
  if (unit === '刻钟') return 15;
  return unit.startsWith('天') ? WORKING_DAY_MINUTES : 60;
}

function findMoments(text: string, from: number, to: number): Found[] {
  const found: Found[] = [];
  for (const match of text.slice(from, to).matchAll(MOMENTS)) {
    const moment = readMoment(match[0]);
    const start = from + match.index;
    const end = start + match[0].length;
    if (!moment || IS_PAST.test(text.slice(Math.max(0, start - 4), start))) continue;
    const appointed = appointmentOf(moment, text.slice(end, end + 20), found.length > 0);
    if (appointed) found.push({ start, end, moment: appointed });
  }
  return found;
}

const MOVED_TO = /(?:调整|变更|更改|推迟|延期|延后|提前|改|挪|移)(?:为|到|至|成|在)$/u;

/** Where a meeting was moved, only the new time holds. */
function appointed(text: string, found: Found[]): Found[] {
  const moved = found.findLastIndex(({ start }) => MOVED_TO.test(text.slice(Math.max(0, start - 6), start)));
  return moved > 0 ? found.slice(moved) : found;
}

/** 8点半报到,9点开会: people come at the one and meet at the other. */
function isArrival(text: string, { end }: Found, last: Found | undefined): boolean {
  const isFollowed = last !== undefined && last.end > end && last.moment.clock !== null;
  return isFollowed && ARRIVES.test(text.slice(end, end + 10));
}

const IS_PAST = /(?:昨[天日晚]|前[天日]|上(?:周|星期|个?月)[一二三四五六日]?) ?$/u;
const ARRIVES = /^ ?(?:[之以]?前|开始|起|准时)?(?:集中)?(?:报到|签到|入场|进场|集合|集中乘车|乘车|出发|候会|调试)/u;
const ARRIVE_BY = /^ ?[之以]?前[^,。;\n]{0,12}(?:报到|到场|到会|集合|签到|入场|进场|就座)/u;

/** 9点前报到 tells the day only, and 每天9点 behind a span of days the hours of each. */
function appointmentOf(moment: Moment, after: string, isFollowing: boolean): Moment | null {
  if (moment.recurring) return isFollowing && moment.clock !== null ? { ...moment, day: null } : null;
  if (!isDue(after)) return moment;
  return moment.day !== null && ARRIVE_BY.test(after) ? { ...moment, clock: null } : null;
}

/** `…前`, `…截止`: when something is due, not when the meeting is. */
function isDue(after: string): boolean {
  return /^ ?(?:\([^)]{1,6}\))?(?:之?以?前(?!(?:全部|准时)?(?:结束|散会|开完))|截止|止|内|提前|起施行)/u.test(
    after.slice(0, 10),
  );
}

const ENDS_AFTER = /^ ?(?:左右|前后|许|[之以]?前)?(?:全部|准时|正式)?(?:结束|散|开完|完)/u;
const LONGEST_ENDING = 40;

/** 9点在二楼开会,预计11点左右结束. */
function tellsEnd(text: string, first: Found, second: Found): boolean {
  if (first.moment.clock?.kind !== 'minute' || second.moment.clock?.kind !== 'minute') return false;
  const between = text.slice(first.end, second.start);
  return (
    between.length <= LONGEST_ENDING &&
    !/[。\n]/u.test(between) &&
    (/(?:开|持续)到$/u.test(between) || ENDS_AFTER.test(text.slice(second.end, second.end + 10)))
  );
}

function belongsTogether(text: string, first: Found, second: Found): boolean {
  if (tellsEnd(text, first, second)) return true;
  const between = text.slice(first.end, second.start);
  if (between.length > 8 || !TO.test(between)) return false;
  if (second.moment.clock === null)
    return second.moment.day !== null && first.moment.clock === null && /[-—–~至到]/u.test(between);
  return (
    first.moment.clock !== null &&
    (/[-—–~至到]/u.test(between) || /^ ?(?:结束|散|止)/u.test(text.slice(second.end, second.end + 3)))
  );
}

function sessionOf(first: Found, second: Found | null, anchor: LocalTime | null): Session {
  const start = clockOf(first.moment);
  const { day, weekdayMismatch } = dayOfMoment(first.moment, anchor);
  const length = second === null ? null : lengthOf(first.moment, second.moment);
  const lastDay = second === null ? null : laterDay(second.moment, day, anchor);
  return {
    start: first.start,
    end: second?.end ?? first.end,
    day: day === null ? null : formatDay(day),
    startMinute: start,
    startsAt: instantOf(day, start),
    endsAt: second && lastDay !== null ? instantOf(lastDay, clockOf(second.moment)) : endAfter(day, start, length),
    minutes: lastDay === null ? length : null,
    weekdayMismatch,
  };
}

function lengthOf(first: Moment, second: Moment): number | null {
  const start = clockOf(first);
  const end = endClock(second, start);
  return start === null || end === null ? daysBetween(first, second) : end - start;
}

/** The day of an end that stands with a date of its own, after the first day; else null. */
function laterDay(moment: Moment, first: number | null, anchor: LocalTime | null): number | null {
  if (moment.day?.kind !== 'date' || moment.clock === null) return null;
  const { day } = dayOfMoment(moment, anchor);
  return day !== null && first !== null && day > first ? day : null;
}

function endAfter(day: number | null, start: number | null, length: number | null): LocalTime | null {
  return day === null || start === null || length === null ? null : at(day, start + length);
}

/** The session on a day that its own words leave open; `minute` is when it starts. */
export function onDay(session: Session, day: number, minute: number): Session {
  const startsAt = at(day, minute);
  return {
    ...session,
    day: formatDay(day),
    startsAt,
    endsAt: session.minutes === null ? null : startsAt + session.minutes,
  };
}

function instantOf(day: number | null, minute: number | null): LocalTime | null {
  return day === null || minute === null ? null : at(day, minute);
}

function dayOfMoment(moment: Moment, anchor: LocalTime | null): { day: number | null; weekdayMismatch: boolean } {
  const from = anchor ?? ownAnchor(moment);
  if (moment.day === null || from === null) return { day: null, weekdayMismatch: false };
  const { at: instant, fault } = resolveMoment(moment, from, DEFAULT_WORK_HOURS);
  return { day: instant === null ? null : dayOf(instant), weekdayMismatch: fault === 'weekday-mismatch' };
}

/** A moment with a year needs no other anchor. */
function ownAnchor({ day }: Moment): LocalTime | null {
  if (day?.kind !== 'date' || typeof day.year !== 'number') return null;
  return at(Math.round((day.year - 1970) * 365.2425), 0);
}

/** Minutes after midnight; a bare 2点 is in the afternoon: nobody meets before half past six. */
function clockOf({ clock }: Moment): number | null {
  if (clock?.kind !== 'minute') return null;
  return clock.minute < 390 && !clock.halfDayKnown ? clock.minute + 720 : clock.minute;
}

function writtenMinute({ clock }: Moment): number {
  return clock?.kind === 'minute' ? clock.minute : 0;
}

/** The half of the day carries over (下午2时至5时), and 次日 adds a day. */
function endClock(second: Moment, start: number | null): number | null {
  const end = clockOf(second);
  if (end === null || start === null) return null;
  if (second.day?.kind === 'offset' && second.day.days > 0)
    return writtenMinute(second) + second.day.days * MINUTES_PER_DAY;
  if (end > start) return end;
  return end + 720 > start && end < 720 ? end + 720 : end + MINUTES_PER_DAY;
}

/** 3月5日至7日: whole working days. */
function daysBetween(first: Moment, second: Moment): number | null {
  const [from, to] = [first.day, second.day];
  if (from?.kind !== 'date' || to?.kind !== 'date' || typeof from.date !== 'number' || typeof to.date !== 'number')
    return null;
  const sameMonth = to.month === null || to.month === from.month;
  return sameMonth && to.date >= from.date ? (to.date - from.date + 1) * WORKING_DAY_MINUTES : null;
}
