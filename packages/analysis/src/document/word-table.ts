/** Finds many literal words in one pass. The first two characters select a short bucket, so a miss costs two array reads. */
export interface WordTable<Value> {
  /** Calls `visit` for the longest word at each position, left to right, not overlapping. */
  scan(text: string, from: number, to: number, visit: Visit<Value>): void;
  /** Calls `visit` for every word at every position, overlapping ones too. */
  scanAll(text: string, from: number, to: number, visit: Visit<Value>): void;
}

type Visit<Value> = (value: Value, start: number, end: number) => void;

interface Entry<Value> {
  readonly word: string;
  readonly value: Value;
}

const CODE_UNITS = 65_536;
const FILTER_BITS = 65_536;
/** Of `starts`: the character begins a word of one character, of more, or of both. */
const ALONE = 1;
const PAIRED = 2;

/** Builds a table; where a word is given twice the later value wins. */
export function createWordTable<Value>(words: Iterable<readonly [word: string, value: Value]>): WordTable<Value> {
  const starts = new Uint8Array(CODE_UNITS);
  const alone = new Uint16Array(CODE_UNITS);
  const singles: (Entry<Value> | undefined)[] = [undefined];
  const pairs = new PairIndex<Value>();
  for (const [word, value] of new Map(words)) {
    const code = word.charCodeAt(0);
    starts[code] = (starts[code] ?? 0) | (word.length === 1 ? ALONE : PAIRED);
    if (word.length === 1) alone[code] = singles.push({ word, value }) - 1;
    else pairs.add({ word, value });
  }
  pairs.close();

  return {
    scan(text, from, to, visit) {
      let at = from;
      while (at < to) {
        const code = text.charCodeAt(at);
        const kind = starts[code] ?? 0;
        let entry: Entry<Value> | undefined;
        if (kind & PAIRED) entry = pairs.longestAt(text, at, to);
        if (entry === undefined && kind & ALONE) entry = singles[alone[code] ?? 0];
        if (entry === undefined) at++;
        else {
          visit(entry.value, at, at + entry.word.length);
          at += entry.word.length;
        }
      }
    },
    scanAll(text, from, to, visit) {
      for (let at = from; at < to; at++) {
        const code = text.charCodeAt(at);
        const kind = starts[code] ?? 0;
        if (kind === 0) continue;
        if (kind & PAIRED) pairs.visitAt(text, at, to, visit);
        if (kind & ALONE) {
          const entry = singles[alone[code] ?? 0];
          if (entry) visit(entry.value, at, at + 1);
        }
      }
    },
  };
}

/** Words of two characters and more, by their first two: an open-addressed hash, read far more often than built. */
class PairIndex<Value> {
  private buckets = new Map<number, Entry<Value>[]>();
  private keys = new Uint32Array(0);
  /** For each slot the number of its bucket. */
  private slots = new Uint32Array(0);
  private filled: Entry<Value>[][] = [];
  private mask = 0;
  /** A bit for each hash that occurs: most pairs of a text begin no word, and this is small enough to stay in the cache. */
  private readonly filter = new Uint32Array(FILTER_BITS >> 5);
  private static readonly NONE: readonly never[] = [];

  add(entry: Entry<Value>): void {
    const key = pairAt(entry.word, 0);
    const bucket = this.buckets.get(key) ?? [];
    bucket.push(entry);
    this.buckets.set(key, bucket);
  }

  close(): void {
    let size = 16;
    while (size < this.buckets.size * 4) size *= 2;
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.slots = new Uint32Array(size);
    for (const [key, bucket] of this.buckets) {
      const hashed = hash(key);
      const at = (hashed & (FILTER_BITS - 1)) >> 5;
      this.filter[at] = (this.filter[at] ?? 0) | (1 << (hashed & 31));
      let slot = hashed & this.mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.slots[slot] = this.filled.push(bucket.sort((a, b) => b.word.length - a.word.length)) - 1;
    }
    this.buckets.clear();
  }

  bucketAt(text: string, at: number): readonly Entry<Value>[] {
    const key = pairAt(text, at);
    const hashed = hash(key);
    if (((this.filter[(hashed & (FILTER_BITS - 1)) >> 5] ?? 0) & (1 << (hashed & 31))) === 0) return PairIndex.NONE;
    let slot = hashed & this.mask;
    for (;;) {
      const found = this.keys[slot];
      if (found === key) return this.filled[this.slots[slot] ?? 0] ?? PairIndex.NONE;
      if (found === 0) return PairIndex.NONE;
      slot = (slot + 1) & this.mask;
    }
  }

  visitAt(text: string, at: number, to: number, visit: Visit<Value>): void {
    for (const { word, value } of this.bucketAt(text, at)) {
      if (continues(text, at, to, word)) visit(value, at, at + word.length);
    }
  }

  longestAt(text: string, at: number, to: number): Entry<Value> | undefined {
    for (const entry of this.bucketAt(text, at)) {
      if (continues(text, at, to, entry.word)) return entry;
    }
    return undefined;
  }
}

/** Both code units in one number; past the end of the text the second counts as none. */
function pairAt(text: string, at: number): number {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return ((text.charCodeAt(at) << 16) | next) >>> 0;
}

function hash(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 15) ^ (key & 0xff);
}

/** The first two characters are known to agree. */
function continues(text: string, at: number, to: number, word: string): boolean {
  if (at + word.length > to) return false;
  for (let index = 2; index < word.length; index++) {
    if (text.charCodeAt(at + index) !== word.charCodeAt(index)) return false;
  }
  return true;
}
