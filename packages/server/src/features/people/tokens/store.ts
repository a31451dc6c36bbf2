import type { account } from '@qingzhuang/contract';
import type { Db } from '../../../platform/db.ts';

export interface NewToken {
  readonly tokenHash: Buffer;
  readonly person: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly madeAt: string;
  readonly endsAt: string;
}

const SHOWN = ['id', 'name', 'posts', 'madeAt', 'usedAt', 'endsAt'] as const;

export function insertToken(db: Db, token: NewToken): Promise<account.ApiToken> {
  return db
    .insertInto('apiToken')
    .values({ ...token, posts: [...token.posts] })
    .returning(SHOWN)
    .executeTakeFirstOrThrow();
}

/** The person's tokens that still open something, the latest first. */
export function listTokens(db: Db, person: string, at: string): Promise<account.ApiToken[]> {
  return db
    .selectFrom('apiToken')
    .select(SHOWN)
    .where('person', '=', person)
    .where('revokedAt', 'is', null)
    .where('endsAt', '>', at)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute();
}

/** False when the token is not this person's, or revoked already. */
export async function revokeToken(db: Db, person: string, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('apiToken')
    .set({ revokedAt: at })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function revokeTokensOf(db: Db, person: string, at: string): Promise<void> {
  await db
    .updateTable('apiToken')
    .set({ revokedAt: at })
    .where('person', '=', person)
    .where('revokedAt', 'is', null)
    .execute();
}
