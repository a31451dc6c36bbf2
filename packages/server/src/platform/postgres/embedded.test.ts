import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { copyDataDirectory, createDirectory, removeDirectory } from '../../testing/data-directory.ts';
import { startEmbeddedPostgres, type Connection, type EmbeddedPostgres } from './embedded.ts';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** A directory with a fresh database, or with nothing in it. */
async function useDirectory(contents: 'database' | 'nothing' = 'database'): Promise<string> {
  const directory = await (contents === 'database' ? copyDataDirectory(inject('pristine')) : createDirectory());
  cleanups.push(() => removeDirectory(directory));
  return directory;
}

async function start(dataDirectory: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory });
  cleanups.push(() => postgres.stop());
  return postgres;
}

async function query(connection: Connection, text: string): Promise<unknown[]> {
  const client = new Client(connection);
  await client.connect();
  return client
    .query<Record<string, unknown>>(text)
    .then(({ rows }) => rows.flatMap((row) => Object.values(row)))
    .finally(() => client.end());
}

test('the database writes through to the disk, knows Chinese, and opens no port', async () => {
  const { connection } = await start(await useDirectory());

  expect(await query(connection, 'show fsync')).toEqual(['on']);
  expect(await query(connection, 'show full_page_writes')).toEqual(['on']);
  expect(await query(connection, 'show listen_addresses')).toEqual(['']);
  expect(await query(connection, 'show server_encoding')).toEqual(['UTF8']);
  expect(await query(connection, `select datctype from pg_database where datname = 'qingzhuang'`)).toEqual(['C.UTF-8']);
});

test('what people wrote does not get into the log', async () => {
  const directory = await useDirectory();
  const { connection } = await start(directory);

  await expect(query(connection, `select '张三'::int`)).rejects.toThrow();

  expect(await readFile(path.join(directory, 'postgres.log'), 'utf8')).not.toContain('张三');
});

test('a second program on the same directory is refused and does not disturb the first', async () => {
  const directory = await useDirectory();
  const { connection } = await start(directory);

  await expect(startEmbeddedPostgres({ dataDirectory: directory })).rejects.toMatchObject({
    name: 'CannotStart',
    code: 'data-directory-in-use',
  });
  expect(await query(connection, 'select 1')).toEqual([1]);
});

test('of two programs that start at once on an empty directory one gets it', async () => {
  const directory = await useDirectory('nothing');

  const both = await Promise.allSettled([start(directory), start(directory)]);

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [refused] = both.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  expect(refused).toMatchObject({ code: 'data-directory-in-use' });
});

test('a stopped database can be started again with everything in it', async () => {
  const directory = await useDirectory();
  const first = await startEmbeddedPostgres({ dataDirectory: directory });
  await query(first.connection, 'create table kept as select 7 as number');
  await first.stop();

  const { connection } = await start(directory);
  expect(await query(connection, 'select number from kept')).toEqual([7]);
});

test.each([
  ['the program', false],
  ['the program and PostgreSQL', true],
])('killing %s while it writes loses nothing that was acknowledged', async (_, killPostgres) => {
  const directory = await useDirectory();
  const script = fileURLToPath(new URL('../../testing/writer.ts', import.meta.url));
  const writer = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  let pid = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line.startsWith('pid ')) pid = Number(line.slice(4));
    else acknowledged = Number(line);
    if (acknowledged === 50) writer.kill('SIGKILL');
  }
  if (killPostgres) process.kill(pid, 'SIGKILL');

  const { connection } = await start(directory);
  const [stored] = await query(connection, 'select max(number) from written');
  expect(stored).toBeGreaterThanOrEqual(acknowledged);
  expect(await query(connection, 'select count(*)::int from written')).toEqual([stored]);
});

test('a database that dies under the program comes back', async () => {
  const postgres = await start(await useDirectory());
  const died = new Promise((resolve) => {
    const client = new Client(postgres.connection);
    client.on('error', resolve);
    void client.connect().then(() => process.kill(postgres.pid, 'SIGKILL'));
  });
  await died;

  await expect.poll(() => query(postgres.connection, 'select 1').catch(() => []), { timeout: 20_000 }).toEqual([1]);
});

test('a process number left over from a crash that is another program by now does not matter', async () => {
  const directory = await useDirectory();
  const first = await startEmbeddedPostgres({ dataDirectory: directory });
  const file = path.join(directory, 'postgres/postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await first.stop();
  await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));

  const { connection } = await start(directory);
  expect(await query(connection, 'select 1')).toEqual([1]);
});

test('a path too long for a socket, what an interrupted start left, and a quote in a name do not matter', async () => {
  const directory = path.join(await useDirectory('nothing'), `它's ${'long'.repeat(25)}`);
  const left = path.join(directory, 'postgres.new-abc123');
  await mkdir(left, { recursive: true });

  const { connection } = await start(directory);

  expect(await query(connection, 'select 1')).toEqual([1]);
  await expect(readFile(left)).rejects.toMatchObject({ code: 'ENOENT' });
});
