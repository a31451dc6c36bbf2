import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The text of a file, or undefined where there is none. */
export async function findPrivateFile(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
}

/** Makes the file, readable by its owner only, unless it is there; of several that make it at once the first one counts. */
export async function makePrivateFile(file: string, text: string): Promise<void> {
  const aside = await writeAside(file, text);
  await link(aside, file).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  await rm(aside);
  await flushFolder(path.dirname(file));
}

/** Puts the text in the place of what the file held. */
export async function replacePrivateFile(file: string, text: string): Promise<void> {
  await rename(await writeAside(file, text), file);
  await flushFolder(path.dirname(file));
}

/** Writes the file beside its place: under its own name it is always whole. */
async function writeAside(file: string, text: string): Promise<string> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = path.join(folder, `.${randomUUID()}`);
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return aside;
}

/** Makes a rename survive a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** Whether the system failed with this code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
