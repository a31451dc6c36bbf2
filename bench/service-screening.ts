/** How long it takes to draft and screen a demand when the register holds 100,000 of them. */
import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { draftDemand } from '../packages/server/src/features/demands/operations.ts';
import { systemChance } from '../packages/server/src/platform/chance.ts';
import { inCounty } from '../packages/server/src/platform/county.ts';
import { asApp, openDb, type Db } from '../packages/server/src/platform/db.ts';
import { createMetrics } from '../packages/server/src/platform/metrics.ts';
import { migrate, readMigrations } from '../packages/server/src/platform/migrate.ts';
import { startEmbeddedPostgres } from '../packages/server/src/platform/postgres/embedded.ts';
import { COUNTY, DEPARTMENT, draftNumber, seedRegister } from './register.ts';
import { print, summarise } from './measurement.ts';

const DEMANDS = 100_000;
const TODAY = '2026-03-05';
const RUNS = 200;
const WARM_UPS = 20;

/** Prints the time of a whole draft: named bearers, the facts of the register, the rules, and what is written. */
export async function benchScreening(): Promise<void> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'qingzhuang-screening-'));
  await chmod(dataDirectory, 0o755); // As root, PostgreSQL runs under another account.
  const { connection, stop } = await startEmbeddedPostgres({ dataDirectory });
  try {
    const owner = openDb(connection, rethrow);
    await migrate(owner, await readMigrations());
    await seedRegister(owner, DEMANDS, TODAY);
    await owner.destroy();
    const db = openDb(asApp(connection), rethrow);
    for (const kind of ['meeting', 'inspection', 'task'] as const) {
      const samples: number[] = [];
      for (let run = 0; run < WARM_UPS + RUNS; run += 1)
        samples.push(await timeDraft(db, draftNumber(run, kind, TODAY)));
      print(summarise(`screening-${kind}-100k`, 'ms', samples.slice(WARM_UPS)));
    }
    await db.destroy();
  } finally {
    await stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function timeDraft(db: Db, draft: ReturnType<typeof draftNumber>): Promise<number> {
  const actor = {
    person: '00000000-0000-4000-8000-000000000001',
    name: '起草人',
    county: COUNTY,
    posts: [{ unit: DEPARTMENT, role: 'drafter' as const }],
  };
  const clock = { now: () => new Date(`${TODAY}T02:00:00Z`), today: () => TODAY };
  const parts = { clock, chance: systemChance, metrics: createMetrics(), actor };
  const started = performance.now();
  await inCounty(db, COUNTY, (tx) => draftDemand({ ...parts, db: tx }, draft));
  return performance.now() - started;
}

function rethrow(error: Error): never {
  throw error;
}
