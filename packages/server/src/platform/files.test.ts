import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFolder } from './files.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'qingzhuang-files-'));
const files = openFolder(folder);
afterAll(() => rm(folder, { recursive: true }));

const BYTES = new TextEncoder().encode('关于报送名单的通知');

async function listStored(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('what was stored comes back by its digest, and is stored once', async () => {
  const digests = await Promise.all([files.put(BYTES), files.put(BYTES), files.put(BYTES)]);

  expect(new Set(digests).size).toBe(1);
  expect(await files.find(digests[0])).toEqual(BYTES);
  expect(await listStored()).toEqual([digests[0]]);
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

test('a file that changed on disk is noticed, and storing it again mends one that was cut short', async () => {
  const bytes = new TextEncoder().encode('另一份通知');
  const digest = await files.put(bytes);
  const place = path.join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);

  await writeFile(place, 'short');
  await expect(files.find(digest)).rejects.toThrow('changed on disk');
  await files.put(bytes);

  expect(await files.find(digest)).toEqual(bytes);
});
