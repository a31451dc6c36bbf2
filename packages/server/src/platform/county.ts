import { sql } from 'kysely';
import { allAtOnce, type Db } from './db.ts';

/** Another transaction won, or two waited for each other; nothing was written, and a second try usually passes. */
const WORTH_ANOTHER_TRY: readonly unknown[] = ['40001', '40P01'];
const MOST_TRIES = 4;

/**
 * Runs the work in one transaction that sees the rows of this county only: row-level security compares every row with
 * the county set here. The work may run again, so it does nothing that the database cannot take back. Reads that do not
 * need each other's answers are best asked with `Promise.all`: they make one trip.
 */
export async function inCounty<Result>(db: Db, county: string, work: (tx: Db) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (tx) => {
        await sql`select set_config('qingzhuang.county', ${county}, true)`.execute(tx);
        return allAtOnce(tx, work);
      });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (attempt === MOST_TRIES || !WORTH_ANOTHER_TRY.includes(code)) throw error;
    }
  }
}

/** Runs the work in one transaction that sees the county as it is now, whatever others write meanwhile. */
export function inSnapshot<Result>(db: Db, county: string, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`select set_config('qingzhuang.county', ${county}, true)`.execute(tx);
      return work(tx);
    });
}
