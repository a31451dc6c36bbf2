/** When a deadline falls due, and how much working time it leaves. */
import {
  at,
  dayNumber,
  dayNumberOf,
  dayOf,
  dayParts,
  monthLength,
  type Day,
  type LocalTime,
} from '../schedule/local-time.ts';
import {
  addWorkingDaysTo,
  endOfHours,
  startOfWork,
  workingDayFrom,
  workingMinutesBetween,
  type WorkHours,
} from '../schedule/working-time.ts';

/** What is known of the document when its deadlines are read. */
export interface DeadlineContext {
  readonly receivedAt: LocalTime | null;
  /** The document's own date: the reading most favourable to the issuer when the receipt is unknown. */
  readonly issuedOn: Day | null;
  readonly workHours: WorkHours;
  /** Minute of the day of the receipt where only this is known (16:40发至各校). */
  readonly receiptMinute?: number | null;
}

/** No deadline counts further than this; larger numbers are damaged text. */
const LONGEST_SPAN = 3660;

/**
 * A Monday far from any festival. Expressions that depend on no date (今晚, 三日内) are counted from it when neither
 * receipt nor date is known: their lead is the same or shorter whenever the receipt truly was.
 */
const NOMINAL_DAY = dayNumber('2026-03-09');

/** The receipt, else the start of work on the document's day, else null. */
export function anchorOf(context: DeadlineContext): LocalTime | null {
  if (context.receivedAt !== null) return context.receivedAt;
  return context.issuedOn === null ? null : anchorOn(context.issuedOn, context);
}

/** An anchor without a date, for expressions that need none. */
export function nominalAnchor({ workHours, receiptMinute }: DeadlineContext): LocalTime {
  return at(NOMINAL_DAY, receiptMinute ?? workHours[0]?.from ?? 0);
}

function anchorOn(day: Day, { workHours, receiptMinute }: DeadlineContext): LocalTime {
  return receiptMinute == null ? startOfWork(day, workHours) : at(dayNumber(day), receiptMinute);
}

export interface Span {
  readonly count: number;
  readonly unit: string;
}

const MINUTES: Readonly<Partial<Record<string, number>>> = { 分钟: 1, 刻钟: 15, 小时: 60, 钟头: 60 };
const DAYS: Readonly<Partial<Record<string, number>>> = { 日: 1, 天: 1, 自然日: 1, 周: 7, 星期: 7, 礼拜: 7 };

/** The end of a span: hours by the clock, days to the end of work, moved to a working day; null when it is absurd. */
export function endOfSpan({ count, unit }: Span, anchor: LocalTime, hours: WorkHours): LocalTime | null {
  if (!(count > 0 && count <= LONGEST_SPAN)) return null;
  const minutes = MINUTES[unit] ?? (DAYS[unit] === 1 && count < 1 ? 1440 : undefined);
  if (minutes !== undefined) return anchor + Math.round(count * minutes);
  return at(lastDayOfSpan({ count, unit }, dayOf(anchor)), endOfHours(hours));
}

function lastDayOfSpan({ count, unit }: Span, today: number): number {
  if (unit === '工作日') return addWorkingDaysTo(today, Math.ceil(count));
  const days = DAYS[unit];
  return workingDayFrom(
    days === undefined ? monthsLater(today, unit === '年' ? count * 12 : count) : today + Math.ceil(count * days),
  );
}

/** The same date `count` months on, or the last of a shorter month; half a month is 15 days. */
function monthsLater(today: number, count: number): number {
  const { year, month, date } = dayParts(today);
  const months = month - 1 + Math.floor(count);
  const [ofYear, ofMonth] = [year + Math.floor(months / 12), (months % 12) + 1];
  const day = dayNumberOf(ofYear, ofMonth, Math.min(date, monthLength(ofYear, ofMonth))) ?? today;
  return day + Math.ceil((count % 1) * 30);
}

/**
 * Working minutes between receipt and due time. Without a receipt or date, of expressions that need none; 0 for orders at
 * once and for what was due before it came; null when it cannot be said.
 */
export function leadMinutes(
  deadline: { readonly kind: string; readonly at: LocalTime | null; readonly nominalLead: number | null },
  context: DeadlineContext,
): number | null {
  if (deadline.kind === 'start') return null;
  const anchor = anchorOf(context);
  if (deadline.at === null || anchor === null) return deadline.nominalLead;
  return workingMinutesBetween(anchor, deadline.at, context.workHours);
}
