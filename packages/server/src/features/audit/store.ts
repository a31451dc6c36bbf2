import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';
import type { NodePlace, TreeNode } from './merkle.ts';

/** Whoever gives entries their place holds this advisory lock of the county until his transaction ends. */
const SEQUENCE_LOCK = 7_210_004;

/** An entry that has no place in the log yet. */
export interface PendingEntry {
  readonly id: number;
  readonly entry: string;
}

export async function lockLog(db: Db, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEQUENCE_LOCK}::int, ${Number(county)}::int)`.execute(db);
}

/** The number of leaves. */
export async function getSize(db: Db, county: string): Promise<number> {
  const last = await db
    .selectFrom('auditLeaf')
    .select('index')
    .where('county', '=', county)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? 0 : last.index + 1;
}

export function listPending(db: Db, county: string, most: number): Promise<PendingEntry[]> {
  return db
    .selectFrom('auditPending')
    .innerJoin('auditEntry', (join) =>
      join.onRef('auditEntry.county', '=', 'auditPending.county').onRef('auditEntry.id', '=', 'auditPending.entry'),
    )
    .select(['auditEntry.id', 'auditEntry.entry'])
    .where('auditPending.county', '=', county)
    .orderBy('auditPending.entry')
    .limit(most)
    .execute();
}

/** Gives the entries the places from `first` on. */
export async function insertLeaves(db: Db, county: string, first: number, entries: readonly number[]): Promise<void> {
  await sql`
    insert into audit_leaf (county, index, entry)
    select ${county}, ${first}::bigint + place - 1, entry
    from unnest(${[...entries]}::bigint[]) with ordinality given (entry, place)`.execute(db);
  await sql`
    delete from audit_pending where county = ${county} and entry = any (${[...entries]}::bigint[])`.execute(db);
}

export async function insertNodes(db: Db, county: string, nodes: readonly TreeNode[]): Promise<void> {
  await sql`
    insert into audit_node (county, level, index, hash)
    select ${county}, * from unnest(
      ${nodes.map(({ level }) => level)}::int[],
      ${nodes.map(({ index }) => index)}::bigint[],
      ${nodes.map(({ hash }) => Buffer.from(hash))}::bytea[]
    )`.execute(db);
}

export async function listNodes(db: Db, county: string, places: readonly NodePlace[]): Promise<TreeNode[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<TreeNode>`
    select level, index, hash from audit_node
    join unnest(
      ${places.map(({ level }) => level)}::int[],
      ${places.map(({ index }) => index)}::bigint[]
    ) wanted (level, index) using (level, index)
    where county = ${county}`.execute(db);
  return rows;
}

export async function insertCheckpoint(db: Db, county: string, size: number, note: string): Promise<void> {
  await db.insertInto('auditCheckpoint').values({ county, size, note }).execute();
}

/** The checkpoint of the largest log. */
export function findLastCheckpoint(
  db: Db,
  county: string,
): Promise<{ readonly size: number; readonly note: string } | undefined> {
  return db
    .selectFrom('auditCheckpoint')
    .select(['size', 'note'])
    .where('county', '=', county)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The place in the log of the entry that was made from a row. */
export async function findLeaf(
  db: Db,
  county: string,
  { source, key }: { readonly source: string; readonly key: Readonly<Record<string, string | number>> },
): Promise<number | undefined> {
  const row = await db
    .selectFrom('auditEntry')
    .innerJoin('auditLeaf', (join) =>
      join.onRef('auditLeaf.county', '=', 'auditEntry.county').onRef('auditLeaf.entry', '=', 'auditEntry.id'),
    )
    .select('auditLeaf.index')
    .where('auditEntry.county', '=', county)
    .where('auditEntry.source', '=', source)
    .where('auditEntry.key', '=', JSON.stringify(key))
    .executeTakeFirst();
  return row?.index;
}

/** Every county has a log, though it may be empty. */
export async function listCounties(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('county').select('code').orderBy('code').execute();
  return rows.map(({ code }) => code);
}
