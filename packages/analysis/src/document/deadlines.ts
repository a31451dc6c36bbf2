/** Deadlines in a text: what is due when, counted from the receipt. */
import type { LocalTime } from '../schedule/local-time.ts';
import { startOfWork, workingMinutesBetween, type WorkHours } from '../schedule/working-time.ts';
import { dayOf, formatDay, weekdayOf } from '../schedule/local-time.ts';
import { isDue, isReportingWindow, type Candidate } from './due-signs.ts';
import { anchorOf, endOfSpan, nominalAnchor, type DeadlineContext, type Span } from './deadline-time.ts';
import * as words from './deadline-words.ts';
import { resolveMoment, type MomentFault } from './moment-time.ts';
import { readMoment, type DayReference, type Moment } from './moments.ts';
import { readNumber } from './numerals.ts';
import { nextStart } from './starts.ts';

export { leadMinutes, type DeadlineContext } from './deadline-time.ts';
export { findReceipt } from './receipts.ts';

/**
 * `moment` 3月6日前 · `within` 三日内 · `period` 3月1日至15日, due at its end · `at-once` 立即 · `vague` 尽快 ·
 * `start` 即日起, no due time.
 */
export type DeadlineKind = 'moment' | 'within' | 'period' | 'at-once' | 'vague' | 'start';

export interface Deadline {
  /** Offsets into the text searched; `text` is that slice. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: DeadlineKind;
  /** Null when it cannot be resolved; of a `start`, when it begins. */
  readonly at: LocalTime | null;
  readonly fault: MomentFault | null;
  /** The event that it is counted from, as written (会, 事故发生); null when it is none. */
  readonly anchorEvent: string | null;
  /** 每月25日前, 每天17:00: one for each turn, so `at` is null. */
  readonly recurring: boolean;
  /** Working minutes that expressions without a date leave when neither receipt nor date is known; else null. */
  readonly nominalLead: number | null;
}

const BEFORE_LENGTH = 36;
const AFTER_LENGTH = 28;

/** Every deadline of a normalised text (half-width digits and marks), in order, not overlapping. Linear. */
export function findDeadlines(text: string, context: DeadlineContext): Deadline[] {
  const found: Deadline[] = [];
  let offset = nextStart(text, 0, words.CANDIDATE_STARTS);
  while (offset < text.length) {
    words.CANDIDATE.lastIndex = offset;
    const match = words.CANDIDATE.exec(text);
    if (match === null) {
      offset = nextStart(text, offset + 1, words.CANDIDATE_STARTS);
      continue;
    }
    const candidate = surrounded(text, match);
    const deadline = startsInsideNumber(text, match) ? null : judge(candidate, context);
    if (deadline !== null) found.push({ ...deadline, text: text.slice(deadline.start, deadline.end) });
    offset = nextStart(text, deadline?.end ?? candidate.end, words.CANDIDATE_STARTS);
  }
  return found;
}

type Judged = Omit<Deadline, 'text'>;

/** The 3 of 12.3 or of 2:3 begins no date. */
function startsInsideNumber(text: string, { index, 0: found }: RegExpExecArray): boolean {
  return index > 0 && /^[0-9]/.test(found) && /[0-9][.:：/]?$/.test(text.slice(Math.max(0, index - 2), index));
}

function surrounded(text: string, match: RegExpExecArray): Candidate {
  const start = match.index;
  const end = start + match[0].length;
  return {
    start,
    end,
    groups: match.groups ?? {},
    before: text.slice(sentenceStart(text, start), start),
    after: text.slice(end, sentenceEnd(text, end)),
  };
}

const SENTENCE_MARKS = '。;；!！?？\n';

function sentenceStart(text: string, before: number): number {
  const least = Math.max(0, before - BEFORE_LENGTH);
  let at = before;
  while (at > least && !SENTENCE_MARKS.includes(text.charAt(at - 1))) at--;
  return at;
}

function sentenceEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + AFTER_LENGTH);
  let at = from;
  while (at < most && !SENTENCE_MARKS.includes(text.charAt(at))) at++;
  return at;
}

function judge(candidate: Candidate, context: DeadlineContext): Judged | null {
  const { atOnce, vague, running, fromNow, last } = candidate.groups;
  if (atOnce !== undefined) return { ...plain(candidate, 'at-once'), at: anchorOf(context), nominalLead: 0 };
  if (vague !== undefined) return plain(candidate, 'vague');
  if (running !== undefined) return judgeRunning(candidate, running, context);
  if (fromNow !== undefined) return judgeFromNow(candidate, context);
  const span = spanOf(candidate);
  if (span !== null) return judgeSpan(candidate, span, context);
  return last === undefined ? judgeMoment(candidate, context) : judgeRange(candidate, context);
}

function spanOf({ groups }: Candidate): Span | null {
  const count = groups['count'] ?? groups['limit'];
  const unit = groups['unit'] ?? groups['limitUnit'];
  // A vague number (三五日内) makes a span without an end.
  return count === undefined || unit === undefined ? null : { count: readNumber(count) ?? 0, unit };
}

function plain({ start, end }: Candidate, kind: DeadlineKind): Judged {
  return { start, end, kind, at: null, fault: null, anchorEvent: null, recurring: false, nominalLead: null };
}

function judgeSpan(candidate: Candidate, span: Span, context: DeadlineContext): Judged | null {
  if (words.WINDOW_PREFIX.test(candidate.before) || words.WINDOW_SUFFIX.test(candidate.after)) return null;
  const recurring = candidate.before.endsWith('每');
  const event = words.EVENT.exec(candidate.before)?.groups?.['event'];
  const eventWords = event === undefined ? null : event.replace(words.EVENT_LEAD, '');
  const judged = {
    ...plain(candidate, 'within'),
    start: eventStart(candidate, eventWords),
    recurring,
    anchorEvent: eventWords,
  };
  if (recurring || !isOwnEvent(eventWords)) return judged;
  const anchor = anchorForEvent(eventWords, context);
  return {
    ...judged,
    ...due((from) => ({ at: endOfSpan(span, from, context.workHours), fault: null }), anchor, context),
  };
}

function eventStart({ start, before }: Candidate, event: string | null): number {
  return event === null ? start : start - before.length + before.lastIndexOf(event);
}

/** True when the span is counted from the document's receipt or issue. */
function isOwnEvent(event: string | null): boolean {
  return event === null || words.RECEIPT_EVENT.test(event) || words.ISSUE_EVENT.test(event);
}

function anchorForEvent(event: string | null, context: DeadlineContext): LocalTime | null {
  const issued = event !== null && context.issuedOn !== null && words.ISSUE_EVENT.test(event);
  return issued ? startOfWork(context.issuedOn, context.workHours) : anchorOf(context);
}

type Resolve = (anchor: LocalTime) => { readonly at: LocalTime | null; readonly fault: MomentFault | null };

/** Resolves at the anchor; without one, at the nominal anchor for the lead alone. */
function due(
  resolve: Resolve,
  anchor: LocalTime | null,
  context: DeadlineContext,
): Pick<Deadline, 'at' | 'fault' | 'nominalLead'> {
  if (anchor !== null) return { ...resolve(anchor), nominalLead: null };
  const nominal = nominalAnchor(context);
  const { at } = resolve(nominal);
  const lead = at === null ? null : workingMinutesBetween(nominal, at, context.workHours);
  return { at: null, fault: null, nominalLead: lead };
}

function judgeRunning(candidate: Candidate, running: string, context: DeadlineContext): Judged | null {
  if (words.WINDOW_PREFIX.test(candidate.before) || words.WINDOW_SUFFIX.test(candidate.after)) return null;
  const moment: Moment = { day: runningEnd(running), clock: null, weekday: null, recurring: false };
  return { ...plain(candidate, 'within'), ...dueAt(moment, context) };
}

function runningEnd(running: string): DayReference {
  if (running.endsWith('周')) return { kind: 'weekday', weeksAhead: 0, weekday: 7 };
  if (running.endsWith('月')) return { kind: 'date', year: null, month: 'this', date: 'last' };
  if (/[日天]$/.test(running)) return { kind: 'offset', days: 0 };
  const period = running.endsWith('旬') ? 'ten-days' : running.includes('季') ? 'quarter' : 'year';
  return { kind: 'period-end', period, index: 'this' };
}

function judgeFromNow(candidate: Candidate, context: DeadlineContext): Judged | null {
  const until = candidate.groups['until'];
  const moment = until === undefined ? null : readMoment(until);
  if (moment === null) return { ...plain(candidate, 'start'), at: anchorOf(context) };
  return { ...plain(candidate, 'period'), end: suffixEnd(candidate), ...dueAt(moment, context) };
}

function judgeRange(candidate: Candidate, context: DeadlineContext): Judged | null {
  const first = readMoment(candidate.groups['first'] ?? '');
  const last = readMoment(candidate.groups['last'] ?? '');
  if (first === null || last === null || !isReportingWindow(candidate)) return null;
  const day = sharedDay(first, last);
  if (day === null) return null;
  return {
    ...plain(candidate, 'period'),
    end: suffixEnd(candidate),
    ...dueAt({ ...last, day, recurring: first.recurring || last.recurring }, context),
  };
}

/** 3月1日至15日: the end takes what it leaves out from the beginning. */
function sharedDay(first: Moment, last: Moment): DayReference | null {
  if (last.day === null) return first.day;
  if (last.day.kind !== 'date' || first.day?.kind !== 'date') return last.day;
  return { ...last.day, year: last.day.year ?? first.day.year, month: last.day.month ?? first.day.month };
}

function judgeMoment(candidate: Candidate, context: DeadlineContext): Judged | null {
  const read = readMoment(candidate.groups['first'] ?? '', candidate.after);
  if (read === null) return null;
  const moment = { ...read, recurring: read.recurring || words.EVERY.test(candidate.before) };
  if (words.BEGINS.test(candidate.after)) return judgeStart(candidate, moment, context);
  if (!isDue(candidate, moment)) return null;
  return { ...plain(candidate, 'moment'), end: suffixEnd(candidate), ...dueAt(moment, context) };
}

function judgeStart(candidate: Candidate, moment: Moment, context: DeadlineContext): Judged {
  const { at, fault } = dueAt(moment, context);
  const begins = at !== null && moment.clock === null ? startOfWork(formatDay(dayOf(at)), context.workHours) : at;
  return {
    ...plain(candidate, 'start'),
    at: begins,
    fault: fault === 'due-before-received' ? null : fault,
    recurring: moment.recurring,
  };
}

function suffixEnd({ end, after }: Candidate): number {
  return end + (words.DUE_SUFFIX.exec(after)?.[0].length ?? 0);
}

function dueAt(moment: Moment, context: DeadlineContext): Pick<Deadline, 'at' | 'fault' | 'nominalLead' | 'recurring'> {
  if (moment.recurring) return { at: null, fault: null, nominalLead: null, recurring: true };
  const anchor = anchorOf(context);
  if (anchor === null && !needsNoDate(moment))
    return { ...dateAlone(moment, context.workHours), nominalLead: null, recurring: false };
  const resolved = due((from) => resolveMoment(moment, from, context.workHours), anchor, context);
  return { ...resolved, recurring: false };
}

function needsNoDate({ day }: Moment): boolean {
  return day === null || day.kind === 'offset';
}

/** Without an anchor only a date with its year is certain. */
function dateAlone(moment: Moment, hours: WorkHours): { at: LocalTime | null; fault: MomentFault | null } {
  const { day } = moment;
  if (day?.kind !== 'date' || typeof day.year !== 'number') return { at: null, fault: null };
  const { at, fault } = resolveMoment(moment, 0, hours);
  return {
    at,
    fault:
      at !== null && moment.weekday !== null && weekdayOf(dayOf(at)) !== moment.weekday ? 'weekday-mismatch' : fault,
  };
}
