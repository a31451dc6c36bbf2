/** What a text says about a meeting: when, how long, where, how, who. */
import type { DocumentKind, ReportedMeeting } from '../report.ts';
import { at, dayNumber, formatInstant, type Day, type LocalTime } from '../schedule/local-time.ts';
import type { Header } from './header.ts';
import type { IssuerLevel } from './issuer.ts';
import type { Line } from './lines.ts';
import { readDuration, readSessions, type Session } from './meeting-time.ts';
import { NUMBER_PATTERN, readNumber } from './numerals.ts';
import { splitRecipients } from './recipients.ts';
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

/** Other kinds tell of meetings that were, or of how meetings are to be. */
const CALLING_KINDS: readonly DocumentKind[] = [
  'meeting-notice',
  'document',
  'chat-message',
  'task-order',
  'inspection-notice',
  'platform-notice',
  'letter',
];
const START_OF_WORK = 480;
const TIME_LABEL =
  /^(?:会议|培训|召开|开会|活动|集中|举办|会商|调度|观摩)?(?:时间|会期|日期)(?:安排|及地点|、地点|和地点)?$/u;
const PLACE_LABEL = /^(?:会议|培训|召开|开会|活动|集合|报到)?(?:地点|会场|地址)$/u;
const WHO_LABEL =
  /^(?:参会|参加|出席|列席|与会|参训|到会|培训)(?:人员|范围|对象|单位|人)?(?:及要求)?$|^参加(?:会议)?(?:人员|范围)$/u;
const AGENDA_LABEL = /^(?:会议|培训)?(?:议程|议题|内容|安排|日程)(?:安排)?$/u;
const FORM_LABEL = /^(?:会议|培训|召开)?(?:形式|方式)$/u;
const PROSE =
  /召开|举行|举办|碰头|开会|会期|散会|连线|例会|视频会|座谈|到会|参会|开始[^。\n]{0,20}结束|线上|茶叙|会议室|集中(?:培训|学习)|会议(?=[^。\n]{0,10}\d)/u;
/** What every match of `PROSE` holds; an order of magnitude faster to look for. */
const PROSE_HINT = /召开|举行|举办|碰头|开会|会期|散会|连线|例会|视频会|座谈|到会|参会|开始|线上|茶叙|集中|会议/u;
const NO_PROSE =
  /召开了|召开的|已(?:于|经)?[^。\n]{0,20}召开|会议精神|举行了|年度?以来|前召开|截止|截至|报送|上报|反馈/u;
const ANY_ONE = /任选|任意一|选择一场|其中一场|任一场|择一|分批(?:参加|次)|上午场[^。]*下午场/u;
const VIDEO = /视频|线上|腾讯会议|钉钉|云会议|网络会议|远程|连线|会议号|会议码|直播|电视电话|小鱼易连|收听收看|收看/u;
const ONSITE =
  /现场|线下|会议室|礼堂|大楼|[一二三四五六七八九十\d]+楼|会场|集中到|党校|村部|教室|大厅|报告厅|会议中心|会议厅|[一二三四五六\d]号厅|活动中心|指挥中心/u;
const MIXED =
  /线上线下|线上\+线下|线下\+线上|线上和线下|线上与线下|现场(?:\+|与|和|加|、)(?:线上|视频)|线下[^。\n]{0,12}线上|线上[^。\n]{0,12}线下/u;
const VENUE =
  /(?:在|于|到|赴|地点(?:为|在|是)?|设在|前往)(?<place>[^,。;:\n在于到]{2,36}?(?:会议室|礼堂|会议厅|报告厅|党校|村部|广场|教室|会堂|大厅|会场|会议中心|活动中心|中心|大院|[一二三四五六七八九十\d]+楼(?:[^,。;:\n]{0,10}(?:会议室|厅|室))?))|(?<spot>(?:大楼|[\u4e00-\u9fff]{0,8}楼)?[一二三四五六七八九十\d]{1,3}楼(?:[\u4e00-\u9fff]{0,8}(?:会议室|厅))?)/u;
const WHO =
  /(?<who>[^,。;:\n]{2,50}?)(?:须|需|必须|务必|应|要|请)?(?:本人|准时|按时|全部|全员)?(?:参加|参会|到会|出席|与会)/u;
const LEVEL_WORDS: readonly (readonly [IssuerLevel, RegExp])[] = [
  ['province', /省(?:直|级|委|政府|[^、,]{0,8}(?:厅|局))|自治区/u],
  ['city', /市(?:直|级|委|政府|[^场、,]{0,8}(?:局|委))|地级市/u],
  ['county', /县(?:直|级|委|政府|区|[^、,]{0,8}局)|各县|区(?:直|级|委|政府)/u],
  ['township', /镇|乡(?!村)|街道/u],
  ['village', /(?<!乡)村(?!镇)|社区|网格员/u],
];
const AGENDA_MINUTES = new RegExp(`(?<number>${NUMBER_PATTERN}) ?个?(?<unit>分钟|小时|刻钟)`, 'u');
const LONGEST_PROSE = 400;
const MOST_ITEMS = 60;
const LONGEST_HEADING_LABEL = 12;
/** A text that speaks of more meetings than this is about meetings, not calling one. */
const MOST_PROSE = 40;

/** The meeting that a text calls by labels or in prose; null when it calls none. */
export function readMeeting(text: string, lines: readonly Line[], context: MeetingContext): Meeting | null {
  if (!CALLING_KINDS.includes(context.kind)) return null;
  const written = lines.filter(({ kind }) => kind !== 'blank');
  const parts = gather(text, written, context);
  const sessions = sessionsOf(text, parts, context);
  if (sessions.length === 0 && context.kind !== 'meeting-notice') return null;

  const about = [...parts.times, ...parts.places, ...parts.forms, ...parts.who]
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
  const minutes = totalMinutes(sessions, statedMinutes(text, parts), text);
  const venue = venueOf(text, parts);
  const attendees = attendeesOf(text, parts);
  return {
    start: formatted(sessions[0]?.startsAt),
    end: endOf(sessions, minutes),
    minutes,
    mode: modeOf(`${context.header.title?.text ?? ''}\n${about}`, parts),
    venue: venue && text.slice(venue.start, venue.end),
    attendees: attendees.names,
    sessions,
    days: [...new Set(sessions.flatMap(({ day }) => (day === null ? [] : [day])))],
    levels: LEVEL_WORDS.filter(([, words]) => words.test(about)).map(([level]) => level),
    agenda: readAgenda(text, written),
    weekdayMismatch: sessions.some(({ weekdayMismatch }) => weekdayMismatch),
    spans: { time: parts.times[0] ?? null, venue, attendees: attendees.span },
  };
}

/** Outside a meeting notice a weekday alone is a rhythm, not an appointment. */
function sessionsOf(text: string, { times }: Parts, context: MeetingContext): Session[] {
  const anchor = anchorOf(context);
  const sessions = times.flatMap(({ start, end }) => readSessions(text, start, end, anchor));
  if (context.kind === 'meeting-notice') return sessions;
  return sessions.filter(({ startsAt, minutes }) => startsAt !== null || minutes !== null);
}

function statedMinutes(text: string, { durations }: Parts): number | null {
  for (const { start, end } of durations) {
    const minutes = readDuration(text.slice(start, end));
    if (minutes !== null) return minutes;
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
    if (part) parts[part[0]].push(valueOf(lines, index));
  }
  const isNotice = kind === 'meeting-notice' || parts.places.length > 0 || parts.who.length > 0;
  const labelled = isNotice && parts.times.length > 0;
  for (const line of lines) if (mayTell(line, labelled)) gatherProse(text, line, labelled, parts);
  if (!labelled) parts.times.splice(0, Infinity, ...parts.prose);
  parts.durations.push(...parts.times, ...parts.prose);
  return parts;
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

/** Sentences that speak of holding a meeting. */
function gatherProse(text: string, line: Line, labelled: boolean, parts: Parts): void {
  const words = text.slice(line.start, line.end);
  if (!PROSE_HINT.test(words)) return;
  let start = line.start;
  for (const sentence of words.split('。')) {
    if (parts.prose.length < MOST_PROSE && tellsOfMeeting(sentence.slice(0, LONGEST_PROSE), labelled)) {
      parts.prose.push({ start, end: start + sentence.length });
    }
    start += sentence.length + 1;
  }
}

function tellsOfMeeting(sentence: string, labelled: boolean): boolean {
  return (
    PROSE_HINT.test(sentence) &&
    /[\d一二三四五六七八九十半]/u.test(sentence) &&
    PROSE.test(sentence) &&
    (labelled || !NO_PROSE.test(sentence))
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

function anchorOf({ header, anchor }: MeetingContext): LocalTime | null {
  if (anchor !== null) return anchor;
  return header.date === null ? null : at(dayNumber(header.date), START_OF_WORK);
}

/** The sum over sessions, or the longest where any one of them will do. */
function totalMinutes(sessions: readonly Session[], stated: number | null, text: string): number | null {
  const known = sessions.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  if (known.length === 0) return stated;
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

/** A place that is named and is no screen is one to go to. */
function hasPlace({ places }: Parts): boolean {
  return places.some(({ start, end }) => end > start);
}

function modeOf(words: string, parts: Parts): Meeting['mode'] {
  if (MIXED.test(words)) return 'mixed';
  if (VIDEO.test(words)) return 'video';
  return ONSITE.test(words) || hasPlace(parts) ? 'onsite' : null;
}

function venueOf(text: string, { places, prose }: Parts): Span | null {
  const place = places.find(({ start, end }) => end > start);
  if (place) {
    const stop = text.slice(place.start, place.end).search(/[。;\n]/u);
    return { start: place.start, end: stop < 0 ? place.end : place.start + stop };
  }
  for (const { start, end } of prose) {
    const match = VENUE.exec(text.slice(start, end));
    if (!match) continue;
    const to = start + match.index + match[0].length;
    return { start: to - (match.groups?.['place'] ?? match[0]).length, end: to };
  }
  return null;
}

function attendeesOf(text: string, { who, prose }: Parts): { names: string[]; span: Span | null } {
  const labelled = who.filter(({ start, end }) => end > start);
  const [first] = labelled;
  if (first) {
    const names = labelled
      .flatMap(({ start, end }) => text.slice(start, end).split('\n'))
      .flatMap((line) => splitRecipients(withoutNumber(line)));
    return { names: names.map((name) => name.replace(/[。;]$/u, '')).filter((name) => name !== ''), span: first };
  }
  for (const { start, end } of prose) {
    const match = WHO.exec(text.slice(start, end));
    const words = match?.groups?.['who'];
    if (!match || words === undefined || !/[各全员书记主任负责人干部长]/u.test(words)) continue;
    const from = start + match.index;
    return {
      names: splitRecipients(words.replace(/^(?:请|要求)/u, '')),
      span: { start: from, end: from + words.length },
    };
  }
  return { names: [], span: null };
}

function withoutNumber(line: string): string {
  return line.replace(/^ *(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.)]) */u, '');
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
