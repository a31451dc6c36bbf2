/** Chance that falls the same way in every run. */
export interface Chance {
  /** 0 to below 1. */
  next(): number;
  between(least: number, most: number): number;
  one<Value>(values: readonly Value[]): Value;
  sign(text: string): string;
  happens(share: number): boolean;
}

/** The mulberry32 generator: small, and good enough for drawing names. */
export function createChance(seed: number): Chance {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function one<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from.');
    return value;
  }
  return {
    next,
    one,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    sign: (text) => one(Array.from(text)),
    happens: (share) => next() < share,
  };
}
