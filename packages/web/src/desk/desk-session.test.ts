import { plainSource } from '@qingzhuang/analysis';
import { expect, test } from 'vitest';
import type { CheckRequest, DescribeRequest } from './check-protocol.ts';
import { createCheckQueue } from './check-queue.ts';
import { createDeskSession, type DeskSession } from './desk-session.ts';
import type { DeskStore, StoredDocument } from './desk-store.ts';
import { resultOf } from '../features/check/testing/results.ts';

type Answer = (request: CheckRequest) => object | null;

/** A worker of the browser's shape that answers what the test tells it to; `null` leaves the page waiting. */
class ScriptedWorker extends EventTarget {
  static received: CheckRequest[] = [];
  readonly #answer: Answer;
  #ended = false;

  constructor(answer: Answer) {
    super();
    this.#answer = answer;
  }

  postMessage(request: CheckRequest | DescribeRequest): void {
    if ('describe' in request) return;
    ScriptedWorker.received.push(request);
    const answer = this.#answer(request);
    queueMicrotask(() => {
      if (answer && !this.#ended)
        this.dispatchEvent(new MessageEvent('message', { data: { id: request.id, ...answer } }));
    });
  }

  terminate(): void {
    this.#ended = true;
  }
}

function sessionWith(answer: Answer, kept = new Map<string, StoredDocument>()) {
  ScriptedWorker.received = [];
  const store: DeskStore = {
    load: () => Promise.resolve([...kept.values()]),
    save: (document) => Promise.resolve(kept.set(document.id, document).size > 0),
    remove: (id) => Promise.resolve(void kept.delete(id)),
    clear: () => {
      kept.clear();
      return Promise.resolve();
    },
  };
  let ids = 0;
  const queue = createCheckQueue(() => new ScriptedWorker(answer) as EventTarget as Worker);
  const session = createDeskSession({ queue, store, profile: () => null, newId: () => `id-${(ids += 1)}` });
  return { session, kept };
}

function done(request: CheckRequest, secrecy: string | null = null): object {
  const text = 'text' in request.input ? request.input.text : '原文';
  return { kind: 'done', source: plainSource(text), result: resultOf([], { secrecy }), titles: {}, milliseconds: 1 };
}

async function settled(session: DeskSession): Promise<void> {
  while (session.read().documents.some(({ progress }) => progress.kind === 'waiting' || progress.kind === 'working')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await new Promise((resolve) => setImmediate(resolve));
}

test('what was checked and accepted comes back on the next visit', async () => {
  const { session, kept } = sessionWith(done);
  const [id = ''] = session.add([{ name: '通知', input: { text: '各村报送。' } }]);
  await settled(session);
  session.accept(id, { 'report/rush@0-4': '三日内' });

  const next = sessionWith(done, kept).session;
  await next.restore();

  expect(next.read().documents).toMatchObject([
    { name: '通知', accepted: { 'report/rush@0-4': '三日内' }, source: { text: '各村报送。' } },
  ]);
});

test('a text marked secret is neither shown nor kept', async () => {
  const { session, kept } = sessionWith((request) => done(request, '机密'));
  session.add([{ name: '密件', input: { text: '机密 内容' } }]);
  await settled(session);

  expect(session.read().documents[0]?.source?.text).toBe('');
  expect(kept.size).toBe(0);
});

test('a stopped check can be started again, and the other texts go on', async () => {
  let hangs = true;
  const { session } = sessionWith((request) =>
    'text' in request.input && request.input.text === '慢' && hangs ? null : done(request),
  );
  const [slow = ''] = session.add([
    { name: '慢', input: { text: '慢' } },
    { name: '快', input: { text: '快' } },
  ]);
  session.cancel(slow);
  await settled(session);
  expect(session.read().documents.map(({ progress }) => progress.kind)).toEqual(['cancelled', 'done']);

  hangs = false;
  session.recheck(slow);
  await settled(session);
  expect(session.read().documents.map(({ progress }) => progress.kind)).toEqual(['done', 'done']);
});

test('a new receipt time is a fact of the next check', async () => {
  const { session } = sessionWith(done);
  const [id = ''] = session.add([{ name: '通知', input: { text: '报送' } }]);
  await settled(session);
  session.setReceivedAt(id, '2026-03-02T09:00+08:00');
  await settled(session);

  expect(ScriptedWorker.received.map(({ facts }) => facts.receivedAt)).toEqual([undefined, '2026-03-02T09:00+08:00']);
});

test('clearing leaves nothing behind', async () => {
  const { session, kept } = sessionWith(done);
  session.add([{ name: '通知', input: { text: '报送' } }]);
  await settled(session);
  session.clear();

  expect(session.read().documents).toEqual([]);
  expect(kept.size).toBe(0);
});

test('an unreadable file says why', async () => {
  const { session } = sessionWith(() => ({ kind: 'failed', code: 'encrypted' }));
  session.add([{ name: '加密.docx', input: { file: new File(['x'], '加密.docx') } }]);
  await settled(session);

  expect(session.read().documents[0]?.progress).toEqual(expect.objectContaining({ kind: 'failed', code: 'encrypted' }));
});
