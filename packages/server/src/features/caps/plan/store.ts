import type { caps, demands, Page } from '@qingzhuang/contract';
import { sql, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../platform/cursor.ts';
import type { Db } from '../../../platform/db.ts';
import type { DB } from '../../../platform/db-schema.gen.ts';
import type { PlanEntry } from './plan-table.ts';

/** Which items are asked for. */
export interface PlanFilter extends PageRequest {
  readonly year: number;
  readonly issuer?: string;
  readonly kind?: demands.DemandKind;
}

/** Items of a year in the order of their numbers, each with what was used of it. */
export async function listPlanItems(db: Db, county: string, filter: PlanFilter): Promise<Page<caps.PlanItem>> {
  const { issuer, kind } = filter;
  const [after] = readCursor(filter, z.tuple([z.string()])) ?? [];
  const rows = await items(db, county, filter.year)
    .$if(issuer !== undefined, (query) => query.where('planItem.issuer', '=', issuer ?? ''))
    .$if(kind !== undefined, (query) => query.where('planItem.kind', '=', kind ?? ''))
    .$if(after !== undefined, (query) => query.where('planItem.number', '>', after ?? ''))
    .limit(rowsFor(filter))
    .execute();
  return toPage(rows, filter, ({ number }) => [number]);
}

/** All items of a year. */
export function listPlan(db: Db, county: string, year: number): Promise<caps.PlanItem[]> {
  return items(db, county, year).execute();
}

function items(db: Db, county: string, year: number): SelectQueryBuilder<DB, 'planItem' | 'unit', caps.PlanItem> {
  return (
    db
      .selectFrom('planItem')
      .innerJoin('unit', (join) =>
        join.onRef('unit.county', '=', 'planItem.county').onRef('unit.code', '=', 'planItem.issuer'),
      )
      .select(['year', 'number', 'title', 'month', 'issuer', 'unit.name as issuerName', 'count', 'minutes'])
      // The check of the table says that it is one.
      .select(sql<demands.DemandKind>`plan_item.kind`.as('kind'))
      .select(usedOf('times').as('used'))
      .select(usedOf('minutes').as('usedMinutes'))
      .where('planItem.county', '=', county)
      .where('planItem.year', '=', year)
      .orderBy('planItem.number')
  );
}

function usedOf(what: 'times' | 'minutes') {
  return sql<number>`coalesce((
    select sum(cap_use.${sql.ref(what)}) from cap_use
    where cap_use.county = plan_item.county and cap_use.year = plan_item.year and cap_use.plan_item = plan_item.number
  ), 0)`;
}

/** Makes those who change a year's plan take turns. */
export async function lockPlan(db: Db, county: string, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${county} ${year}`}, 0))`.execute(db);
}

export interface PlanDeed {
  readonly county: string;
  readonly year: number;
  readonly person: string;
  readonly at: string;
}

/** Writes items, new or changed, in the order of their numbers (admissions lock them one at a time), and that it was done. */
export async function savePlanItems(
  db: Db,
  { county, year, person, at }: PlanDeed,
  entries: readonly PlanEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('planImport')
    .values({ county, year, items: JSON.stringify(entries), person, at })
    .execute();
  await sql`
    insert into plan_item (county, year, number, kind, title, month, issuer, count, minutes, person, changed_at)
    select ${county}, ${year}, number, kind, title, month, issuer, count, minutes, ${person}, ${at}
    from jsonb_to_recordset(${JSON.stringify(entries)}) as entry (
      number text, kind text, title text, month int, issuer text, count int, minutes bigint
    )
    order by number
    on conflict (county, year, number) do update set
      kind = excluded.kind, title = excluded.title, month = excluded.month, issuer = excluded.issuer,
      count = excluded.count, minutes = excluded.minutes, person = excluded.person, changed_at = excluded.changed_at
  `.execute(db);
}

/** Units that a plan may name, by code or by name. */
export function listIssuers(db: Db, county: string): Promise<{ code: string; name: string }[]> {
  return db
    .selectFrom('unit')
    .select(['code', 'name'])
    .where('county', '=', county)
    .where('endedOn', 'is', null)
    .orderBy('code')
    .execute();
}
