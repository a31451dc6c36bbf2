import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtSeeds } from './testing/fuzz-seeds.ts';
import { fuzz, type FuzzSeed } from './testing/fuzz.ts';

/** `FUZZ_ROUNDS=20000 npx vitest run --project readers fuzz` reads as many damaged files. */
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 1200);
const SLOWEST_MS = 5000;

function fixture(name: string): FuzzSeed {
  return { name, bytes: new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url))) };
}

test(
  `${ROUNDS} damaged files end in text or in a clear error, none within more than five seconds`,
  { timeout: Math.max(60_000, ROUNDS * 40) },
  async () => {
    const seeds = [...builtSeeds(), fixture('notice.doc'), fixture('notice.pdf')];

    const { crashes, slowestMs, read, refused } = await fuzz(seeds, ROUNDS, () => performance.now());

    expect(crashes).toEqual([]);
    expect(slowestMs).toBeLessThan(SLOWEST_MS);
    // A fuzz that only ever refuses would not have reached the readers.
    expect(Math.min(read, refused)).toBeGreaterThan(ROUNDS / 20);
  },
);
