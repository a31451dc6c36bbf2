import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { useBucketServer } from '../testing/bucket-server.ts';
import { addressOf, openBucket, type BucketFailure } from './bucket-files.ts';

const bucket = await useBucketServer();
const failures: BucketFailure[] = [];
const files = openBucket(bucket.settings, (failure) => failures.push(failure));

/** Nobody listens there any more. */
const GONE = await findClosedPort();

const BYTES = new TextEncoder().encode('关于报送名单的通知');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

beforeEach(() => {
  bucket.objects.clear();
  bucket.troubles.length = 0;
  bucket.knowsConditions = true;
  failures.length = 0;
});

test('a file lies under the prefix and its digest', async () => {
  expect(await files.put(BYTES)).toBe(SHA256);

  expect([...bucket.objects]).toEqual([[`gate/${SHA256}`, Buffer.from(BYTES)]]);
});

test('what may pass by itself is tried again', async () => {
  bucket.troubles.push(503, 'hang-up');
  await files.put(BYTES);
  bucket.troubles.push('hang-up', 500);

  expect(await files.find(SHA256)).toEqual(BYTES);
  expect(failures).toEqual([]);
});

test('a storage that does not recover is a refusal to whoever asks, and named to whoever runs the program', async () => {
  bucket.troubles.push(503, 503, 503);

  await expect(files.put(BYTES)).rejects.toMatchObject({
    name: 'Refusal',
    code: 'files-unreachable',
    facts: { retryAfterSeconds: 30 },
  });
  expect(failures).toEqual([{ status: 503, code: 'http-503' }]);
});

test('a storage that is not there is a refusal, too', async () => {
  const gone = openBucket({ ...bucket.settings, endpoint: GONE }, (failure) => failures.push(failure));

  await expect(gone.find(SHA256)).rejects.toMatchObject({ code: 'files-unreachable' });
  expect(failures).toEqual([{ code: 'ECONNREFUSED' }]);
});

test.each([
  [{ secretKey: 'guessed' }, { status: 403, code: 'SignatureDoesNotMatch' }],
  [{ region: 'us-east-1' }, { status: 403, code: 'SignatureDoesNotMatch' }],
])('the storage does not let in whoever signs with %j, and nobody tries again', async (wrong, failure) => {
  const stranger = openBucket({ ...bucket.settings, ...wrong }, (one) => failures.push(one));

  await expect(stranger.find(SHA256)).rejects.toMatchObject({ code: 'files-unreachable' });
  expect(failures).toEqual([failure]);
});

test('a storage without conditional writes stores all the same', async () => {
  bucket.knowsConditions = false;

  await files.put(BYTES);
  await files.put(BYTES);

  expect(await files.find(SHA256)).toEqual(BYTES);
});

test.each([
  ['a bucket that can be used', {}, undefined],
  ['wrong keys', { accessKey: 'somebody' }, { status: 403, code: 'http-403' }],
  ['a bucket that is not there', { bucket: 'other-files' }, { status: 404, code: 'http-404' }],
  ['no storage', { endpoint: GONE }, { code: 'ECONNREFUSED' }],
])('a probe tells %s', async (_, wrong, failure) => {
  const probed = openBucket({ ...bucket.settings, ...wrong }, () => undefined);

  expect(await probed.probe()).toEqual(failure);
});

test.each([
  ['path', 'https://storage.example:9000/county-files/gate/0f', 'https://storage.example:9000/county-files/'],
  ['host', 'https://county-files.storage.example:9000/gate/0f', 'https://county-files.storage.example:9000/'],
] as const)('a bucket in the %s of an address', (addressing, ofFile, ofBucket) => {
  const settings = { ...bucket.settings, endpoint: 'https://storage.example:9000', addressing };

  expect(addressOf(settings, '0f')).toBe(ofFile);
  expect(addressOf(settings, '')).toBe(ofBucket);
});

async function findClosedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
