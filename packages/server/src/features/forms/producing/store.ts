import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { FillKey } from '../filling/store.ts';
import type { Tally } from '../reuse/reuse.ts';

/** A demand that has passed the gate and whose form nobody has looked through yet. */
export interface Unproduced {
  readonly demand: string;
  readonly title: string;
  readonly issuer: string;
  readonly bearers: readonly string[];
}

export async function listUnproduced(db: Db, county: string): Promise<Unproduced[]> {
  const { rows } = await sql<Unproduced>`
    select demand.id as demand, demand.title, demand.issuer,
      (select array_agg(unit order by unit) from demand_bearer where county = demand.county and demand = demand.id) as bearers
    from form_layout
    join demand on demand.county = form_layout.county and demand.id = form_layout.demand
    where form_layout.county = ${county} and form_layout.produced_at is null
      and demand.state in ('admitted', 'running') and demand.code is not null
    order by demand.id`.execute(db);
  return rows;
}

/** Notes that all bearers of a form were looked through. */
export async function noteProduction(db: Db, county: string, demand: string, at: string): Promise<void> {
  await db
    .updateTable('formLayout')
    .set({ producedAt: at })
    .where('county', '=', county)
    .where('demand', '=', demand)
    .execute();
}

export interface Produced {
  readonly content: Buffer;
  readonly tally: Tally;
  /** RFC 3339. */
  readonly at: string;
}

/** Writes a form that the system has filled in; false where its bearer has begun with it. */
export async function insertProduced(db: Db, key: FillKey, { content, tally, at }: Produced): Promise<boolean> {
  const row = await db
    .insertInto('formFill')
    .values({
      ...key,
      ...{ version: 1, state: 'produced', content, submittedAt: at, sentAt: at },
      tally: JSON.stringify(tally),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('unit')
    .executeTakeFirst();
  return row !== undefined;
}
