import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import type { BucketSettings } from '../platform/bucket-files.ts';

export interface BucketServer {
  readonly settings: BucketSettings;
  /** What is stored, by key; tests may spoil it. */
  readonly objects: Map<string, Buffer>;
  /** Answers to give before any other: a status, or `hang-up`. */
  readonly troubles: (number | 'hang-up')[];
  /** It knows the condition of a write, as not all storages do. */
  knowsConditions: boolean;
}

const ACCESS_KEY = 'gate';
const SECRET_KEY = 'keep this to yourself';
const BUCKET = 'county-files';
const REGION = 'cn-north-1';

/**
 * S3's protocol as far as the store needs it. No package does this offline and checks signatures of version 4, so
 * here they are worked out again from the published algorithm, without the client's library.
 */
export async function useBucketServer(): Promise<BucketServer> {
  const objects = new Map<string, Buffer>();
  const troubles: BucketServer['troubles'] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const trouble = troubles.shift();
      if (trouble === 'hang-up') return request.socket.destroy();
      const { status, code, bytes } = trouble === undefined ? answer(request, body) : { status: trouble };
      const content = bytes ?? Buffer.from(code === undefined ? '' : `<Error><Code>${code}</Code></Error>`);
      response.writeHead(status, { 'content-length': content.length });
      return response.end(request.method === 'HEAD' ? undefined : content);
    });
  });

  function answer(request: IncomingMessage, body: Buffer): Answer {
    const path = decodeURIComponent(request.url ?? '').split('/');
    const key = path.slice(2).join('/');
    if (!isSigned(request)) return { status: 403, code: 'SignatureDoesNotMatch' };
    if (request.headers['x-amz-content-sha256'] !== digestOf(body))
      return { status: 400, code: 'XAmzContentSHA256Mismatch' };
    if (path[1] !== BUCKET) return { status: 404, code: 'NoSuchBucket' };
    if (key === '') return { status: 200 };
    if (request.method === 'PUT') return put(key, body, request.headers['if-none-match'] === '*');
    const bytes = objects.get(key);
    return bytes === undefined ? { status: 404, code: 'NoSuchKey' } : { status: 200, bytes };
  }

  function put(key: string, body: Buffer, onlyNew: boolean): Answer {
    if (onlyNew && !bucket.knowsConditions) return { status: 501, code: 'NotImplemented' };
    if (onlyNew && objects.has(key)) return { status: 412, code: 'PreconditionFailed' };
    objects.set(key, body);
    return { status: 200 };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bucket: BucketServer = {
    settings: {
      ...{ endpoint, region: REGION, bucket: BUCKET, prefix: 'gate/', addressing: 'path' },
      ...{ accessKey: ACCESS_KEY, secretKey: SECRET_KEY },
    },
    objects,
    troubles,
    knowsConditions: true,
  };
  return bucket;
}

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly bytes?: Buffer;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<accessKey>\w+)\/(?<scope>[\w/-]+), ?SignedHeaders=(?<names>[\w;-]+), ?Signature=(?<signature>\w{64})$/;

/** Whether a request bears the right signature for us, and all that decides is signed. */
function isSigned(request: IncomingMessage): boolean {
  const found = AUTHORIZATION.exec(request.headers.authorization ?? '')?.groups;
  if (found === undefined) return false;
  const { accessKey, scope, names = '', signature } = found;
  const at = String(request.headers['x-amz-date']);
  const isOurs = accessKey === ACCESS_KEY && scope === scopeOf(at);
  const isWhole = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name));
  return isOurs && isWhole && signature === sign(request, names, at);
}

function scopeOf(at: string): string {
  return `${at.slice(0, 8)}/${REGION}/s3/aws4_request`;
}

/** Signature version 4 as the documentation of Amazon S3 describes it, for addresses without a query. */
function sign({ method, url, headers }: IncomingMessage, names: string, at: string): string {
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = [method, url, '', lines.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const text = ['AWS4-HMAC-SHA256', at, scopeOf(at), digestOf(request)].join('\n');
  const parts = scopeOf(at).split('/');
  const key = parts.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${SECRET_KEY}`);
  return hmac(key, text).toString('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function digestOf(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
