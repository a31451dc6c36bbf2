import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { TreeNode } from '../merkle.ts';

/** An entry in its place, with what is stored about it; a null tells what is missing. */
export interface StoredEntry {
  readonly index: number;
  readonly entry: string;
  readonly hash: Uint8Array | null;
  readonly values: readonly { readonly path: string; readonly salt: string; readonly value: string }[];
  /** What the database finds wrong when it holds the entry against its row. */
  readonly fault: string | null;
}

/** The entries from `first` on, at most `count` of them. */
export async function listEntries(db: Db, county: string, first: number, count: number): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select
      leaf.index, made.entry, node.hash, audit_fault(made) as fault,
      coalesce((
        select jsonb_agg(jsonb_build_object('path', path, 'salt', encode(salt, 'base64'), 'value', value::text) order by path)
        from audit_value kept where kept.county = made.county and kept.entry = made.id
      ), '[]') as values
    from audit_leaf leaf
    join audit_entry made on made.county = leaf.county and made.id = leaf.entry
    left join audit_node node on node.county = leaf.county and node.level = 0 and node.index = leaf.index
    where leaf.county = ${county} and leaf.index >= ${first}
    order by leaf.index
    limit ${count}`.execute(db);
  return rows;
}

/** The nodes whose last leaf lies from `first` up to, but without, `end`. */
export async function listNodesEndingIn(db: Db, county: string, first: number, end: number): Promise<TreeNode[]> {
  const { rows } = await sql<TreeNode>`
    select level, index, hash
    from generate_series(0, 53) level
    join audit_node using (level)
    where county = ${county} and index >= ${first}::bigint >> level and index < ${end}::bigint >> level`.execute(db);
  return rows;
}

export async function countNodes(db: Db, county: string): Promise<number> {
  const { count } = await db
    .selectFrom('auditNode')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('county', '=', county)
    .executeTakeFirstOrThrow();
  return count;
}

export function listCheckpoints(db: Db, county: string): Promise<{ readonly size: number; readonly note: string }[]> {
  return db
    .selectFrom('auditCheckpoint')
    .select(['size', 'note'])
    .where('county', '=', county)
    .orderBy('size')
    .execute();
}

/** A place where rows do not reach the log. */
export interface Leak {
  readonly kind: 'not-logged' | 'trigger-missing';
  readonly place: string;
}

/** Rows without an entry, entries without a place or a turn, and tables whose trigger is gone or off. */
export async function listLeaks(db: Db, county: string): Promise<Leak[]> {
  const { rows: tables } = await sql<{ name: string; isOn: boolean; key: string[] }>`
    select name, key, exists (
      select from pg_trigger where tgrelid = to_regclass(name) and tgname = 'audited' and tgenabled = 'O'
    ) as is_on
    from audited_table order by name`.execute(db);
  const { rows: waiting } = await sql<{ id: number }>`
    select entry.id from audit_entry entry
    where entry.county = ${county}
      and not exists (select from audit_leaf leaf where leaf.county = entry.county and leaf.entry = entry.id)
      and not exists (select from audit_pending turn where turn.county = entry.county and turn.entry = entry.id)
    order by id limit 10`.execute(db);
  const leaks: Leak[] = waiting.map(({ id }) => ({ kind: 'not-logged', place: `audit_entry ${id}` }));
  for (const { name, isOn, key } of tables) {
    if (!isOn) leaks.push({ kind: 'trigger-missing', place: name });
    leaks.push(...(await listUnlogged(db, county, name, key)));
  }
  return leaks;
}

async function listUnlogged(db: Db, county: string, table: string, key: readonly string[]): Promise<Leak[]> {
  const parts = sql.join(key.flatMap((name) => [sql.lit(name), sql`to_jsonb(t.${sql.raw(`"${name}"`)})`]));
  const { rows } = await sql<{ key: string }>`
    select made.key::text as key from ${sql.table(table)} t
    cross join lateral (select jsonb_build_object(${parts}) as key) made
    where t.county = ${county} and not exists (
      select from audit_entry entry
      where entry.county = ${county} and entry.source = ${table} and entry.key = made.key
    )
    limit 10`.execute(db);
  return rows.map((row) => ({ kind: 'not-logged', place: `${table} ${row.key}` }));
}

/** Rows that were just written in bulk are unknown to the planner, which would then compare each with every other. */
export async function refreshStatistics(db: Db): Promise<void> {
  const tables = await db.selectFrom('auditedTable').select('name').execute();
  const all = [
    'audit_entry',
    'audit_leaf',
    'audit_node',
    'audit_value',
    'audit_pending',
    ...tables.map(({ name }) => name),
  ];
  await sql`analyze ${sql.join(all.map((name) => sql.table(name)))}`.execute(db);
}
