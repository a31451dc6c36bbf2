import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** An empty directory that PostgreSQL may reach when the tests run as root. */
export async function createDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'qingzhuang-test-'));
  await chmod(directory, 0o755);
  return directory;
}

/** Copies a data directory with the owners of its files, a tenth of the time that making one takes. */
export async function copyDataDirectory(from: string): Promise<string> {
  const directory = await createDirectory();
  await promisify(execFile)('cp', ['-a', `${from}/.`, directory]);
  return directory;
}

export function removeDirectory(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true });
}
