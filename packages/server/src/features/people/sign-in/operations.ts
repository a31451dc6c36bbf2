import { Refusal, type signIn as contract } from '@qingzhuang/contract';
import type { Context } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import type { Db } from '../../../platform/db.ts';
import { namesOf } from '../../organisations/index.ts';
import { attempt } from '../attempts/operations.ts';
import { checkPassword, hashNewPassword } from '../passwords/operations.ts';
import { findCredentials, putPassword, type Credentials } from '../passwords/store.ts';
import { listActingPosts } from '../posts/store.ts';
import { assertCode, type SecondFactorParts } from '../second-factor/operations.ts';
import { deleteSessionsOf } from '../sessions/store.ts';
import { foldUsername } from '../username.ts';
import { getAccount } from './store.ts';

export interface PasswordProof {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
  readonly newPassword?: string;
}

/** Who may begin a session. */
export interface Proven {
  readonly person: string;
  readonly county: string;
}

/**
 * Finds out whose password and code these are. Throws `wrong-credentials` for whatever is wrong about them, in the same
 * time whether the user exists or not; `code-needed` and `new-password-needed` only to whoever knows the password.
 */
export async function provePassword(context: SecondFactorParts, proof: PasswordProof): Promise<Proven> {
  const username = foldUsername(proof.username);
  return attempt(context, `username:${username}`, async () => {
    const known = await checkPassword(context, await findCredentials(context.db, { username }), proof.password);
    // The new password is looked at first: a code that was used for nothing could not be used again.
    const newHash = await prepareReplacement(known, proof.newPassword);
    if (known.totp) {
      if (proof.code === undefined) throw new Refusal('code-needed');
      await assertCode(context, known.person, proof.code);
    }
    if (newHash !== undefined) await replacePassword(context, known.person, newHash);
    return { person: known.person, county: known.county };
  });
}

/** The hash of the new password where one is due; it is not asked for, and not taken, otherwise. */
function prepareReplacement(known: Credentials, newPassword: string | undefined): Promise<string> | undefined {
  if (known.oneTimeUntil === null) return undefined;
  if (newPassword === undefined) throw new Refusal('new-password-needed');
  return hashNewPassword(newPassword, known.username);
}

async function replacePassword(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  person: string,
  hash: string,
): Promise<void> {
  await putPassword(db, { person, hash, setAt: clock.now().toISOString(), oneTimeUntil: null });
  await deleteSessionsOf(db, person);
}

/** What a person may know of himself; `posts` narrows it to those of a token. */
export async function describeMe(
  db: Db,
  { person, county }: Proven,
  posts?: readonly { readonly unit: string; readonly role: string }[],
): Promise<contract.Me> {
  const account = await getAccount(db, person);
  const held = (await listActingPosts(db, person)).filter(
    ({ unit, role }) => posts === undefined || posts.some((post) => post.unit === unit && post.role === role),
  );
  const names = await namesOf(
    db,
    held.map(({ unit }) => unit),
  );
  return {
    person,
    county,
    ...account,
    posts: held.map(({ id, unit, role }) => ({ id, unit, unitName: names.get(unit) ?? unit, role })),
  };
}

/** The same before a session has begun. */
export function describeProven({ db }: Pick<Context, 'db'>, proven: Proven): Promise<contract.Me> {
  return inCounty(db, proven.county, (tx) => describeMe(tx, proven));
}
