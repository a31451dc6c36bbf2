import { Refusal, type account } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { digestOf, makeSecret } from '../../../platform/secret.ts';
import { listPostsInForce } from '../posts/store.ts';
import { insertToken, listTokens } from './store.ts';

/** Lets a scanner of leaked secrets know what it has found. */
const PREFIX = 'qzt_';
const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_TOKENS = 50;

export interface TokenPlan {
  readonly name: string;
  readonly days: number;
  readonly posts: readonly string[];
}

/** Makes a token for some of the actor's own posts. It is in the reply and nowhere else. */
export async function createToken(
  { db, clock, chance, actor }: Acting,
  { name, days, posts }: TokenPlan,
): Promise<account.ApiToken & { readonly token: string }> {
  const held = await listPostsInForce(db, actor.person);
  if (!posts.every((id) => held.some((post) => post.id === id))) throw new Refusal('not-allowed');
  const now = clock.now();
  const standing = await listTokens(db, actor.person, now.toISOString());
  if (standing.length >= MOST_TOKENS) throw new Refusal('wrong-state');
  const token = PREFIX + makeSecret(chance);
  const made = await insertToken(db, {
    tokenHash: digestOf(token),
    person: actor.person,
    name,
    posts: [...new Set(posts)],
    madeAt: now.toISOString(),
    endsAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
  });
  return { ...made, token };
}
