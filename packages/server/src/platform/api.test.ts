import { createClient, endpoint, Refusal, type Role } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { useTestDb } from '../testing/db.ts';
import type { Actor } from './actor.ts';
import { createApi, type Api } from './api.ts';
import { systemChance } from './chance.ts';
import { inCounty } from './county.ts';
import { readCursor, rowsFor, toPage } from './cursor.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';

const { db, owner } = await useTestDb();
const clock = { now: () => new Date('2026-03-05T02:00:00Z'), today: () => '2026-03-05' };

const Note = z.object({ id: z.int(), words: z.string(), version: z.int() });
const roles: readonly Role[] = ['drafter'];
const writeNote = endpoint('POST /api/v1/notes', {
  summary: '',
  access: roles,
  input: z.strictObject({ id: z.int(), words: z.string() }),
  reply: Note,
  refusals: ['already-exists'],
});
const readNote = endpoint('GET /api/v1/notes/:id', {
  summary: '',
  access: 'signed-in',
  input: z.strictObject({ id: z.coerce.number().int() }),
  reply: Note,
  versioned: true,
});
const changeNote = endpoint('PATCH /api/v1/notes/:id', {
  summary: '',
  access: roles,
  input: z.strictObject({ id: z.coerce.number().int(), words: z.string() }),
  reply: Note,
  versioned: true,
});
const scanNote = endpoint('POST /api/v1/notes/scans', {
  summary: '',
  access: roles,
  input: z.strictObject({ id: z.int(), words: z.string() }),
  upload: z.strictObject({ id: z.int(), file: z.file() }),
  reply: Note,
});
const listNotes = endpoint('GET /api/v1/notes', {
  summary: '',
  access: 'signed-in',
  input: z.strictObject({ limit: z.coerce.number().int().exactOptional(), cursor: z.string().exactOptional() }),
  reply: z.object({ items: z.array(Note), next: z.string().nullable() }),
});

type Row = z.infer<typeof Note>;

/** A feature as small as one can be, with its SQL in place. */
function noteRoutes(api: Api): void {
  api.on(writeNote, async (acting, { id, words }) => {
    const { rows } = await sql<Row>`
      insert into note values (${acting.actor.county}, ${id}, ${words}) on conflict do nothing
      returning id, words, version`.execute(acting.db);
    if (rows[0] === undefined) throw new Refusal('already-exists');
    if (words === 'break') throw new Error('broken after the write');
    return rows[0];
  });
  api.onPrepared(
    scanNote,
    async (_, { id, ...sent }) => ({ id, words: 'file' in sent ? await sent.file.text() : sent.words }),
    async (acting, { id, words }) => {
      await sql`insert into note values (${acting.actor.county}, ${id}, ${words})`.execute(acting.db);
      return getNote(acting.db, id);
    },
  );
  api.on(readNote, async (acting, { id }) => getNote(acting.db, id));
  api.on(changeNote, async (acting, { id, words }) => {
    const note = await getNote(acting.db, id);
    if (note.version !== acting.seen) throw new Refusal('stale', { version: note.version });
    await sql`update note set words = ${words}, version = version + 1 where id = ${id}`.execute(acting.db);
    return getNote(acting.db, id);
  });
  api.on(listNotes, async (acting, request) => {
    const after = readCursor(request, z.int()) ?? 0;
    const { rows } = await sql<Row>`
      select id, words, version from note where id > ${after} order by id limit ${rowsFor(request)}`.execute(acting.db);
    return toPage(rows, request, ({ id }) => id);
  });
}

async function getNote(at: typeof db, id: number): Promise<Row> {
  const { rows } = await sql<Row>`select id, words, version from note where id = ${id}`.execute(at);
  if (rows[0] === undefined) throw new Refusal('no-such-record');
  return rows[0];
}

function actor(county: string, role: Role): Actor {
  return {
    person: `00000000-0000-4000-8000-000000${county}`,
    name: '王芳',
    county,
    posts: [{ unit: `${county}000001`, role }],
  };
}

/** The person is named in a header here; the product asks its session. */
const secondPost = { unit: '130101000002', role: 'drafter' } as const;
const drafter = actor('130101', 'drafter');
const actors: Readonly<Record<string, Actor>> = {
  drafter,
  // The same person with more posts, and with the same in another order.
  'drafter-of-two': { ...drafter, posts: [...drafter.posts, secondPost] },
  'drafter-of-two-again': { ...drafter, posts: [secondPost, ...drafter.posts] },
  clerk: actor('130101', 'bearer-clerk'),
  stranger: actor('130102', 'drafter'),
};
const logged: string[] = [];
const api = createApi(
  { db, clock, chance: systemChance, metrics: createMetrics(), migrations: [] },
  createLog((line) => logged.push(line), clock),
  (request) => Promise.resolve(actors[request.headers.get('x-test-actor') ?? '']),
);
noteRoutes(api);
const app = api.finish(undefined);

function callAs(name: string): ReturnType<typeof createClient> {
  return createClient((url, init) =>
    app.request(url, { ...init, headers: { ...(init.headers as Record<string, string>), 'x-test-actor': name } }),
  );
}

const asDrafter = callAs('drafter');

await sql`
  create table note (
    county text not null, id int not null, words text not null, version int not null default 1, primary key (county, id)
  )`.execute(owner);
await sql`call wall_off('note')`.execute(owner);
await sql`insert into county (code, name, letters) values ('130101', '清河县', 'QH'), ('130102', '邻县', 'LX')`.execute(
  owner,
);

beforeEach(() => sql`truncate note, idempotency_key`.execute(owner));

describe('who may call', () => {
  test('nobody without an account', async () => {
    await expect(callAs('nobody')(listNotes, {})).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('nobody whose posts the endpoint does not name', async () => {
    await expect(callAs('clerk')(writeNote, { id: 1, words: '甲' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(callAs('clerk')(listNotes, {})).resolves.toEqual({ items: [], next: null });
  });

  test('and is refused before a byte of the request is read', async () => {
    const response = await app.request('/api/v1/notes', { method: 'POST', body: 'no JSON at all' });

    expect(response.status).toBe(401);
  });

  test.each([
    [{ origin: 'https://elsewhere.example', host: 'gate.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://gate.example', host: 'gate.example', 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'cross-site', authorization: 'Bearer token' }, 200],
  ])('a write that began at %j is answered with %d', async (headers, status) => {
    const response = await app.request('/api/v1/notes', {
      method: 'POST',
      headers: { ...headers, 'x-test-actor': 'drafter', 'content-type': 'application/json' },
      body: JSON.stringify({ id: 1, words: '甲' }),
    });

    expect(response.status).toBe(status);
  });
});

describe('the wall between counties', () => {
  test('what one county writes the other neither sees nor changes, by the same address', async () => {
    await asDrafter(writeNote, { id: 1, words: '甲' });
    const asStranger = callAs('stranger');

    await expect(asStranger(readNote, { id: 1 })).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(asStranger(changeNote, { id: 1, words: '乙' }, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    expect(await asStranger(writeNote, { id: 1, words: '丙' })).toMatchObject({ words: '丙' });
    expect(await asDrafter(readNote, { id: 1 })).toMatchObject({ words: '甲' });
  });

  test('a row for another county cannot be written, even by a query that tries', async () => {
    const forged = inCounty(db, '130102', (tx) => sql`insert into note values ('130101', 9, '伪')`.execute(tx));

    await expect(forged).rejects.toThrow('row-level security');
  });

  test('outside of a county no row is visible, and the role cannot step out of the wall', async () => {
    await asDrafter(writeNote, { id: 1, words: '甲' });

    expect((await sql`select from note`.execute(db)).rows).toEqual([]);
    await expect(sql`alter table note disable row level security`.execute(db)).rejects.toThrow('must be owner');
    await expect(sql`set session authorization qingzhuang`.execute(db)).rejects.toThrow('permission denied');
  });
});

describe('a write', () => {
  test('that throws leaves nothing', async () => {
    await expect(asDrafter(writeNote, { id: 1, words: 'break' })).rejects.toMatchObject({ code: 'internal' });

    expect((await asDrafter(listNotes, {})).items).toEqual([]);
  });

  test('sent twice with one key is done once, and both get the same reply', async () => {
    const key = { idempotencyKey: 'one' };
    const replies = await Promise.all([1, 2, 3].map(() => asDrafter(writeNote, { id: 1, words: '甲' }, key)));

    expect(replies).toEqual(Array(3).fill({ id: 1, words: '甲', version: 1 }));
    await expect(asDrafter(writeNote, { id: 1, words: '甲' })).rejects.toMatchObject({ code: 'already-exists' });
  });

  test('that failed may be sent again with its key', async () => {
    const key = { idempotencyKey: 'two' };
    await expect(asDrafter(writeNote, { id: 1, words: 'break' }, key)).rejects.toMatchObject({ code: 'internal' });

    expect(await asDrafter(writeNote, { id: 1, words: '甲' }, key)).toMatchObject({ id: 1 });
  });

  test('with the key of another request is refused', async () => {
    await asDrafter(writeNote, { id: 1, words: '甲' }, { idempotencyKey: 'three' });

    await expect(asDrafter(writeNote, { id: 2, words: '甲' }, { idempotencyKey: 'three' })).rejects.toMatchObject({
      code: 'key-reused',
    });
  });

  test('with the key of another request of the same person by other posts gets nothing of its reply', async () => {
    const [note, key] = [{ id: 1, words: '甲' }, { idempotencyKey: 'five' }];
    const first = await callAs('drafter-of-two')(writeNote, note, key);

    expect(await callAs('drafter-of-two-again')(writeNote, note, key)).toEqual(first);
    await expect(asDrafter(writeNote, note, key)).rejects.toMatchObject({ code: 'key-reused' });
  });

  test('with a file is another request when the file is another, by its bytes or by its name', async () => {
    const key = { idempotencyKey: 'four' };
    async function scan(words: string, name: string): Promise<unknown> {
      return asDrafter(scanNote, { id: 1, file: new File([words], name) }, key);
    }
    const first = await scan('甲', '一.txt');

    expect(await scan('甲', '一.txt')).toEqual(first);
    await expect(scan('乙', '一.txt')).rejects.toMatchObject({ code: 'key-reused' });
    await expect(scan('甲', '二.txt')).rejects.toMatchObject({ code: 'key-reused' });
  });

  test('of a versioned record needs the version that was read', async () => {
    await asDrafter(writeNote, { id: 1, words: '甲' });

    await expect(asDrafter(changeNote, { id: 1, words: '乙' })).rejects.toMatchObject({ code: 'version-needed' });
    expect(await asDrafter(changeNote, { id: 1, words: '乙' }, { ifMatch: 1 })).toMatchObject({ version: 2 });
    await expect(asDrafter(changeNote, { id: 1, words: '丙' }, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'stale',
      facts: { version: 2 },
    });
  });
});

describe('a read', () => {
  test('gives an ETag with its version first, and nothing when the caller has it', async () => {
    await asDrafter(writeNote, { id: 1, words: '甲' });
    const headers = { 'x-test-actor': 'drafter' };

    const first = await app.request('/api/v1/notes/1', { headers });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"1\.[\w-]{27}"$/);
    const second = await app.request('/api/v1/notes/1', { headers: { ...headers, 'if-none-match': etag } });
    expect(second.status).toBe(304);
    // The same version may read otherwise for somebody who may do more.
    const other = await app.request('/api/v1/notes/1', { headers: { ...headers, 'if-none-match': '"1.else"' } });
    expect(other.status).toBe(200);
  });

  test('of a list goes on where the page before ended, by cursor and by link', async () => {
    for (const id of [1, 2, 3]) await asDrafter(writeNote, { id, words: '甲' });

    const first = await asDrafter(listNotes, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([1, 2]);
    const rest = await asDrafter(listNotes, { limit: 2, cursor: first.next ?? '' });
    expect(rest).toMatchObject({ items: [{ id: 3 }], next: null });
    const response = await app.request('/api/v1/notes?limit=2', { headers: { 'x-test-actor': 'drafter' } });
    expect(response.headers.get('link')).toBe(`</api/v1/notes?limit=2&cursor=${first.next}>; rel="next"`);
  });

  test.each(['%%%', 'bm90IGpzb24', 'IngiCg'])('with the cursor %s, which it never gave, is refused', async (cursor) => {
    await expect(asDrafter(listNotes, { cursor })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
