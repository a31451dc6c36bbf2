import { createClient, endpoint } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { useTestDb } from '../testing/db.ts';
import { createApi } from './api.ts';
import { systemChance } from './chance.ts';
import type { FileStore } from './files.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { sendStoredFiles } from './stored-files.ts';

const { db } = await useTestDb();
const clock = { now: () => new Date('2026-03-05T02:00:00Z'), today: () => '2026-03-05' };

const readScan = endpoint('GET /api/v1/scans/:name', {
  summary: '',
  access: 'signed-in',
  input: z.strictObject({ name: z.string() }),
  reply: z.instanceof(Uint8Array<ArrayBuffer>),
  media: 'application/octet-stream',
  refusals: ['no-such-record'],
});
const readCounty = endpoint('GET /api/v1/county', {
  summary: '',
  access: 'signed-in',
  reply: z.object({ county: z.string() }),
});

/** More than the database has connections for. */
const MANY = 30;

let asked: string[] = [];
let bucket = Promise.withResolvers<Uint8Array<ArrayBuffer> | undefined>();
const files: FileStore = {
  put: () => Promise.reject(new Error('Nothing is put.')),
  find(sha256) {
    asked.push(sha256);
    return bucket.promise;
  },
};
const clerk = { person: '00000000-0000-4000-8000-000000000001', name: '王芳', county: '130101', posts: [] };
const api = createApi(
  { db, clock, chance: systemChance, metrics: createMetrics(), migrations: [] },
  createLog(() => undefined, clock),
  () => Promise.resolve(clerk),
);
sendStoredFiles(api, readScan, files, (_, { name }) =>
  Promise.resolve(name === '名单.txt' ? { name, sha256: 'a'.repeat(64) } : undefined),
);
api.on(readCounty, async (acting) => {
  const { rows } = await sql<{ county: string }>`select current_county() as county`.execute(acting.db);
  return rows[0] ?? { county: '' };
});
const app = api.finish(undefined);
const call = createClient((url, init) => app.request(url, init));

beforeEach(() => {
  asked = [];
  bucket = Promise.withResolvers();
});

test('a bucket that does not answer keeps no connection from other requests', async () => {
  const downloads = Promise.all(Array.from({ length: MANY }, () => call(readScan, { name: '名单.txt' })));
  await expect.poll(() => asked.length).toBe(MANY);

  await expect(call(readCounty)).resolves.toEqual({ county: '130101' });

  bucket.resolve(new TextEncoder().encode('危房,12'));
  expect((await downloads).map((bytes) => new TextDecoder().decode(bytes))).toEqual(Array(MANY).fill('危房,12'));
});

test('a file comes under the name that it was sent with', async () => {
  bucket.resolve(new Uint8Array(1));

  const response = await app.request(`/api/v1/scans/${encodeURIComponent('名单.txt')}`);

  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('名单.txt')}`,
  );
});

test('what the actor may not have is not even looked up', async () => {
  await expect(call(readScan, { name: '别人的.txt' })).rejects.toMatchObject({ code: 'no-such-record' });
  expect(asked).toEqual([]);
});

test('a file that the store has lost is no such record', async () => {
  bucket.resolve(undefined);

  await expect(call(readScan, { name: '名单.txt' })).rejects.toMatchObject({ code: 'no-such-record' });
});
