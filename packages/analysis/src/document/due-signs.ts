/** Whether a moment found in a text is when something is due, judged by the words beside it. */
import * as words from './deadline-words.ts';
import type { DayReference, Moment } from './moments.ts';

/** A date or span that may be a deadline. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Partial<Record<string, string>>>;
  /** What stands beside it in the same sentence. */
  readonly before: string;
  readonly after: string;
}

const STANDING_ALONE: ReadonlySet<DayReference['kind'] | undefined> = new Set([
  'offset',
  'weekday',
  'period-end',
  'festival',
] as const);

/** 3月1日至15日: true where things are handed in during that time. */
export function isReportingWindow({ before, after }: Candidate): boolean {
  if (words.TAKES_PLACE.test(after) || words.REPORTED.test(before)) return false;
  return (
    words.DUE_LABEL.test(before) || words.DUE_SUFFIX.test(after) || words.HANDS_IN.test(after.replace(/^期间/, ''))
  );
}

/** True for a moment by which, or at which, something must be handed in. */
export function isDue(candidate: Candidate, moment: Moment): boolean {
  const { before, after } = candidate;
  if (words.REPORTED.test(before)) return false;
  if (words.DUE_SUFFIX.test(after)) return !words.LOOKS_BACK.test(after) && isOrder(candidate, moment);
  if (words.AS_OF_PREFIX.test(before) && words.AS_OF_SUFFIX.test(after)) return false;
  return words.DUE_LABEL.test(before) || words.DUE_PREFIX.test(before) || isHandIn(candidate, moment);
}

/** Without a word like 前, a verb of handing in must follow, and nothing that takes place then. */
function isHandIn({ before, after, groups }: Candidate, moment: Moment): boolean {
  if (isFrequencyAlone(moment)) return false;
  if (words.EVENT_LABEL.test(before) || words.TAKES_PLACE.test(after) || after.startsWith('、')) return false;
  return (words.ORDERS.test(before) || standsAlone(moment, groups['first'] ?? '')) && words.HANDS_IN.test(after);
}

/** A day with 前 after it is due, except where it counts back or where only an order makes it one. */
function isOrder(candidate: Candidate, { day, clock }: Moment): boolean {
  const { before, groups } = candidate;
  if (day?.kind === 'date' && day.month === null && words.COUNTS_BACK.test(before)) return false;
  if (words.DAYS_AGO.test(groups['first'] ?? '')) return words.ORDERS.test(before);
  return day?.kind !== 'festival' || clock !== null || isOrdered(candidate);
}

function isOrdered({ before, after }: Candidate): boolean {
  return words.ORDERS.test(before) || words.DUE_PREFIX.test(before) || words.HANDS_IN.test(after);
}

/** Times that need no preposition before the verb: 晚九点上交, 今日上报, 每周五报送, 月末交. */
function standsAlone({ day, clock, recurring }: Moment, written: string): boolean {
  if (recurring || STANDING_ALONE.has(day?.kind) || isMonthEnd(day)) return true;
  return clock?.kind === 'minute' && (clock.halfDayKnown || /[0-9][:：]/.test(written));
}

/** 每日 and 每晚 without a clock time only say how often. */
function isFrequencyAlone({ day, clock, recurring }: Moment): boolean {
  return recurring && day?.kind === 'offset' && (clock?.kind !== 'minute' || clock.minute === 23 * 60 + 59);
}

function isMonthEnd(day: DayReference | null): boolean {
  return day?.kind === 'date' && day.date === 'last';
}
