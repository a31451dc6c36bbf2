/** Deadlines that leave the bearer less time than the superior gave. */
import { leadMinutes, type Deadline } from '../../document/deadlines.ts';
import { NUMBER_PATTERN, readNumber } from '../../document/numerals.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { SILENCE, type Statement } from '../../document/statements.ts';
import type { LocalTime } from '../../schedule/local-time.ts';
import { workingMinutesBetween } from '../../schedule/working-time.ts';
import type { DocumentPair } from './document-pair.ts';
import { minutesOfSpan } from './measures-spans.ts';
import { EQUAL_BONUS, pairUp } from './pairing.ts';
import type { Subject } from './subject.ts';
import { findPlannedDates } from './squeezed-deadlines-dates.ts';
import { columnHeading, heardIn, sentencesOfBody, subjectAt, type BodySentence } from './subject-sentences.ts';

/** Offsets into that side's normalised text. */
export interface DueTime extends Span {
  /** Null for a span in words and for what comes again and again. */
  readonly at: LocalTime | null;
}

export interface SqueezedDeadline {
  readonly superior: DueTime;
  readonly subordinate: DueTime;
  /** Time left to the bearer by the time that the superior gave: from 0 (at once) to below 1. */
  readonly ratio: number;
}

/** `立即` stands everywhere, so more is asked of it than of other deadlines. */
const SAME_MATTER_AT_ONCE = 0.5;
/** The rule `lineage/deadline-compressed` speaks below this share. */
const SQUEEZED = 0.5;

/**
 * Deadlines that leave the bearer less than half of the time that the superior gave for the matter, in the order of the
 * subordinate's text: those that `lineage/deadline-compressed` speaks of.
 */
export function findSqueezedDeadlines(documents: DocumentPair): SqueezedDeadline[] {
  return findShortenedDeadlines(documents).filter(({ ratio }) => ratio < SQUEEZED);
}

/**
 * All pairs of deadlines for one matter that the subordinate draws tighter. Dates are counted in working hours from each
 * text's receipt (else its date); spans in words and turns compare as they stand. A due time that was only handed on counts
 * when less than half of the time is left.
 */
export function findShortenedDeadlines(documents: DocumentPair): SqueezedDeadline[] {
  const below = readDue(documents.lower);
  const above = readDue(documents.upper);
  if (below.length === 0 || above.length === 0) return [];
  const pairs = pairUp(below, above, documents.ground, {
    isComparable: (left, right) => ratioOf(left, right) !== null,
    bonus: (left, right) => (isTighter(left, right) ? 0 : EQUAL_BONUS) + portionBonus(left, right),
  });
  return pairs.flatMap(({ below: left, above: right, similarity }) => {
    if (!isTighter(left, right) || (left.isAtOnce && similarity < SAME_MATTER_AT_ONCE)) return [];
    return [{ superior: dueTime(right), subordinate: dueTime(left), ratio: ratioOf(left, right) ?? 0 }];
  });
}

/** 10月底前完成50%,12月底前全面完成: stages are told apart by how much of the matter is due. */
const SAME_PORTION_BONUS = 0.2;
const OTHER_PORTION_COST = 0.3;

function portionBonus({ portion: below }: Due, { portion: above }: Due): number {
  if (below === null || above === null) return 0;
  return below === above ? SAME_PORTION_BONUS : -OTHER_PORTION_COST;
}

interface Due extends Span {
  readonly subject: Subject;
  /** Of the whole matter, 0 to 1, where the clause says how much is due; else null. */
  readonly portion: number | null;
  readonly at: LocalTime | null;
  /** Working minutes from the receipt; null where neither receipt nor date is known. */
  readonly lead: number | null;
  /** Minutes of a span in words, as `minutesOfSpan` counts. */
  readonly span: number | null;
  /** Where in its turn something recurring is due, as a share; the turn. */
  readonly turn: Turn | null;
  readonly isAtOnce: boolean;
}

const DUE_KINDS: ReadonlySet<Deadline['kind']> = new Set(['moment', 'within', 'period', 'at-once'] as const);
/** More deadlines than this are a timetable or hostile. */
const MOST_DEADLINES = 600;

function readDue(document: OfficialDocument): Due[] {
  const { deadlines } = document;
  const found: Due[] = [];
  let next = 0;
  for (const sentence of sentencesOfBody(document)) {
    const { statement } = sentence;
    while (endOf(deadlines[next]) <= statement.start && next < deadlines.length) next++;
    const times: Time[] = [];
    for (; next < deadlines.length && endOf(deadlines[next]) <= statement.end; next++)
      times.push(...timesOf(document, statement, deadlines[next]));
    found.push(...dueIn(document, sentence, withPlannedDates(document, statement, times)));
    if (found.length >= MOST_DEADLINES) break;
  }
  return found;
}

/** A due time before what it is about is read. */
type Time = Omit<Due, 'subject' | 'portion'>;

function dueIn({ text }: OfficialDocument, sentence: BodySentence, times: readonly Time[]): Due[] {
  return times.map((time, index) => {
    const between = { start: times[index - 1]?.end ?? 0, end: times[index + 1]?.start ?? text.length };
    return { ...time, portion: portionAt(text, time), subject: subjectAt(text, time, sentence, between) };
  });
}

const PORTION = new RegExp(
  `^[^,。;\\n]{0,20}?(?:(?<share>${NUMBER_PATTERN})(?<=[%成半])|百分之[^,。;]{1,5}|(?<whole>全部|全面|全数|全覆盖))`,
  'u',
);

function portionAt(text: string, { end }: Time): number | null {
  const { share, whole } = PORTION.exec(text.slice(end, end + 28))?.groups ?? {};
  return whole === undefined ? readNumber(share ?? '') : 1;
}

function timesOf(document: OfficialDocument, statement: Statement, deadline: Deadline | undefined): Time[] {
  return deadline && isDue(statement, deadline) ? [timeOf(document, deadline)] : [];
}

/** Dates that no word like 前 makes deadlines are compared too: the superior's own deadline tells what they are. */
function withPlannedDates(
  { receivedAt, workHours, text }: OfficialDocument,
  statement: Statement,
  times: readonly Time[],
): Time[] {
  if (receivedAt === null) return [...times];
  const isDueCell = statement.inTable && ENDS.test(columnHeading(text, statement));
  const planned = findPlannedDates(heardIn(statement), { anchor: receivedAt, workHours, isDueCell })
    .map((date) => ({ ...date, start: date.start + statement.start, end: date.end + statement.start }))
    .filter(({ start, end }) => !times.some((time) => time.start < end && start < time.end))
    .map((date) => ({ ...NO_TIME, ...date, lead: workingMinutesBetween(receivedAt, date.at, workHours) }));
  return [...times, ...planned].sort((left, right) => left.start - right.start);
}

const ENDS = /时限|期限|时间|截止|日期|完成/u;

const NO_TIME = { span: null, turn: null, isAtOnce: false };

function endOf(deadline: Deadline | undefined): number {
  return deadline?.end ?? Infinity;
}

/** False outside the body, and in words that tell of a deadline or forbid one. */
function isDue(statement: Statement, { kind, start }: Deadline): boolean {
  const isInside = DUE_KINDS.has(kind) && start >= statement.start;
  return isInside && heardIn(statement).charAt(start - statement.start) !== SILENCE;
}

function timeOf(document: OfficialDocument, deadline: Deadline): Time {
  const { receivedAt, workHours, header } = document;
  const { start, end, kind, at, recurring } = deadline;
  return {
    start,
    end,
    at,
    lead: at === null ? null : leadMinutes(deadline, { receivedAt, issuedOn: header.date, workHours }),
    span: kind === 'within' ? minutesOfSpan(deadline.text) : null,
    turn: recurring ? turnOf(document.text.slice(Math.max(0, start - 6), end)) : null,
    isAtOnce: kind === 'at-once',
  };
}

/** Null when the two cannot be set against each other. */
function ratioOf(below: Due, above: Due): number | null {
  if (above.isAtOnce) return null;
  if (below.turn !== null || above.turn !== null)
    return share(shareOfTurn(below, above.turn), above.turn?.share ?? null);
  if (below.isAtOnce) return above.lead === null && above.span === null ? null : 0;
  return share(below.span, above.span) ?? share(below.lead, above.lead);
}

function shareOfTurn({ turn }: Due, above: Turn | null): number | null {
  return turn !== null && turn.name === above?.name ? turn.share : null;
}

function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : rounded(part / whole);
}

function rounded(ratio: number): number {
  return Math.round(ratio * 1000) / 1000;
}

/** The same hour handed on later is squeezed only where little is left of the time. */
function isTighter(below: Due, above: Due): boolean {
  const ratio = ratioOf(below, above);
  if (ratio === null || ratio >= 1) return false;
  const isHandedOn =
    below.span === null && above.span === null && below.at !== null && above.at !== null && below.at >= above.at;
  return !isHandedOn || ratio < SQUEEZED;
}

function dueTime({ start, end, at }: Due): DueTime {
  return { start, end, at };
}

interface Turn {
  readonly name: 'month' | 'week' | 'day';
  /** 0 to 1: the fifth of a month leaves a sixth of it. */
  readonly share: number;
}

const IN_TURN =
  /每个?月(?<next>次月)?(?<date>\d{1,2}|底|末)[日号]?|每?个?(?:周|星期)(?<weekday>[一二三四五六日天])|每[日天][^,\d]{0,4}(?<hour>\d{1,2})(?:[:点时](?<minute>[0-5]\d)?)?/u;
const DAYS_OF_MONTH = 30;
const DAYS_OF_WEEK = 7;
const MINUTES_OF_DAY = 1440;

function turnOf(words: string): Turn | null {
  const { date, weekday, hour, minute = '0' } = IN_TURN.exec(words)?.groups ?? {};
  if (date !== undefined)
    return { name: 'month', share: (/\d/u.test(date) ? Number(date) : DAYS_OF_MONTH) / DAYS_OF_MONTH };
  if (weekday !== undefined) return { name: 'week', share: (readNumber(weekday) ?? DAYS_OF_WEEK) / DAYS_OF_WEEK };
  const minutes = Number(hour ?? 0) * 60 + Number(minute);
  return minutes > 0 ? { name: 'day', share: minutes / MINUTES_OF_DAY } : null;
}
