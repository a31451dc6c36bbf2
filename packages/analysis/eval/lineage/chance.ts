/** Chance that repeats itself: the same seed draws the same pairs on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
}

/** A generator of 32 bits (mulberry32), seeded by any text. */
export function seededChance(seed: string): Chance {
  let state = Array.from(seed).reduce(
    (hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return {
    next(): number {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

export function happens(chance: Chance, probability: number): boolean {
  return chance.next() < probability;
}

/** Throws on an empty list: whoever draws must have something to draw from. */
export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  const item = items[Math.floor(chance.next() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

export function shuffled<Item>(chance: Chance, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
