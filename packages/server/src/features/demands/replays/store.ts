import type { Db } from '../../../platform/db.ts';
import type { DemandKey } from '../store.ts';
import type { ScreeningBasis } from './basis.ts';

/** Keeps what a screening went by, under the version of its event. */
export async function saveBasis(
  db: Db,
  { county, id }: DemandKey,
  version: number,
  basis: ScreeningBasis,
): Promise<void> {
  await db
    .insertInto('screeningBasis')
    .values({ county, demand: id, version, basis: JSON.stringify(basis) })
    .execute();
}

/** What the screening of this version went by; undefined where it was not kept yet. */
export async function findBasis(
  db: Db,
  { county, id }: DemandKey,
  version: number,
): Promise<ScreeningBasis | undefined> {
  const row = await db
    .selectFrom('screeningBasis')
    .select('basis')
    .where('county', '=', county)
    .where('demand', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  // Only `saveBasis` writes it, and rows never change.
  return row?.basis as ScreeningBasis | undefined;
}
