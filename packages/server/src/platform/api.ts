import { randomUUID } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { Refusal, toProblem, type DeepReadonly, type Endpoint, type RefusalCode } from '@qingzhuang/contract';
import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { Context } from './context.ts';
import { describeDefect, type Log } from './log.ts';
import type { RateLimit } from './rate-limit.ts';
import { createMemoryBudget } from './memory-budget.ts';
import { readInput } from './request-input.ts';
import type { StaticFiles } from './static-files.ts';

/** The HTTP status of every refusal. */
export const statuses = {
  'malformed-json': 400,
  'malformed-form': 400,
  'invalid-input': 400,
  'invalid-configuration': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  encrypted: 422,
  damaged: 422,
  unsupported: 422,
  empty: 422,
  'took-too-long': 422,
  'too-many-requests': 429,
  internal: 500,
  busy: 503,
  'not-ready': 503,
} as const satisfies Record<RefusalCode, number>;

/** `incoming` is missing when a test calls the app in process. */
interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; route: string };
}

export type App = Hono<Env>;

type Handle<Input, Reply> = (context: Context, input: Input) => Promise<DeepReadonly<Reply>> | DeepReadonly<Reply>;

export interface Api {
  /** Answers an endpoint: reads and validates its input, and turns refusals into problem documents. */
  on<Input, Reply>(endpoint: Endpoint<Input, Reply>, handle: Handle<Input, Reply>, rateLimit?: RateLimit): void;
  /** Call last: the other methods of known addresses are refused, everything else is looked up among the pages. */
  finish(pages: StaticFiles | undefined): App;
}

export function createApi(context: Context, log: Log): Api {
  const app: App = new Hono<Env>();
  const methods = new Map<string, Set<string>>();
  const within = createMemoryBudget(MOST_BODY_BYTES);

  app.use(observe(context, log));
  app.use(secureHeaders(SECURITY));
  // Reads of the API can be asked for again cheaply.
  app.on('GET', '/api/*', etag());
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error);
    log('error', 'defect', { requestId: c.var.requestId, route: c.var.route, ...describeDefect(error) });
    return refuse(c, new Refusal('internal'));
  });

  return {
    on(endpoint, handle, rateLimit) {
      const { method, path, media } = endpoint;
      methods.set(path, (methods.get(path) ?? new Set()).add(method));
      app.on(method, path, async (c) => {
        c.set('route', path);
        rateLimit?.(addressOf(c.env));
        const reply = await within(async (take) => {
          // `readInput` has just validated it against the schema that the type comes from.
          const input = (await readInput(c.req.raw, endpoint, take)) as Parameters<typeof handle>[1];
          return handle(context, input);
        });
        const body = media === 'application/json' ? JSON.stringify(reply) : String(reply);
        const type = media === 'application/json' ? media : `${media}; charset=utf-8`;
        return c.body(body, 200, { 'content-type': type, 'cache-control': cachingOf(path) });
      });
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

const SECURITY = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    // The PDF reader decodes its pictures in WebAssembly.
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    // Ant Design writes its styles while the page runs.
    styleSrc: ["'self'", "'unsafe-inline'"],
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
} satisfies Parameters<typeof secureHeaders>[0];

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
function addressOf(bindings: Partial<HttpBindings> | undefined): string {
  const address = bindings?.incoming?.socket.remoteAddress ?? 'in-process';
  return isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
}
