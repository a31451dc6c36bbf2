import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Deed, growDeed, keepDeed, listDeeds } from './deeds.ts';
import { openDatabase } from './database.ts';
import { sendDeeds, type SendingEnd, type Sent } from './sender.ts';

vi.stubGlobal('isSecureContext', true);

const WANG = 'wang';
const LATER = new Date('2026-11-22T03:00:00Z');

/** What the server answers, by the end of the address; `down` is a request that does not arrive. */
type Answers = Readonly<Record<string, readonly [status: number, reply: unknown] | 'down'>>;

interface Request {
  readonly url: string;
  readonly body: unknown;
}

function deed(id: string, changes: Partial<Deed> = {}): Deed {
  return {
    id,
    person: WANG,
    subject: 'village/one',
    name: 'answer',
    saidAt: '2026-11-22T01:10:00Z',
    request: { method: 'POST', url: `/${id}`, body: { event: id, text: '12 户都在' } },
    ...changes,
  };
}

async function send(answers: Answers): Promise<{ end: SendingEnd; asked: Request[]; sent: Sent[] }> {
  const [asked, sent]: [Request[], Sent[]] = [[], []];
  const end = await sendDeeds(WANG, {
    isSure: false,
    now: () => LATER,
    onSent: (one) => sent.push(one),
    fetch(url, init) {
      if (url !== '/api/v1/me') asked.push({ url, body: JSON.parse(init?.body as string) as unknown });
      const answer = answers[url] ?? (url === '/api/v1/me' ? [200, { person: WANG }] : [200, {}]);
      if (answer === 'down') return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(Response.json(answer[1], { status: answer[0] }));
    },
  });
  return { end, asked, sent };
}

async function waiting(): Promise<string[]> {
  return (await listDeeds(WANG)).map(({ id, refusal }) => (refusal === null ? id : `${id} ${refusal.code}`));
}

beforeEach(async () => {
  const database = await openDatabase();
  for (const store of ['key', 'copy', 'deed'] as const) await database.clear(store);
});

describe('the sender', () => {
  test('sends what waits in the order in which it was done, and says when that was', async () => {
    for (const id of ['a', 'b', 'c']) await keepDeed(deed(id));

    const { end, asked } = await send({});

    expect(end).toBe('all-sent');
    expect(asked.map(({ url }) => url)).toEqual(['/a', '/b', '/c']);
    expect(asked[0]?.body).toEqual({ event: 'a', text: '12 户都在', saidAt: '2026-11-22T01:10:00Z' });
    expect(await waiting()).toEqual([]);
  });

  test('keeps what has not arrived, in its order', async () => {
    for (const id of ['a', 'b', 'c']) await keepDeed(deed(id));

    expect((await send({ '/b': 'down' })).end).toBe('no-line');
    expect(await waiting()).toEqual(['b', 'c']);
    expect((await send({})).asked.map(({ url }) => url)).toEqual(['/b', '/c']);
  });

  test('sends nothing in the name of somebody else, or of nobody', async () => {
    await keepDeed(deed('a'));

    const other = await send({ '/api/v1/me': [200, { person: 'li' }] });
    const nobody = await send({ '/api/v1/me': [401, { code: 'not-signed-in' }] });

    expect([other.end, nobody.end]).toEqual(['somebody-else', 'signed-out']);
    expect([...other.asked, ...nobody.asked]).toEqual([]);
    expect(await waiting()).toEqual(['a']);
  });

  test('keeps what the server refuses, holds back what follows on the same subject, and sends the rest', async () => {
    await keepDeed(deed('a'));
    await keepDeed(deed('b'));
    await keepDeed(deed('c', { subject: 'village/two' }));

    const { asked, sent } = await send({ '/a': [412, { code: 'stale', version: 3 }] });

    expect(asked.map(({ url }) => url)).toEqual(['/a', '/c']);
    expect(sent.map(({ id, state }) => `${id} ${state}`)).toEqual(['a refused', 'c sent']);
    expect(await waiting()).toEqual(['a stale', 'b']);
  });

  test.each<[string, Answers]>([
    ['a busy server', { '/a': [503, { code: 'busy' }] }],
    ['a server behind a broken proxy', { '/a': [404, { message: 'no such page' }] }],
  ])('gives %s time', async (_, answers) => {
    await keepDeed(deed('a'));

    expect((await send(answers)).end).toBe('later');
    expect(await waiting()).toEqual(['a']);
  });

  test('does not let a lost measurement hold up an answer', async () => {
    await keepDeed(deed('opened', { name: 'open' }));
    await keepDeed(deed('a'));

    expect((await send({ '/opened': [409, { code: 'wrong-state' }] })).end).toBe('all-sent');
    expect(await waiting()).toEqual([]);
  });

  test('never runs twice at once', async () => {
    await keepDeed(deed('a'));

    const both = await Promise.all([send({}), send({})]);

    expect(both.flatMap(({ asked }) => asked)).toHaveLength(1);
  });
});

describe('a deed', () => {
  const more = deed('a', { request: { method: 'POST', url: '/a', body: { event: 'a', text: '13 户' } } });

  test('can say more while it has not been sent, but not once the server may have it', async () => {
    await keepDeed(deed('a'));
    expect(await growDeed(more)).toBe(true);
    const { asked } = await send({ '/a': 'down' });
    expect(asked[0]?.body).toMatchObject({ text: '13 户' });
    expect(await growDeed(more)).toBe(false);
  });

  test('cannot be read on the device without its key', async () => {
    await keepDeed(deed('a'));
    const [stored] = await (await openDatabase()).getAll('deed');
    const key = await (await openDatabase()).get('key', WANG);

    expect(new TextDecoder().decode(stored?.sealed.bytes)).not.toContain('12 户');
    expect(key?.extractable).toBe(false);
  });
});
