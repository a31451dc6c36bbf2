import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../cannot-start.ts';

/** The user PostgreSQL runs as when the program runs as root, which PostgreSQL refuses to be. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);
const CANDIDATES = ['qingzhuang', 'postgres', 'nobody'];

/**
 * Undefined when the program itself is unprivileged. A directory that has an owner keeps him, so that a database
 * stays readable when accounts are added to the machine.
 */
export async function chooseAccount(databaseDirectory: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owned = await stat(databaseDirectory).catch(() => undefined);
  if (owned !== undefined && owned.uid !== 0) return { uid: owned.uid, gid: owned.gid };
  for (const name of CANDIDATES) {
    const account = await findAccount(name);
    if (account !== undefined) return account;
  }
  throw new CannotStart(
    'no-database-program',
    `以 root 运行时需要一个普通用户来运行数据库：请先执行 useradd --system qingzhuang。\n` +
      `Running as root, the database needs an ordinary user: run "useradd --system qingzhuang" first.`,
  );
}

async function findAccount(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined; // No such user.
  }
}

/** Whether the account may walk down to the directory: `/root`, for one, is closed to everyone else. */
export async function mayReach(account: Account, directory: string): Promise<boolean> {
  for (let step = directory; ; step = path.dirname(step)) {
    const { mode, uid, gid } = await stat(step);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (step === path.dirname(step)) return true;
  }
}
