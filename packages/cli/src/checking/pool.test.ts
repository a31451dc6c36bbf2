import { expect, test } from 'vitest';
import { EMPTY_TALLY } from './tally.ts';
import type { Input } from './inputs.ts';
import type { Part, PartSettings } from './part-maker.ts';
import { makeParts } from './pool.ts';

const INPUTS: readonly Input[] = Array.from({ length: 100 }, (_, index) => {
  const path = `${index}.txt`;
  return { path, identity: path, content: new TextEncoder().encode('各村：\n水渠清单由我局提取。\n') };
});

const SETTINGS: PartSettings = {
  check: { config: {}, today: '2026-03-02', baseline: [], collectEntries: false },
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
  const parts = await collect(makeParts(INPUTS, makeNamedPart, { threads, settings: SETTINGS, aloneMs: 0 }));

  // A part made by another thread has no finding and so, in CSV, no text.
  expect(parts.map(({ text }, index) => text === '' || text === `${index}.txt`)).toEqual(INPUTS.map(() => true));
});

test('a thread that cannot start leaves the work to the others', async () => {
  const broken = { ...SETTINGS, check: { ...SETTINGS.check, config: { rules: { 'no/rule': 'off' } } } } as const;
  const parts = await collect(makeParts(INPUTS, makeNamedPart, { threads: 3, settings: broken, aloneMs: 0 }));

  expect(parts.map(({ text }) => text)).toEqual(INPUTS.map(({ path }) => path));
});

test('nothing to do ends at once', async () => {
  expect(await collect(makeParts([], makeNamedPart, { threads: 2, settings: SETTINGS }))).toEqual([]);
});
