import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { Attempts } from '../attempt.ts';

/** Locks the row until the transaction ends, so that attempts on one account are counted one after the other. */
export async function getAttemptsForUpdate(tx: Db, subjectHash: Buffer, now: string): Promise<Attempts> {
  await tx
    .insertInto('signInAttempt')
    .values({ subjectHash, failures: 0, lastAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('signInAttempt')
    .select(['failures', 'lastAt'])
    .where('subjectHash', '=', subjectHash)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateAttempts(db: Db, subjectHash: Buffer, { failures, lastAt }: Attempts): Promise<void> {
  await db.updateTable('signInAttempt').set({ failures, lastAt }).where('subjectHash', '=', subjectHash).execute();
}

/** Takes one attempt back: it was no failure, and no success either. */
export async function returnAttempt(db: Db, subjectHash: Buffer): Promise<void> {
  await db
    .updateTable('signInAttempt')
    .set({ failures: sql<number>`greatest(0, failures - 1)` })
    .where('subjectHash', '=', subjectHash)
    .execute();
}

export async function deleteAttempts(db: Db, subjectHash: Buffer): Promise<void> {
  await db.deleteFrom('signInAttempt').where('subjectHash', '=', subjectHash).execute();
}

/** Attempts that nobody remembers: the row of a name that was tried once would stay for ever. */
export async function deleteOldAttempts(db: Db, before: string): Promise<void> {
  await db.deleteFrom('signInAttempt').where('lastAt', '<', before).execute();
}
