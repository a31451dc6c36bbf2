/** The week of a unit and all below it: what falls on which day, and what falls on the same hour. */
import { dayNumber, formatDay, isWorkingDay } from '@qingzhuang/analysis';
import type { demands, inbox } from '@qingzhuang/contract';
import { likeness } from '../../gate/topic.ts';
import { chinaDayOf, dayText, minutesThisTime, mondayOf } from '../inbox.ts';

/** A demand that hits the week. */
export interface WeekRow {
  readonly demand: string;
  readonly kind: demands.DemandKind;
  readonly title: string;
  readonly ask: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly dueAt: string | null;
  readonly totalMinutes: demands.Screening['totalMinutes'] | null;
  readonly bearerCount: number;
  readonly timesPerYear: number;
  /** It has not passed yet. */
  readonly waiting: boolean;
  /** Those of the units in question that bear it. */
  readonly units: readonly string[];
}

/** The week that a day lies in, as instants too: Monday 00:00 to the next Monday 00:00 in China. */
export interface WeekRange {
  readonly from: string;
  readonly until: string;
  readonly begins: string;
  readonly ends: string;
}

const DAYS = 7;

export function weekOf(day: string): WeekRange {
  const from = mondayOf(day);
  const next = formatDay(dayNumber(from) + DAYS);
  return { from, until: formatDay(dayNumber(from) + DAYS - 1), begins: midnight(from), ends: midnight(next) };
}

function midnight(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

/** What the county has decided about days. */
export interface DayRules {
  /** What it allows in a month on all the units in question together, in minutes; null where it has set no ceiling. */
  readonly monthMinutes: number | null;
  readonly noMeeting: (day: string) => 'weekday' | 'week' | 'day' | null;
}

/** What has hours of its own stands on each of its days, what is due on its last; its minutes count once. */
export function layOutWeek(unit: string, range: WeekRange, rows: readonly WeekRow[], rules: DayRules): inbox.Week {
  const sorted = rows.toSorted((one, other) => (whenOf(one) < whenOf(other) ? -1 : 1));
  const days = Array.from({ length: DAYS }, (_, index) => {
    const day = formatDay(dayNumber(range.from) + index);
    const items = sorted.filter((row) => touches(row, day));
    const begun = items.filter((row) => index === 0 || !touches(row, formatDay(dayNumber(day) - 1)));
    const minutes = begun
      .filter(({ waiting }) => !waiting)
      .reduce((sum, row) => sum + (minutesThisTime(row) ?? 0) * row.units.length, 0);
    const ceilingMinutes = rules.monthMinutes === null ? null : dayShare(day, rules.monthMinutes);
    return {
      ...{ day, dayText: dayText(day), items: items.map(toItem) },
      ...{ minutes, ceilingMinutes, noMeeting: rules.noMeeting(day) },
    };
  });
  const { from, until } = range;
  return { unit, from, until, days, clashes: clashesOf(sorted), merges: mergesOf(sorted) };
}

/** A month's minutes, spread evenly over its working days; nothing may be asked of a day off. */
function dayShare(day: string, monthMinutes: number): number {
  if (!isWorkingDay(day)) return 0;
  const first = dayNumber(`${day.slice(0, 7)}-01`);
  const month = Array.from({ length: LONGEST_MONTH }, (_, index) => formatDay(first + index)).filter((other) =>
    other.startsWith(day.slice(0, 7)),
  );
  return Math.round(monthMinutes / month.filter(isWorkingDay).length);
}

const LONGEST_MONTH = 31;

/** As alike as two demands must be before merging them is offered; a house value, as that of repeated topics. */
const ALIKE = 0.5;

/** What waits could go into what is there already: the same matter, of the same kind, for some of the same bearers. */
export function mergesOf(rows: readonly WeekRow[]): inbox.MergeOffer[] {
  return rows
    .filter(({ waiting }) => waiting)
    .flatMap((one) => {
      const offers = rows
        .filter((other) => other.demand !== one.demand && other.kind === one.kind)
        // Of two that both wait, one goes into the other and not both ways.
        .filter((other) => !other.waiting || other.demand < one.demand)
        .map((other) => ({ other, bearers: sharedBearers(one, other), alike: likeness(one, other) }))
        .filter(({ bearers, alike }) => bearers > 0 && alike >= ALIKE)
        .toSorted((left, right) => right.alike - left.alike);
      const [best] = offers;
      return best === undefined ? [] : [{ demand: one.demand, into: best.other.demand, bearers: best.bearers }];
    });
}

function sharedBearers(one: WeekRow, other: WeekRow): number {
  const units = new Set(one.units);
  return other.units.filter((unit) => units.has(unit)).length;
}

function whenOf({ startsAt, dueAt }: WeekRow): string {
  return startsAt ?? dueAt ?? '';
}

function touches({ startsAt, endsAt, dueAt }: WeekRow, day: string): boolean {
  if (startsAt === null || endsAt === null) return dueAt !== null && chinaDayOf(dueAt) === day;
  return chinaDayOf(startsAt) <= day && day <= chinaDayOf(endsAt);
}

function toItem(row: WeekRow): inbox.WeekItem {
  const { demand, kind, title, ask, issuer, issuerName, startsAt, endsAt, dueAt, waiting, units } = row;
  return {
    ...{ demand, kind, title, ask, issuer, issuerName, startsAt, endsAt, dueAt, waiting },
    bearers: units.length,
    minutes: minutesThisTime(row),
  };
}

const DAY_MS = 86_400_000;

interface Timed extends WeekRow {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Two that want the same bearer at the same time. What may happen on any of several days can still give way. */
export function clashesOf(rows: readonly WeekRow[]): inbox.Clash[] {
  const timed = rows
    .filter((row): row is Timed => row.startsAt !== null && row.endsAt !== null)
    .filter(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= DAY_MS)
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  return timed.flatMap((one, index) => {
    const later = timed.slice(index + 1);
    const end = later.findIndex((other) => other.startsAt >= one.endsAt);
    return later.slice(0, end === -1 ? later.length : end).flatMap((other) => clashOf(one, other));
  });
}

function clashOf(one: Timed, other: Timed): inbox.Clash[] {
  const bearers = sharedBearers(one, other);
  const until = one.endsAt < other.endsAt ? one.endsAt : other.endsAt;
  return bearers === 0 ? [] : [{ demands: [one.demand, other.demand], from: other.startsAt, until, bearers }];
}
