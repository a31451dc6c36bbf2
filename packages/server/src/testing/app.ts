import path from 'node:path';
import { createClient, type Call } from '@qingzhuang/contract';
import { afterAll } from 'vitest';
import type { App } from '../platform/api.ts';
import { createApp, type AppParts } from '../app.ts';
import { sequenceLog } from '../features/audit/index.ts';
import { openCheckers } from '../features/checks/index.ts';
import { createFindActor } from '../features/people/index.ts';
import { openRecognisers } from '../features/recognition/index.ts';
import { createBackground } from '../platform/background.ts';
import { systemChance } from '../platform/chance.ts';
import { openFolder } from '../platform/files.ts';
import { createLog } from '../platform/log.ts';
import { createNetwork } from '../platform/network.ts';
import { createMetrics } from '../platform/metrics.ts';
import { readMigrations } from '../platform/migrate.ts';
import { openSeals, type Seals } from '../platform/sealed.ts';
import { openSigningKeys, type SigningKeys } from '../platform/signing-keys.ts';
import { createDirectory, removeDirectory } from './data-directory.ts';
import { useTestDb, type TestDb } from './db.ts';
import { createSignInAs, ACCOUNTS, type SignInAs } from './sign-in.ts';

export interface TestApp extends TestDb {
  readonly app: App;
  /** The contract's client, without a port and without an account. */
  readonly call: Call;
  readonly signInAs: SignInAs;
  readonly keys: SigningKeys;
  readonly seals: Seals;
  /** What the app has logged so far. */
  readonly logged: readonly string[];
}

/** A real instant, a Thursday, so that nothing depends on the day of the run. */
export const NOW = new Date('2026-03-05T02:00:00Z');

/** The real app on a database of its own, with one worker. */
export async function useTestApp(parts: Partial<AppParts> & Partial<TestDb> = {}): Promise<TestApp> {
  const checkers = openCheckers(1);
  afterAll(() => checkers.stop());
  const recognisers = openRecognisers();
  afterAll(() => recognisers.stop());
  const folder = await createDirectory();
  afterAll(() => removeDirectory(folder));
  const logged: string[] = [];
  const clock = { now: () => NOW, today: () => '2026-03-05' };
  const { owner: givenOwner, ...given } = parts;
  const { db, owner } = given.db === undefined ? await useTestDb() : { db: given.db, owner: givenOwner ?? given.db };
  const context = {
    db,
    clock,
    chance: systemChance,
    metrics: createMetrics(),
    migrations: await readMigrations(),
    ...given,
  };
  const keys = openSigningKeys(path.join(folder, 'keys'));
  const seals = await openSeals(path.join(folder, 'keys/seals.json'));
  const sequencer = createBackground(
    (county) => sequenceLog({ db, clock, keys }, county),
    (error) => logged.push(`audit-log-waits ${error.message}`),
  );
  afterAll(() => sequencer.stop());
  const app = createApp({
    keys,
    seals,
    sequencer,
    deliverer: { ask: () => undefined, stop: () => Promise.resolve() },
    producer: { ask: () => undefined, stop: () => Promise.resolve() },
    network: createNetwork(),
    findActor: createFindActor(context, given.accounts ?? ACCOUNTS),
    accounts: ACCOUNTS,
    log: createLog((line) => logged.push(line), clock),
    checkers,
    recognisers,
    files: openFolder(folder),
    checksPerMinute: 1000,
    isDemo: false,
    ...context,
  });
  const call = createClient((url, init) => app.request(url, init));
  return { app, keys, seals, call, db, owner, signInAs: createSignInAs(app, { ...context, owner }), logged };
}
