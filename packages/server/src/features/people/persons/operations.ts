import { Refusal, type people } from '@qingzhuang/contract';
import type { Acting, Context } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import { insertPost } from '../posts/store.ts';
import { putPassword } from '../passwords/store.ts';
import { foldUsername } from '../username.ts';
import { insertCounty, insertCountyUnit, insertPerson, type NewCounty, type PersonRow } from './store.ts';

/** A password as it is kept. */
export interface KeptPassword {
  readonly hash: string;
  /** The end of its validity when somebody else has made it. */
  readonly oneTimeUntil: string | null;
}

/** Adds a person to the actor's county; without a password nobody can sign in as him yet. */
export async function addPerson(
  { db, clock, actor }: Acting,
  { name, username }: people.PersonPlan,
  password?: KeptPassword,
): Promise<PersonRow> {
  const now = clock.now().toISOString();
  const person = await insertPerson(db, {
    county: actor.county,
    name,
    username: foldUsername(username),
    madeBy: actor.person,
    madeAt: now,
  });
  if (person === undefined) throw new Refusal('already-exists');
  if (password !== undefined) await putPassword(db, { person: person.id, setAt: now, ...password });
  return person;
}

export interface Founding extends NewCounty {
  readonly administrator: people.PersonPlan;
  /** Argon2id; see `hashPassword`. */
  readonly passwordHash: string;
}

/**
 * Makes a county, the unit at the root of its tree and its first administrator, and returns his number. Throws
 * `already-exists` when code, letters or user name are taken. `db` is the owner's: requests found no county.
 */
export function foundCounty(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { administrator, passwordHash, ...county }: Founding,
): Promise<string> {
  return inCounty(db, county.code, async (tx) => {
    if (!(await insertCounty(tx, county))) throw new Refusal('already-exists');
    const unit = await insertCountyUnit(tx, county);
    const now = clock.now().toISOString();
    const person = await insertPerson(tx, {
      county: county.code,
      name: administrator.name,
      username: foldUsername(administrator.username),
      madeBy: null,
      madeAt: now,
    });
    if (person === undefined) throw new Refusal('already-exists');
    await putPassword(tx, { person: person.id, hash: passwordHash, setAt: now, oneTimeUntil: null });
    const post = { county: county.code, person: person.id, unit, role: 'administrator' } as const;
    await insertPost(tx, { ...post, grantedBy: null, grantedAt: now, fromAt: now });
    return person.id;
  });
}
