import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { openDb, type Db } from '../platform/db.ts';
import type { Connection } from '../platform/postgres/embedded.ts';

/** A database of its own for this test file: migrated, or without any table. */
export async function useTestDb({ migrated = true }: { migrated?: boolean } = {}): Promise<Db> {
  const template = inject('template');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(template, `create database ${database} template ${migrated ? template.database : 'template0'}`);
  const db = openDb({ ...template, database }, () => undefined);
  afterAll(async () => {
    await db.destroy();
    await execute(template, `drop database ${database} with (force)`);
  });
  return db;
}

async function execute(connection: Connection, statement: string): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
