import { createHash } from 'node:crypto';
import { chown, mkdir, mkdtemp, open, readdir, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../cannot-start.ts';
import { mayReach, type Account } from './account.ts';

const run = promisify(execFile);

/** Children see nothing of our environment: a stray PGDATA or PGPORT would lead them astray. */
export const CHILD_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC' };

export const SUPERUSER = 'qingzhuang';

/**
 * The directory the database lies in: `postgres` in the data directory. Where PostgreSQL's account cannot reach the
 * data directory, `postgres` is a link to a directory under `shared`.
 */
export async function findHome(dataDirectory: string, account: Account | undefined, shared: string): Promise<string> {
  const data = await openDirectory(dataDirectory);
  const home = path.join(data, 'postgres');
  const linked = await realpath(home).catch(() => undefined);
  if (linked !== undefined) return linked;
  if (account === undefined || (await mayReach(account, data))) return home;

  const elsewhere = path.join(shared, createHash('sha256').update(data).digest('hex').slice(0, 16));
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  const away = path.join(elsewhere, 'postgres');
  await symlink(away, home).catch(async (error: unknown) => {
    if (!(await stat(path.dirname(home)).catch(() => undefined))) throw error;
  });
  return away;
}

function openDirectory(dataDirectory: string): Promise<string> {
  return mkdir(dataDirectory, { recursive: true }).then(() => realpath(dataDirectory), refuseDirectory);
}

function refuseDirectory(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  throw new CannotStart(
    'data-directory-unusable',
    `数据目录无法读写（${code}），请检查目录权限，或用 QINGZHUANG_DATA 指定另一个目录。\n` +
      `The data directory cannot be written (${code}): check its permissions, or set QINGZHUANG_DATA to another one.`,
    { cause },
  );
}

/**
 * Creates the database files unless they are there. They are made aside and moved into place, so an interrupted start
 * leaves nothing half made, and of two starts at once one wins.
 */
export async function ensureDatabaseFiles(home: string, initdb: string, account: Account | undefined): Promise<void> {
  if (await exists(path.join(home, 'PG_VERSION'))) return;
  const parent = path.dirname(home);
  const fresh = await mkdtemp(`${home}.new-`).catch(refuseDirectory);
  try {
    if (account !== undefined) await chown(fresh, account.uid, account.gid);
    const locale = process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=UTF-8'] : ['--locale=C.UTF-8'];
    await run(
      initdb,
      // Trust: only the owner of the socket's directory can reach the socket.
      ['-D', fresh, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--no-instructions', ...locale],
      { cwd: parent, env: CHILD_ENVIRONMENT, ...account },
    );
    await rename(fresh, home);
    await flush(parent);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (await exists(path.join(home, 'PG_VERSION'))) return;
    throw new CannotStart(
      'database-unreachable',
      '无法在数据目录中建立数据库，请检查磁盘空间和目录权限。\n' +
        'The database could not be created in the data directory: check disk space and permissions.',
      { cause: error },
    );
  }
}

/** Clears away what interrupted starts left. Only the owner of the directory may do this. */
export async function removeUnfinishedFiles(home: string): Promise<void> {
  const parent = path.dirname(home);
  const unfinished = (await readdir(parent)).filter((name) => name.startsWith(`${path.basename(home)}.new-`));
  await Promise.all(unfinished.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

/** Makes a rename survive a power cut. */
async function flush(directory: string): Promise<void> {
  const handle = await open(directory);
  await handle.sync().finally(() => handle.close());
}
