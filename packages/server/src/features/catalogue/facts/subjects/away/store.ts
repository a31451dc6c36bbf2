import { sql } from 'kysely';
import type { Db } from '../../../../../platform/db.ts';

/** That a unit has said a subject is not there. */
export interface Away {
  readonly subject: number;
  readonly unit: string;
  /** The day on which it was said, `YYYY-MM-DD`. */
  readonly since: string;
}

/** What these units have said of whom. */
export async function listAway(db: Db, county: string, units: readonly string[]): Promise<Away[]> {
  const { rows } = await sql<Away>`
    select subject, unit, since from subject_away
    where county = ${county} and unit = any(${[...new Set(units)]}::text[])`.execute(db);
  return rows;
}

/** Notes it; false where it was noted before. */
export async function insertAway(
  db: Db,
  county: string,
  away: Away & { readonly reason: 'moved' | 'not-ours' },
): Promise<boolean> {
  const row = await db
    .insertInto('subjectAway')
    .values({ county, ...away })
    .onConflict((conflict) => conflict.doNothing())
    .returning('subject')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes it back; false where nothing was noted. */
export async function deleteAway(db: Db, county: string, { subject, unit }: Omit<Away, 'since'>): Promise<boolean> {
  const row = await db
    .deleteFrom('subjectAway')
    .where('county', '=', county)
    .where('subject', '=', subject)
    .where('unit', '=', unit)
    .returning('subject')
    .executeTakeFirst();
  return row !== undefined;
}
