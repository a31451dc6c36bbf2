import type { z } from 'zod';
import type { Db } from '../../../platform/db.ts';

export type ChallengeKind = 'passkey-enrolment' | 'passkey-sign-in' | 'single-sign-on';

export interface NewChallenge {
  readonly hash: Buffer;
  readonly kind: ChallengeKind;
  readonly person: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly endsAt: string;
}

/** Remembers the challenge, and forgets those that nobody answered in time. */
export async function insertChallenge(db: Db, { facts, ...challenge }: NewChallenge, now: string): Promise<void> {
  await db.deleteFrom('challenge').where('endsAt', '<=', now).execute();
  await db
    .insertInto('challenge')
    .values({ ...challenge, facts: JSON.stringify(facts) })
    .execute();
}

export interface Answered {
  readonly kind: ChallengeKind;
  readonly hash: Buffer;
  readonly now: string;
}

/** What was remembered, once: a second answer finds nothing, and neither does a late one. */
export async function takeChallenge<Facts>(
  db: Db,
  { kind, hash, now }: Answered,
  facts: z.ZodType<Facts>,
): Promise<{ readonly person: string | null; readonly facts: Facts } | undefined> {
  const row = await db
    .deleteFrom('challenge')
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('endsAt', '>', now)
    .returning(['person', 'facts'])
    .executeTakeFirst();
  return row && { person: row.person, facts: facts.parse(row.facts) };
}
