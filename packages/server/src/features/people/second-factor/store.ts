import type { NotNull } from 'kysely';
import type { Db } from '../../../platform/db.ts';

export interface Totp {
  readonly county: string;
  readonly sealed: Buffer;
  readonly confirmedAt: string | null;
}

export function findTotp(db: Db, person: string): Promise<Totp | undefined> {
  return db
    .selectFrom('totp')
    .innerJoin('person', 'person.id', 'totp.person')
    .select(['county', 'sealed', 'confirmedAt'])
    .where('totp.person', '=', person)
    .where('sealed', 'is not', null)
    .$narrowType<{ sealed: NotNull }>()
    .executeTakeFirst();
}

/** A secret as it lies in the table: one of the two is null. */
export interface KeptSecret {
  readonly person: string;
  readonly county: string;
  readonly plainSecret: Buffer | null;
  readonly sealed: Buffer | null;
}

export function listSecrets(owner: Db): Promise<KeptSecret[]> {
  return owner
    .selectFrom('totp')
    .innerJoin('person', 'person.id', 'totp.person')
    .select(['totp.person', 'county', 'plainSecret', 'sealed'])
    .execute();
}

/** Puts the secret there sealed, unless it has changed since it was read. */
export async function replaceSecret(owner: Db, { person, plainSecret, sealed }: KeptSecret, by: Buffer): Promise<void> {
  await owner
    .updateTable('totp')
    .set({ plainSecret: null, sealed: by })
    .where('person', '=', person)
    .where('plainSecret', 'is not distinct from', plainSecret)
    .where('sealed', 'is not distinct from', sealed)
    .execute();
}

/** Begins an enrolment, or begins it again; false when a confirmed one stands. */
export async function putUnconfirmedTotp(db: Db, person: string, sealed: Buffer): Promise<boolean> {
  const row = await db
    .insertInto('totp')
    .values({ person, sealed })
    .onConflict((conflict) =>
      conflict
        .column('person')
        .doUpdateSet({ sealed, plainSecret: null, lastStep: 0 })
        .where('totp.confirmedAt', 'is', null),
    )
    .returning('person')
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks the time step as used; false when it, or a later one, was used before. */
export async function useStep(db: Db, person: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('totp')
    .set({ lastStep: step })
    .where('person', '=', person)
    .where('lastStep', '<', step)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function confirmTotp(db: Db, person: string, at: string): Promise<void> {
  await db.updateTable('totp').set({ confirmedAt: at }).where('person', '=', person).execute();
}

/** Takes away the secret and the backup codes; false when there was none. */
export async function deleteSecondFactor(db: Db, person: string): Promise<boolean> {
  await db.deleteFrom('backupCode').where('person', '=', person).execute();
  const { numDeletedRows } = await db.deleteFrom('totp').where('person', '=', person).executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export async function insertBackupCodes(db: Db, person: string, hashes: readonly Buffer[]): Promise<void> {
  await db
    .insertInto('backupCode')
    .values(hashes.map((codeHash) => ({ person, codeHash })))
    .execute();
}

/** Marks the code as used; false when it is none of the person's, or was used before. */
export async function useBackupCode(db: Db, person: string, codeHash: Buffer, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('backupCode')
    .set({ usedAt: at })
    .where('person', '=', person)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
