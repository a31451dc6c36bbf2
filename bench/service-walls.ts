/** What row-level security costs: one county's queries among a million demands of ten, with it and without. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import pg from 'pg';
import { listDemands } from '../packages/server/src/features/demands/store.ts';
import { listInboxRows } from '../packages/server/src/features/demands/inbox/store.ts';
import { inCounty } from '../packages/server/src/platform/county.ts';
import { asApp, openDb, type Db } from '../packages/server/src/platform/db.ts';
import { systemClock } from '../packages/server/src/platform/clock.ts';
import { startEmbeddedPostgres, type Connection } from '../packages/server/src/platform/postgres/embedded.ts';
import { print, round, summarise } from './measurement.ts';
import { record, type Statement } from './recording.ts';
import { COUNTY, villages } from './register.ts';
import { seedCounty } from './service.ts';

const DEMANDS_PER_COUNTY = 100_000;
const OTHER_COUNTIES = 9;
const ROUNDS = 300;
const WARM_UPS = 30;

/** Prints both times of each query, and as `ratio` the time without the wall divided by that with it. */
export async function benchWalls(): Promise<void> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'qingzhuang-walls-'));
  await chmod(dataDirectory, 0o755); // As root, PostgreSQL runs under another account.
  try {
    await seedCounty(dataDirectory, DEMANDS_PER_COUNTY);
    await seedOtherCounties(dataDirectory);
    await measureWalls(dataDirectory);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Copies the county's units and demands into counties beside it. */
export async function seedOtherCounties(dataDirectory: string): Promise<void> {
  const { connection, stop } = await startEmbeddedPostgres({ dataDirectory });
  const owner = openDb(connection, rethrow);
  try {
    for (let number = 1; number <= OTHER_COUNTIES; number += 1)
      await copyCounty(owner, String(130110 + number), number);
    await sql`vacuum analyze demand`.execute(owner);
  } finally {
    await owner.destroy();
    await stop();
  }
}

async function copyCounty(owner: Db, code: string, number: number): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`insert into county (code, name, letters) values (${code}, ${code}, ${`D${'ABCDEFGHJ'[number - 1] ?? ''}`})`.execute(
      tx,
    );
    await sql`
      insert into unit (county, code, name, level, nature, parent)
      select ${code}, ${code} || substr(code, 7), name, level, nature, ${code} || substr(parent, 7)
      from unit where county = ${COUNTY}`.execute(tx);
    await sql`
      insert into demand (
        county, id, version, state, kind, issuer, title, ask, details, due_at, starts_at, ends_at, expires_on,
        bearer_count, admitted_at, submitted, emergency, total_minutes, changed_at, topic, code
      )
      select ${code}, id, version, state, kind, ${code} || substr(issuer, 7), title, ask, details, due_at, starts_at,
        ends_at, expires_on, bearer_count, admitted_at, submitted, emergency, total_minutes, changed_at, topic, code
      from demand where county = ${COUNTY}`.execute(tx);
  });
}

/** Times the same statements as owner of the tables, to whom the wall is open, and as the program. */
export async function measureWalls(dataDirectory: string): Promise<void> {
  const { connection, stop } = await startEmbeddedPostgres({ dataDirectory });
  const actor = {
    person: '',
    name: '',
    county: COUNTY,
    posts: [{ unit: villages()[0] ?? '', role: 'bearer-clerk' }],
  } as const;
  const since = new Date(systemClock.now().getTime() - 30 * 86_400_000).toISOString();
  const queries: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
    list: (db) => listDemands(db, actor, { limit: 50 }),
    running: (db) => listDemands(db, actor, { limit: 50, state: 'running', kind: 'meeting' }),
    inbox: (db) => listInboxRows(db, { county: COUNTY, unit: villages()[0] ?? '' }, since),
  };
  try {
    for (const [name, query] of Object.entries(queries)) {
      const statements = await record(asApp(connection), (db) => inCounty(db, COUNTY, query));
      const [walled, open] = await timeBoth(connection, statements);
      const [ours, peer] = [summarise(`walls.${name}`, 'ms', walled), summarise(`walls.${name}.open`, 'ms', open)];
      print(peer);
      print({ ...ours, peer: peer.name, ratio: round(peer.value / ours.value) });
    }
  } finally {
    await stop();
  }
}

/** In turns, so that a slow minute of the machine hits both. */
async function timeBoth(connection: Connection, statements: readonly Statement[]): Promise<[number[], number[]]> {
  const clients = [new pg.Client(asApp(connection)), new pg.Client(connection)] as const;
  const samples: [number[], number[]] = [[], []];
  for (const client of clients) {
    await client.connect();
    await client.query('begin');
    await client.query(`select set_config('qingzhuang.county', $1, true)`, [COUNTY]);
  }
  for (let round = 0; round < ROUNDS + WARM_UPS; round += 1) {
    for (const [index, client] of clients.entries()) {
      const began = performance.now();
      for (const { text, values } of statements)
        await client.query({ name: text.slice(0, 60), text, values: [...values] });
      if (round >= WARM_UPS) samples[index]?.push(performance.now() - began);
    }
  }
  for (const client of clients) await client.end();
  return samples;
}

function rethrow(error: Error): never {
  throw error;
}
