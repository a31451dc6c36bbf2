import { createClient, type Call } from '@qingzhuang/contract';
import { afterAll } from 'vitest';
import type { App } from '../platform/api.ts';
import { createApp, type AppParts } from '../app.ts';
import { openCheckers } from '../features/checks/index.ts';
import { createLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { readMigrations } from '../platform/migrate.ts';
import { useTestDb } from './db.ts';

export interface TestApp {
  readonly app: App;
  /** The contract's client, without a port. */
  readonly call: Call;
  /** What the app has logged so far. */
  readonly logged: readonly string[];
}

/** A real instant, a Thursday, so that nothing depends on the day of the run. */
export const NOW = new Date('2026-03-05T02:00:00Z');

/** The real app on a database of its own, with one worker. */
export async function useTestApp(parts: Partial<AppParts> = {}): Promise<TestApp> {
  const checkers = openCheckers(1);
  afterAll(() => checkers.stop());
  const logged: string[] = [];
  const clock = { now: () => NOW, today: () => '2026-03-05' };
  const app = createApp({
    db: (await useTestDb()).db,
    findActor: () => Promise.resolve(undefined),
    clock,
    metrics: createMetrics(),
    migrations: await readMigrations(),
    log: createLog((line) => logged.push(line), clock),
    checkers,
    checksPerMinute: 1000,
    ...parts,
  });
  return { app, call: createClient((url, init) => app.request(url, init)), logged };
}
