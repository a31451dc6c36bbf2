import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { useTestDb } from '../testing/db.ts';
import { isDatabaseGone, openDb } from './db.ts';

const { owner } = await useTestDb();

test('a connection that dies under an open transaction ends the transaction and not the program', async () => {
  const broken: Error[] = [];
  const db = openDb({ ...inject('template'), database: 'postgres' }, (error) => broken.push(error));

  const transaction = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(owner);
    // Nobody asks anything when the connection breaks.
    await expect.poll(() => broken.length).toBeGreaterThan(0);
    await sql`select 1`.execute(tx);
  });

  expect(isDatabaseGone(await transaction.catch((error: unknown) => error))).toBe(true);
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
});

test.each([
  ['a server that is not there', { host: '/nowhere' }],
  ['a server that takes nobody in', { host: '127.0.0.1', port: 1 }],
])('%s is a database that is gone', async (_, address) => {
  const db = openDb({ ...inject('template'), ...address }, () => undefined);

  expect(isDatabaseGone(await sql`select 1`.execute(db).catch((error: unknown) => error))).toBe(true);
});

test('a statement that is wrong says nothing about the database', async () => {
  const error: unknown = await sql`select nothing`.execute(owner).catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(Error);
  expect(isDatabaseGone(error)).toBe(false);
});
