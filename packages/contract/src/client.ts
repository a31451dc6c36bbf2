import { stepsOf, type DeepReadonly, type Endpoint } from './endpoint.ts';
import { toForm } from './form.ts';
import { readProblem } from './problem.ts';

/** `fetch`, or anything that answers like it: the server's app in a test, a worker in the browser. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response> | Response;

/** An endpoint without input is called with the endpoint alone. */
type Arguments<Input> = [Input] extends [undefined]
  ? [input?: undefined, options?: CallOptions]
  : [input: Input, options?: CallOptions];

export interface CallOptions {
  /** The version that the caller has seen; needed by updates. */
  readonly ifMatch?: number;
  /** The same key twice does a thing once. */
  readonly idempotencyKey?: string;
}

export type Call = <Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  ...input: Arguments<Input>
) => Promise<DeepReadonly<Reply>>;

/**
 * A function that calls endpoints and gives their reply. What the server refuses is thrown as the same `Refusal`;
 * a reply that is neither (a proxy's error page) as a plain error with the status.
 */
export function createClient(fetchLike: FetchLike): Call {
  return async function call<Input, Reply>(
    endpoint: Endpoint<Input, Reply>,
    ...[input, options = {}]: Arguments<Input>
  ): Promise<DeepReadonly<Reply>> {
    const { url, body, headers } = encodeRequest(endpoint, input);
    const response = await fetchLike(url, {
      method: endpoint.method,
      ...(body !== undefined && { body }),
      headers: { ...headers, ...describe(options) },
    });
    if (!response.ok) throw await readFailure(response);
    // The server answers what the contract says: its tests hold every reply against the schema.
    return (await readReply(response, endpoint.media)) as DeepReadonly<Reply>;
  };
}

interface EncodedRequest {
  readonly url: string;
  readonly body?: FormData | string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is sent for a call; a client that works without a network keeps it and sends it later. */
export function encodeRequest(
  { method, path }: Pick<Endpoint<never, never>, 'method' | 'path'>,
  input: unknown,
): EncodedRequest {
  const values: Record<string, unknown> = { ...(typeof input === 'object' && input) };
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const rest = Object.entries(values).filter(([name]) => !stepsOf(path).includes(name));
  if (method === 'GET') return { url: url + toQuery(rest), headers: {} };
  if (input === undefined) return { url, headers: {} };
  if (rest.some(([, value]) => value instanceof Blob))
    return { url, body: toForm(Object.fromEntries(rest)), headers: {} };
  return { url, body: JSON.stringify(Object.fromEntries(rest)), headers: { 'content-type': 'application/json' } };
}

/** A query holds texts, numbers and yes or no. */
type QueryValue = string | number | boolean | undefined;

function toQuery(values: readonly [string, unknown][]): string {
  const query = new URLSearchParams();
  for (const [name, value] of values) {
    for (const one of [value].flat() as QueryValue[]) {
      if (one !== undefined) query.append(name, String(one));
    }
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function describe({ ifMatch, idempotencyKey }: CallOptions): Record<string, string> {
  return {
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

async function readReply(response: Response, media: Endpoint<never, never>['media']): Promise<unknown> {
  switch (media) {
    case 'application/json':
      return response.json();
    case 'application/octet-stream':
      return new Uint8Array(await response.arrayBuffer());
    case 'text/html':
    case 'text/plain':
    case 'text/csv':
    case 'text/calendar':
    case 'application/atom+xml':
    case 'image/svg+xml':
      return response.text();
  }
}

async function readFailure(response: Response): Promise<Error> {
  const text = await response.text();
  return readProblem(parse(text)) ?? new Error(`服务器回复了意外的状态 ${response.status}。`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
