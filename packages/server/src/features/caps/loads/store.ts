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
    select id, title, round(load_minutes)::int as minutes ${lyingOn(of)}
    order by load_minutes desc, id
    limit ${MOST_NAMED}`.execute(db);
  return rows;
}

/** What is over lay on the months up to its end; what was stopped or withdrawn lies on nobody. */
function lyingOn({ county, bearer, month }: BearerMonth): RawBuilder<unknown> {
  return sql`
    from demand
    join demand_bearer on demand_bearer.county = demand.county and demand_bearer.demand = demand.id
    where demand.county = ${county} and demand_bearer.unit = ${bearer}
      and load_from < ${month}::date + interval '1 month' and load_until >= ${month}::date and load_minutes > 0
      and (
        state in ('admitted', 'running')
        or state in ('closed', 'reviewed', 'expired') and changed_at >= ${month}::timestamp at time zone 'Asia/Shanghai'
      )`;
}

export async function findNature(db: Db, county: string, unit: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('unit')
    .select('nature')
    .where((where) => where.and({ county, code: unit }))
    .executeTakeFirst();
  return row?.nature;
}
