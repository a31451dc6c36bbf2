import type { demands } from '@qingzhuang/contract';
import { sql, type Nullable, type SelectQueryBuilder } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { DB } from '../../../platform/db-schema.gen.ts';
import type { InboxRow } from './inbox.ts';

/** One bearer in its county. */
export interface BearerKey {
  readonly county: string;
  readonly unit: string;
}

/** More than any bearer can have before it; the page is then cut off, not the server. */
const MOST_ROWS = 1000;

/** What binds the bearer now, and what was over after `since`. What never passed the gate is not shown to bearers. */
export async function listInboxRows(db: Db, { county, unit }: BearerKey, since: string): Promise<InboxRow[]> {
  const rows = await inboxRows(db, county)
    .where('demandBearer.unit', '=', unit)
    .where('demandBearer.boundUntil', '>', since)
    // As in the index.
    .where('demandBearer.boundUntil', '>', sql.lit('-infinity'))
    .limit(MOST_ROWS)
    .execute();
  return rows.map(asRow);
}

/** One demand of one bearer, or undefined when it is not the bearer's or never passed the gate. */
export async function findInboxRow(db: Db, { county, unit }: BearerKey, demand: string): Promise<InboxRow | undefined> {
  const row = await inboxRows(db, county)
    .where('demandBearer.unit', '=', unit)
    .where('demandBearer.demand', '=', demand)
    .executeTakeFirst();
  return row === undefined ? undefined : asRow(row);
}

/** The checks of the tables say that states, kind and minutes are those of the contract. */
function asRow(row: object): InboxRow {
  return row as InboxRow;
}

/** Bearers of demands, each with what it has done so far. */
export function bearersWithTasks(
  db: Db,
  county: string,
): SelectQueryBuilder<
  Omit<DB, 'bearerTask'> & { bearerTask: Nullable<DB['bearerTask']> },
  'demandBearer' | 'bearerTask',
  object
> {
  return db
    .selectFrom('demandBearer')
    .leftJoin('bearerTask', (join) =>
      join
        .onRef('bearerTask.county', '=', 'demandBearer.county')
        .onRef('bearerTask.demand', '=', 'demandBearer.demand')
        .onRef('bearerTask.unit', '=', 'demandBearer.unit'),
    )
    .where('demandBearer.county', '=', county);
}

function inboxRows(db: Db, county: string) {
  return bearersWithTasks(db, county)
    .innerJoinLateral(
      // The offset makes each demand be looked up by its key, where a plan for all bearers would read the whole register.
      (eb) =>
        eb
          .selectFrom('demand')
          .selectAll()
          .whereRef('demand.county', '=', 'demandBearer.county')
          .whereRef('demand.id', '=', 'demandBearer.demand')
          .offset(sql.lit(0))
          .as('demand'),
      (join) => join.onTrue(),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'demand.county').onRef('unit.code', '=', 'demand.issuer'),
    )
    .select([
      'demand.id as demand',
      'demand.kind',
      'demand.ask',
      'demand.title',
      'demand.issuer',
      'unit.name as issuerName',
      'demand.code',
      'demand.state as demandState',
      'demand.emergency',
      'demand.dueAt',
      'demand.startsAt',
      'demand.expiresOn',
      'demand.changedAt',
      'demand.totalMinutes',
      'demand.bearerCount',
      'demand.errors',
      'bearerTask.state',
      'bearerTask.answeredAt',
      'bearerTask.returnedAt',
      'bearerTask.note',
    ])
    .select(sql<number>`(demand.details ->> 'timesPerYear')::int`.as('timesPerYear'))
    .select(
      sql<string | null>`(
        select coalesce(form_fill.state, 'open') from form_layout
        left join form_fill on form_fill.county = form_layout.county and form_fill.demand = form_layout.demand
          and form_fill.unit = demand_bearer.unit
        where form_layout.county = demand.county and form_layout.demand = demand.id
      )`.as('form'),
    )
    .where('demand.code', 'is not', null);
}

/** Minutes of orders past the gate that the bearer has registered since the first of the month (an instant). */
export async function sumOffGateMinutes(db: Db, { county, unit }: BearerKey, since: string): Promise<number> {
  const row = await db
    .selectFrom('offGateRegistration')
    .innerJoin('offGateDemand', (join) =>
      join
        .onRef('offGateDemand.county', '=', 'offGateRegistration.county')
        .onRef('offGateDemand.id', '=', 'offGateRegistration.offGate'),
    )
    .select(sql<number | null>`sum((off_gate_demand.minutes ->> 'likely')::float)`.as('minutes'))
    .where('offGateRegistration.county', '=', county)
    .where('offGateRegistration.unit', '=', unit)
    .where('offGateRegistration.at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.minutes ?? 0;
}

/** Keeps the file's name and size with the unit that handed it in; the bytes are stored elsewhere. */
export async function insertBearerFile(db: Db, key: BearerKey, file: demands.DemandFile): Promise<void> {
  await db
    .insertInto('bearerFile')
    .values({ ...key, ...file })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Those of the files that this unit has handed in itself. */
export function listBearerFiles(
  db: Db,
  { county, unit }: BearerKey,
  sha256: readonly string[],
): Promise<demands.DemandFile[]> {
  return db
    .selectFrom('bearerFile')
    .select(['sha256', 'name', 'bytes'])
    .where('county', '=', county)
    .where('unit', '=', unit)
    .where('sha256', 'in', ['', ...sha256])
    .orderBy('name')
    .execute();
}

/** Remembers who did what, behind the wall that is not opened for issuers. */
export async function insertPerson(db: Db, county: string, deed: string, person: string): Promise<void> {
  await db.insertInto('bearerPerson').values({ county, deed, person }).execute();
}
