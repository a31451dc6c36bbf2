import { sql, type Selectable } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db.ts';
import type { Session } from '../../../platform/db-schema.gen.ts';

/** Who acts in the session at this moment; one call, see migration 0004. */
export async function findActorOfSession(
  db: Db,
  hash: Buffer,
  at: string,
  idleMinutes: number,
): Promise<Actor | undefined> {
  const { rows } = await sql<{ actor: Actor | null }>`
    select find_actor_of_session(${hash}, ${at}, make_interval(mins => ${idleMinutes})) as actor`.execute(db);
  return rows[0]?.actor ?? undefined;
}

/** Who acts by the token at this moment, in the posts that it was made for. */
export async function findActorOfToken(db: Db, hash: Buffer, at: string): Promise<Actor | undefined> {
  const { rows } = await sql<{ actor: Actor | null }>`select find_actor_of_token(${hash}, ${at}) as actor`.execute(db);
  return rows[0]?.actor ?? undefined;
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly person: string;
  readonly agent: string;
  readonly beganAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db.insertInto('session').values(session).execute();
}

export type SessionRow = Pick<Selectable<Session>, 'id' | 'agent' | 'beganAt' | 'seenAt' | 'endsAt' | 'tokenHash'>;

/** The person's sessions that have not ended, the latest first. */
export function listSessions(db: Db, person: string, at: string, idleMinutes: number): Promise<SessionRow[]> {
  return db
    .selectFrom('session')
    .select(['id', 'agent', 'beganAt', 'seenAt', 'endsAt', 'tokenHash'])
    .where('person', '=', person)
    .where('endsAt', '>', at)
    .where('seenAt', '>', sql<string>`${at}::timestamptz - make_interval(mins => ${idleMinutes})`)
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute();
}

/** False when the session is not this person's. */
export async function deleteSession(db: Db, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export async function deleteSessionByToken(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute();
}

/** Ends all sessions of a person, save the one with this token. */
export async function deleteSessionsOf(db: Db, person: string, exceptTokenHash?: Buffer): Promise<void> {
  await db
    .deleteFrom('session')
    .where('person', '=', person)
    .$if(exceptTokenHash !== undefined, (query) => query.where('tokenHash', '<>', exceptTokenHash ?? Buffer.of()))
    .execute();
}

/** Rows of sessions that are long over. */
export async function deleteEndedSessions(db: Db, at: string): Promise<void> {
  await db.deleteFrom('session').where('endsAt', '<=', at).execute();
}
