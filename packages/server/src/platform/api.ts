import { createHash, randomUUID } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { Refusal, toProblem, type AnyEndpoint, type DeepReadonly, type Endpoint } from '@qingzhuang/contract';
import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { assertMayCall, type Actor, type FindActor } from './actor.ts';
import type { Acting, Context } from './context.ts';
import { inCounty } from './county.ts';
import { isDatabaseGone } from './db.ts';
import { doOnce, readRepeatable } from './idempotency.ts';
import { describeDefect, type Log } from './log.ts';
import type { RateLimit } from './rate-limit.ts';
import { createMemoryBudget } from './memory-budget.ts';
import { readInput } from './request-input.ts';
import { statuses } from './statuses.ts';
import type { StaticFiles } from './static-files.ts';

/** `incoming` is missing when a test calls the app in process. */
interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; route: string };
}

export type App = Hono<Env>;

/** What a handler may know of the request besides its input, and add to the reply besides its body. */
export interface Exchange {
  readonly request: Request;
  /** The network address that asks, shortened where a household has many. */
  readonly address: string;
  setHeader(name: string, value: string): void;
}

type Answer<Reply> = Promise<DeepReadonly<Reply>> | DeepReadonly<Reply>;
type OpenHandle<Input, Reply> = (context: Context, input: Input, exchange: Exchange) => Answer<Reply>;
/** A refusal that is returned, not thrown, leaves what was written: it tells that something has to be looked at first. */
type Handle<Input, Reply> = (
  acting: Acting,
  input: Input,
  exchange: Exchange,
) => Answer<Reply> | Promise<DeepReadonly<Reply> | Refusal>;

/** What is done before, in and after the transaction of a request. */
interface Steps<Input, Prepared, Found, Reply> {
  readonly prepare: (context: Context, input: Input, actor: Actor) => Promise<Prepared> | Prepared;
  readonly handle: Handle<Prepared, Found>;
  readonly follow: (found: DeepReadonly<Found>, exchange: Exchange) => Answer<Reply>;
}

function asFound<Found>(found: Found): Found {
  return found;
}

export interface Api {
  /** Answers an endpoint that needs no account. Nothing of any county is visible to its handler until it asks. */
  open<Input, Reply>(endpoint: Endpoint<Input, Reply>, handle: OpenHandle<Input, Reply>, rateLimit?: RateLimit): void;
  /**
   * Answers an endpoint for those its access names. The handler runs in one transaction that sees the actor's county
   * and is undone when it throws; it may run again when two such transactions collide.
   */
  on<Input, Reply>(endpoint: Endpoint<Input, Reply>, handle: Handle<Input, Reply>): void;
  /** Like `on`, with slow work (reading a file, say) done before the transaction begins. */
  onPrepared<Input, Prepared, Reply>(
    endpoint: Endpoint<Input, Reply>,
    prepare: (context: Context, input: Input, actor: Actor) => Promise<Prepared>,
    handle: Handle<Prepared, Reply>,
  ): void;
  /**
   * Like `on`, with slow work (fetching a file from a bucket, say) done after the transaction has ended, so that it
   * holds no connection: `follow` makes the reply of what the handler has found.
   */
  onFollowed<Input, Found, Reply>(
    endpoint: Endpoint<Input, Reply>,
    handle: Handle<Input, Found>,
    follow: (found: DeepReadonly<Found>, exchange: Exchange) => Answer<Reply>,
  ): void;
  /** Call last: the other methods of known addresses are refused, everything else is looked up among the pages. */
  finish(pages: StaticFiles | undefined): App;
}

interface ApiContext extends Context {
  /** Requests come by a proxy; the address that asks is what the proxy says it is. */
  readonly behindProxy?: boolean;
  /** The style sheets written into answers that must need nothing else; a browser applies no other one it finds there. */
  readonly inlineStyles?: readonly string[];
}

/**
 * Takes requests apart, finds out who asks, and turns refusals into problem documents. `afterWrite` hears of every
 * county that something has been written for.
 */
export function createApi(
  { behindProxy = false, inlineStyles = [], ...context }: ApiContext,
  log: Log,
  findActor: FindActor,
  afterWrite: (county: string) => void = () => undefined,
): Api {
  const app: App = new Hono<Env>();
  const methods = new Map<string, Set<string>>();
  const within = createMemoryBudget(MOST_BODY_BYTES);

  app.use(observe(context, log));
  app.use(secureHeaders(securityWith(inlineStyles)));
  // Reads of the API can be asked for again cheaply.
  app.on('GET', '/api/*', etag());
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error);
    if (isDatabaseGone(error)) {
      log('warning', 'database-gone', { requestId: c.var.requestId, route: c.var.route });
      return refuse(c, new Refusal('not-ready', { retryAfterSeconds: 1 }));
    }
    log('error', 'defect', { requestId: c.var.requestId, route: c.var.route, ...describeDefect(error) });
    return refuse(c, new Refusal('internal'));
  });

  function add(
    endpoint: AnyEndpoint,
    answer: (c: HonoContext<Env>, read: () => Promise<unknown>) => Promise<unknown>,
  ): void {
    const { method, path } = endpoint;
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
    app.on(method, path, (c) => {
      c.set('route', path);
      return within(async (take) => {
        const reply = await answer(c, () => readInput(c.req.raw, endpoint, c.req.param(), take));
        return send(c, endpoint, reply);
      });
    });
  }

  function onSteps<Input, Prepared, Found, Reply>(
    endpoint: Endpoint<Input, Reply>,
    { prepare, handle, follow }: Steps<Input, Prepared, Found, Reply>,
  ): void {
    if (endpoint.access === 'anyone') throw new Error(`${endpoint.path} is open to anyone: use open`);
    add(endpoint, async (c, read) => {
      const { method, path, access, versioned, confidential } = endpoint;
      const actor = await findActor(c.req.raw);
      assertMayCall(actor, access);
      // Who sends a token is found by it and by nothing else, so this is no session.
      if (access === 'in-person' && c.req.raw.headers.has('authorization')) throw new Refusal('not-allowed');
      const writes = method !== 'GET';
      if (writes) assertSameSite(c.req.raw);
      const seen = writes && versioned ? readSeenVersion(c.req.header('if-match')) : undefined;
      const input = (await read()) as Input;
      const repeatable =
        writes && !confidential
          ? await readRepeatable(c.req.header('idempotency-key'), actor, `${method} ${path}`, input)
          : undefined;
      const prepared = await prepare(context, input, actor);
      const exchange = exchangeOf(c, behindProxy);
      const found = await inCounty(context.db, actor.county, (db) => {
        const acting: Acting = {
          db,
          clock: context.clock,
          chance: context.chance,
          metrics: context.metrics,
          actor,
          ...(seen !== undefined && { seen }),
        };
        async function work(): Promise<DeepReadonly<Found> | Refusal> {
          return handle(acting, prepared, exchange);
        }
        return repeatable === undefined ? work() : doOnce(db, actor, repeatable, work);
      });
      if (writes) afterWrite(actor.county);
      if (found instanceof Refusal) throw found;
      return follow(found, exchange);
    });
  }

  return {
    open(endpoint, handle, rateLimit) {
      if (endpoint.access !== 'anyone') throw new Error(`${endpoint.path} is not open to anyone: use on`);
      add(endpoint, async (c, read) => {
        rateLimit?.(addressOf(c, behindProxy));
        // `readInput` has just validated it against the schema that the type comes from.
        const input = (await read()) as Parameters<typeof handle>[1];
        return handle(context, input, exchangeOf(c, behindProxy));
      });
    },
    on(endpoint, handle) {
      onSteps(endpoint, { prepare: (_, input) => input, handle, follow: asFound });
    },
    onPrepared(endpoint, prepare, handle) {
      onSteps(endpoint, { prepare, handle, follow: asFound });
    },
    onFollowed(endpoint, handle, follow) {
      onSteps(endpoint, { prepare: (_, input) => input, handle, follow });
    },
    finish(pages) {
      for (const [path, known] of methods) {
        app.all(path, (c) => {
          c.set('route', path);
          throw new Refusal('method-not-allowed', { allow: allowed(known) });
        });
      }
      app.get('*', async (c, next) => {
        const page = isApiPath(c.req.path) ? undefined : await pages?.(c.req.raw);
        if (page === undefined) return next();
        c.set('route', PAGES);
        return page;
      });
      app.notFound((c) => refuse(c, new Refusal('not-found')));
      return app;
    },
  };
}

/** Of all requests under way together. A request holds its bytes up to three times while it is taken apart. */
const MOST_BODY_BYTES = 256 * 1024 * 1024;

const PAGES = 'pages';

function securityWith(inlineStyles: readonly string[]): Parameters<typeof secureHeaders>[0] {
  const hashes = inlineStyles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      // The PDF reader decodes its pictures in WebAssembly.
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'", ...hashes],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [], usb: [] },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Whoever puts TLS in front of the program decides about it.
    strictTransportSecurity: false,
  };
}

/** Gives every request its number, and afterwards counts it and logs it by route: an address may hold private words. */
function observe({ metrics }: Context, log: Log): MiddlewareHandler<Env> {
  return async (c, next) => {
    const began = performance.now();
    const given = c.req.header('x-request-id');
    c.set('requestId', given !== undefined && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID());
    c.set('route', 'unknown');
    await next();
    c.header('x-request-id', c.var.requestId);
    const { route, requestId } = c.var;
    const milliseconds = performance.now() - began;
    metrics.countRequest(route, c.req.method, c.res.status, milliseconds / 1000);
    // A page is a dozen files; they would drown what matters.
    if (route === PAGES) return;
    const facts = { requestId, method: c.req.method, route, status: c.res.status, ms: Math.round(milliseconds) };
    log('info', 'request', facts);
  };
}

/** Statuses, headers and body of a reply that is no refusal. */
function send(c: HonoContext<Env>, endpoint: AnyEndpoint, reply: unknown): Response {
  const { media, path, method, versioned } = endpoint;
  c.header('cache-control', cachingOf(path));
  c.header('content-type', media.startsWith('text/') ? `${media}; charset=utf-8` : media);
  const body = bodyOf(media, reply);
  // Hono would read the reply again, and hash it in another thread.
  if (method === 'GET' || versioned) c.header('etag', etagOf(body, versioned ? (reply as Versioned) : null));
  if (method === 'GET' && media === 'application/json') linkNext(c, reply);
  return c.body(body);
}

interface Versioned {
  readonly version: number;
}

/** With the version first, where there is one. One version reads otherwise for somebody else, and when he may do more. */
function etagOf(body: string | Uint8Array, versioned: Versioned | null): string {
  const digest = createHash('sha1').update(body).digest('base64url');
  return versioned === null ? `"${digest}"` : `"${versioned.version}.${digest}"`;
}

function bodyOf(media: string, reply: unknown): string | Uint8Array<ArrayBuffer> {
  if (media === 'application/json') return JSON.stringify(reply);
  return media === 'application/octet-stream' ? (reply as Uint8Array<ArrayBuffer>) : String(reply);
}

/** RFC 8288: where a list goes on. */
function linkNext(c: HonoContext<Env>, reply: unknown): void {
  if (typeof reply !== 'object' || reply === null || !('next' in reply) || typeof reply.next !== 'string') return;
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', reply.next);
  c.header('link', `<${url.pathname}${url.search}>; rel="next"`);
}

function exchangeOf(c: HonoContext<Env>, behindProxy: boolean): Exchange {
  return {
    request: c.req.raw,
    address: addressOf(c, behindProxy),
    setHeader: (name, value) => c.header(name, value, { append: true }),
  };
}

/** A page of another site can make a browser send our cookie along, but it cannot hide where the request began. */
function assertSameSite(request: Request): void {
  if (request.headers.has('authorization')) return;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  const foreign = origin !== null && host !== null && URL.parse(origin)?.host !== host;
  if (site === 'cross-site' || site === 'same-site' || foreign) throw new Refusal('cross-site');
}

/** The version in an If-Match header: the ETag of a versioned read, or its version alone, in quotes. */
function readSeenVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new Refusal('version-needed');
  const version = /^"(\d{1,9})(?:\.[\w-]{27})?"$/.exec(ifMatch)?.[1];
  // An ETag that was never given out cannot be the current one.
  if (version === undefined) throw new Refusal('stale');
  return Number(version);
}

function refuse(c: HonoContext<Env>, refusal: Refusal): Response {
  const { code, facts } = refusal;
  const status = statuses[code];
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(facts.allow && { allow: facts.allow.join(', ') }),
    ...(facts.retryAfterSeconds !== undefined && { 'retry-after': String(facts.retryAfterSeconds) }),
    // The rest of the body is not read, so the connection cannot be used again.
    ...(status === 413 && { connection: 'close' }),
  };
  return c.body(JSON.stringify(toProblem(refusal, status, c.var.requestId)), status, headers);
}

function allowed(methods: ReadonlySet<string>): string[] {
  return methods.has('GET') ? [...methods, 'HEAD'] : [...methods];
}

function cachingOf(path: string): string {
  return isApiPath(path) ? 'no-cache' : 'no-store';
}

function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

/** One household or office has a whole /64 of IPv6. */
function addressOf(c: HonoContext<Env>, behindProxy: boolean): string {
  // Missing when a test calls the app in process.
  const bindings = c.env as Env['Bindings'] | undefined;
  const direct = bindings?.incoming?.socket.remoteAddress ?? 'in-process';
  const address = (behindProxy ? forwardedAddress(c.req.header('x-forwarded-for')) : undefined) ?? direct;
  return isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
}

/** The last is what the proxy itself has seen; whatever stands before it came with the request. */
function forwardedAddress(header: string | undefined): string | undefined {
  const last = header?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? undefined : last;
}
