import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db.ts';

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
