import { Refusal } from '@qingzhuang/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Acting, Context } from '../../../platform/context.ts';
import { hashPassword, verifyPassword } from '../../../platform/password-hash.ts';
import { attempt } from '../attempts/operations.ts';
import { assertGoodPassword } from '../password.ts';
import { CODE_BYTES, spellCode } from '../spelling.ts';
import { findCredentials, putPassword, type Credentials } from './store.ts';

const ONE_TIME_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The credentials again when the password is theirs and still good; throws `wrong-credentials`, always as slowly. */
export async function checkPassword(
  { clock }: Pick<Context, 'clock'>,
  known: Credentials | undefined,
  password: string,
): Promise<Credentials> {
  const matches = await verifyPassword(known?.hash ?? undefined, password);
  const expired = typeof known?.oneTimeUntil === 'string' && known.oneTimeUntil <= clock.now().toISOString();
  if (known?.active !== true || !matches || expired) throw new Refusal('wrong-credentials');
  return known;
}

/** Asks somebody who has signed in for his password again: the computer may stand unlocked. */
export async function proveOwnPassword<Input extends { readonly password: string }>(
  context: Context,
  input: Input,
  { person }: Actor,
): Promise<Input> {
  await attempt(context, subjectOf(person), async () =>
    checkPassword(context, await findCredentials(context.db, { person }), input.password),
  );
  return input;
}

/** What attempts of somebody who has signed in are counted under. */
function subjectOf(person: string): string {
  return `person:${person}`;
}

/** Checks the old password and makes the hash of the new one, before the transaction begins. */
export async function prepareNewPassword(
  context: Context,
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
  { person }: Actor,
): Promise<string> {
  return attempt(context, subjectOf(person), async () => {
    const known = await checkPassword(context, await findCredentials(context.db, { person }), password);
    return hashNewPassword(newPassword, known.username);
  });
}

/** Refuses a weak password. */
export function hashNewPassword(newPassword: string, username: string): Promise<string> {
  assertGoodPassword(newPassword, username);
  return hashPassword(newPassword);
}

export interface OneTimePassword {
  readonly oneTimePassword: string;
  readonly hash: string;
  readonly validUntil: string;
}

/** A password for one sign-in, for an administrator to hand over; sixteen letters that can be read aloud. */
export async function makeOneTimePassword({
  chance,
  clock,
}: Pick<Context, 'chance' | 'clock'>): Promise<OneTimePassword> {
  const oneTimePassword = spellCode(chance.bytes(CODE_BYTES));
  const validUntil = new Date(clock.now().getTime() + ONE_TIME_DAYS * DAY_MS).toISOString();
  return { oneTimePassword, hash: await hashPassword(oneTimePassword), validUntil };
}

export function savePassword(
  { db, clock }: Acting,
  person: string,
  hash: string,
  oneTimeUntil: string | null,
): Promise<void> {
  return putPassword(db, { person, hash, setAt: clock.now().toISOString(), oneTimeUntil });
}
