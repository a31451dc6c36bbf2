import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { people } from '@qingzhuang/contract';
import { createApp } from './app.ts';
import { askForCounty, type FirstCounty } from './ask-for-county.ts';
import { listCounties, sequenceLog } from './features/audit/index.ts';
import { beginCatalogue, resealFacts } from './features/catalogue/index.ts';
import { openCheckers } from './features/checks/index.ts';
import { demandKeeper, ringClocks, type Unattended } from './features/demands/index.ts';
import { produceForms } from './features/forms/index.ts';
import { openRecognisers } from './features/recognition/index.ts';
import { seedDemo, hasDemoCounty, type SeedParts } from './demo/seed.ts';
import { listDemoAccounts } from './demo/routes.ts';
import { takeOverDivisions } from './features/organisations/index.ts';
import {
  createFindActor,
  foundCounty,
  hasCounty,
  makeOneTimePassword,
  resealSecrets,
} from './features/people/index.ts';
import {
  createDeliverer,
  deliverAll,
  forgetDeliveries,
  resealWebhooks,
  type DeliveryParts,
} from './features/webhooks/index.ts';
import { createBackground } from './platform/background.ts';
import { openBucket } from './platform/bucket-files.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { systemChance } from './platform/chance.ts';
import { systemClock } from './platform/clock.ts';
import { readConfig, type Config } from './platform/config.ts';
import { asApp, assertReachable, openDb, type Db, type DbConnection } from './platform/db.ts';
import { forgetKeys } from './platform/idempotency.ts';
import { startJobs, type Job } from './platform/jobs.ts';
import { openFolder, type FileStore } from './platform/files.ts';
import { createLog, describeDefect, type Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { migrate, readMigrations } from './platform/migrate.ts';
import { createNetwork } from './platform/network.ts';
import { createOutgoing } from './platform/outgoing.ts';
import { startEmbeddedPostgres } from './platform/postgres/embedded.ts';
import { openSeals } from './platform/sealed.ts';
import { sealFileIn } from './seal-tools.ts';
import { openSigningKeys } from './platform/signing-keys.ts';
import { openStaticFiles } from './platform/static-files.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Nobody can sign in yet: `addCounty` makes a county. */
  readonly lacksCounty: boolean;
  /** The demo county is there to be tried. */
  readonly isDemo: boolean;
  /** Finishes the requests under way, for ten seconds at most, then stops the database. */
  readonly stop: () => Promise<void>;
}

export interface ServeOptions extends Config {
  readonly log: Log;
  /** Called when the running program cannot go on; it should then stop. */
  readonly onFailure: (error: unknown) => void;
  /** Asks the operator for a county when there is none, and no demo either. */
  readonly askForCounty?: () => Promise<FirstCounty>;
}

const PAGES = path.join(import.meta.dirname, '../../web/dist');
const LONGEST_DRAIN_MS = 10_000;

/** Starts database and server. Throws `CannotStart` with nothing left running. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const closers: (() => Promise<unknown>)[] = [];
  async function close(): Promise<void> {
    for (const closer of closers.splice(0).toReversed()) await closer();
  }
  try {
    const checkers = openCheckers(availableParallelism());
    closers.push(() => checkers.stop());
    const recognisers = openRecognisers();
    closers.push(() => recognisers.stop());
    const { owner, db, connection, stop } = await openDatabase(options);
    closers.push(stop);
    const [migrations, pages] = await Promise.all([readMigrations(), openStaticFiles(PAGES)]);
    const landed = await migrate(owner, migrations);
    const { log, checksPerMinute, accounts } = options;
    log('info', 'migrated', { landed: landed.length });
    const lacksCounty = !options.demo && !(await foundFirstCounty({ owner, db }, options));
    const metrics = createMetrics();
    const files = await openFiles(options);
    // It holds the key of what is known of people, the demo county's as well.
    const seals = await openSeals(sealFileIn(options.dataDirectory));
    const context = { clock: systemClock, chance: systemChance, metrics, seals };
    const isDemo = options.demo && (await seedOnce({ owner, files, ...context }));
    const findActor = createFindActor({ db, clock: systemClock }, options.accounts);
    const keys = openSigningKeys(path.join(options.dataDirectory, 'keys'));
    await resealSecrets(owner, seals);
    await resealWebhooks(owner, seals);
    const sequencer = createBackground(
      (county) => sequenceLog({ db, clock: systemClock, keys }, county),
      (error) => log('error', 'audit-log-waits', describeDefect(error)),
    );
    closers.push(() => sequencer.stop());
    const network = createNetwork(options.webhookNetworks);
    const outgoing = createOutgoing({ network });
    const delivery = { db, ...context, outgoing };
    const deliverer = createDeliverer(delivery, (error) => log('error', 'webhooks-wait', describeDefect(error)));
    closers.push(() => deliverer.stop());
    function afterWrite(county: string): void {
      for (const background of [sequencer, deliverer]) background.ask(county);
    }
    const producing = { db, ...context, answerFor: demandKeeper.answerFor };
    const producer = createBackground(
      async (county) => {
        if ((await produceForms(producing, county)) > 0) afterWrite(county);
      },
      (error) => log('error', 'forms-wait', describeDefect(error)),
    );
    closers.push(() => producer.stop());
    // What a killed program left undone.
    for (const county of await listCounties(owner)) [sequencer, producer].forEach((work) => work.ask(county));
    const jobs = await startJobs(connection, repeatedWork({ owner, afterWrite, ...delivery }), (error) => {
      log('error', 'job-failed', describeDefect(error));
    });
    closers.push(() => jobs.stop());
    const parts = {
      db,
      ...context,
      migrations,
      log,
      findActor,
      checkers,
      recognisers,
      checksPerMinute,
      isDemo,
      accounts,
      files,
      keys,
      sequencer,
      deliverer,
      producer,
      network,
      pages,
    };
    const app = createApp(parts);
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const url = await listen(server, options);
    closers.push(() => drain(server));
    return { url, lacksCounty, isDemo, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The bucket that is set, or a folder. A bucket that is only out of reach is waited for; wrong settings are not. */
async function openFiles({ bucket, dataDirectory, log }: ServeOptions): Promise<FileStore> {
  if (bucket === undefined) return openFolder(path.join(dataDirectory, 'files'));
  const files = openBucket(bucket, (failure) => log('warning', 'files-unreachable', { ...failure }));
  const failure = await files.probe();
  if (failure === undefined) return files;
  const { status = 503, code } = failure;
  if (status >= 300 && status < 500) {
    throw new CannotStart(
      'bad-settings',
      `QINGZHUANG_FILES 指定的文件存储不接受本程序（${code}），请检查桶名、地址、区域和密钥。\n` +
        `The file storage of QINGZHUANG_FILES turns this program away (${code}): check bucket, endpoint, region and keys.`,
    );
  }
  log('warning', 'files-unreachable', { ...failure });
  return files;
}

/** Makes the demo county on an empty database; false where real counties work. */
async function seedOnce(parts: SeedParts): Promise<boolean> {
  if (!(await hasCounty(parts.owner))) await seedDemo(parts);
  return hasDemoCounty(parts.owner);
}

/** What is done without anybody asking, in China's time. */
function repeatedWork(parts: Unattended & DeliveryParts): Job[] {
  return [
    { name: 'ring-clocks', cron: '* * * * *', work: () => ringClocks(parts) },
    { name: 'deliver-webhooks', cron: '* * * * *', work: () => deliverAll(parts) },
    { name: 'forget-deliveries', cron: '50 3 * * *', work: () => forgetDeliveries(parts) },
    { name: 'reseal-facts', cron: '10 3 * * *', work: () => resealFacts(parts.owner, parts.seals) },
    { name: 'forget-idempotency-keys', cron: '40 3 * * *', work: () => forgetKeys(parts.owner) },
  ];
}

/** Whether there is a county, after the operator was asked for one. */
async function foundFirstCounty(
  { owner, db }: Pick<OpenDatabase, 'owner' | 'db'>,
  { askForCounty: ask }: ServeOptions,
): Promise<boolean> {
  if (await hasCounty(owner)) return true;
  if (ask === undefined) return false;
  const { plan, passwordHash } = await ask();
  await foundCounty({ db: owner, clock: systemClock }, plan, { hash: passwordHash, oneTimeUntil: null });
  await takeOverDivisions(db, plan.code);
  await beginCatalogue({ db, clock: systemClock }, plan.code);
  return true;
}

/** Makes a county, and gives its administrator's password for the first sign-in. Throws as `foundCounty` does. */
export async function addCounty(
  options: ServeOptions,
  plan: people.CountyPlan,
): Promise<{ readonly oneTimePassword: string; readonly validUntil: string }> {
  const { owner, db, stop } = await openDatabase(options);
  try {
    await migrate(owner, await readMigrations());
    const context = { db: owner, clock: systemClock, chance: systemChance };
    const { oneTimePassword, validUntil, hash } = await makeOneTimePassword(context);
    await foundCounty(context, plan, { hash, oneTimeUntil: validUntil });
    await takeOverDivisions(db, plan.code);
    await beginCatalogue({ db, clock: systemClock }, plan.code);
    return { oneTimePassword, validUntil };
  } finally {
    await stop();
  }
}

/** Lands the missing migrations and returns their names. */
export async function migrateDatabase(options: ServeOptions): Promise<string[]> {
  const { owner, stop } = await openDatabase(options);
  return migrate(owner, await readMigrations()).finally(stop);
}

interface OpenDatabase {
  /** For migrations and jobs: owns the tables and sees every county. */
  readonly owner: Db;
  /** For requests: bound by row-level security. */
  readonly db: Db;
  /** The owner's, for whatever opens its own. */
  readonly connection: DbConnection;
  readonly stop: () => Promise<void>;
}

async function openDatabase({ dataDirectory, databaseUrl, log, onFailure }: ServeOptions): Promise<OpenDatabase> {
  function connect(connection: DbConnection, more: () => Promise<void> = () => Promise.resolve()): OpenDatabase {
    const [owner, db] = [connection, asApp(connection)].map((one) =>
      openDb(one, () => log('warning', 'database-connection-broke')),
    ) as [Db, Db];
    return {
      owner,
      db,
      connection,
      async stop() {
        await Promise.all([owner.destroy(), db.destroy()]);
        await more();
      },
    };
  }
  if (databaseUrl !== undefined) {
    const database = connect({ connectionString: databaseUrl });
    await assertReachable(database.owner);
    return database;
  }
  const postgres = await startEmbeddedPostgres({ dataDirectory, onFailure });
  return connect(postgres.connection, () => postgres.stop());
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const address = `${host}:${port}`;
      const message = `无法在 ${address} 上提供服务（${cause.code ?? ''}），请用 PORT 换一个端口。\nCannot listen on ${address}: choose another PORT.`;
      reject(new CannotStart('port-in-use', message, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
    });
  });
}

/** Takes no new request, and waits for those under way. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Said where nobody could be asked. */
export const HOW_TO_ADD_COUNTY =
  '还没有县：请停止程序，运行 npx qingzhuang county add 建立本县和第一位管理员。（No county yet: stop, then run it.）';

if (import.meta.main) await main();

async function main(): Promise<void> {
  const log = createLog((line) => process.stderr.write(line), systemClock);
  function onFailure(error: unknown): void {
    fail(error, log);
  }
  try {
    const starting = serve({
      ...readConfig(process.env, process.cwd()),
      log,
      onFailure,
      ...(process.stdin.isTTY && { askForCounty: () => askForCounty(process.stdin, process.stdout) }),
    });
    stopOnSignal(starting, onFailure);
    const { url, lacksCounty, isDemo } = await starting;
    console.log(`轻装已启动：${url}\nQingzhuang is running at ${url} (Ctrl-C stops it)`);
    if (lacksCounty) console.log(HOW_TO_ADD_COUNTY);
    if (isDemo) console.log(listDemoAccounts());
  } catch (error) {
    fail(error, log);
  }
}

function stopOnSignal(starting: Promise<RunningServer>, onFailure: (error: unknown) => void): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // npm passes on the signal that the terminal has sent already: only the first one counts.
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      // A start under way is finished first, or it would leave a database running.
      void starting.then((server) => server.stop()).then(() => process.exit(0), onFailure);
    });
  }
}

/** Ends the program: 2 for what the operator can mend, 3 for a defect. */
function fail(error: unknown, log: Log): void {
  if (error instanceof CannotStart) {
    console.error(error.message);
    process.exit(2);
  }
  log('error', 'defect', { stack: error instanceof Error ? error.stack : String(error) });
  process.exit(3);
}
