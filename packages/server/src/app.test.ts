import { createHash } from 'node:crypto';
import { endpoints, Problem, refusalsOf, stepsOf } from '@qingzhuang/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { apiDocument } from './app.ts';
import { statuses } from './platform/statuses.ts';
import { readMigrations } from './platform/migrate.ts';
import { openDb } from './platform/db.ts';
import { NOW, useTestApp } from './testing/app.ts';
import { useTestDb } from './testing/db.ts';

const { app, call, logged } = await useTestApp();

/** As OpenAPI writes the steps of a path. */
function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

async function readProblem(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return Problem.parse(await response.json());
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(JSON.stringify(apiDocument)) as Record<string, unknown>)).toEqual({
      valid: true,
    });
    expect(validator.version).toBe('3.1');
  });

  test('names every address the app answers, and no other', () => {
    const answered = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
    const documented = Object.entries(apiDocument.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(answered.map(({ method, path }) => `${method} ${templateOf(path)}`))].toSorted()).toEqual(
      documented.toSorted(),
    );
  });

  test.each(Object.values(endpoints))(
    'names the steps of $method $path as parameters, and not in the body',
    (endpoint) => {
      const { parameters = [], requestBody } =
        apiDocument.paths[templateOf(endpoint.path)]?.[endpoint.method.toLowerCase()] ?? {};
      const steps = stepsOf(endpoint.path);
      const body = requestBody?.content['application/json']?.schema['properties'] ?? {};

      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(steps);
      expect(Object.keys(body).filter((field) => steps.includes(field))).toEqual([]);
    },
  );

  test('gives every refusal of an endpoint its status', () => {
    for (const endpoint of Object.values(endpoints)) {
      const { responses } = apiDocument.paths[templateOf(endpoint.path)]?.[endpoint.method.toLowerCase()] ?? {
        responses: {},
      };
      const expected = ['200', ...refusalsOf(endpoint).map((code) => String(statuses[code]))];
      expect(Object.keys(responses).toSorted()).toEqual([...new Set(expected)].toSorted());
    }
  });

  test('is what the API itself answers', async () => {
    expect(await call(endpoints.readApiDocument)).toEqual(JSON.parse(JSON.stringify(apiDocument)));
  });

  test('is shown on a page that loads nothing else and explains every code', async () => {
    const page = await call(endpoints.readApiPage);

    expect(page).not.toMatch(/<(script|img|link|iframe)/);
    for (const code of Object.keys(statuses)) expect(page).toContain(`id="${code}"`);
    for (const path of Object.keys(apiDocument.paths)) expect(page).toContain(path);
  });
});

describe('health', () => {
  test('the program is up and ready on a migrated database', async () => {
    expect(await call(endpoints.reportLiveness)).toEqual({ status: 'up' });
    const readiness = await call(endpoints.reportReadiness);
    const last = (await readMigrations()).at(-1)?.name;
    expect(endpoints.reportReadiness.reply.parse(readiness)).toEqual({ status: 'ready', schema: last });
  });

  test('on a database that is not migrated it is up but not ready', async () => {
    const { call: callOther } = await useTestApp({ db: (await useTestDb({ migrated: false })).owner });

    expect(await callOther(endpoints.reportLiveness)).toEqual({ status: 'up' });
    await expect(callOther(endpoints.reportReadiness)).rejects.toMatchObject({ name: 'Refusal', code: 'not-ready' });
  });

  test('without its database it is not ready, and says when to ask again', async () => {
    const db = openDb({ host: '/no/such/directory' }, () => undefined);
    const other = await useTestApp({ db });

    const response = await other.app.request('/readyz');

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  test('requests are counted by route and status, never by what was typed', async () => {
    await app.request('/somebody/typed/this');
    const metrics = await call(endpoints.reportMetrics);

    expect(metrics).toMatch(/qingzhuang_requests_total\{route="\/healthz",method="GET",status="200"\} [1-9]/);
    expect(metrics).toMatch(/qingzhuang_requests_total\{route="unknown",method="GET",status="404"\} [1-9]/);
    expect(metrics).toMatch(/process_resident_memory_bytes [1-9]/);
    expect(metrics).not.toContain('somebody');
    expect(logged.join('')).not.toContain('somebody');
  });
});

describe('every answer', () => {
  test('carries the headers that keep a browser safe', async () => {
    const { headers } = await app.request('/api/docs');

    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/'unsafe-(inline|eval)'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  test('lets a browser apply the style sheet written into it, by its hash', async () => {
    const reply = await app.request('/api/docs');
    const [, style = ''] = /<style>([^<]+)<\/style>/u.exec(await reply.text()) ?? [];

    const hash = createHash('sha256').update(style).digest('base64');
    expect(reply.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  });

  test('repeats the number the caller gave, and makes one of its own for a strange one', async () => {
    const given = await app.request('/healthz', { headers: { 'x-request-id': 'abc-1.2_3' } });
    expect(given.headers.get('x-request-id')).toBe('abc-1.2_3');

    const strange = await app.request('/healthz', { headers: { 'x-request-id': 'a b' } });
    expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is logged in one line of JSON with its number and time', async () => {
    await app.request('/healthz', { headers: { 'x-request-id': 'logged-1' } });

    expect(JSON.parse(logged.at(-1) ?? '')).toMatchObject({
      time: NOW.toISOString(),
      level: 'info',
      event: 'request',
      requestId: 'logged-1',
      method: 'GET',
      route: '/healthz',
      status: 200,
    });
  });

  test('a document that has not changed is not sent again', async () => {
    const first = await app.request('/api/v1/openapi.json');
    const etag = first.headers.get('etag') ?? '';
    const second = await app.request('/api/v1/openapi.json', { headers: { 'if-none-match': etag } });

    expect(etag).not.toBe('');
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });
});

describe('addresses', () => {
  test.each(['/api/v1/nothing', '/api', '/api/', '/nothing', '/%', '/../package.json'])(
    'GET %s is answered with not-found',
    async (path) => {
      const response = await app.request(path);
      const problem = await readProblem(response);

      expect(response.status).toBe(404);
      expect(problem).toMatchObject({ code: 'not-found', status: 404, type: '/api/docs#not-found' });
      expect(problem.requestId).toBe(response.headers.get('x-request-id'));
    },
  );

  test.each([
    ['DELETE', '/api/v1/check', 'POST'],
    ['GET', '/api/v1/check', 'POST'],
    ['OPTIONS', '/api/v1/check', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('%s %s is refused, and the methods that work are named', async (method, path, allow) => {
    const response = await app.request(path, { method });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(await readProblem(response)).toMatchObject({ code: 'method-not-allowed', allow: allow.split(', ') });
  });

  test('HEAD answers like GET, without the body', async () => {
    const response = await app.request('/healthz', { method: 'HEAD' });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

test('a defect is logged without its message and shown as one neutral sentence', async () => {
  const checkers = { run: () => Promise.reject(new Error('张三的低保名单')), stop: () => Promise.resolve() };
  const broken = await useTestApp({ checkers });

  const response = await broken.app.request('/api/v1/check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"请报送名单。"}',
  });

  expect(response.status).toBe(500);
  expect(await readProblem(response)).toMatchObject({ code: 'internal' });
  const log = broken.logged.join('');
  expect(log).toContain('"event":"defect"');
  expect(log).toContain('app.test.ts');
  expect(log).not.toContain('张三');
});
