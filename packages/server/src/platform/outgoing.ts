import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Network } from './network.ts';

/** What came of a request: a reply, or why there was none. */
export type Outcome =
  | { readonly status: number; readonly reply: string }
  | { readonly fault: 'forbidden-address' | 'unknown-host' | 'timeout' | 'tls' | 'connection' };

export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one request to an address that somebody else has chosen. Throws only when `signal` is aborted. */
export type Outgoing = (post: OutgoingPost, signal?: AbortSignal) => Promise<Outcome>;

interface Address {
  readonly address: string;
  readonly family: number;
}

export interface OutgoingParts {
  readonly network: Network;
  readonly timeoutMs?: number;
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
}

const TIMEOUT_MS = 15_000;
const MOST_REPLY_CHARACTERS = 500;
const MOST_REPLY_BYTES = 4 * MOST_REPLY_CHARACTERS;

/**
 * Guards against an address that leads inside: the name is resolved once, every address it has is judged, and the
 * connection goes to these addresses, whatever the name says a moment later. No redirect is followed.
 */
export function createOutgoing({ network, timeoutMs = TIMEOUT_MS, resolve = resolveHost }: OutgoingParts): Outgoing {
  return async function send(post, signal) {
    const url = new URL(post.url);
    const timeout = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
      const addresses = await Promise.race([resolve(hostOf(url)), aborted(either)]);
      if (!mayReach(network, url, addresses)) return { fault: 'forbidden-address' };
      return await exchange(url, post, { addresses, signal: either });
    } catch (error) {
      signal?.throwIfAborted();
      return { fault: timeout.aborted ? 'timeout' : faultOf(error) };
    }
  };
}

/** Whether an address may be entered at all, as far as it can be told without asking for its name. */
export function mayBeEntered(network: Network, text: string): boolean {
  const url = URL.parse(text);
  if (url?.username !== '' || url.password !== '') return false;
  if (url.protocol === 'http:' && !network.hasInner) return false;
  const host = hostOf(url);
  return isIP(host) === 0 || mayReach(network, url, [{ address: host, family: isIP(host) }]);
}

/** Without TLS only into a network of the operator's own. */
function mayReach(network: Network, { protocol }: URL, addresses: readonly Address[]): boolean {
  return (
    addresses.length > 0 &&
    addresses.every(({ address }) => {
      const reach = network.reach(address);
      return reach === 'inner' || (reach === 'public' && protocol === 'https:');
    })
  );
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

async function resolveHost(host: string): Promise<readonly Address[]> {
  return isIP(host) === 0 ? lookup(host, { all: true, order: 'verbatim' }) : [{ address: host, family: isIP(host) }];
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}

interface Pinned {
  readonly addresses: readonly Address[];
  readonly signal: AbortSignal;
}

function exchange(url: URL, { headers, body }: OutgoingPost, { addresses, signal }: Pinned): Promise<Outcome> {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    signal,
    // A connection of its own: one that is kept open would have been judged for another request.
    agent: false,
    lookup(_, { all }, callback) {
      const [first] = addresses;
      if (all === true) callback(null, [...addresses]);
      else callback(null, first?.address ?? '', first?.family);
    },
  };
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = start(url, options, (response) => {
      readReply(response).then((reply) => {
        resolve({ status: response.statusCode ?? 0, reply });
        request.destroy();
      }, reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The beginning of the reply, fit for a list: whatever else comes is not waited for. */
async function readReply(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= MOST_REPLY_BYTES) break;
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MOST_REPLY_BYTES));
  // Half a character at the end would be no text for the database.
  return text
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .slice(0, MOST_REPLY_CHARACTERS)
    .toWellFormed();
}

function faultOf(error: unknown): 'unknown-host' | 'tls' | 'connection' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-host';
  return /CERT|SSL|TLS|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code) ? 'tls' : 'connection';
}
