/** Finds many literal words in one pass: a tree of code units in typed arrays, so that a miss costs a few array reads. */
export interface WordTable<Value> {
  /** Calls `visit` for the longest word at each position, left to right, not overlapping. */
  scan(text: string, from: number, to: number, visit: Visit<Value>): void;
  /** Calls `visit` for every word at every position, overlapping ones too. */
  scanAll(text: string, from: number, to: number, visit: Visit<Value>): void;
}

type Visit<Value> = (value: Value, start: number, end: number) => void;

/** Builds a table; where a word is given twice the later value wins. */
export function createWordTable<Value>(words: Iterable<readonly [word: string, value: Value]>): WordTable<Value> {
  const tree = new WordTree(new Map(words));
  const { first, hasMore, ends, values } = tree;

  return {
    scan(text, from, to, visit) {
      let at = from;
      while (at < to) {
        let node = first[text.charCodeAt(at)] ?? 0;
        let end = at + 1;
        let longest = 0;
        let longestEnd = end;
        while (node !== 0) {
          if (ends[node] !== 0) {
            longest = ends[node] ?? 0;
            longestEnd = end;
          }
          if (end === to || hasMore[node] === 0) break;
          node = tree.child(node, text.charCodeAt(end++));
        }
        if (longest !== 0) visit(values[longest] as Value, at, longestEnd);
        at = longest === 0 ? at + 1 : longestEnd;
      }
    },
    scanAll(text, from, to, visit) {
      for (let at = from; at < to; at++) {
        let node = first[text.charCodeAt(at)] ?? 0;
        for (let end = at + 1; node !== 0;) {
          const value = ends[node] ?? 0;
          if (value !== 0) visit(values[value] as Value, at, end);
          if (end === to || hasMore[node] === 0) break;
          node = tree.child(node, text.charCodeAt(end++));
        }
      }
    },
  };
}

const CODE_UNITS = 65_536;
const FILTER_BITS = 65_536;

/** Nodes are numbers; 0 is none. The first step is an array over all code units, every further one a hash. */
class WordTree<Value> {
  /** The node of each first code unit. */
  readonly first = new Uint16Array(CODE_UNITS);
  /** 1 for nodes that have children. */
  readonly hasMore: Uint8Array;
  /** The place in `values` of the word that ends at the node; 0 where none does. */
  readonly ends: Uint16Array;
  readonly values: (Value | undefined)[] = [undefined];
  /** Open addressing: parent and code unit, and the child they lead to. */
  private readonly keys: Uint32Array;
  private readonly children: Uint16Array;
  private readonly mask: number;
  /** A bit for each hash that occurs: most steps lead nowhere, and this is small enough to stay in the cache. */
  private readonly filter = new Uint32Array(FILTER_BITS >> 5);
  private nodes = 0;

  constructor(words: ReadonlyMap<string, Value>) {
    let most = 1;
    for (const word of words.keys()) most += word.length;
    let size = 16;
    while (size < most * 2) size *= 2;
    this.keys = new Uint32Array(size);
    this.children = new Uint16Array(size);
    this.mask = size - 1;
    this.hasMore = new Uint8Array(most);
    this.ends = new Uint16Array(most);
    for (const [word, value] of words) this.ends[this.grow(word)] = this.values.push(value) - 1;
  }

  child(parent: number, code: number): number {
    const key = ((parent << 16) | code) >>> 0;
    const hashed = hash(key);
    if (((this.filter[(hashed & (FILTER_BITS - 1)) >> 5] ?? 0) & (1 << (hashed & 31))) === 0) return 0;
    return this.children[this.slotOf(key, hashed)] ?? 0;
  }

  /** The node at which the word ends, made with all before it where they are missing. */
  private grow(word: string): number {
    const code = word.charCodeAt(0);
    let node = (this.first[code] ||= ++this.nodes);
    for (let at = 1; at < word.length; at++) {
      const key = ((node << 16) | word.charCodeAt(at)) >>> 0;
      const hashed = hash(key);
      const slot = this.slotOf(key, hashed);
      this.hasMore[node] = 1;
      this.keys[slot] = key;
      this.filter[(hashed & (FILTER_BITS - 1)) >> 5] =
        (this.filter[(hashed & (FILTER_BITS - 1)) >> 5] ?? 0) | (1 << (hashed & 31));
      node = this.children[slot] ||= ++this.nodes;
    }
    return node;
  }

  /** Where the key stands, or would stand. */
  private slotOf(key: number, hashed: number): number {
    let slot = hashed & this.mask;
    while (this.keys[slot] !== key && this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
    return slot;
  }
}

function hash(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 15) ^ (key & 0xff);
}
