import { spawn } from 'node:child_process';
import { open, readFile, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import { CHILD_ENVIRONMENT } from './home.ts';

/** What PostgreSQL writes down about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
}

/** The server that runs, or last ran, on the directory. */
export async function readPostmaster(home: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(path.join(home, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const socketDirectory = lines[4];
  // The file is written line by line: without its fifth line the server is only just starting.
  return Number.isInteger(pid) && pid > 0 && socketDirectory ? { pid, socketDirectory } : undefined;
}

export interface Launch {
  readonly program: string;
  readonly home: string;
  readonly socketDirectory: string;
  readonly logFile: string;
  readonly account: Account | undefined;
}

/**
 * Starts PostgreSQL and returns a function that tells whether it still runs. It leads a session of its own: Ctrl-C in
 * the terminal must reach it only after the requests are finished.
 */
export async function launch({ program, home, socketDirectory, logFile, account }: Launch): Promise<() => boolean> {
  await removeForeignPidFile(home);
  const log = await open(logFile, 'a', 0o600);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    // Errors of statements quote what people wrote; `log` leaves them out and keeps what concerns the server.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program, ['-D', home, '-p', String(PORT), ...options], {
    cwd: home,
    detached: true,
    env: CHILD_ENVIRONMENT,
    stdio: ['ignore', log.fd, log.fd],
    ...account,
  });
  child.unref();
  let running = true;
  child.once('exit', () => (running = false));
  child.once('error', () => (running = false));
  await log.close();
  return () => running;
}

/** No TCP port: it only gives the socket its name. */
export const PORT = 5432;

/**
 * After a crash the process number in `postmaster.pid` may belong to another program by now, always so in a container
 * that numbers from 1. PostgreSQL would take that program for itself and refuse to start.
 */
async function removeForeignPidFile(home: string): Promise<void> {
  const stale = await readPostmaster(home);
  if (stale === undefined || process.platform !== 'linux') return;
  // PostgreSQL works inside its directory. Unreadable or gone: it judges for itself.
  const directory = await readlink(`/proc/${stale.pid}/cwd`).catch(() => home);
  if (directory !== home) await rm(path.join(home, 'postmaster.pid'), { force: true });
}
