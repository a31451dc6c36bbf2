import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { DemandKey } from '../store.ts';
import type { ClockChange, ClockKind } from './clock.ts';

/** A clock that has come due. */
export interface RingingClock extends DemandKey {
  readonly kind: ClockKind;
}

export async function applyClockChange(db: Db, { county, id }: DemandKey, { set, stop }: ClockChange): Promise<void> {
  if (stop.length > 0) {
    await db
      .deleteFrom('demandClock')
      .where('county', '=', county)
      .where('demand', '=', id)
      .where('kind', 'in', [...stop])
      .execute();
  }
  if (set.length === 0) return;
  await db
    .insertInto('demandClock')
    .values(set.map((clock) => ({ county, demand: id, ...clock })))
    .onConflict((conflict) =>
      conflict.columns(['county', 'demand', 'kind']).doUpdateSet((eb) => ({ ringsAt: eb.ref('excluded.ringsAt') })),
    )
    .execute();
}

/** The clocks of all counties that are due. Only the owner of the tables sees them all. */
export async function listRinging(owner: Db, now: string, most: number): Promise<RingingClock[]> {
  const rows = await owner
    .selectFrom('demandClock')
    .select(['county', 'demand as id', 'kind'])
    .where('ringsAt', '<=', now)
    .orderBy('ringsAt')
    .limit(most)
    .execute();
  return rows as RingingClock[];
}

/** Takes the clock away, if it is still there and due: whoever gets it does what it stands for. */
export async function takeClock(db: Db, { county, id, kind }: RingingClock, now: string): Promise<boolean> {
  const { rows } = await sql`
    delete from demand_clock
    where county = ${county} and demand = ${id} and kind = ${kind} and rings_at <= ${now}
    returning kind`.execute(db);
  return rows.length > 0;
}

export async function insertNotice(
  db: Db,
  { county, id }: DemandKey,
  notice: { readonly kind: string; readonly role: string; readonly unit: string | null; readonly at: string },
): Promise<void> {
  await db
    .insertInto('notice')
    .values({ county, demand: id, ...notice })
    .execute();
}
