/** What a text says about a meeting: when, how long, where, how, who. */
import type { DocumentKind, ReportedMeeting } from '../report.ts';
import { at, dayNumber, dayOf, formatInstant, type Day, type LocalTime } from '../schedule/local-time.ts';
import type { Header } from './header.ts';
import type { IssuerLevel } from './issuer.ts';
import type { Line } from './lines.ts';
import { attendeesOf, levelsIn } from './meeting-people.ts';
import { modeOf, venueOf } from './meeting-manner.ts';
import { onDay, readDuration, readSessions, type Duration, type Session } from './meeting-time.ts';
import { NUMBER_PATTERN, readNumber } from './numerals.ts';
import type { Span } from './stance.ts';

export interface Meeting extends ReportedMeeting {
  readonly sessions: readonly Session[];
  /** Days on which it is held. */
  readonly days: readonly Day[];
  /** Levels whose people or venues are called in, highest first. */
  readonly levels: readonly IssuerLevel[];
  readonly agenda: readonly AgendaItem[];
  /** The weekday in brackets is not that of the date. */
  readonly weekdayMismatch: boolean;
  readonly spans: { readonly time: Span | null; readonly venue: Span | null; readonly attendees: Span | null };
}

export interface AgendaItem extends Span {
  readonly minutes: number | null;
}

export interface MeetingContext {
  readonly header: Header;
  readonly kind: DocumentKind;
  /** Receipt at the bearer; the document's date stands in. Relative days stay unresolved without either. */
  readonly anchor: LocalTime | null;
}

/** Minutes tell of the meeting they record. Other kinds tell of meetings that were, or of how meetings are to be. */
const MEETING_KINDS: readonly DocumentKind[] = [
  'meeting-notice',
  'document',
  'chat-message',
  'task-order',
  'inspection-notice',
  'platform-notice',
  'letter',
  'minutes',
];
const START_OF_WORK = 480;
const TIME_LABEL =
  /^(?:会议|培训|召开|开会|活动|集中|举办|会商|调度|观摩)?(?:时间|会期|日期)(?:安排|及地点|、地点|和地点)?$/u;
const PLACE_LABEL = /^(?:会议|培训|召开|开会|活动|集合|报到)?(?:地点|会场|地址)(?:安排)?$|^[主分]会场$/u;
const WHO_LABEL =
  /^(?:参会|参加|出席|列席|与会|参训|到会|培训)(?:人员|范围|对象|单位|人)?(?:及要求)?$|^参加(?:会议)?(?:人员|范围)$/u;
const AGENDA_LABEL = /^(?:会议|培训)?(?:议程|议题|内容|安排|日程)(?:安排)?$/u;
const FORM_LABEL = /^(?:会议|培训|召开|参会|参加)?(?:形式|方式)$/u;
const PROSE =
  /召开|举行|举办|碰头|碰个头|碰(?:一下|个面)|开(?:个|一次|一个)?(?:短|小|碰头|视频|专题|临时)?会|会期|散会|连线|例会|视频会|座谈|到会|参会|开始[^。\n]{0,20}结束|线上|茶叙|会议室|集合开会|集中(?:培训|学习)|会议?(?:时间)?(?:改|推迟|延期|调整)[到至为]|会议(?=[^。\n]{0,10}\d)|会议[^。\n]{0,30}时间[:为]/u;
/** Messages call a meeting in fewer words: 三点钉钉会议, 防汛会. */
const MESSAGE_PROSE =
  /[\u4e00-\u9fff](?<![机社协员不都学工商将只才也还就常运动总])会议?(?=[,。;!\n]|$)|讨论|商量|商议/u;
/** What every match of `PROSE` holds; an order of magnitude faster to look for. */
const PROSE_HINT =
  /[开议头面一期散例频到参座个]会|讨论|商[量议]|召开|举行|举办|碰|会[期议改推,。;!\n]|会$|连线|座谈|开始|线上|茶叙|集中/u;
const NO_PROSE =
  /召开了|召开的|已(?:于|经)?[^。\n]{0,20}召开|会议精神|举行了|年度?以来|前召开|截止|截至|报送|上报|反馈/u;
/** 定于3月5日9时召开会议,会后每日上报: what is reported later in the sentence makes the meeting no less called. */
const CALLED = /(?:定|拟|将)于[^。\n,;]{2,40}(?:召开|举行|举办)(?![了的])/u;
const MOVED = /(?:延期|推迟|调整|改期|改|提前)[到至为]/u;
const ANY_ONE = /任选|任意一|选择一场|其中一场|任一场|择一|分批(?:参加|次)|上午场[^。]*下午场/u;
const AGENDA_MINUTES = new RegExp(`(?<number>${NUMBER_PATTERN}) ?个?(?<unit>分钟|小时|刻钟)`, 'u');
const INLINE_LABEL = /(?:地点|形式|方式)(?::|为|设?在|是)/gu;
const LONGEST_PROSE = 400;
const MOST_ITEMS = 60;
const LONGEST_HEADING_LABEL = 12;
/** A text that speaks of more meetings than this is about meetings, not calling one. */
const MOST_PROSE = 40;

/** The meeting that a text calls by labels or in prose, or that minutes record; null when there is none. */
export function readMeeting(text: string, lines: readonly Line[], context: MeetingContext): Meeting | null {
  if (!MEETING_KINDS.includes(context.kind)) return null;
  const written = lines.filter(({ kind }) => kind !== 'blank');
  const parts = gather(text, written, context);
  const sessions = sessionsOf(text, parts, context);
  if (sessions.length === 0 && context.kind !== 'meeting-notice') return null;

  const about = [...parts.times, ...parts.places, ...parts.forms, ...parts.who]
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
  const venue = venueOf(text, parts);
  const attendees = attendeesOf(text, parts);
  return {
    ...lengthOf(text, sessions, statedDuration(text, parts)),
    mode: modeOf(`${context.header.title?.text ?? ''}\n${about}`, parts.places),
    venue: venue && text.slice(venue.start, venue.end),
    attendees: attendees.names,
    sessions,
    days: [...new Set(sessions.flatMap(({ day }) => (day === null ? [] : [day])))],
    levels: levelsIn(about),
    agenda: readAgenda(text, written),
    weekdayMismatch: sessions.some(({ weekdayMismatch }) => weekdayMismatch),
    spans: { time: parts.times[0] ?? null, venue, attendees: attendees.span },
  };
}

function lengthOf(
  text: string,
  sessions: readonly Session[],
  stated: Duration | null,
): Pick<Meeting, 'start' | 'end' | 'minutes'> {
  const minutes = totalMinutes(sessions, stated, text);
  return {
    start: formatted(sessions.find(({ startsAt }) => startsAt !== null)?.startsAt),
    end: endOf(sessions, stated?.isInDays === true ? null : minutes),
    minutes,
  };
}

/** Outside a meeting notice a weekday alone is a rhythm, not an appointment. */
function sessionsOf(text: string, { times }: Parts, context: MeetingContext): Session[] {
  const anchor = anchorOf(context);
  const sessions = times.flatMap(({ start, end }) => readSessions(text, start, end, anchor));
  if (context.kind === 'meeting-notice') return sessions;
  const dated = context.kind === 'chat-message' ? sessions.map((session) => onDayOf(anchor, session)) : sessions;
  return dated.filter(({ startsAt, minutes }) => startsAt !== null || minutes !== null);
}

/** 三点开会 in a message is later on the day of the message. */
function onDayOf(anchor: LocalTime | null, session: Session): Session {
  if (anchor === null || session.day !== null || session.startMinute === null) return session;
  const dated = onDay(session, dayOf(anchor), session.startMinute);
  return dated.startsAt !== null && dated.startsAt > anchor ? dated : session;
}

function statedDuration(text: string, { durations }: Parts): Duration | null {
  for (const { start, end } of durations) {
    const duration = readDuration(text.slice(start, end));
    if (duration !== null) return duration;
  }
  return null;
}

function formatted(time: LocalTime | null | undefined): string | null {
  return time == null ? null : formatInstant(time);
}

interface Parts {
  readonly times: Span[];
  readonly durations: Span[];
  readonly places: Span[];
  readonly forms: Span[];
  readonly who: Span[];
  readonly prose: Span[];
}

const LABELS = [
  ['times', TIME_LABEL],
  ['places', PLACE_LABEL],
  ['forms', FORM_LABEL],
  ['who', WHO_LABEL],
] as const;

function gather(text: string, lines: readonly Line[], { kind }: MeetingContext): Parts {
  const parts: Parts = { times: [], durations: [], places: [], forms: [], who: [], prose: [] };
  for (const [index, line] of lines.entries()) {
    const part = partOf(line.label ?? headingLabel(text, line));
    if (part) parts[part[0]].push(line.label?.endsWith('会场') ? line : valueOf(lines, index));
  }
  const labelled = parts.times.length > 0 && isNotice(kind, parts);
  const manner = { labelled, isMessage: kind === 'chat-message' };
  for (const line of lines) if (mayTell(line, labelled)) gatherProse(text, line, manner, parts);
  if (!labelled) parts.times.splice(0, Infinity, ...parts.prose);
  parts.durations.push(...parts.times, ...parts.prose);
  return parts;
}

function isNotice(kind: DocumentKind, { places, who }: Parts): boolean {
  return kind === 'meeting-notice' || places.length > 0 || who.length > 0;
}

function partOf(label: string): (typeof LABELS)[number] | undefined {
  return LABELS.find(([, pattern]) => pattern.test(label));
}

/** 一、会议时间 on a line of its own labels the lines below. */
function headingLabel(text: string, { kind, numberEnd, start, end }: Line): string {
  const isShort = end - numberEnd <= LONGEST_HEADING_LABEL;
  return isShort && (kind === 'heading' || numberEnd > start) ? text.slice(numberEnd, end).trim() : '';
}

function mayTell(line: Line, labelled: boolean): boolean {
  return line.kind !== 'table-row' && line.attachment === null && (line.kind !== 'heading' || !labelled);
}

interface Manner {
  /** Labels tell the time, so that prose adds only durations. */
  readonly labelled: boolean;
  readonly isMessage: boolean;
}

/** Sentences that speak of holding a meeting. */
function gatherProse(text: string, line: Line, manner: Manner, parts: Parts): void {
  const words = text.slice(line.start, line.end);
  if (!PROSE_HINT.test(words)) return;
  let start = line.start;
  for (const sentence of words.split('。')) {
    if (!manner.labelled) gatherInline(sentence, start, parts);
    if (parts.prose.length < MOST_PROSE && tellsOfMeeting(sentence.slice(0, LONGEST_PROSE), manner)) {
      parts.prose.push({ start, end: start + sentence.length });
    }
    start += sentence.length + 1;
  }
}

/** 定于周五开会,地点在二楼,形式为视频: labels inside prose. */
function gatherInline(sentence: string, start: number, parts: Parts): void {
  for (const match of sentence.matchAll(INLINE_LABEL)) {
    const value = { start: start + match.index + match[0].length, end: start + sentence.length };
    (match[0].startsWith('地') ? parts.places : parts.forms).push(value);
  }
}

function tellsOfMeeting(sentence: string, { labelled, isMessage }: Manner): boolean {
  return (
    PROSE_HINT.test(sentence) &&
    /[\d一二两三四五六七八九十半]/u.test(sentence) &&
    (PROSE.test(sentence) || (isMessage && MESSAGE_PROSE.test(sentence))) &&
    (labelled || !NO_PROSE.test(sentence) || MOVED.test(sentence) || CALLED.test(sentence))
  );
}

/** The value of a label line; where it is empty, the lines below up to the next label or heading. */
function valueOf(lines: readonly Line[], index: number): Span {
  const line = lines[index];
  if (!line) return { start: 0, end: 0 };
  const start = line.valueStart ?? line.end;
  if (start < line.end) return { start, end: line.end };
  const below = lines.slice(index + 1, index + 1 + MOST_ITEMS);
  const stop = below.findIndex((one) => isOutside(line, below[0], one));
  const value = stop < 0 ? below : below.slice(0, stop);
  return { start: value[0]?.start ?? start, end: value.at(-1)?.end ?? start };
}

/** The next label or heading ends a value, and a line that is no item after items. */
function isOutside(label: Line, first: Line | undefined, line: Line): boolean {
  if (line.kind === 'heading' || line.kind === 'label') return true;
  if (label.level !== null && line.level === label.level) return true;
  return first?.level != null && line.level === null;
}

function anchorOf({ header, kind, anchor }: MeetingContext): LocalTime | null {
  // Minutes look back: their day is read within the year in which they were written.
  if (kind === 'minutes') return header.date === null ? null : at(dayNumber(`${header.date.slice(0, 4)}-01-01`), 0);
  if (anchor !== null) return anchor;
  return header.date === null ? null : at(dayNumber(header.date), START_OF_WORK);
}

/** The sum over sessions, or the longest where any one of them will do. */
function totalMinutes(sessions: readonly Session[], stated: Duration | null, text: string): number | null {
  const known = sessions.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  if (known.length === 0) return stated?.minutes ?? null;
  if (ANY_ONE.test(text)) return Math.max(...known);
  return known.reduce((sum, minutes) => sum + minutes, 0);
}

function endOf(sessions: readonly Session[], minutes: number | null): string | null {
  const first = sessions[0];
  const last = sessions.findLast(({ endsAt }) => endsAt !== null);
  if (last?.endsAt != null) return formatInstant(last.endsAt);
  if (sessions.length !== 1 || first?.startsAt == null || minutes === null || minutes > START_OF_WORK) return null;
  return formatInstant(first.startsAt + minutes);
}

function readAgenda(text: string, lines: readonly Line[]): AgendaItem[] {
  const index = lines.findIndex(
    ({ label, kind, start, end }) =>
      (label !== undefined && AGENDA_LABEL.test(label)) ||
      (kind === 'heading' && /(?:议程|议题|日程)/u.test(text.slice(start, end))),
  );
  const line = lines[index];
  if (!line) return [];
  const value = valueOf(lines, index);
  const items: AgendaItem[] = [];
  let start = value.start;
  for (const part of text
    .slice(value.start, value.end)
    .split(/[\n;。]/u)
    .slice(0, MOST_ITEMS)) {
    if (part.trim() !== '') items.push({ start, end: start + part.length, minutes: agendaMinutes(part) });
    start += part.length + 1;
  }
  return items;
}

function agendaMinutes(words: string): number | null {
  const { number, unit } = AGENDA_MINUTES.exec(words)?.groups ?? {};
  const value = number === undefined ? null : readNumber(number);
  if (value === null) return null;
  return unit === '小时' ? value * 60 : unit === '刻钟' ? value * 15 : value;
}
