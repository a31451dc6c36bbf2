import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db.ts';

/** A bearer's month; `month` is its first day. */
export interface BearerMonth {
  readonly county: string;
  readonly bearer: string;
  readonly month: string;
}

/** Minutes that demands which have passed the gate lay on a bearer in a month. */
export async function minutesInMonth(db: Db, of: BearerMonth): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(load_minutes), 0) as minutes ${lyingOn(of)}`.execute(db);
  return Math.round(rows[0]?.minutes ?? 0);
}

export interface LoadedDemand {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

const MOST_NAMED = 200;

/** The demands behind it, those with the most minutes first. */
export async function listHeaviest(db: Db, of: BearerMonth): Promise<LoadedDemand[]> {
  const { rows } = await sql<LoadedDemand>`
    select id, title, coalesce(round(load_minutes), 0)::bigint as minutes ${lyingOn(of)}
    order by load_minutes desc nulls last, id
    limit ${MOST_NAMED}`.execute(db);
  return rows;
}

/** What was stopped or withdrawn lies on nobody. The conditions stand as in the index that this is read from. */
function lyingOn({ county, bearer, month }: BearerMonth): RawBuilder<unknown> {
  return sql`
    from demand
    join demand_bearer on demand_bearer.county = demand.county and demand_bearer.demand = demand.id
    where demand.county = ${county} and demand_bearer.unit = ${bearer}
      and admitted_at is not null and state in ('admitted', 'running', 'closed', 'reviewed', 'expired')
      and load_from <= ${month}::date and load_until >= ${month}::date`;
}

export async function findNature(db: Db, county: string, unit: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('unit')
    .select('nature')
    .where((where) => where.and({ county, code: unit }))
    .executeTakeFirst();
  return row?.nature;
}
