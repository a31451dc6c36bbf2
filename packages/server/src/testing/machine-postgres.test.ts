import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDb } from './db.ts';
import { findMachinePostgres } from './machine-postgres.ts';

const machine = findMachinePostgres();
const missing = machine === undefined ? ' — no PostgreSQL of its own on this machine' : '';

test.skipIf(machine === undefined)(`the database suite runs on the machine's own PostgreSQL${missing}`, async () => {
  const { owner } = await useTestDb();
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(owner);

  expect(rows).toEqual([{ version: expect.stringMatching(new RegExp(`^${machine?.major ?? ''}\\.`)) as string }]);
});
