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
const DURATION = new RegExp(
  `(?<number>${NUMBER_PATTERN}|半)(?<half>个半)? ?个? ?(?<unit>小时|钟头|分钟|刻钟|天半|天)(?<more>半)?`,
  'u',
);
const DURATION_LEAD =
  /(?:会期|时长|会议时间|历时|用时|持续|预计|全程|总时长|议程|开会?|时间|会议|培训)[^。;\n]{0,10}?(?:约|大约|为|共|不超过|控制在|压缩(?:至|到|在)|限(?:时|定)?|以内|:)? ?$/u;

/** The sessions that `text` from `from` to `to` names; a day without a clock time counts only when nothing better stands there. */
export function readSessions(text: string, from: number, to: number, anchor: LocalTime | null): Session[] {
  const found = findMoments(text, from, Math.min(to, from + LONGEST_VALUE));
  const sessions: Session[] = [];
  let day: Moment['day'] = null;
  for (let index = 0; index < found.length; index++) {
    const first = found[index];
    if (!first) continue;
    const next = found[index + 1];
    const second = next && belongsTogether(text, first, next) ? next : null;
    if (second) index++;
    day = first.moment.day ?? day;
    sessions.push(sessionOf({ ...first, moment: { ...first.moment, day } }, second, anchor));
  }
  const timed = sessions.filter(({ startsAt, minutes }) => startsAt !== null || minutes !== null);
  return timed.length > 0 ? timed : sessions.slice(0, 1);
}

/** Minutes of a stated duration (会期半天, 约两个半小时); null when none is stated. */
export function readDuration(text: string): number | null {
  for (let rest = text.slice(0, LONGEST_VALUE), match = DURATION.exec(rest); match; match = DURATION.exec(rest)) {
    const before = rest.slice(Math.max(0, match.index - 16), match.index);
    if (DURATION_LEAD.test(before) || match.index === 0) return minutesOf(match.groups ?? {});
    rest = rest.slice(match.index + match[0].length);
  }
  return null;
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
    if (moment && !moment.recurring && !isDue(text, start + match[0].length))
      found.push({ start, end: start + match[0].length, moment });
  }
  return found;
}

/** `…前`, `…截止`: when something is due, not when the meeting is. */
function isDue(text: string, end: number): boolean {
  return /^ ?(?:\([^)]{1,6}\))?(?:之?以?前|截止|止|内|提前|起施行)/u.test(text.slice(end, end + 10));
}

function belongsTogether(text: string, first: Found, second: Found): boolean {
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
  const end = second === null ? null : endClock(second.moment, start);
  const clocked = span(start, end);
  const { day, weekdayMismatch } = dayOfMoment(first.moment, anchor);
  const startsAt = instantOf(day, start);
  return {
    start: first.start,
    end: second?.end ?? first.end,
    day: day === null ? null : formatDay(day),
    startsAt,
    endsAt: clocked === null ? null : instantOf(day, end),
    minutes: clocked ?? (second && daysBetween(first.moment, second.moment)),
    weekdayMismatch,
  };
}

function span(start: number | null, end: number | null): number | null {
  return start === null || end === null ? null : end - start;
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
