/** Whatever is sent: a problem document with a code, never a defect, and nothing half-written. */
import { Problem, stepsOf, type AnyEndpoint } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../testing/app.ts';
import { openCounty } from '../testing/county-world.ts';
import { endpointOf, requests } from '../testing/requests/all.ts';
import { permittedRequest, type Permitted } from '../testing/requests/permitted.ts';
import type { Asked } from '../testing/requests/request.ts';
import { readReply, type Reply } from '../testing/requests/send.ts';
import type { SignedIn } from '../testing/sign-in.ts';

const testApp = await useTestApp();
const world = await openCounty(testApp, '130102');

/** One case for each endpoint: what it is asked about makes no difference here. */
const cases = Object.keys(requests).filter(
  (name, index, names) => names.findIndex((other) => other.split(' ')[0] === name.split(' ')[0]) === index,
);
const writes = cases.filter((name) => endpointOf(name).method !== 'GET');
const withBody = writes.filter((name) => {
  const { input, path } = endpointOf(name);
  return input !== undefined && (stepsOf(path).length === 0 || bodyFields(name).length > 0);
});

function bodyFields(name: string): string[] {
  const schema = endpointOf(name).input as { shape?: Record<string, unknown> } | undefined;
  const steps = stepsOf(endpointOf(name).path);
  return Object.keys(schema?.shape ?? {}).filter((field) => !steps.includes(field));
}

interface Raw {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Instead of the values of the steps. */
  readonly step?: string;
}

/** Sends a request with the parts replaced that are given; the others are right. */
async function send(endpoint: AnyEndpoint, asked: Asked, by: SignedIn, raw: Raw): Promise<Reply> {
  const { method, path } = endpoint;
  const { input = {}, ifMatch } = asked;
  const address = stepsOf(path).reduce(
    (one, step) => one.replace(`:${step}`, raw.step ?? encodeURIComponent(String(input[step]))),
    path,
  );
  const response = await testApp.app.request(`${address}${raw.query ?? ''}`, {
    method,
    headers: {
      cookie: by.cookie,
      ...(raw.body !== undefined && { 'content-type': 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      ...raw.headers,
    },
    ...(raw.body !== undefined && { body: raw.body }),
  });
  return readReply(response);
}

function bodyOf(name: string, { input = {} }: Asked): Record<string, unknown> {
  const steps = stepsOf(endpointOf(name).path);
  return Object.fromEntries(Object.entries(input).filter(([field]) => !steps.includes(field)));
}

/** How many rows there are, the audit log and what is forgotten by itself apart. */
async function countRows(): Promise<unknown> {
  const { rows } = await sql`
    select relname as name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text as rows
    from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not like 'audit_%' and relname not in ('sign_in_attempt', 'challenge')
    order by relname`.execute(testApp.owner);
  return rows;
}

function asked(name: string): Promise<Permitted> {
  return permittedRequest(world, name);
}

describe.each(withBody)('%s', (name) => {
  const endpoint = endpointOf(name);

  test('refuses what it does not know or cannot read, and writes nothing', async () => {
    const { by, ask } = await asked(name);
    const right = bodyOf(name, ask);
    const before = await countRows();
    async function codeOf(raw: Raw): Promise<string | undefined> {
      return (await send(endpoint, ask, by, raw)).code;
    }

    expect(await codeOf({ body: JSON.stringify({ ...right, surprise: 1 }) })).toBe('invalid-input');
    expect(await codeOf({ body: `{"__proto__":{"role":"office"},${JSON.stringify(right).slice(1)}` })).toBe(
      'invalid-input',
    );
    expect(await codeOf({ body: JSON.stringify(right), headers: { 'content-type': 'text/plain' } })).toBe(
      'unsupported-media-type',
    );
    expect(await codeOf({ body: JSON.stringify(right), headers: { 'content-encoding': 'gzip' } })).toBe(
      'unsupported-media-type',
    );
    expect(await codeOf({ body: JSON.stringify(right).slice(0, -1) })).toBe('malformed-json');
    expect(await codeOf({ body: new Uint8Array([0x7b, 0xff, 0x7d]) })).toBe('malformed-json');
    expect(await codeOf({ body: '' })).toMatch(/malformed-json|invalid-input/);
    for (const body of ['[]', 'null', '1', '"文字"', `${'['.repeat(10_000)}${']'.repeat(10_000)}`]) {
      expect(await codeOf({ body })).toBe('invalid-input');
    }
    expect(await countRows()).toEqual(before);
  });

  test('refuses a body over its limit unread', async () => {
    const { by, ask } = await asked(name);
    const { mostBytes } = endpoint;
    const announced = { 'content-length': String(mostBytes + 1) };
    const reply = await send(endpoint, ask, by, { body: '{}', headers: announced });

    expect(reply).toMatchObject({ status: 413, code: 'too-large' });
    expect(Problem.parse(JSON.parse(reply.text)).limitBytes).toBe(mostBytes);
  });

  test('bears no text that cannot be kept in any of its fields', async () => {
    const { by, ask } = await asked(name);
    const right = bodyOf(name, ask);
    for (const [field, value] of Object.entries(right)) {
      for (const bad of HOSTILE) {
        const body = JSON.stringify({ ...right, [field]: replaceText(value, bad) });
        const reply = await send(endpoint, ask, by, { body });
        expect(`${field} ${bad.slice(0, 20)} ${reply.code}`).not.toContain('internal');
      }
    }
    expect(defects()).toEqual([]);
  });
});

/** Texts that break what is not ready for them. */
const HOSTILE: readonly string[] = ['a\u0000b', 'x\ud800y', '9'.repeat(100_000)];

/** The value with every text in it replaced. */
function replaceText(value: unknown, by: string): unknown {
  if (typeof value === 'string') return by;
  if (Array.isArray(value)) return value.map((one) => replaceText(one, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaceText(one, by)]));
}

function defects(): string[] {
  return testApp.logged.filter((line) => line.includes('"event":"defect"'));
}

const STEPS = ['x', '%00', '%ff', '%2e%2e%2f', '-1', '__proto__', '%F0%9F', '0'.repeat(3000), 'null', '1e309'];

describe.each(cases.filter((name) => stepsOf(endpointOf(name).path).length > 0))('%s', (name) => {
  test('refuses steps of its address that name nothing', async () => {
    const { by, ask } = await asked(name);
    const right = bodyOf(name, ask);
    const isRead = endpointOf(name).method === 'GET';
    for (const step of STEPS) {
      const body = isRead ? {} : { body: JSON.stringify(right) };
      const query = isRead ? `?${new URLSearchParams(right as Record<string, string>)}` : '';
      const { code, status } = await send(endpointOf(name), ask, by, { ...body, step, query });
      // A code may be typed in any way; what it says is that there is none.
      if (name !== 'readCode') expect([400, 404, 405]).toContain(status);
      expect(code).not.toBe('internal');
    }
    expect(defects()).toEqual([]);
  });
});

const QUERIES = [
  ...['surprise=1', '__proto__=1', 'constructor=1', 'limit=0', 'limit=1e9', 'limit=-1', 'limit=NaN', 'limit=1&limit=2'],
  ...['cursor=%00', 'cursor=%25', 'unit=1&unit=2', `cursor=${'A'.repeat(600)}`],
];

/** Sort keys that no list gave out, in the clothes of a cursor. */
const CURSORS = [
  ...[
    null,
    [],
    {},
    '',
    '\u0000',
    '\ud800',
    ['\u0000', '\u0000'],
    ['9999-12-31T00:00:00Z', 'x'],
    1e400,
    'a'.repeat(300),
  ],
  ...[['+010000-01-01T00:00:00Z', '00000000-0000-4000-8000-000000000000'], { __proto__: 1 }, [[[]]]],
].map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));

describe.each(cases.filter((name) => endpointOf(name).method === 'GET' && endpointOf(name).input !== undefined))(
  '%s',
  (name) => {
    test('refuses queries that it does not know and cursors that it did not give', async () => {
      const { by, ask } = await asked(name);
      const right = new URLSearchParams(bodyOf(name, ask) as Record<string, string>).toString();
      for (const query of QUERIES) {
        const { code } = await send(endpointOf(name), ask, by, { query: `?${right}&${query}` });
        expect(`${query} ${code}`).toBe(`${query} invalid-input`);
      }
      for (const cursor of CURSORS) {
        const { code } = await send(endpointOf(name), ask, by, { query: `?${right}&cursor=${cursor}` });
        expect([undefined, 'invalid-input']).toContain(code);
      }
      expect(defects()).toEqual([]);
    });
  },
);

describe.each(writes.filter((name) => endpointOf(name).versioned))('%s', (name) => {
  test.each([
    [undefined, 'version-needed'],
    ['', 'stale'],
    ['*', 'stale'],
    ['1', 'stale'],
    ['W/"1"', 'stale'],
    ['"999999999"', 'stale'],
    ['"-1"', 'stale'],
    ['"1", "2"', 'stale'],
    ['"99999999999999999999"', 'stale'],
  ])('with If-Match %j answers %s', async (header, code) => {
    const { by, ask } = await asked(name);
    const right = bodyOf(name, ask);
    const { input } = ask;
    const body = Object.keys(right).length > 0 ? { body: JSON.stringify(right) } : {};
    const headers = header === undefined ? {} : { 'if-match': header };

    expect(await send(endpointOf(name), { ...(input && { input }) }, by, { ...body, headers })).toMatchObject({ code });
  });
});
