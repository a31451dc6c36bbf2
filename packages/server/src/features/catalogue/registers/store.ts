import { rangeOf } from '@qingzhuang/contract';
import type { Db } from '../../../platform/db.ts';
import type { NamedUnit } from './unit-names.ts';

/** The unit and all below it that live; none where it does not. */
export async function listUnitsWithin(db: Db, county: string, unit: string): Promise<NamedUnit[]> {
  const { first, last } = rangeOf(unit);
  const units = await db
    .selectFrom('unit')
    .select(['code', 'name'])
    .where('county', '=', county)
    .where('code', '>=', first)
    .where('code', '<=', last)
    .where('endedOn', 'is', null)
    .orderBy('code')
    .execute();
  return units[0]?.code === unit ? units : [];
}
