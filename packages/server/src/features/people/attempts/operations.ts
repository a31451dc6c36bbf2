import { Refusal, type RefusalCode } from '@qingzhuang/contract';
import type { Context } from '../../../platform/context.ts';
import { digestOf } from '../../../platform/secret.ts';
import { countAttempt, FORGOTTEN_AFTER_SECONDS, secondsToWait } from '../attempt.ts';
import { deleteAttempts, deleteOldAttempts, getAttemptsForUpdate, returnAttempt, updateAttempts } from './store.ts';

/** The password was right, so the attempt was no guess; but neither is it a success that forgives the guesses before. */
const NEITHER: readonly RefusalCode[] = ['code-needed', 'new-password-needed', 'invalid-input'];

/**
 * Does what proves who somebody is, unless there were too many failures for the subject (an account, known or not).
 * Nothing here may run in the transaction of a request: a failure would be undone with it.
 */
export async function attempt<Result>(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  subject: string,
  prove: () => Promise<Result>,
): Promise<Result> {
  const hash = digestOf(subject);
  const now = clock.now();
  const waitSeconds = await db.transaction().execute(async (tx) => {
    const before = await getAttemptsForUpdate(tx, hash, now.toISOString());
    const seconds = secondsToWait(before, now);
    if (seconds === 0) {
      await updateAttempts(tx, hash, { failures: countAttempt(before, now), lastAt: now.toISOString() });
    }
    return seconds;
  });
  if (waitSeconds > 0) throw new Refusal('too-many-requests', { retryAfterSeconds: waitSeconds });
  try {
    const result = await prove();
    await deleteAttempts(db, hash);
    await deleteOldAttempts(db, new Date(now.getTime() - FORGOTTEN_AFTER_SECONDS * 1000).toISOString());
    return result;
  } catch (error) {
    if (error instanceof Refusal && NEITHER.includes(error.code)) await returnAttempt(db, hash);
    throw error;
  }
}
