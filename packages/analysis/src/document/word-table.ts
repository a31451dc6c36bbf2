/** Finds many literal words in one pass. The first character selects a short bucket, so a miss costs one array read. */
export interface WordTable<Value> {
  /** Calls `visit` for the longest word at each position, left to right, not overlapping. */
  scan(text: string, from: number, to: number, visit: (value: Value, start: number, end: number) => void): void;
  /** Calls `visit` for every word at every position, overlapping ones too. */
  scanAll(text: string, from: number, to: number, visit: (value: Value, start: number, end: number) => void): void;
}

interface Entry<Value> {
  readonly word: string;
  readonly value: Value;
}

const CODE_UNITS = 65_536;

/** Builds a table; where a word is given twice the later value wins. */
export function createWordTable<Value>(words: Iterable<readonly [word: string, value: Value]>): WordTable<Value> {
  const buckets: Entry<Value>[][] = [[]];
  const bucketOf = new Uint16Array(CODE_UNITS);
  for (const [word, value] of new Map(words)) {
    const code = word.charCodeAt(0);
    if (bucketOf[code] === 0) bucketOf[code] = buckets.push([]) - 1;
    buckets[bucketOf[code] ?? 0]?.push({ word, value });
  }
  for (const bucket of buckets) bucket.sort((a, b) => b.word.length - a.word.length);

  return {
    scan(text, from, to, visit) {
      let at = from;
      while (at < to) {
        const bucket = bucketOf[text.charCodeAt(at)];
        const entry = bucket ? longestAt(buckets[bucket] ?? [], text, at, to) : undefined;
        if (entry) visit(entry.value, at, at + entry.word.length);
        at += entry ? entry.word.length : 1;
      }
    },
    scanAll(text, from, to, visit) {
      for (let at = from; at < to; at++) {
        const bucket = bucketOf[text.charCodeAt(at)];
        if (!bucket) continue;
        for (const { word, value } of buckets[bucket] ?? []) {
          if (at + word.length <= to && text.startsWith(word, at)) visit(value, at, at + word.length);
        }
      }
    },
  };
}

function longestAt<Value>(
  bucket: readonly Entry<Value>[],
  text: string,
  at: number,
  to: number,
): Entry<Value> | undefined {
  for (const entry of bucket) {
    if (at + entry.word.length <= to && text.startsWith(entry.word, at)) return entry;
  }
  return undefined;
}
