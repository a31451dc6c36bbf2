import { Refusal, type people, type Role } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { assertUnits } from '../../organisations/index.ts';
import { assertExistsAt, assertMayConfirm, assertMayWithdraw, needsConfirmation } from '../post.ts';
import { getPersonForUpdate, insertPersonEvents, type PersonEvent } from '../persons/store.ts';
import { countOtherAdministrators, getPostForUpdate, insertPost, updatePost } from './store.ts';

export interface PostGrant {
  /** The number of the person. */
  readonly id: string;
  readonly unit: string;
  readonly role: Role;
}

/** Gives a person a role for a unit, at once or once another administrator has confirmed it. */
export async function grantPost(acting: Acting, { id, unit, role }: PostGrant): Promise<people.Post> {
  const { db, clock, actor } = acting;
  const person = await getPersonForUpdate(db, id);
  if (person.deactivatedAt !== null) throw new Refusal('wrong-state');
  await assertUnits(db, [unit]);
  assertExistsAt(role, unit);
  const now = clock.now().toISOString();
  const post = await insertPost(db, {
    county: actor.county,
    person: id,
    unit,
    role,
    grantedBy: actor.person,
    grantedAt: now,
    fromAt: needsConfirmation({ person: id, role }, actor.person) ? null : now,
  });
  if (post === undefined) throw new Refusal('already-exists');
  return record(acting, 'post-granted', post);
}

export async function confirmPost(acting: Acting, { id }: { readonly id: string }): Promise<people.Post> {
  const { db, clock, actor } = acting;
  const post = await getPostForUpdate(db, id);
  assertMayConfirm(post, actor.person);
  const change = { confirmedBy: actor.person, fromAt: clock.now().toISOString() };
  return record(acting, 'post-confirmed', await updatePost(db, post, change));
}

export async function withdrawPost(acting: Acting, { id }: { readonly id: string }): Promise<people.Post> {
  const { db, clock, actor } = acting;
  const post = await getPostForUpdate(db, id);
  assertMayWithdraw(post, await countOtherAdministrators(db, post.person));
  const change = { untilAt: clock.now().toISOString(), withdrawnBy: actor.person };
  return record(acting, 'post-withdrawn', await updatePost(db, post, change));
}

async function record(
  { db, clock, actor: { county, person: by } }: Acting,
  event: PersonEvent['event'],
  post: people.Post,
): Promise<people.Post> {
  const at = clock.now().toISOString();
  await insertPersonEvents(db, [{ county, person: post.person, event, post: post.id, by, at }]);
  return post;
}
