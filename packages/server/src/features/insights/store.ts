import type { insights } from '@qingzhuang/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db.ts';
import type { Grant, IssuerSum, WeekSum, YearSum } from './overview.ts';

/** The span that the page looks at. */
export interface Span {
  readonly county: string;
  /** The first of the thirteen weeks, a Monday. */
  readonly from: string;
}

/** What has passed the gate and was not given back. */
function isUsed(county: string): RawBuilder<boolean> {
  return sql`(
    county = ${county} and entry = 'spent'
    and demand not in (select demand from cap_use where county = ${county} and entry = 'given-back')
  )`;
}

/**
 * All uses by year, up to the days `until` (of `year`, of the one before it, and so on) and after them. Summed by day
 * first, as the index has them: a hundred thousand uses are a thousand days.
 */
export async function sumByYear(db: Db, county: string, year: number, until: readonly string[]): Promise<YearSum[]> {
  const { rows } = await sql<YearSum>`
    with by_day as (
      select year, day, sum(minutes)::float8 as minutes, sum(minutes::float8 * minutes::float8) as squares
      from cap_use
      where ${isUsed(county)} and year between ${year - until.length + 1}::int and ${year}::int
      group by year, day
    )
    select year, day <= (${until}::date[])[${year}::int - year + 1] as so_far,
      sum(minutes) as minutes, sum(squares) as squares
    from by_day
    group by 1, 2`.execute(db);
  return rows;
}

/** The uses of the year by issuer and kind. */
export async function sumByIssuer(db: Db, county: string, year: number): Promise<IssuerSum[]> {
  const { rows } = await sql<IssuerSum>`
    select issuer, kind, sum(times)::int as times, sum(minutes)::float8 as minutes,
      count(*) filter (where over)::int as over
    from cap_use
    where ${isUsed(county)} and year = ${year}::int
    group by issuer, kind`.execute(db);
  return rows;
}

/** The uses of the span by week and kind. */
export async function sumByWeek(db: Db, { county, from }: Span): Promise<WeekSum[]> {
  const { rows } = await sql<WeekSum>`
    select (day - ${from}::date) / 7 as week, kind, count(*)::int as demands, sum(minutes)::float8 as minutes
    from cap_use
    where ${isUsed(county)} and day >= ${from}::date and year >= extract(year from ${from}::date)::int
    group by 1, 2`.execute(db);
  return rows;
}

/** What was granted for a year by issuer and measure. */
export async function listGrants(db: Db, county: string, year: number): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select issuer, measure, sum(change)::bigint as granted from cap_change
    where county = ${county} and year = ${year}::int
    group by issuer, measure`.execute(db);
  return rows;
}

export interface OffGateSum {
  readonly issuer: string | null;
  readonly week: number;
  readonly demands: number;
  readonly minutes: number;
}

/** Orders past the gate by issuer and week; each counts for every unit that has registered it. */
export async function sumOffGate(db: Db, { county, from }: Span): Promise<OffGateSum[]> {
  const { rows } = await sql<OffGateSum>`
    select
      issuer, ((registered_at at time zone 'Asia/Shanghai')::date - ${from}::date) / 7 as week,
      count(*)::int as demands, sum((minutes ->> 'likely')::float8 * bearers.count) as minutes
    from off_gate_demand
    cross join lateral (
      select count(distinct unit) as count from off_gate_registration
      where off_gate_registration.county = off_gate_demand.county and off_gate = off_gate_demand.id
    ) bearers
    where off_gate_demand.county = ${county}
      and registered_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
    group by 1, 2`.execute(db);
  return rows;
}

type Named<Row> = Omit<Row, 'issuerName'>;

const SHOWN = 6;

/** The live demands that ask the most hours. */
export async function listHeaviest(db: Db, county: string): Promise<Named<insights.HeavyDemand>[]> {
  const { rows } = await sql<Named<insights.HeavyDemand>>`
    select id, version, ask, kind, issuer, due_at, bearer_count,
      round((total_minutes ->> 'likely')::float8)::bigint as minutes
    from demand
    where county = ${county} and state in ('admitted', 'running') and total_minutes is not null
    order by (total_minutes ->> 'likely')::float8 desc nulls last
    limit ${SHOWN}`.execute(db);
  return rows;
}

/** What waits for a decision case by case, the most hours first, and how much of it there is. */
export async function listWaiting(
  db: Db,
  county: string,
): Promise<{ count: number; items: Named<insights.HeavyDemand>[] }> {
  const { rows } = await sql<Named<insights.HeavyDemand> & { readonly count: number }>`
    select id, version, ask, kind, issuer, due_at, bearer_count, count(*) over () as count,
      coalesce(round((total_minutes ->> 'likely')::float8), 0)::bigint as minutes
    from demand
    where county = ${county} and state = 'coordinating'
    order by (total_minutes ->> 'likely')::float8 desc nulls last, id
    limit ${SHOWN}`.execute(db);
  return beginning(rows);
}

/** Emergencies that still run, and those whose review is owed; the earliest review first. */
export async function listEmergencies(
  db: Db,
  county: string,
  now: string,
): Promise<{ count: number; overdue: number; items: Named<insights.EmergencyUnderWay>[] }> {
  const { rows } = await sql<
    Named<insights.EmergencyUnderWay> & { readonly count: number; readonly overdueCount: number }
  >`
    with watched as (
      select id, version, ask, kind, issuer,
        coalesce(round((total_minutes ->> 'likely')::float8), 0)::bigint as minutes,
        case when not reviewed then due_at end as review_due_at,
        not reviewed and due_at < ${now}::timestamptz as overdue
      from (
        select demand.id, demand.version, ask, kind, issuer, state, total_minutes, review.due_at, review.reviewed
        from demand
        cross join lateral (
          select
            max(data ->> 'reviewDueAt')::timestamptz as due_at,
            coalesce(bool_or(type = 'emergency-upheld'), false) as reviewed
          from demand_event
          where demand_event.county = demand.county and demand_event.demand = demand.id
            and type in ('emergency-declared', 'emergency-upheld')
        ) review
        where county = ${county} and emergency
      ) emergencies
      where state in ('admitted', 'running', 'suspended') or state in ('closed', 'expired') and not reviewed
    )
    select watched.*, count(*) over () as count, count(*) filter (where overdue) over () as overdue_count
    from watched
    order by overdue desc, review_due_at nulls last, id
    limit ${SHOWN}`.execute(db);
  const overdue = rows[0]?.overdueCount ?? 0;
  return { ...beginning(rows), overdue };
}

/** What passed by decision and not by itself, the most hours first. */
export async function listExceptional(
  db: Db,
  { county, from }: Span,
): Promise<{ count: number; over: number; items: Named<insights.ExceptionalAdmission>[] }> {
  const { rows } = await sql<
    Named<insights.ExceptionalAdmission> & { readonly count: number; readonly overCount: number }
  >`
    select
      demand.id, demand.ask, demand.issuer, cap_use.day, cap_use.minutes, cap_use.over,
      coalesce(demand.errors, 0) as errors, admission.reason, count(*) over () as count,
      count(*) filter (where over) over () as over_count
    from cap_use
    join demand on demand.county = cap_use.county and demand.id = cap_use.demand
    left join lateral (
      select data ->> 'reason' as reason from demand_event
      where demand_event.county = demand.county and demand_event.demand = demand.id and type = 'demand-admitted'
      order by version desc
      limit 1
    ) admission on true
    where cap_use.county = ${county} and cap_use.day >= ${from}::date and passing = 'case-by-case'
      and entry = 'spent'
    order by cap_use.minutes desc, demand.id
    limit ${SHOWN}`.execute(db);
  const over = rows[0]?.overCount ?? 0;
  return { ...beginning(rows), over };
}

interface Totals {
  count: number;
  overdueCount?: number;
  overCount?: number;
}

/** The rows without the totals that each of them carries, and how many there are in all. */
function beginning<Row extends Totals>(rows: readonly Row[]): { count: number; items: Omit<Row, keyof Totals>[] } {
  const items = rows.map((row) => {
    const bare: Omit<Row, keyof Totals> & Partial<Totals> = { ...row };
    delete bare.count;
    delete bare.overdueCount;
    delete bare.overCount;
    return bare;
  });
  return { count: rows[0]?.count ?? 0, items };
}
