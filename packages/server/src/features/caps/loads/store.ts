import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';

/** A bearer's month; `month` is its first day. */
export interface BearerMonth {
  readonly county: string;
  readonly bearer: string;
  readonly month: string;
}

export interface LoadedDemand {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

export interface MonthLoad {
  /** What demands which have passed the gate lay on the bearer. */
  readonly minutes: number;
  /** The demands behind it, those with the most minutes first. */
  readonly demands: LoadedDemand[];
}

const MOST_NAMED = 200;

/**
 * Adds up a bearer's month. What was stopped or withdrawn lies on nobody. The sum is made of indexes alone: the
 * conditions stand as in the index of loads, and titles are fetched for those that are named.
 */
export async function sumMonth(db: Db, { county, bearer, month }: BearerMonth): Promise<MonthLoad> {
  const { rows } = await sql<LoadedDemand & { readonly total: number | null }>`
    with lying as materialized (
      select demand.id, load_minutes, sum(load_minutes) over () as total
      from demand
      join demand_bearer on demand_bearer.county = demand.county and demand_bearer.demand = demand.id
      where demand.county = ${county} and demand_bearer.unit = ${bearer}
        and admitted_at is not null and state in ('admitted', 'running', 'closed', 'reviewed', 'expired')
        and load_from <= ${month}::date and load_until >= ${month}::date
    )
    select heaviest.id, named.title, coalesce(round(load_minutes), 0)::bigint as minutes, total
    from (select * from lying order by load_minutes desc nulls last, id limit ${MOST_NAMED}) as heaviest
    cross join lateral (
      select title from demand where demand.county = ${county} and demand.id = heaviest.id offset 0
    ) as named
    order by load_minutes desc nulls last, heaviest.id`.execute(db);
  return {
    minutes: Math.round(rows[0]?.total ?? 0),
    demands: rows.map(({ id, title, minutes }) => ({ id, title, minutes })),
  };
}

export async function findNature(db: Db, county: string, unit: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('unit')
    .select('nature')
    .where((where) => where.and({ county, code: unit }))
    .executeTakeFirst();
  return row?.nature;
}
