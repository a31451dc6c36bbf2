import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '@qingzhuang/contract';
import { AwsV4Signer } from 'aws4fetch';
import { assertDigest, type FileStore } from './files.ts';

/** A bucket of S3-compatible storage, and who may use it. */
export interface BucketSettings {
  /** `https://storage.example:9000` */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** What the keys begin with: `` or `files/`. */
  readonly prefix: string;
  /** Whether the bucket stands in the path of an address or before its host. */
  readonly addressing: 'path' | 'host';
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Why the storage did not do as it was asked. Holds no address, no key and nothing of a file. */
export interface BucketFailure {
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** What the storage or the network calls it: `AccessDenied`, `ECONNREFUSED`. */
  readonly code: string;
}

export interface BucketStore extends FileStore {
  /** What stands in the way of using the bucket now, or undefined. */
  probe(): Promise<BucketFailure | undefined>;
}

/** 32 MB, the largest file that is taken in, over 10 Mbit/s. */
const LONGEST_MS = 30_000;
const PAUSES_MS = [100, 1000];
const RETRY_AFTER_SECONDS = 30;

/** Twice the largest request: what is longer is not ours. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A store in a bucket. The storage checks what it is sent against the digest, which is signed, so a key holds the whole
 * file or nothing. Throws the refusal `files-unreachable` when it cannot be used, and `onFailure` hears why.
 */
export function openBucket(settings: BucketSettings, onFailure: (failure: BucketFailure) => void): BucketStore {
  async function ask(request: BucketRequest, expected: readonly number[]): Promise<BucketAnswer> {
    const answer = await askPersistently(settings, request);
    if (!('bytes' in answer)) return refuse(answer);
    if (!expected.includes(answer.status)) return refuse(describeAnswer(answer));
    return answer;
  }

  function refuse(failure: BucketFailure): never {
    onFailure(failure);
    throw new Refusal('files-unreachable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }

  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const request = { method: 'PUT', key: sha256, bytes, sha256 } as const;
      const { status } = await ask({ ...request, onlyNew: true }, [200, 412, 501]);
      if (status === 200) return sha256;
      // It is there already, or the storage knows no such condition.
      const isWhole =
        status === 412 && (await ask({ method: 'HEAD', key: sha256 }, [200, 404])).length === bytes.length;
      if (!isWhole) await ask(request, [200]);
      return sha256;
    },
    async find(sha256) {
      assertDigest(sha256);
      const { status, bytes } = await ask({ method: 'GET', key: sha256 }, [200, 404]);
      if (status === 404) return undefined;
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new Error('A stored file has changed in the bucket.');
      }
      return bytes;
    },
    async probe() {
      const answer = await askOnce(settings, { method: 'HEAD', key: '' }, AbortSignal.timeout(LONGEST_MS));
      if (!('bytes' in answer)) return answer;
      return answer.status === 200 ? undefined : describeAnswer(answer);
    },
  };
}

interface BucketRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  /** Without the prefix; empty for the bucket itself. */
  readonly key: string;
  readonly bytes?: Uint8Array;
  readonly sha256?: string;
  /** Refused with 412 when the key is there already. */
  readonly onlyNew?: true;
}

interface BucketAnswer {
  readonly status: number;
  /** As the storage tells it; of a HEAD there are no bytes to count. */
  readonly length: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Asks again after what may pass by itself. */
async function askPersistently(
  settings: BucketSettings,
  request: BucketRequest,
): Promise<BucketAnswer | BucketFailure> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  let answer = await askOnce(settings, request, signal);
  for (const pause of PAUSES_MS) {
    if (signal.aborted || !mayPass(answer)) break;
    await delay(pause);
    answer = await askOnce(settings, request, signal);
  }
  return answer;
}

/** 409: somebody else is storing the same file just now. */
function mayPass({ status }: BucketAnswer | BucketFailure): boolean {
  return status === undefined || status === 409 || status === 429 || (status >= 500 && status !== 501);
}

async function askOnce(
  settings: BucketSettings,
  { method, key, bytes, sha256 = EMPTY_SHA256, onlyNew }: BucketRequest,
  signal: AbortSignal,
): Promise<BucketAnswer | BucketFailure> {
  const { accessKey: accessKeyId, secretKey: secretAccessKey, region } = settings;
  const signer = new AwsV4Signer({
    ...{ method, url: addressOf(settings, key), accessKeyId, secretAccessKey, region, service: 's3' },
    headers: { 'x-amz-content-sha256': sha256, ...(onlyNew && { 'if-none-match': '*' }) },
  });
  const { url, headers } = await signer.sign();
  try {
    const body = bytes === undefined ? {} : { body: new Uint8Array(bytes) };
    const response = await fetch(url, { method, headers, signal, redirect: 'manual', ...body });
    const length = Number(response.headers.get('content-length') ?? 0);
    return { status: response.status, length, bytes: await readBounded(response) };
  } catch (error) {
    return { code: codeOf(error) };
  }
}

const EMPTY_SHA256 = createHash('sha256').digest('hex');

/** Where an object stands, or the bucket itself for an empty key. */
export function addressOf({ endpoint, bucket, prefix, addressing }: BucketSettings, key: string): string {
  const url = new URL(endpoint);
  const path = key === '' ? '' : `${prefix}${key}`;
  if (addressing === 'host') url.host = `${bucket}.${url.host}`;
  url.pathname = addressing === 'host' ? path : `${bucket}/${path}`;
  return url.href;
}

async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error('too-large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** An error of the storage is a small XML document with a code. */
function describeAnswer({ status, bytes }: BucketAnswer): BucketFailure {
  const code = /<Code>(\w{1,60})<\/Code>/.exec(new TextDecoder().decode(bytes.subarray(0, 4096)))?.[1];
  return { status, code: code ?? `http-${status}` };
}

/** `fetch` says only that it failed; why is in the cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
