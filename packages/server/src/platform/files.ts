import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from './private-files.ts';

/** Files by their content: what is stored is never changed, and stored once however often it arrives. */
export interface FileStore {
  /** Stores the bytes and returns their SHA-256 in hexadecimal; they outlive a crash when it resolves. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined when there are none under this digest. */
  find(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Throws for what would be another place than that of a file. */
export function assertDigest(sha256: string): void {
  if (!SHA256.test(sha256)) throw new Error('This is no SHA-256.');
}

/** A store in a folder, which is made when it is missing. Two levels of folders keep each of them short. */
export function openFolder(folder: string): FileStore {
  function placeOf(sha256: string): string {
    assertDigest(sha256);
    return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(sha256);
      if ((await stat(place).catch(() => undefined))?.size === bytes.length) return sha256;
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      // Written aside and renamed: a file under its digest is always whole, also after a crash.
      const aside = `${place}.${randomUUID()}`;
      await writeDurably(aside, bytes);
      await rename(aside, place).catch(async (error: unknown) => {
        await rm(aside, { force: true });
        throw error;
      });
      await flushFolder(path.dirname(place));
      return sha256;
    },
    async find(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      });
      if (bytes === undefined) return undefined;
      const found = createHash('sha256').update(bytes).digest('hex');
      if (found !== sha256) throw new Error('A stored file has changed on disk.');
      return new Uint8Array(bytes);
    },
  };
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The rename itself must survive a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
