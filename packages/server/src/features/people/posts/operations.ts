import { Refusal, type people, type Role } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { assertUnits } from '../../organisations/index.ts';
import { assertMayConfirm, assertMayWithdraw, needsConfirmation } from '../post.ts';
import { getPersonForUpdate } from '../persons/store.ts';
import { countOtherAdministrators, getPostForUpdate, insertPost, updatePost } from './store.ts';

export interface PostGrant {
  /** The number of the person. */
  readonly id: string;
  readonly unit: string;
  readonly role: Role;
}

/** Gives a person a role for a unit, at once or once another administrator has confirmed it. */
export async function grantPost({ db, clock, actor }: Acting, { id, unit, role }: PostGrant): Promise<people.Post> {
  const person = await getPersonForUpdate(db, id);
  if (person.deactivatedAt !== null) throw new Refusal('wrong-state');
  await assertUnits(db, [unit]);
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
  return post;
}

export async function confirmPost({ db, clock, actor }: Acting, { id }: { readonly id: string }): Promise<people.Post> {
  const post = await getPostForUpdate(db, id);
  assertMayConfirm(post, actor.person);
  return updatePost(db, post, { confirmedBy: actor.person, fromAt: clock.now().toISOString() });
}

export async function withdrawPost(
  { db, clock, actor }: Acting,
  { id }: { readonly id: string },
): Promise<people.Post> {
  const post = await getPostForUpdate(db, id);
  assertMayWithdraw(post, await countOtherAdministrators(db, post.person));
  return updatePost(db, post, { untilAt: clock.now().toISOString(), withdrawnBy: actor.person });
}
