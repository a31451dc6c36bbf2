import { dayNumber } from '@qingzhuang/analysis';
import type { caps, insights } from '@qingzhuang/contract';
import type { Acting } from '../../platform/context.ts';
import { explainForecast, forecastYear, settingsOn } from '../caps/index.ts';
import { namesOf } from '../organisations/index.ts';
import {
  firstMonday,
  issuersOf,
  kindsOf,
  sameDayIn,
  weeksOf,
  yearFacts,
  type Grant,
  type YearFacts,
} from './overview.ts';
import {
  listEmergencies,
  listExceptional,
  listGrants,
  listHeaviest,
  listWaiting,
  sumByIssuer,
  sumByWeek,
  sumByYear,
  sumOffGate,
  type OffGateSum,
} from './store.ts';

/** Older years say little about this one. */
const MOST_PAST_YEARS = 3;

/** The whole page at once, so that its figures are of one moment. */
export async function readOverview({ db, actor: { county }, clock }: Acting): Promise<insights.Overview> {
  const today = clock.today();
  const year = Number(today.slice(0, 4));
  const span = { county, from: firstMonday(today) };
  const until = Array.from({ length: MOST_PAST_YEARS + 1 }, (_, back) => sameDayIn(year - back, today));
  const [years, used, weeks, grants, orders, heaviest, waiting, emergencies, exceptional, { yearlyTotals }] =
    await Promise.all([
      sumByYear(db, county, year, until),
      sumByIssuer(db, county, year),
      sumByWeek(db, span),
      listGrants(db, county, year),
      sumOffGate(db, span),
      listHeaviest(db, county),
      listWaiting(db, county),
      listEmergencies(db, county, clock.now().toISOString()),
      listExceptional(db, span),
      settingsOn(db, today),
    ]);
  const lists = { heaviest, waiting, emergencies, exceptional };
  const issuers = issuersOf(used, grants);
  const offGate = byIssuer(orders);
  const names = await namesOf(db, [
    ...new Set([
      ...[...issuers, ...lists.heaviest].map(({ issuer }) => issuer),
      ...[...lists.waiting.items, ...lists.emergencies.items, ...lists.exceptional.items].map(({ issuer }) => issuer),
      ...offGate.flatMap(({ issuer }) => (issuer === null ? [] : [issuer])),
    ]),
  ]);
  function named<Row extends { readonly issuer: string }>(row: Row): Row & { issuerName: string } {
    return { ...row, issuerName: names.get(row.issuer) ?? row.issuer };
  }
  return {
    today,
    from: span.from,
    weeks: weeksOf(span.from, weeks, minutesByWeek(orders)),
    kinds: kindsOf(weeks),
    issuers: issuers.map(named),
    heaviest: lists.heaviest.map(named),
    waiting: { ...lists.waiting, items: lists.waiting.items.map(named) },
    emergencies: { ...lists.emergencies, items: lists.emergencies.items.map(named) },
    exceptional: { ...lists.exceptional, items: lists.exceptional.items.map(named) },
    offGate: offGate.map((row) => ({
      ...row,
      issuerName: row.issuer === null ? null : (names.get(row.issuer) ?? null),
    })),
    forecast: forecastOf(yearFacts(year, years), today, yearlyTotals?.minutes ?? sumOfMinutes(grants)),
  };
}

function minutesByWeek(orders: readonly OffGateSum[]): Map<number, number> {
  const weeks = new Map<number, number>();
  for (const { week, minutes } of orders) weeks.set(week, (weeks.get(week) ?? 0) + minutes);
  return weeks;
}

/** The most minutes first; what nobody has found an issuer for is one line. */
function byIssuer(orders: readonly OffGateSum[]): Omit<insights.OffGateIssuer, 'issuerName'>[] {
  const sums = new Map<string | null, { demands: number; minutes: number }>();
  for (const { issuer, demands, minutes } of orders) {
    const sum = sums.get(issuer) ?? { demands: 0, minutes: 0 };
    sums.set(issuer, { demands: sum.demands + demands, minutes: sum.minutes + minutes });
  }
  return [...sums]
    .map(([issuer, { demands, minutes }]) => ({ issuer, demands, minutes: Math.round(minutes) }))
    .toSorted((one, other) => other.minutes - one.minutes);
}

/** What all issuers were granted in minutes together; null where none was. */
function sumOfMinutes(grants: readonly Grant[]): number | null {
  const hours = grants.filter(({ measure }) => measure === 'minutes');
  return hours.length === 0 ? null : hours.reduce((sum, { granted }) => sum + granted, 0);
}

function forecastOf(
  { used, squares, past }: YearFacts,
  today: string,
  granted: number | null,
): caps.CapForecast | null {
  if (used === 0) return null;
  const year = today.slice(0, 4);
  const first = dayNumber(`${year}-01-01`);
  const elapsed = (dayNumber(today) - first + 1) / (dayNumber(`${year}-12-31`) - first + 1);
  const facts = { used, squares, elapsed, past };
  const { share, low, likely, high } = forecastYear(facts);
  const explanation = explainForecast(facts, { share, low, likely, high });
  return { measure: 'minutes', granted, used, low, likely, high, explanation };
}
