import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { useBucketServer } from '../testing/bucket-server.ts';
import { openBucket } from './bucket-files.ts';
import { openFolder, type FileStore } from './files.ts';

interface Ground {
  readonly files: FileStore;
  /** The names of what is stored. */
  readonly listStored: () => Promise<string[]>;
  /** Puts other bytes in the place of a file. */
  readonly spoil: (sha256: string, bytes: string) => Promise<void>;
}

const BYTES = new TextEncoder().encode('关于报送名单的通知');

async function prepareFolder(): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qingzhuang-files-'));
  afterAll(() => rm(folder, { recursive: true }));
  return {
    files: openFolder(folder),
    async listStored() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },
    spoil: (sha256, bytes) => writeFile(path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), bytes),
  };
}

async function prepareBucket(): Promise<Ground> {
  const { settings, objects } = await useBucketServer();
  return {
    files: openBucket(settings, () => undefined),
    listStored: () => Promise.resolve([...objects.keys()].map((key) => path.basename(key))),
    async spoil(sha256, bytes) {
      await Promise.resolve(objects.set(`${settings.prefix}${sha256}`, Buffer.from(bytes)));
    },
  };
}

describe.each([
  ['in a folder', prepareFolder],
  ['in a bucket', prepareBucket],
])('files %s', async (_, prepare) => {
  const { files, listStored, spoil } = await prepare();

  test('what was stored comes back by its digest, and is stored once', async () => {
    const digests = await Promise.all([files.put(BYTES), files.put(BYTES), files.put(BYTES)]);

    expect(new Set(digests).size).toBe(1);
    expect(await files.find(digests[0])).toEqual(BYTES);
    expect(await listStored()).toEqual([digests[0]]);
  });

  test('the largest file comes back, and an empty one', async () => {
    for (const bytes of [new Uint8Array(32 * 1024 * 1024).fill(7), new Uint8Array()]) {
      const found = await files.find(await files.put(bytes));
      expect(Buffer.compare(found ?? BYTES, bytes)).toBe(0);
    }
  });

  test('nothing is found under a digest that nobody stored', async () => {
    expect(await files.find('0'.repeat(64))).toBeUndefined();
  });

  test.each(['', '../../etc/passwd', 'A'.repeat(64), `${'0'.repeat(63)}/`])(
    '%j is no digest and no path',
    async (digest) => {
      await expect(files.find(digest)).rejects.toThrow('no SHA-256');
    },
  );

  test('a file that changed is noticed, and storing it again mends one that was cut short', async () => {
    const bytes = new TextEncoder().encode('另一份通知');
    const digest = await files.put(bytes);

    await spoil(digest, 'short');
    await expect(files.find(digest)).rejects.toThrow('has changed');
    await files.put(bytes);

    expect(await files.find(digest)).toEqual(bytes);
  });
});
