import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { EMPTY_TALLY } from './tally.ts';
import type { Input } from './inputs.ts';
import { CHECK_THREAD, type Part, type PartSettings } from './part-maker.ts';
import { makeParts } from './pool.ts';

const INPUTS: readonly Input[] = Array.from({ length: 100 }, (_, index) => {
  const path = `${index}.txt`;
  return { path, identity: path, content: new TextEncoder().encode('各村：\n水渠清单由我局提取。\n') };
});

const entry = CHECK_THREAD;

const SETTINGS: PartSettings = {
  check: { config: {}, today: '2026-03-02', superiors: [], library: null, baseline: [], collectEntries: false },
  print: {
    ...{ format: 'csv', colour: false, columns: 80, failLevel: 'error', withText: false, explain: false, quiet: false },
  },
};

function makeNamedPart({ path }: Input): Promise<Part> {
  return Promise.resolve({ text: path, tally: EMPTY_TALLY });
}

async function collect(parts: AsyncIterable<Part>): Promise<Part[]> {
  const collected: Part[] = [];
  for await (const part of parts) collected.push(part);
  return collected;
}

test.each([1, 2, 4])('with %i threads there is one part for each input, in order', async (threads) => {
  const parts = await collect(makeParts(INPUTS, makeNamedPart, { threads, entry, settings: SETTINGS, aloneMs: 0 }));

  // A part made by another thread has no finding and so, in CSV, no text.
  expect(parts.map(({ text }, index) => text === '' || text === `${index}.txt`)).toEqual(INPUTS.map(() => true));
});

test('a thread that cannot start leaves the work to the others', async () => {
  const broken = { ...SETTINGS, check: { ...SETTINGS.check, config: { rules: { 'no/rule': 'off' } } } } as const;
  const parts = await collect(makeParts(INPUTS, makeNamedPart, { threads: 3, entry, settings: broken, aloneMs: 0 }));

  expect(parts.map(({ text }) => text)).toEqual(INPUTS.map(({ path }) => path));
});

test('another thread makes parts while the main thread is busy', async () => {
  const helped = nextHelper().then(async (worker) => {
    await once(worker, 'message');
    await once(worker, 'message');
  });
  const parts = await collect(
    makeParts(INPUTS, makePartAfter(helped), { threads: 2, entry, settings: SETTINGS, aloneMs: 0 }),
  );

  expect(parts.map(({ tally }) => tally.files)).toContain(1);
  expect(parts).toHaveLength(INPUTS.length);
});

test('the files of a thread that ends are reported as failed, and the others are made', async () => {
  const ended = nextHelper().then(async (worker) => {
    await once(worker, 'message');
    // The pool has just given it a batch.
    await worker.terminate();
  });
  const parts = await collect(
    makeParts(INPUTS, makePartAfter(ended), { threads: 2, entry, settings: SETTINGS, aloneMs: 0 }),
  );

  expect(parts.map(({ text }) => text)).toEqual(INPUTS.map(({ path }) => path));
});

/** The thread that the pool starts next. */
async function nextHelper(): Promise<Worker> {
  const [worker] = (await once(process, 'worker')) as [Worker];
  return worker;
}

/** Makes the first batch at once and holds every other until something has happened. */
function makePartAfter(event: Promise<void>): (input: Input) => Promise<Part> {
  return async (input) => {
    if (INPUTS.findIndex(({ path }) => path === input.path) >= 8) await event;
    return makeNamedPart(input);
  };
}

test('nothing to do ends at once', async () => {
  expect(await collect(makeParts([], makeNamedPart, { threads: 2, entry, settings: SETTINGS }))).toEqual([]);
});
