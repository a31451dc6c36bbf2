import type { caps } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { CapDemand, CapState, Passing, PlanItemState } from './cap.ts';

/** An issuer's year. */
export interface CapYear {
  readonly county: string;
  readonly issuer: string;
  readonly year: number;
}

export interface CapKey extends CapYear {
  readonly measure: caps.CapMeasure;
}

/**
 * Makes everyone who changes or spends these caps take turns. Rows are locked in one order, by issuer and measure, so
 * that two who want the same ones never wait for each other. Gives the keys that exist, as `issuer measure`.
 */
export async function lockCaps(
  db: Db,
  { county, year }: Pick<CapYear, 'county' | 'year'>,
  issuers: readonly string[],
  measures: readonly caps.CapMeasure[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('cap')
    .select(['issuer', 'measure'])
    .where('county', '=', county)
    .where('year', '=', year)
    .where('issuer', 'in', [...issuers])
    .where('measure', 'in', [...measures])
    .orderBy('issuer')
    .orderBy('measure')
    .forUpdate()
    .execute();
  return new Set(rows.map(({ issuer, measure }) => `${issuer} ${measure}`));
}

/** Founds caps that do not exist yet. */
export async function insertCap(db: Db, { county, issuer, year, measure }: CapKey): Promise<void> {
  await db
    .insertInto('cap')
    .values({ county, issuer, year, measure })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes those who grant caps of one year take turns: together they may not pass the county's total. */
export async function lockGrants(db: Db, county: string, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`caps ${county} ${year}`}, 0))`.execute(db);
}

export interface CapChangeEntry extends CapKey {
  readonly change: number;
  readonly reason: string;
  readonly source: string;
  readonly counterpart: string | null;
  readonly person: string;
  readonly at: string;
}

/** Adds a change; whoever calls holds the lock of the cap. */
export async function insertChange(db: Db, entry: CapChangeEntry): Promise<void> {
  await db
    .insertInto('capChange')
    .values({ ...entry, version: (await lastVersion(db, entry)) + 1 })
    .execute();
}

export async function lastVersion(db: Db, { county, issuer, year, measure }: CapKey): Promise<number> {
  const row = await db
    .selectFrom('capChange')
    .select(({ fn }) => fn.max('version').as('version'))
    .where((where) => where.and({ county, issuer, year, measure }))
    .executeTakeFirst();
  // An aggregate over nothing is null, whatever its type says.
  return (row?.version as number | null | undefined) ?? 0;
}

export async function listChanges(
  db: Db,
  { county, issuer, year, measure }: CapKey,
): Promise<caps.CapHistory['changes']> {
  return db
    .selectFrom('capChange')
    .innerJoin('person', 'person.id', 'capChange.person')
    .select(['capChange.version', 'change', 'reason', 'source', 'counterpart', 'person.name as by', 'at'])
    .where('capChange.county', '=', county)
    .where('year', '=', year)
    .where('issuer', '=', issuer)
    .where('measure', '=', measure)
    .orderBy('capChange.version', 'desc')
    .execute();
}

/** What all issuers together were granted of a measure. */
export async function sumGranted(
  db: Db,
  { county, year, measure }: Pick<CapKey, 'county' | 'year' | 'measure'>,
): Promise<number> {
  const { total } = await db
    .selectFrom('capChange')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('change'), sql<number>`0`).as('total'))
    .where((where) => where.and({ county, year, measure }))
    .executeTakeFirstOrThrow();
  return total;
}

interface CapRow extends CapState {
  readonly issuer: string;
  readonly over: number;
}

/**
 * Granted and used of a year by issuer and measure, wherever there is either; of one issuer, or of all. Used is also
 * what went past the gate.
 */
export async function listCapRows(
  db: Db,
  { county, year, issuer }: Pick<CapYear, 'county' | 'year'> & { readonly issuer: string | null },
): Promise<CapRow[]> {
  const { rows } = await sql<CapRow>`
    with granted as (
      select issuer, measure, sum(change) as granted from cap_change
      where county = ${county} and year = ${year} and (${issuer}::text is null or issuer = ${issuer})
      group by issuer, measure
    ), used as (
      select issuer, measure, sum(amount) as used, count(*) filter (where over) - 2 * count(*) filter (where over and times < 0) as over
      from cap_count, lateral (values (kind, times::bigint), ('minutes', minutes)) as counted (measure, amount)
      where county = ${county} and year = ${year} and (${issuer}::text is null or issuer = ${issuer})
      group by issuer, measure
    )
    select issuer, measure, granted, coalesce(used, 0) as used, coalesce(over, 0) as over
    from granted full join used using (issuer, measure)
    order by issuer, measure`.execute(db);
  return rows;
}

/** The plan items of a year, with how often each was used; one number, or all of an issuer. */
export async function listPlanStates(
  db: Db,
  { county, year, issuer }: CapYear,
  number: string | null,
): Promise<PlanItemState[]> {
  const { rows } = await sql<PlanItemState>`
    select number, kind, issuer, count, coalesce((
      select sum(times) from cap_use
      where cap_use.county = plan_item.county and cap_use.year = plan_item.year and cap_use.plan_item = plan_item.number
    ), 0) as used
    from plan_item
    where county = ${county} and year = ${year}
      and case when ${number}::text is null then issuer = ${issuer} else number = ${number} end
    order by number`.execute(db);
  return rows;
}

/** Makes those who use one plan item take turns. */
export async function lockPlanItem(
  db: Db,
  { county, year }: Pick<CapYear, 'county' | 'year'>,
  number: string,
): Promise<void> {
  await db
    .selectFrom('planItem')
    .select('number')
    .where((where) => where.and({ county, year, number }))
    .forUpdate()
    .executeTakeFirst();
}

/** Whether the county has a plan for the year at all. */
export async function hasPlan(db: Db, county: string, year: number): Promise<boolean> {
  const row = await db
    .selectFrom('planItem')
    .select('number')
    .where((where) => where.and({ county, year }))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface CapUse extends CapDemand {
  readonly county: string;
  readonly demand: string;
  readonly year: number;
  readonly day: string;
  readonly passing: Passing;
  readonly over: boolean;
  readonly at: string;
}

export async function insertUse(db: Db, use: CapUse): Promise<void> {
  await db
    .insertInto('capUse')
    .values({ ...use, entry: 'spent' })
    .execute();
}

/** Gives back what a demand has used, once; nothing where it has used nothing. */
export async function insertGivenBack(
  db: Db,
  given: { readonly county: string; readonly demand: string; readonly day: string; readonly at: string },
): Promise<void> {
  const { county, demand, day, at } = given;
  await sql`
    insert into cap_use (county, demand, entry, year, issuer, kind, day, times, minutes, plan_item, passing, over, at)
    select county, demand, 'given-back', year, issuer, kind, ${day}, -times, -minutes, plan_item, passing, over, ${at}
    from cap_use where county = ${county} and demand = ${demand} and entry = 'spent'
    on conflict do nothing`.execute(db);
}
