/** A county of 3,000 people with 100,000 demands at work: the whole program, asked over its port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { systemClock } from '../packages/server/src/platform/clock.ts';
import { openDb } from '../packages/server/src/platform/db.ts';
import { migrate, readMigrations } from '../packages/server/src/platform/migrate.ts';
import { findRunningPostgres, startEmbeddedPostgres } from '../packages/server/src/platform/postgres/embedded.ts';
import { BARE, saturateBare } from './bare.ts';
import { seedCountyLife } from './county-life.ts';
import { arrive, connect, saturate, type Run } from './load.ts';
import { percentile, print, round, summarise } from './measurement.ts';
import { seedRegister } from './register.ts';
import { processorTime } from './processor-time.ts';
import { createVisits, findSights, mixed, type Visits } from './visits.ts';

const DEMANDS = 100_000;
/** As many as the program keeps connections to the database open. */
const WORKERS = 8;
const SECONDS = 6;
const RATE_PER_SECOND = 600;
const RATE_SECONDS = 30;

/** Prints, for each kind of request, how many a second the program answers and how long each takes; then a mix of all. */
export async function benchService(): Promise<void> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'qingzhuang-service-'));
  await chmod(dataDirectory, 0o755); // As root, PostgreSQL runs under another account.
  try {
    await seedCounty(dataDirectory, DEMANDS);
    await measureService(dataDirectory);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Makes the county in the directory. */
export async function seedCounty(dataDirectory: string, demands: number): Promise<void> {
  const today = systemClock.today();
  const { connection, stop } = await startEmbeddedPostgres({ dataDirectory });
  const owner = openDb(connection, rethrow);
  try {
    await migrate(owner, await readMigrations());
    await seedRegister(owner, demands, today);
    await seedCountyLife(owner, today);
  } finally {
    await owner.destroy();
    await stop();
  }
}

/** Starts the program on the directory, as an operator would, and asks it. */
export async function measureService(dataDirectory: string): Promise<void> {
  const server = await startServer(dataDirectory);
  try {
    const connection = await findRunningPostgres(dataDirectory);
    if (connection === undefined) throw new Error('The database does not run.');
    const owner = openDb(connection, rethrow);
    const sights = await findSights(owner, systemClock.today());
    await owner.destroy();
    const { send, close } = connect(server.url, WORKERS);
    const visits = createVisits(send, sights);
    for (const name of Object.keys(visits) as (keyof Visits)[]) {
      const run = await measure(server, `service.${name}`, () => saturate(WORKERS, SECONDS, visits[name]));
      const bare = BARE.find((kind) => kind === name);
      if (bare === undefined) continue;
      // In the same minute, so that both meet the same machine.
      compare(run, name, await saturateBare(connection, sights, bare, { workers: WORKERS, seconds: SECONDS }));
    }
    await measure(server, 'service.mixed.capacity', () => saturate(WORKERS, SECONDS, mixed(visits)));
    close();
    const crowd = connect(server.url, RATE_PER_SECOND);
    const crowded = mixed(createVisits(crowd.send, sights));
    await measure(server, `service.mixed.at-${RATE_PER_SECOND}`, () => arrive(RATE_PER_SECOND, RATE_SECONDS, crowded));
    crowd.close();
  } finally {
    await server.stop();
  }
}

/** Requests per second; their times, of which `value` is the 99th of a hundred; and what one costs in processor time. */
async function measure({ pid }: RunningProgram, name: string, run: () => Promise<Run>): Promise<Run> {
  const before = processorTime(pid);
  const done = await run();
  const { sent, latencies, perSecond, failed } = done;
  const processor = (processorTime(pid) - before) / sent;
  const times = summarise(name, 'ms', latencies);
  print({ ...times, name: `${name}.rate`, unit: 'requests/s', value: round(perSecond) });
  print({ ...times, name: `${name}.p99`, value: percentile(latencies, 0.99) });
  print({ ...times, name: `${name}.processor`, value: round(processor) });
  if (failed > 0) print({ ...times, name: `${name}.failed`, unit: 'requests', value: failed });
  return done;
}

/** Against the same statements on the bare driver; `ratio` is the bare time for one request divided by ours. */
function compare({ latencies, perSecond }: Run, name: string, bare: Run): void {
  const peer = summarise(`service.${name}.bare-pg`, 'ms', bare.latencies);
  print({ ...peer, unit: 'requests/s', value: round(bare.perSecond) });
  const ours = summarise(`service.${name}`, 'ms', latencies);
  print({ ...ours, peer: peer.name, ratio: round(perSecond / bare.perSecond) });
}

interface RunningProgram {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

async function startServer(dataDirectory: string): Promise<RunningProgram> {
  const main = path.join(import.meta.dirname, '../packages/server/src/main.ts');
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', QINGZHUANG_DATA: dataDirectory, QINGZHUANG_DEMO: 'off' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    return {
      url,
      pid: child.pid ?? 0,
      async stop() {
        child.kill('SIGTERM');
        await once(child, 'exit');
      },
    };
  }
  throw new Error('The program did not start.');
}

function rethrow(error: Error): never {
  throw error;
}
