import type { account } from '@qingzhuang/contract';
import type { Db } from '../../../platform/db.ts';

export interface NewPasskey {
  readonly person: string;
  /** The number that the authenticator gave it, base64url. */
  readonly credential: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly madeAt: string;
}

/** The passkey, or undefined when it is known already. */
export function insertPasskey(db: Db, passkey: NewPasskey): Promise<account.Passkey | undefined> {
  return db
    .insertInto('passkey')
    .values(passkey)
    .onConflict((conflict) => conflict.column('credential').doNothing())
    .returning(['id', 'name', 'madeAt', 'usedAt'])
    .executeTakeFirst();
}

export function listPasskeys(db: Db, person: string): Promise<account.Passkey[]> {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'madeAt', 'usedAt'])
    .where('person', '=', person)
    .orderBy('madeAt')
    .orderBy('id')
    .execute();
}

export async function listCredentialsOf(db: Db, person: string): Promise<string[]> {
  const rows = await db.selectFrom('passkey').select('credential').where('person', '=', person).execute();
  return rows.map(({ credential }) => credential);
}

export interface KnownPasskey {
  readonly id: string;
  readonly person: string;
  readonly county: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** The passkey of somebody who may still sign in. */
export function findPasskey(db: Db, credential: string): Promise<KnownPasskey | undefined> {
  return db
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person')
    .select(['passkey.id', 'passkey.person', 'person.county', 'passkey.publicKey', 'passkey.counter'])
    .where('passkey.credential', '=', credential)
    .where('person.deactivatedAt', 'is', null)
    .executeTakeFirst();
}

export async function updateUse(db: Db, id: string, counter: number, usedAt: string): Promise<void> {
  await db.updateTable('passkey').set({ counter, usedAt }).where('id', '=', id).execute();
}

/** False when the passkey is not this person's. */
export async function deletePasskey(db: Db, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export async function deletePasskeysOf(db: Db, person: string): Promise<void> {
  await db.deleteFrom('passkey').where('person', '=', person).execute();
}
