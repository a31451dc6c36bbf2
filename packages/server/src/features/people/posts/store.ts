import { Refusal, type people, type Role } from '@qingzhuang/contract';
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { DB, Post as PostRow } from '../../../platform/db-schema.gen.ts';

export interface NewPost {
  readonly county: string;
  readonly person: string;
  readonly unit: string;
  readonly role: Role;
  readonly grantedBy: string | null;
  readonly grantedAt: string;
  /** Null waits for a confirmation. */
  readonly fromAt: string | null;
}

/** The post, or undefined when the person holds it already. */
export async function insertPost(db: Db, post: NewPost): Promise<people.Post | undefined> {
  const row = await db
    .insertInto('post')
    .values(post)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toPost(row);
}

/** Locks the post until the transaction ends. */
export async function getPostForUpdate(db: Db, id: string): Promise<people.Post> {
  const row = await posts(db).where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new Refusal('no-such-record');
  return toPost(row);
}

export async function updatePost(
  db: Db,
  { id }: people.Post,
  change: Partial<Pick<PostRow, 'confirmedBy' | 'fromAt' | 'untilAt' | 'withdrawnBy'>>,
): Promise<people.Post> {
  const row = await db
    .updateTable('post')
    .set(change)
    .where('county', '=', sql<string>`current_county()`)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toPost(row);
}

/** All posts of a person, the latest first. */
export async function listPostsOf(db: Db, person: string): Promise<people.Post[]> {
  const rows = await posts(db).where('person', '=', person).orderBy('grantedAt', 'desc').orderBy('id').execute();
  return rows.map(toPost);
}

/** What the person holds now. */
export async function listPostsInForce(db: Db, person: string): Promise<people.Post[]> {
  return (await listStandingPosts(db, [person])).filter(({ state }) => state === 'in-force');
}

/** What the person acts as: his posts, each also for the units that merged with its own. */
export async function listActingPosts(
  db: Db,
  person: string,
): Promise<{ readonly id: string; readonly unit: string; readonly role: Role }[]> {
  const { rows } = await sql<{ id: string; unit: string; role: Role }>`
    select distinct on (own.unit, post.role) post.id, own.unit, post.role
    from post cross join lateral family_of(post.county, post.unit) as own (unit)
    where post.county = current_county() and post.person = ${person} and from_at is not null and until_at is null
    order by own.unit, post.role, post.unit <> own.unit, post.id`.execute(db);
  return rows;
}

/** The posts of these people that are in force or await a confirmation. */
export async function listStandingPosts(db: Db, people: readonly string[]): Promise<people.Post[]> {
  if (people.length === 0) return [];
  const rows = await posts(db)
    .where('person', 'in', people)
    .where('untilAt', 'is', null)
    .orderBy('unit')
    .orderBy('role')
    .execute();
  return rows.map(toPost);
}

/** Posts that await a confirmation, by number. */
export async function listAwaitingPosts(db: Db, after: string | undefined, rows: number): Promise<people.Post[]> {
  const found = await posts(db)
    .where('fromAt', 'is', null)
    .where('untilAt', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(rows)
    .execute();
  return found.map(toPost);
}

/** Active people who are administrators, without this one. Locks them, so that two of them cannot leave at once. */
export async function countOtherAdministrators(db: Db, person: string): Promise<number> {
  const rows = await posts(db)
    .where('role', '=', 'administrator')
    .where('fromAt', 'is not', null)
    .where('untilAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const others = rows.filter((row) => row.person !== person).map((row) => row.person);
  if (others.length === 0) return 0;
  const active = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', others)
    .where('deactivatedAt', 'is', null)
    .execute();
  return active.length;
}

/** The condition on the county is what the index begins with; the wall stands behind it. */
function posts(db: Db): SelectQueryBuilder<DB, 'post', Selectable<PostRow>> {
  return db
    .selectFrom('post')
    .selectAll()
    .where('county', '=', sql<string>`current_county()`);
}

function toPost({ role, ...row }: Selectable<PostRow>): people.Post {
  const { id, person, unit, grantedBy, grantedAt, confirmedBy, fromAt, untilAt, withdrawnBy } = row;
  const state = untilAt !== null ? 'ended' : fromAt === null ? 'awaiting' : 'in-force';
  // The column's constraint lists the roles.
  const held = { unit, role: role as Role, state } as const;
  return { id, person, ...held, grantedBy, grantedAt, confirmedBy, fromAt, untilAt, withdrawnBy };
}
