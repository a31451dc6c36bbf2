/** What a leader reads in a minute: sums of what was let through, laid out by week, kind and issuer. */
import { dayNumber, formatDay } from '@qingzhuang/analysis';
import type { caps, demands, insights } from '@qingzhuang/contract';

/** A quarter: long enough to see whether the load falls, short enough to remember what it was. */
const WEEKS = 13;
const DAYS_A_WEEK = 7;

/** What a year cost up to the same day of it as today, or after it. */
export interface YearSum {
  readonly year: number;
  readonly soFar: boolean;
  readonly minutes: number;
  readonly squares: number;
}

/** What an issuer has used of the year, by kind. */
export interface IssuerSum {
  readonly issuer: string;
  readonly kind: demands.DemandKind;
  readonly times: number;
  readonly minutes: number;
  readonly over: number;
}

/** One of the thirteen weeks, counted from the first; by kind. */
export interface WeekSum {
  readonly week: number;
  readonly kind: demands.DemandKind;
  readonly demands: number;
  readonly minutes: number;
}

export interface Grant {
  readonly issuer: string;
  readonly measure: caps.CapMeasure;
  readonly granted: number;
}

/** The Monday twelve weeks before the one of this week. */
export function firstMonday(today: string): string {
  const number = dayNumber(today);
  // Day 0 was a Thursday.
  const sinceMonday = (((number + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return formatDay(number - sinceMonday - (WEEKS - 1) * DAYS_A_WEEK);
}

/** The thirteen weeks; `offGate` holds the minutes of orders past the gate by week. */
export function weeksOf(
  from: string,
  uses: readonly WeekSum[],
  offGate: ReadonlyMap<number, number>,
): insights.WeekOfLoad[] {
  return Array.from({ length: WEEKS }, (_, week) => {
    const own = uses.filter((use) => use.week === week);
    return {
      monday: formatDay(dayNumber(from) + week * DAYS_A_WEEK),
      minutes: Math.round(sumOf(own, 'minutes')),
      offGateMinutes: Math.round(offGate.get(week) ?? 0),
      demands: sumOf(own, 'demands'),
    };
  });
}

/** The same thirteen weeks by kind, the most minutes first. */
export function kindsOf(uses: readonly WeekSum[]): insights.Overview['kinds'] {
  return [...groupBy(uses, ({ kind }) => kind)]
    .map(([kind, own]) => ({ kind, minutes: Math.round(sumOf(own, 'minutes')), demands: sumOf(own, 'demands') }))
    .toSorted((one, other) => other.minutes - one.minutes);
}

/** Issuers against their own caps of the year: the fullest first, whoever has no cap by minutes behind them. */
export function issuersOf(
  uses: readonly IssuerSum[],
  grants: readonly Grant[],
): Omit<insights.IssuerLoad, 'issuerName'>[] {
  const used = groupBy(uses, ({ issuer }) => issuer);
  const granted = groupBy(grants, ({ issuer }) => issuer);
  return [...new Set([...used.keys(), ...granted.keys()])]
    .map((issuer) => loadOf(issuer, used.get(issuer) ?? [], granted.get(issuer) ?? []))
    .toSorted((one, other) => fullness(other) - fullness(one) || other.usedMinutes - one.usedMinutes);
}

function loadOf(
  issuer: string,
  uses: readonly IssuerSum[],
  grants: readonly Grant[],
): Omit<insights.IssuerLoad, 'issuerName'> {
  const kinds = grants.flatMap(({ measure, granted }) => {
    if (measure === 'minutes') return [];
    const own = uses.filter(({ kind }) => kind === measure);
    return [{ kind: measure, used: sumOf(own, 'times'), granted }];
  });
  return {
    issuer,
    usedMinutes: Math.round(sumOf(uses, 'minutes')),
    grantedMinutes: grants.find(({ measure }) => measure === 'minutes')?.granted ?? null,
    fullest: kinds.toSorted((one, other) => shareOf(other) - shareOf(one))[0] ?? null,
    overCap: sumOf(uses, 'over'),
  };
}

/** How full the fuller of an issuer's two caps is; below everything where it has none. */
function fullness({ usedMinutes, grantedMinutes, fullest }: Omit<insights.IssuerLoad, 'issuerName'>): number {
  const hours = grantedMinutes === null ? -1 : shareOf({ used: usedMinutes, granted: grantedMinutes });
  return Math.max(hours, fullest === null ? -1 : shareOf(fullest));
}

/** Used of granted; what is used of nothing is beyond any share, but still a number that can be sorted. */
function shareOf({ used, granted }: { readonly used: number; readonly granted: number }): number {
  return granted > 0 ? used / granted : used > 0 ? Number.MAX_VALUE : 0;
}

/** What a forecast of the year needs to know of this and of earlier years. */
export interface YearFacts {
  readonly used: number;
  readonly squares: number;
  readonly past: readonly { readonly soFar: number; readonly total: number }[];
}

/** The county's minutes of the year up to today, and of the years before. */
export function yearFacts(year: number, uses: readonly YearSum[]): YearFacts {
  const years = groupBy(uses, (use) => use.year);
  const present = (years.get(year) ?? []).filter(({ soFar }) => soFar);
  const past = [...years].filter(([one]) => one < year);
  return {
    used: Math.round(sumOf(present, 'minutes')),
    squares: sumOf(present, 'squares'),
    past: past.map(([, own]) => ({
      soFar: sumOf(
        own.filter(({ soFar }) => soFar),
        'minutes',
      ),
      total: sumOf(own, 'minutes'),
    })),
  };
}

/** The same day of another year as text; the 29th of February is the last day of any February. */
export function sameDayIn(year: number, day: string): string {
  const monthAndDay = day.slice(5);
  return monthAndDay === '02-29' ? formatDay(dayNumber(`${year}-03-01`) - 1) : `${year}-${monthAndDay}`;
}

function sumOf<What extends string>(uses: readonly Readonly<Record<What, number>>[], what: What): number {
  return uses.reduce((sum, use) => sum + use[what], 0);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
