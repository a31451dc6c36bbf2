/** A small county that asks forms: the real app on a database of its own, with a clock that the year turns. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../packages/server/src/app.ts';
import { installStarter } from '../../packages/server/src/features/catalogue/elements/operations.ts';
import { writeFacts } from '../../packages/server/src/features/catalogue/index.ts';
import { openCheckers } from '../../packages/server/src/features/checks/index.ts';
import { demandKeeper } from '../../packages/server/src/features/demands/index.ts';
import { produceForms } from '../../packages/server/src/features/forms/index.ts';
import { createFindActor } from '../../packages/server/src/features/people/index.ts';
import { openRecognisers } from '../../packages/server/src/features/recognition/index.ts';
import { systemChance } from '../../packages/server/src/platform/chance.ts';
import { inCounty } from '../../packages/server/src/platform/county.ts';
import { asApp, openDb, type Db } from '../../packages/server/src/platform/db.ts';
import { openFolder } from '../../packages/server/src/platform/files.ts';
import { createLog } from '../../packages/server/src/platform/log.ts';
import { createMetrics } from '../../packages/server/src/platform/metrics.ts';
import { migrate, readMigrations } from '../../packages/server/src/platform/migrate.ts';
import { createNetwork } from '../../packages/server/src/platform/network.ts';
import { startEmbeddedPostgres } from '../../packages/server/src/platform/postgres/embedded.ts';
import { openSeals } from '../../packages/server/src/platform/sealed.ts';
import { openSigningKeys } from '../../packages/server/src/platform/signing-keys.ts';
import { ACCOUNTS, createSignInAs, type SignedIn, type SignInAs } from '../../packages/server/src/testing/sign-in.ts';
import type { Subject } from './truth.ts';

export const COUNTY = '130101';
export const OFFICE = `${COUNTY}000001`;
export interface FormCounty {
  /** For the day: a session does not outlast it. */
  readonly signInAs: SignInAs;
  /** Turns the clock to nine in the morning of the day, `YYYY-MM-DD`. */
  setDay(day: string): void;
  /** What a department's register says of these subjects on that day. */
  register(name: string, subjects: readonly Subject[], elements: readonly string[]): Promise<void>;
  /** The database as its owner, to fill it without asking row by row. */
  readonly owner: Db;
  /** The system answers the forms of which everything is known. */
  produce(): Promise<void>;
  close(): Promise<void>;
}

export async function openFormCounty(firstDay: string): Promise<FormCounty> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'qingzhuang-forms-'));
  await chmod(dataDirectory, 0o755); // As root, PostgreSQL runs under another account.
  const { connection, stop } = await startEmbeddedPostgres({ dataDirectory });
  const owner = openDb(connection, ignoreEnd);
  await migrate(owner, await readMigrations());
  const db = openDb(asApp(connection), ignoreEnd);
  let day = firstDay;
  const clock = { now: () => new Date(`${day}T01:00:00Z`), today: () => day };
  const metrics = createMetrics();
  const context = { db, clock, chance: systemChance, metrics, migrations: await readMigrations() };
  const seals = await openSeals(path.join(dataDirectory, 'seals.json'));
  const checkers = openCheckers(1);
  const idle = { ask: ignore, stop: () => Promise.resolve() };
  const app = createApp({
    ...context,
    ...{
      seals,
      checkers,
      recognisers: openRecognisers(),
      sequencer: idle,
      deliverer: idle,
      producer: idle,
      accounts: ACCOUNTS,
    },
    keys: openSigningKeys(path.join(dataDirectory, 'keys')),
    network: createNetwork(),
    findActor: createFindActor(context, ACCOUNTS),
    log: createLog(report, clock),
    files: openFolder(path.join(dataDirectory, 'files')),
    checksPerMinute: 1000,
    isDemo: false,
  });
  const signInAs = createSignInAs(app, { ...context, owner });
  const keeper: SignedIn = await signInAs('office', OFFICE);
  const acting = { ...context, actor: keeper.actor };
  await inCounty(db, COUNTY, (tx) => installStarter({ ...acting, db: tx }));
  return {
    owner,
    signInAs,
    setDay(next) {
      day = next;
    },
    async register(name, subjects, elements) {
      const writes = subjects.flatMap(({ entity, code, unit, values }) =>
        elements.flatMap((element) => {
          const value = values.get(element);
          return value === undefined ? [] : [{ subject: { entity, code, unit }, element, value, place: null }];
        }),
      );
      const source = { kind: 'register' as const, name, unit: OFFICE, asOf: day };
      const { refused } = await inCounty(db, COUNTY, (tx) => writeFacts({ ...acting, db: tx }, seals, writes, source));
      const [first] = refused;
      if (first !== undefined) throw new Error(`The register ${name} was not taken: ${first.reason}`);
    },
    async produce() {
      await produceForms({ ...context, seals, answerFor: demandKeeper.answerFor }, COUNTY);
    },
    async close() {
      await checkers.stop();
      await db.destroy();
      await owner.destroy();
      await stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

function ignore(): void {
  // Nobody follows this year's log.
}

function report(line: string): void {
  if (line.includes('"level":"error"')) console.error(line);
}

/** An idle connection that ends with its database has nothing to say. */
function ignoreEnd(): void {
  // What is asked of it fails by itself.
}
