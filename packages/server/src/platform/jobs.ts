import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { DbConnection } from './db.ts';

/** Work that repeats, whichever of several running programs does it. */
export interface Job {
  /** Kebab-case; the queue's name in the database. */
  readonly name: string;
  /** Five fields of cron, in China's time. */
  readonly cron: string;
  readonly work: () => Promise<unknown>;
}

export interface Jobs {
  /** Finishes what is under way, for a few seconds at most. */
  stop(): Promise<void>;
}

const SCHEMA = 'pgboss';
const STOP_MS = 5_000;
/** A run that takes longer is given to another program. */
const LONGEST_RUN_SECONDS = 600;

/**
 * Runs the jobs. Each run is a row in the database, so of several programs one does it, and one that dies is followed
 * by another. What a job does must bear being done twice. `onError` hears of failures; the job runs again at its time.
 */
export async function startJobs(
  connection: DbConnection,
  jobs: readonly Job[],
  onError: (error: Error) => void,
): Promise<Jobs> {
  const boss = new PgBoss({ ...addressOf(connection), schema: SCHEMA, max: 2 });
  boss.on('error', onError);
  await boss.start();
  for (const { name, cron, work } of jobs) {
    await boss.createQueue(name, {
      // One run waits at most: what a run missed the next one does.
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: LONGEST_RUN_SECONDS,
      deleteAfterSeconds: 24 * 3600,
    });
    await boss.work(name, async () => {
      await work();
    });
    await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_MS }) };
}

/** The part of a connection that says where the database is and who we are there. */
function addressOf({ connectionString, host, port, user, database }: DbConnection): ConstructorOptions {
  if (connectionString !== undefined) return { connectionString };
  return {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
    ...(database !== undefined && { database }),
  };
}
