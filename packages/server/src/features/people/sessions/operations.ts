import type { FindActor } from '../../../platform/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { digestOf, makeSecret } from '../../../platform/secret.ts';
import type { AccountSettings } from '../../../platform/config.ts';
import { readProof } from './cookie.ts';
import { deleteEndedSessions, findActorOfSession, findActorOfToken, insertSession } from './store.ts';

type SessionSettings = Pick<AccountSettings, 'sessionIdleMinutes' | 'sessionMinutes'>;

/** Finds who asks by the cookie or the token of a request, in one call to the database. */
export function createFindActor(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { sessionIdleMinutes }: SessionSettings,
): FindActor {
  return async function findActor({ headers }) {
    const proof = readProof(headers);
    if (proof === undefined) return undefined;
    const at = clock.now().toISOString();
    const hash = digestOf(proof.secret);
    return proof.kind === 'session'
      ? findActorOfSession(db, hash, at, sessionIdleMinutes)
      : findActorOfToken(db, hash, at);
  };
}

const LONGEST_AGENT = 200;

/** Begins a session for the person and returns its token, which is kept nowhere. */
export async function startSession(
  { db, clock, chance }: Pick<Context, 'db' | 'clock' | 'chance'>,
  { sessionMinutes }: SessionSettings,
  person: string,
  agent: string,
): Promise<string> {
  const token = makeSecret(chance);
  const now = clock.now();
  await deleteEndedSessions(db, now.toISOString());
  await insertSession(db, {
    tokenHash: digestOf(token),
    person,
    agent: agent.slice(0, LONGEST_AGENT),
    beganAt: now.toISOString(),
    seenAt: now.toISOString(),
    endsAt: new Date(now.getTime() + sessionMinutes * 60_000).toISOString(),
  });
  return token;
}
