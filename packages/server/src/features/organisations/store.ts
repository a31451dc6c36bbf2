import { Refusal } from '@qingzhuang/contract';
import type { ExpressionBuilder, ExpressionWrapper } from 'kysely';
import type { Db } from '../../platform/db.ts';
import type { DB } from '../../platform/db-schema.gen.ts';
import { rangeOf } from './unit-code.ts';

/** Refuses with `unknown-unit` unless each code is a unit of the county that has not ended; says which are not. */
export async function assertUnits(db: Db, codes: readonly string[]): Promise<void> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return;
  const rows = await db
    .selectFrom('unit')
    .select('code')
    .where('code', 'in', wanted)
    .where('endedOn', 'is', null)
    .execute();
  if (rows.length === wanted.length) return;
  const known = new Set(rows.map(({ code }) => code));
  const unknown = wanted.filter((code) => !known.has(code));
  throw new Refusal('unknown-unit', {
    errors: unknown.slice(0, MOST_NAMED).map((code) => ({ pointer: '', detail: `没有单位 ${code}，或它已撤并` })),
  });
}

const MOST_NAMED = 50;

/**
 * The names of these units by code, as they are now or as they were on the day; a unit that had not begun then has its
 * first name. A code that no unit has is missing from the map.
 */
export async function namesOf(db: Db, codes: readonly string[], day?: string): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit')
    .select('code')
    .select((unit) => (day === undefined ? unit.ref('unit.name').as('name') : nameOn(unit, day).as('name')))
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The former name that ended next after the day; the present name when none did. */
function nameOn(unit: ExpressionBuilder<DB, 'unit'>, day: string): ExpressionWrapper<DB, 'unit', string> {
  return unit.fn.coalesce(
    unit
      .selectFrom('formerName')
      .select('formerName.name')
      .whereRef('formerName.county', '=', 'unit.county')
      .whereRef('formerName.unit', '=', 'unit.code')
      .where('formerName.untilDay', '>', day)
      .orderBy('formerName.untilDay')
      .limit(1),
    unit.ref('unit.name'),
  );
}

/** The codes of the units below this one, at any depth, that have not ended, in the order of the tree. */
export async function unitsBelow(db: Db, code: string): Promise<string[]> {
  const { first, last } = rangeOf(code);
  const rows = await db
    .selectFrom('unit')
    .select('code')
    .where('code', '>', first)
    .where('code', '<=', last)
    .where('endedOn', 'is', null)
    .orderBy('code')
    .execute();
  return rows.map((row) => row.code);
}
