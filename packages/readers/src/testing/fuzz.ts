import { readBytes } from '../read-bytes.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { seeded } from './seeded.ts';

export interface FuzzSeed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FuzzOutcome {
  readonly files: number;
  readonly read: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly slowest: string;
  /** Files that ended in anything but text or `UnreadableFile`, with what was thrown. */
  readonly crashes: readonly string[];
}

type Mutation = (bytes: Uint8Array, random: () => number) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [flipBits, overwrite, truncate, repeat, cut, extremes];
/** Small files only: a mutation of the directory of a package matters more than one of its pictures. */
const MOST_CHARACTERS = 1_000_000;

/** Reads `rounds` damaged copies of the files, each repeatable from its number. `now` gives milliseconds. */
export async function fuzz(seeds: readonly FuzzSeed[], rounds: number, now: () => number): Promise<FuzzOutcome> {
  let read = 0;
  let slowestMs = 0;
  let slowest = '';
  const crashes: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const seed = seeds[round % seeds.length];
    if (seed === undefined) continue;
    const start = now();
    try {
      await readBytes(damage(seed.bytes, round), seed.name, { maxCharacters: MOST_CHARACTERS });
      read += 1;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) crashes.push(`${seed.name} ${round}: ${String(error)}`);
    }
    const elapsed = now() - start;
    if (elapsed > slowestMs) [slowestMs, slowest] = [elapsed, `${seed.name} ${round}`];
  }
  return { files: rounds, read, refused: rounds - read - crashes.length, slowestMs, slowest, crashes };
}

/** The damaged copy of a round: one to four mutations. */
function damage(bytes: Uint8Array, round: number): Uint8Array {
  const random = seeded(round + 1);
  let damaged: Uint8Array = bytes.slice();
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time += 1) {
    const mutate = MUTATIONS[Math.floor(random() * MUTATIONS.length)];
    if (mutate !== undefined && damaged.length > 0) damaged = mutate(damaged, random);
  }
  return damaged;
}

function place(bytes: Uint8Array, random: () => number): number {
  return Math.floor(random() * bytes.length);
}

function flipBits(bytes: Uint8Array, random: () => number): Uint8Array {
  for (let count = 1 + Math.floor(random() * 16); count > 0; count -= 1) {
    const at = place(bytes, random);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return bytes;
}

function overwrite(bytes: Uint8Array, random: () => number): Uint8Array {
  const start = place(bytes, random);
  const end = Math.min(bytes.length, start + 1 + Math.floor(random() * 64));
  for (let at = start; at < end; at += 1) bytes[at] = Math.floor(random() * 256);
  return bytes;
}

function truncate(bytes: Uint8Array, random: () => number): Uint8Array {
  return bytes.slice(0, place(bytes, random));
}

function repeat(bytes: Uint8Array, random: () => number): Uint8Array {
  const start = place(bytes, random);
  const part = bytes.subarray(start, start + 1 + Math.floor(random() * 256));
  const longer = new Uint8Array(bytes.length + part.length);
  longer.set(bytes.subarray(0, start));
  longer.set(part, start);
  longer.set(bytes.subarray(start), start + part.length);
  return longer;
}

function cut(bytes: Uint8Array, random: () => number): Uint8Array {
  const start = place(bytes, random);
  const end = Math.min(bytes.length, start + 1 + Math.floor(random() * 256));
  const shorter = new Uint8Array(bytes.length - (end - start));
  shorter.set(bytes.subarray(0, start));
  shorter.set(bytes.subarray(end), start);
  return shorter;
}

/** Lengths, counts and offsets of zero, of -1 and of the largest number are where readers go astray. */
function extremes(bytes: Uint8Array, random: () => number): Uint8Array {
  const value = [0x00, 0x7f, 0x80, 0xff][Math.floor(random() * 4)] ?? 0xff;
  const at = place(bytes, random);
  bytes.fill(value, at, at + 2 ** Math.floor(random() * 3));
  return bytes;
}
