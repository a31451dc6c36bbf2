import { createHash } from 'node:crypto';
import { Refusal } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import type { Db } from './db.ts';

/** A request that says it may arrive twice. */
export interface Repeatable {
  readonly key: string;
  /** What is asked for, and by which posts; the same key for something else is refused. */
  readonly fingerprint: string;
}

const LONGEST_KEY = 200;

/**
 * The caller's key with a digest of what it asks for, files included, or undefined without a key. The posts are part of
 * it: a token for fewer of a person's posts gets no reply that only the others allowed.
 */
export async function readRepeatable(
  key: string | undefined,
  { posts }: Pick<Actor, 'posts'>,
  address: string,
  input: unknown,
): Promise<Repeatable | undefined> {
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw new Refusal('invalid-input', { errors: [{ pointer: '', detail: 'Idempotency-Key 应为 1 至 200 个字符' }] });
  }
  const actingFor = posts.map(({ unit, role }) => `${unit} ${role}`).toSorted();
  const fingerprint = createHash('sha256')
    .update(address)
    .update('\n')
    .update(actingFor.join())
    .update('\n')
    .update(JSON.stringify((await spellFiles(input)) ?? null))
    .digest('hex');
  return { key, fingerprint };
}

/** The input with each file, which JSON would write as `{}`, as its name and digest. A form holds its files at the top. */
async function spellFiles(input: unknown): Promise<unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const fields = Object.entries(input).map(async ([name, value]) => [
    name,
    value instanceof File
      ? {
          name: value.name,
          sha256: createHash('sha256')
            .update(await value.bytes())
            .digest('hex'),
        }
      : (value as unknown),
  ]);
  return Object.fromEntries(await Promise.all(fields)) as unknown;
}

/**
 * Does the work once for a key: a second request gets the first one's reply, also when both arrive together. The key
 * is written in the work's own transaction, so a reply that was stored belongs to work that was done.
 */
export async function doOnce<Reply>(
  tx: Db,
  { county, person }: Actor,
  { key, fingerprint }: Repeatable,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const row = { county, person, key };
  // A second request waits here for the first one's transaction to end.
  const claimed = await tx
    .insertInto('idempotencyKey')
    .values({ ...row, fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed !== undefined) {
    const reply = await work();
    if (reply instanceof Refusal) {
      // What was refused may be sent again.
      await tx
        .deleteFrom('idempotencyKey')
        .where((where) => where.and(row))
        .execute();
      return reply;
    }
    await tx
      .updateTable('idempotencyKey')
      .set({ reply: JSON.stringify(reply ?? null) })
      .where((where) => where.and(row))
      .execute();
    return reply;
  }
  const first = await tx
    .selectFrom('idempotencyKey')
    .select(['fingerprint', 'reply'])
    .where((where) => where.and(row))
    .executeTakeFirstOrThrow();
  if (first.fingerprint !== fingerprint) throw new Refusal('key-reused');
  return first.reply as Reply;
}

/** Forgets keys older than a week: no client repeats a request that long. */
export async function forgetKeys(tx: Db): Promise<void> {
  await tx
    .deleteFrom('idempotencyKey')
    .where('madeAt', '<', sql<string>`now() - interval '7 days'`)
    .execute();
}
