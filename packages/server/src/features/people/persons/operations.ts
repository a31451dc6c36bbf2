import { Refusal, type Page, type people } from '@qingzhuang/contract';
import { z } from 'zod';
import type { Acting, Context } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../platform/cursor.ts';
import type { Db } from '../../../platform/db.ts';
import { deletePasskeysOf } from '../passkeys/store.ts';
import { savePassword, type OneTimePassword } from '../passwords/operations.ts';
import { putPassword } from '../passwords/store.ts';
import { countOtherAdministrators, insertPost, listPostsInForce, listStandingPosts } from '../posts/store.ts';
import { deleteSecondFactor } from '../second-factor/store.ts';
import { deleteSessionsOf } from '../sessions/store.ts';
import { deleteLinksOf } from '../single-sign-on/store.ts';
import { revokeTokensOf } from '../tokens/store.ts';
import { readUsername } from '../username.ts';
import {
  getPerson,
  getPersonForUpdate,
  insertCounty,
  insertCountyUnit,
  insertPerson,
  insertPersonEvents,
  listPeople,
  updatePerson,
  type PersonEvent,
  type PersonRow,
} from './store.ts';

/** A password as it is kept. */
export interface KeptPassword {
  readonly hash: string;
  /** The end of its validity when somebody else has made it. */
  readonly oneTimeUntil: string | null;
}

/** Adds a person to the actor's county; without a password nobody can sign in as him yet. */
export async function addPerson(
  acting: Acting,
  { name, username }: people.PersonPlan,
  password?: KeptPassword,
): Promise<PersonRow> {
  const { db, clock, actor } = acting;
  const now = clock.now().toISOString();
  const person = await insertPerson(db, {
    county: actor.county,
    name,
    username: readUsername(username),
    madeBy: actor.person,
    madeAt: now,
  });
  if (person === undefined) throw new Refusal('already-exists');
  if (password !== undefined) await putPassword(db, { person: person.id, setAt: now, ...password });
  await record(acting, person.id, ['added']);
  return person;
}

/**
 * Makes a county, the unit at the root of its tree and its first administrator, and returns his number. Throws
 * `already-exists` when code, letters or user name are taken. `db` is the owner's: requests found no county. Without a
 * password the administrator cannot sign in.
 */
export function foundCounty(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  plan: people.CountyPlan,
  password?: KeptPassword,
): Promise<string> {
  return inCounty(db, plan.code, (tx) => foundCountyWithin({ db: tx, clock }, plan, password));
}

/** The same inside of a transaction that is in the county already. */
export async function foundCountyWithin(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { administrator, ...county }: people.CountyPlan,
  password?: KeptPassword,
): Promise<string> {
  if (!(await insertCounty(db, county))) throw new Refusal('already-exists');
  const unit = await insertCountyUnit(db, county);
  const now = clock.now().toISOString();
  const person = await insertPerson(db, {
    county: county.code,
    name: administrator.name,
    username: readUsername(administrator.username),
    madeBy: null,
    madeAt: now,
  });
  if (person === undefined) throw new Refusal('already-exists');
  if (password !== undefined) await putPassword(db, { person: person.id, setAt: now, ...password });
  const post = { county: county.code, person: person.id, unit, role: 'administrator' } as const;
  const granted = await insertPost(db, { ...post, grantedBy: null, grantedAt: now, fromAt: now });
  if (granted === undefined) throw new Error('A person who has just been made holds no post');
  const event = { county: county.code, person: person.id, by: null, at: now };
  await insertPersonEvents(db, [
    { ...event, event: 'added' },
    { ...event, event: 'post-granted', post: granted.id },
  ]);
  return person.id;
}

/** Adds a person with a password for his first sign-in. */
export async function createPerson(
  acting: Acting,
  { plan, password }: { readonly plan: people.PersonPlan; readonly password: OneTimePassword },
): Promise<{ readonly person: people.Person; readonly oneTimePassword: string; readonly validUntil: string }> {
  const { oneTimePassword, hash, validUntil } = password;
  const row = await addPerson(acting, plan, { hash, oneTimeUntil: validUntil });
  return { person: toPerson(row, []), oneTimePassword, validUntil };
}

export interface PersonChanges {
  readonly id: string;
  readonly name?: string;
  readonly active?: boolean;
  readonly mayLink?: boolean;
}

/** Changes what an administrator may. Whoever is deactivated is signed out at once and keeps no way in. */
export async function changePerson(acting: Acting, { id, active, ...change }: PersonChanges): Promise<people.Person> {
  const { db, clock, actor, seen } = acting;
  const before = await getPersonForUpdate(db, id);
  if (before.version !== seen) throw new Refusal('stale', { version: before.version });
  const isActive = before.deactivatedAt === null;
  if (active === false && isActive) {
    await assertMayLeave(db, id);
    await closeWaysIn(acting, id);
  }
  const row = await updatePerson(db, id, {
    ...change,
    ...(active === true && { deactivatedAt: null, deactivatedBy: null }),
    ...(active === false && isActive && { deactivatedAt: clock.now().toISOString(), deactivatedBy: actor.person }),
  });
  await record(acting, id, changesBetween(before, row));
  return toPerson(row, await listStandingPosts(db, [id]));
}

function changesBetween(before: PersonRow, after: PersonRow): PersonEvent['event'][] {
  const events: PersonEvent['event'][] = [];
  if (before.name !== after.name) events.push('renamed');
  if (before.mayLink !== after.mayLink) events.push(after.mayLink ? 'link-allowed' : 'link-forbidden');
  if ((before.deactivatedAt === null) !== (after.deactivatedAt === null)) {
    events.push(after.deactivatedAt === null ? 'reactivated' : 'deactivated');
  }
  return events;
}

function record(
  { db, clock, actor: { county, person: by } }: Acting,
  person: string,
  events: readonly PersonEvent['event'][],
): Promise<void> {
  const at = clock.now().toISOString();
  return insertPersonEvents(
    db,
    events.map((event) => ({ county, person, event, by, at })),
  );
}

/** The last administrator stays: nobody could let another in. */
async function assertMayLeave(db: Db, person: string): Promise<void> {
  const posts = await listPostsInForce(db, person);
  const isAdministrator = posts.some(({ role }) => role === 'administrator');
  if (isAdministrator && (await countOtherAdministrators(db, person)) === 0) throw new Refusal('wrong-state');
}

/** Gives a person a password for one sign-in; everything else that opened the account stops to. Not for oneself. */
export async function resetPassword(
  acting: Acting,
  { id, password }: { readonly id: string; readonly password: OneTimePassword },
): Promise<{ readonly oneTimePassword: string; readonly validUntil: string }> {
  if (id === acting.actor.person) throw new Refusal('four-eyes');
  await getPersonForUpdate(acting.db, id);
  await closeWaysIn(acting, id);
  const { oneTimePassword, hash, validUntil } = password;
  await savePassword(acting, id, hash, validUntil);
  await record(acting, id, ['password-reset']);
  return { oneTimePassword, validUntil };
}

/** Ends sessions and tokens, and forgets second factors, passkeys and linked accounts. The password alone stays. */
async function closeWaysIn({ db, clock }: Acting, person: string): Promise<void> {
  await deleteSessionsOf(db, person);
  await revokeTokensOf(db, person, clock.now().toISOString());
  await deleteSecondFactor(db, person);
  await deletePasskeysOf(db, person);
  await deleteLinksOf(db, person);
}

export async function readPerson(db: Db, id: string): Promise<people.Person> {
  return toPerson(await getPerson(db, id), await listStandingPosts(db, [id]));
}

const AfterUsername = z.string().max(100);

/** A page of the county's people by user name, with their posts. */
export async function listPeopleWithPosts(
  db: Db,
  { q, unit, ...request }: PageRequest & { readonly q?: string; readonly unit?: string },
): Promise<Page<people.Person>> {
  const after = readCursor(request, AfterUsername);
  const rows = await listPeople(db, {
    rows: rowsFor(request),
    ...(q !== undefined && { q }),
    ...(unit !== undefined && { unit }),
    ...(after !== undefined && { after }),
  });
  const page = toPage(rows, request, ({ username }) => username);
  const posts = await listStandingPosts(
    db,
    page.items.map(({ id }) => id),
  );
  const byPerson = Map.groupBy(posts, ({ person }) => person);
  return { next: page.next, items: page.items.map((row) => toPerson(row, byPerson.get(row.id) ?? [])) };
}

function toPerson(row: PersonRow, posts: people.Post[]): people.Person {
  const { id, name, username, mayLink, version, deactivatedAt } = row;
  return { id, name, username, mayLink, version, active: deactivatedAt === null, posts };
}
