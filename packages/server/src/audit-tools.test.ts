import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, expect, inject, test } from 'vitest';
import { exportAudit, verifyAudit } from './audit-tools.ts';
import { verifyLogFile } from './features/audit/index.ts';
import { openDb, type Db } from './platform/db.ts';
import { findRunningPostgres } from './platform/postgres/embedded.ts';
import { openSigningKeys } from './platform/signing-keys.ts';
import { COMPILED } from './testing/compiled.ts';
import { copyDataDirectory, removeDirectory } from './testing/data-directory.ts';

const directory = await copyDataDirectory(inject('pristine'));
const place = { dataDirectory: directory, databaseUrl: undefined };
const COUNTY = '130101';
const EVENTS = 2500;

type Program = ChildProcessByStdio<null, Readable, Readable>;
const programs: Program[] = [];

afterAll(async () => {
  for (const program of programs.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    program.kill('SIGTERM');
    await once(program, 'exit');
  }
  await removeDirectory(directory);
});

async function start(): Promise<Program> {
  const program = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    cwd: directory,
    env: {
      PATH: '/usr/bin:/bin',
      NODE_COMPILE_CACHE: COMPILED,
      PORT: '0',
      QINGZHUANG_DATA: directory,
      QINGZHUANG_DEMO: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  programs.push(program);
  for await (const chunk of program.stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (chunk.toString().includes('http://')) return program;
  }
  throw new Error(`The program ended: ${await text(program.stderr)}`);
}

async function kill(program: Program): Promise<void> {
  program.kill('SIGKILL');
  await once(program, 'exit');
}

/** Looks into the database that the program runs, or that it has left running. */
async function look<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const db = openDb((await findRunningPostgres(directory)) ?? {}, () => undefined);
  return work(db).finally(() => db.destroy());
}

async function countLeaves(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from audit_leaf`.execute(db);
  return rows[0]?.n ?? 0;
}

test('a program killed while it gives events their places has half done nothing, and goes on when it starts again', async () => {
  await kill(await start());
  await look(async (db) => {
    await sql`insert into county (code, name, letters) values (${COUNTY}, '测试县', 'QH')`.execute(db);
    await sql`
      insert into demand_event (county, demand, version, type, data, person, at)
      select ${COUNTY}, gen_random_uuid(), 1, 'demand-drafted', '{"by": "somebody"}', gen_random_uuid(), now()
      from generate_series(1, ${EVENTS})`.execute(db);
  });
  const second = await start();
  await look(async (db) => {
    while ((await countLeaves(db)) === 0) await sql`select pg_sleep(0.005)`.execute(db);
  });
  await kill(second);

  const [broken] = await verifyAudit(place);
  expect(broken?.faults).toEqual([]);
  expect(broken?.size).toBeGreaterThan(0);

  await start();
  await look(async (db) => {
    while ((await countLeaves(db)) < EVENTS) await sql`select pg_sleep(0.005)`.execute(db);
  });
  expect(await verifyAudit(place)).toMatchObject([{ size: EVENTS, faults: [] }]);
}, 120_000);

test('the keys lie in the data directory, readable by their owner only', async () => {
  const { mode } = await stat(path.join(directory, 'keys', `${COUNTY}.json`));

  expect(mode & 0o777).toBe(0o600);
  expect(await openSigningKeys(path.join(directory, 'keys')).list()).toMatchObject([{ county: COUNTY }]);
});

test('an exported log verifies anywhere, names nobody, and shows the first entry that was changed', async () => {
  const file = path.join(directory, 'log.jsonl');
  const full = path.join(directory, 'full.jsonl');

  expect(await exportAudit(place, file, { county: undefined, personal: false })).toBe(EVENTS);
  expect(await exportAudit(place, full, { county: COUNTY, personal: true })).toBe(EVENTS);
  expect(await exportAudit(place, file, { county: '999999', personal: false })).toBeUndefined();
  await expect(exportAudit(place, file, { county: COUNTY, personal: false })).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await verifyLogFile(file)).toMatchObject({ size: EVENTS, faults: [], areKeysGiven: false });
  expect(await verifyLogFile(full)).toMatchObject({ size: EVENTS, faults: [] });
  const lines = (await readFile(file, 'utf8')).split('\n');
  expect(lines.join('')).not.toContain('somebody');
  const changed: readonly (readonly [name: string, lines: readonly string[], kind: string, index: number | null])[] = [
    ['a word', lines.map((line, n) => (n === 8 ? line.replace('drafted', 'revised') : line)), 'entry-changed', 7],
    ['a missing line', lines.toSpliced(8, 1), 'gap', 7],
    ['the end cut off', lines.slice(0, 500), 'not-signed', 0],
    ['a line of noise', lines.toSpliced(8, 0, 'noise'), 'malformed-line', null],
    [
      'no key',
      lines.map((line, n) => (n === 0 ? line.replace(/"keys":\[.*\]/, '"keys":[]') : line)),
      'unknown-key',
      999,
    ],
  ];
  for (const [name, content, kind, index] of changed) {
    const copy = path.join(directory, 'changed.jsonl');
    await writeFile(copy, content.join('\n'));
    const report = await verifyLogFile(copy);
    expect(
      report?.faults.find((fault) => fault.kind === kind),
      name,
    ).toMatchObject({ index });
  }
  await writeFile(path.join(directory, 'other.txt'), '各村：\n');
  expect(await verifyLogFile(path.join(directory, 'other.txt'))).toBeUndefined();
  await expect(verifyLogFile(path.join(directory, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
});
