import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { asApp, openDb, type Db } from '../platform/db.ts';
import type { DB } from '../platform/db-schema.gen.ts';

export interface TestDb {
  /** As requests see it. */
  readonly db: Db;
  /** As its owner sees it, past row-level security. */
  readonly owner: Db;
}

/** A database of its own for this test file: migrated, or without any table. */
export async function useTestDb({ migrated = true }: { migrated?: boolean } = {}): Promise<TestDb> {
  const template = inject('template');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(`create database ${database} template ${migrated ? template.database : 'template0'}`);
  const owner = openDb({ ...template, database }, () => undefined);
  const db = openDb(asApp({ ...template, database }), () => undefined);
  afterAll(async () => {
    await Promise.all([owner.destroy(), db.destroy()]);
    await execute(`drop database ${database} with (force)`);
  });
  return { db, owner };
}

/** Everything in a table as text, as somebody reads it who got hold of the database. */
export async function readTable(owner: Db, table: keyof DB): Promise<string> {
  // The database spells it: what lies in JSON is words as well.
  const { rows } = await sql<{ row: string }>`select whole::text as row from ${sql.table(table)} as whole`.execute(
    owner,
  );
  return rows.map(({ row }) => row).join('\n');
}

/** Runs a statement outside every test database. */
export async function execute(statement: string): Promise<void> {
  const client = new Client({ ...inject('template'), database: 'postgres' });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
