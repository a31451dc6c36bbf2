import { chown, mkdtemp, realpath, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { chooseAccount, type Account } from './account.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { ensureDatabaseFiles, findHome, removeUnfinishedFiles, SUPERUSER } from './home.ts';
import { launch, PORT, readPostmaster, type Launch } from './postmaster.ts';

/** How to connect; the password is the socket's directory, which only its owner may enter. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface EmbeddedPostgres {
  readonly connection: Connection;
  /** The process number of the server. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDirectory: string;
  /** Programs to use instead of those that come with the package. */
  readonly programs?: Binaries;
  /** Called when the server died and could not be started again. */
  readonly onFailure?: (error: unknown) => void;
}

/** For root only: where programs and files go that PostgreSQL's account could not reach otherwise. */
const SHARED = '/var/lib/qingzhuang';

const DATABASE = 'qingzhuang';

/** Whoever holds this advisory lock owns the directory. PostgreSQL frees it when its holder dies, however it dies. */
const OWNER_LOCK = 7_210_001;

/** A recovery after a crash may take minutes; a server that exits at once is not worth more than a few attempts. */
const LONGEST_START_MS = 300_000;
const MOST_LAUNCHES = 25;

/** A socket's path may have 107 bytes on Linux, 103 on macOS. */
const LONGEST_SOCKET_PATH = 103;

const LARGEST_LOG_BYTES = 8 * 1024 * 1024;

/**
 * Starts PostgreSQL on the directory, or takes over the one that a killed program left running, and holds the
 * directory until `stop`. Throws `CannotStart` when another program holds it.
 */
export async function startEmbeddedPostgres({
  dataDirectory,
  programs,
  onFailure,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = await chooseAccount(path.join(dataDirectory, 'postgres'));
  const { initdb, postgres } = programs ?? (await findBinaries(account, SHARED));
  const home = await findHome(dataDirectory, account, SHARED);
  await ensureDatabaseFiles(home, initdb, account);
  const socketDirectory = await chooseSocketDirectory(home, account);
  const logFile = path.join(dataDirectory, 'postgres.log');
  await shortenLog(logFile);
  const settings: Launch = { program: postgres, home, socketDirectory, logFile, account };

  let stopping = false;
  let owned = await own(settings);
  await removeUnfinishedFiles(home);
  await ensureDatabase(owned.lock);
  let reviving: Promise<void> | undefined;
  watch();

  /** The server died under us: start it again. Its clients reconnect by themselves. */
  function watch(): void {
    owned.lock.once('end', () => {
      if (!stopping) reviving = revive();
    });
  }

  async function revive(): Promise<void> {
    try {
      owned = await own(settings);
      watch();
    } catch (error) {
      onFailure?.(error);
    }
  }

  return {
    connection: { host: owned.socketDirectory, port: PORT, user: SUPERUSER, database: DATABASE },
    get pid() {
      return owned.pid;
    },
    async stop() {
      stopping = true;
      await reviving;
      await shutDown(home, owned.pid);
      await owned.lock.end().catch(() => undefined);
      if (socketDirectory !== home) await rm(socketDirectory, { recursive: true, force: true });
    },
  };
}

/** How to reach the server that another program runs on the directory, if one does. Owns nothing and stops nothing. */
export async function findRunningPostgres(dataDirectory: string): Promise<Connection | undefined> {
  const home = await realpath(path.join(dataDirectory, 'postgres')).catch(() => undefined);
  const postmaster = home === undefined ? undefined : await readPostmaster(home);
  const client = postmaster && (await connect(postmaster.socketDirectory));
  if (postmaster === undefined || typeof client !== 'object') return undefined;
  await client.end();
  return { host: postmaster.socketDirectory, port: PORT, user: SUPERUSER, database: DATABASE };
}

async function chooseSocketDirectory(home: string, account: Account | undefined): Promise<string> {
  // The data directory is closed to everyone but PostgreSQL's account, which makes it a good place.
  if (Buffer.byteLength(path.join(home, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET_PATH) return home;
  const short = await mkdtemp(path.join(tmpdir(), 'qz-'));
  if (account !== undefined) await chown(short, account.uid, account.gid);
  return short;
}

async function shortenLog(logFile: string): Promise<void> {
  const log = await stat(logFile).catch(() => undefined);
  if (log !== undefined && log.size > LARGEST_LOG_BYTES) await truncate(logFile);
}

interface Owned {
  /** The connection that holds the owner's lock. */
  readonly lock: pg.Client;
  readonly socketDirectory: string;
  readonly pid: number;
}

/**
 * Gets a running server and the owner's lock. Whoever launches the server need not be the one who gets the lock: of
 * two programs that start at once one gets it, and the server runs for that one.
 */
async function own(settings: Launch): Promise<Owned> {
  const until = performance.now() + LONGEST_START_MS;
  let launches = 0;
  let isRunning: (() => boolean) | undefined;
  while (performance.now() < until && launches <= MOST_LAUNCHES) {
    const postmaster = await readPostmaster(settings.home);
    const answer = postmaster === undefined ? 'absent' : await connect(postmaster.socketDirectory);
    if (postmaster !== undefined && typeof answer === 'object') {
      return { lock: await takeLock(answer), ...postmaster };
    }
    if (answer === 'absent' && isRunning?.() !== true) {
      if (launches > 0) await delay(100);
      isRunning = await launch(settings);
      launches += 1;
    }
    await delay(10);
  }
  throw new CannotStart(
    'database-unreachable',
    '内置数据库无法启动，原因见数据目录中的 postgres.log。\n' +
      'The embedded database does not start; postgres.log in the data directory says why.',
  );
}

/** `busy` in the middle of a start, a recovery or a stop. */
async function connect(socketDirectory: string): Promise<pg.Client | 'absent' | 'busy'> {
  const client = new pg.Client({ host: socketDirectory, port: PORT, user: SUPERUSER, database: 'postgres' });
  client.on('error', () => undefined); // Followed by 'end', which `watch` acts on.
  try {
    await client.connect();
    return client;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // 57P03 cannot_connect_now, 57P01 admin_shutdown
    return code === '57P03' || code === '57P01' ? 'busy' : 'absent';
  }
}

async function takeLock(client: pg.Client): Promise<pg.Client> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK]);
  if (rows[0]?.taken === true) return client;
  await client.end();
  throw new CannotStart(
    'data-directory-in-use',
    '这个数据目录正被另一个轻装程序使用。请先停止那个程序，或用 QINGZHUANG_DATA 指定另一个目录。\n' +
      'Another Qingzhuang program is using this data directory. Stop it first, or set QINGZHUANG_DATA to another directory.',
  );
}

async function ensureDatabase(lock: pg.Client): Promise<void> {
  const { rowCount } = await lock.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await lock.query(`create database ${DATABASE}`);
}

/** Ends the server, finishing what is written; after half a minute it is cut off, and the next start recovers. */
async function shutDown(home: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  const until = performance.now() + 30_000;
  // The server removes its file as its last act.
  while ((await readPostmaster(home))?.pid === pid && signal(pid, 0)) {
    if (performance.now() > until) signal(pid, 'SIGQUIT');
    await delay(10);
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false; // Already gone.
  }
}
