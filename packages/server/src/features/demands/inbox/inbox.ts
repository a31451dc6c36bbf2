/** How a bearer's demands are laid out: by what is due when, in words that need no calendar beside them. */
import { dayNumber, formatDay } from '@qingzhuang/analysis';
import type { demands, inbox } from '@qingzhuang/contract';

/** One demand of a bearer as the store knows it. */
export interface InboxRow {
  readonly demand: string;
  readonly kind: demands.DemandKind;
  readonly ask: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly code: string | null;
  readonly demandState: demands.DemandState;
  readonly emergency: boolean;
  readonly dueAt: string | null;
  readonly startsAt: string | null;
  readonly expiresOn: string;
  readonly changedAt: string;
  readonly totalMinutes: demands.Screening['totalMinutes'] | null;
  readonly bearerCount: number;
  readonly timesPerYear: number;
  readonly errors: number | null;
  readonly state: Exclude<inbox.TaskState, 'new'> | null;
  readonly answeredAt: string | null;
  readonly returnedAt: string | null;
  readonly note: string | null;
  /** How far its form has come; null where none is attached. */
  readonly form: inbox.InboxTask['form'] | null;
}

/** What the page is about: the unit, the moment, and what was counted elsewhere. */
export interface InboxFacts {
  readonly unit: string;
  /** RFC 3339, UTC. */
  readonly now: string;
  readonly today: string;
  /** Minutes of this month that orders past the gate cost. */
  readonly offGateMinutes: number;
  readonly ceilingMinutes: number | null;
}

/** What is done stays on the page so long, and no more of it. */
export const DONE_DAYS = 30;
const MOST_DONE = 100;

/** The page of one bearer. */
export function layOut(rows: readonly InboxRow[], facts: InboxFacts): inbox.Inbox {
  const { unit, today, offGateMinutes, ceilingMinutes } = facts;
  const month = today.slice(0, 7);
  const span = monthSpan(month);
  const weekEnds = startOfDay(formatDay(dayNumber(mondayOf(today)) + 7));
  const groups: Record<Group, InboxRow[]> = { overdue: [], thisWeek: [], later: [], done: [] };
  for (const row of rows) groups[groupOf(row, facts, weekEnds)].push(row);
  const minutes = rows.reduce((sum, row) => sum + minutesInMonth(row, span), offGateMinutes);
  function show(list: readonly InboxRow[]): inbox.InboxTask[] {
    return list.map((row) => toTask(row, today));
  }
  return {
    unit,
    today,
    overdue: show(groups.overdue.toSorted(byDue)),
    thisWeek: show(groups.thisWeek.toSorted(byDue)),
    later: show(groups.later.toSorted(byDue)),
    done: show(groups.done.toSorted(byLastDeed).slice(0, MOST_DONE)),
    month: { month, minutes: Math.round(minutes), ceilingMinutes },
  };
}

type Group = 'overdue' | 'thisWeek' | 'later' | 'done';

/** Instants are compared as they are: a calendar for each row would cost most of what the page costs. */
function groupOf(row: InboxRow, { now, today }: InboxFacts, weekEnds: string): Group {
  const isOver = row.state === 'answered' || row.state === 'returned' || row.state === 'released';
  if (isOver || isVoid(codeStateOf(row, today))) return 'done';
  const due = row.dueAt ?? row.startsAt;
  if (due === null) return 'later';
  if (due < now) return 'overdue';
  return due < weekEnds ? 'thisWeek' : 'later';
}

function isVoid(state: inbox.CodeState): boolean {
  return state === 'expired' || state === 'withdrawn';
}

function byDue(one: InboxRow, other: InboxRow): number {
  // What has no date comes last.
  return compare(one.dueAt ?? one.startsAt ?? '9', other.dueAt ?? other.startsAt ?? '9');
}

function byLastDeed(one: InboxRow, other: InboxRow): number {
  return compare(lastDeedOf(other), lastDeedOf(one));
}

function lastDeedOf({ answeredAt, returnedAt, changedAt }: InboxRow): string {
  return returnedAt ?? answeredAt ?? changedAt;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function toTask(row: InboxRow, today: string): inbox.InboxTask {
  return { ...shared(row, today), mayReturn: mayReturn(row, today) };
}

/** The part of a task that list and page have in common. */
export function shared(row: InboxRow, today: string): Omit<inbox.InboxTask, 'mayReturn'> {
  const { demand, kind, ask, title, issuer, issuerName, code, emergency, startsAt, dueAt, expiresOn, state } = row;
  return {
    ...{ demand, kind, ask, title, issuer, issuerName, code, emergency, startsAt, dueAt, expiresOn },
    codeState: codeStateOf(row, today),
    dueText: dueAt === null ? null : momentText(dueAt),
    minutes: minutesThisTime(row),
    state: state ?? 'new',
    answeredAt: row.answeredAt,
    returnedOn: row.returnedAt === null ? null : chinaDayOf(row.returnedAt),
    note: row.note,
    ...(row.form != null && { form: row.form }),
  };
}

/** Only a hint for the button: the reasons are computed when the task is opened or returned. */
function mayReturn(row: InboxRow, today: string): boolean {
  const isOpen = row.state === null || row.state === 'opened';
  return isOpen && (codeStateOf(row, today) !== 'admitted' || (row.errors ?? 0) > 0);
}

/** Whether the code obliges anybody today. What is past its last day has expired, whether or not somebody noted it. */
export function codeStateOf(
  { demandState, expiresOn }: Pick<InboxRow, 'demandState' | 'expiresOn'>,
  today: string,
): inbox.CodeState {
  if (demandState === 'withdrawn' || demandState === 'merged' || demandState === 'refused') return 'withdrawn';
  if (demandState === 'expired' || demandState === 'closed' || demandState === 'reviewed') return 'expired';
  if (expiresOn < today) return 'expired';
  return demandState === 'suspended' ? 'suspended' : 'admitted';
}

/** Minutes for one bearer, one time; null before any screening. */
export function minutesThisTime({
  totalMinutes,
  bearerCount,
  timesPerYear,
}: Pick<InboxRow, 'totalMinutes' | 'bearerCount' | 'timesPerYear'>): number | null {
  return totalMinutes === null ? null : Math.round(totalMinutes.likely / bearerCount / timesPerYear);
}

const MONTHS_PER_YEAR = 12;
const COUNTS_IN_MONTH: readonly demands.DemandState[] = ['admitted', 'running', 'closed', 'reviewed', 'expired'];

/** From one instant to before another, both RFC 3339 in UTC. */
interface InstantSpan {
  readonly from: string;
  readonly until: string;
}

/** The month, `YYYY-MM`, as it is in China. */
export function monthSpan(month: string): InstantSpan {
  const [from, next] = [`${month}-01`, formatDay(dayNumber(`${month}-01`) + 31)];
  return { from: startOfDay(from), until: startOfDay(`${next.slice(0, 7)}-01`) };
}

/** What the demand costs this bearer in the month: all of what falls due in it, a twelfth of what comes every month. */
export function minutesInMonth(row: InboxRow, { from, until }: InstantSpan): number {
  const { totalMinutes, bearerCount, timesPerYear, demandState, state } = row;
  if (totalMinutes === null || !COUNTS_IN_MONTH.includes(demandState) || state === 'released') return 0;
  const aYear = totalMinutes.likely / bearerCount;
  if (timesPerYear >= MONTHS_PER_YEAR) return aYear / MONTHS_PER_YEAR;
  const falls = row.dueAt ?? row.startsAt ?? row.changedAt;
  return from <= falls && falls < until ? aYear / timesPerYear : 0;
}

const HOUR_MS = 3_600_000;
const CHINA_HOURS = 8;

/** The calendar day of an instant in China. */
export function chinaDayOf(instant: string): string {
  return inChina(instant).toISOString().slice(0, 10);
}

/** What clocks in China show at the instant, as if it were UTC. */
function inChina(instant: string): Date {
  return new Date(Date.parse(instant) + CHINA_HOURS * HOUR_MS);
}

/** The instant at which the day begins in China. */
function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

const WEEKDAYS = '日一二三四五六';

/** `3月6日（周五）` */
export function dayText(day: string): string {
  return dateText(new Date(`${day}T00:00:00Z`));
}

/** `3月6日（周五）18:00` */
export function momentText(instant: string): string {
  const local = inChina(instant);
  const [hours, minutes] = [local.getUTCHours(), local.getUTCMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${dateText(local)}${hours}:${minutes}`;
}

function dateText(local: Date): string {
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日（周${WEEKDAYS.charAt(local.getUTCDay())}）`;
}

/** Monday 0 to Sunday 6. Day 0 of the count was a Thursday. */
function weekdayOf(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return formatDay(dayNumber(day) - weekdayOf(day));
}
