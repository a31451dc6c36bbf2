/** Finds the documents that share most fingerprints with a text, among a million, in memory. */
import { chooseLists, weightOf, type FingerprintList } from './library-question.ts';
import { holds, mergePostings, rangeOf, sortPostings, withDirectory, type Postings } from './postings.ts';

/** A document and how many of the fingerprints asked for it holds. */
export interface Nearest {
  readonly key: string;
  /** Of those asked for. */
  readonly shared: number;
  /** How many fingerprints were asked for after the most common were left out. */
  readonly asked: number;
}

/** Waiting pairs are sorted in once there are so many, or at the next question. */
const WAITING = 2 ** 22;
/** Sorted parts are not merged beyond this, so that a merge never needs twice the memory of the whole. */
const LARGEST_PART = 2 ** 26;

/** What an index consists of: enough to restore it. */
export interface IndexParts {
  readonly keys: readonly string[];
  readonly parts: readonly Pick<Postings, 'fingerprints' | 'documents'>[];
}

/** Grows by `add`, forgets by `remove`; answers do not depend on the order of additions. */
export class FingerprintIndex {
  private keys: (string | null)[] = [];
  private readonly numbers = new Map<string, number>();
  private parts: Postings[] = [];
  private waiting = new Waiting();
  /** Of each document what it shares weighs, during a question; zero between questions. */
  private weights = new Uint32Array(0);

  /** Restores what `toParts` gave. The arrays are used as they are. */
  static fromParts({ keys, parts }: IndexParts): FingerprintIndex {
    const index = new FingerprintIndex();
    for (const [number, key] of keys.entries()) index.numbers.set(key, number);
    index.keys = [...keys];
    index.parts = parts.map(({ fingerprints, documents }) => withDirectory(fingerprints, documents));
    return index;
  }

  get size(): number {
    return this.numbers.size;
  }

  has(key: string): boolean {
    return this.numbers.has(key);
  }

  /** Adds a document, or replaces the one of this key. */
  add(key: string, fingerprints: Uint32Array): void {
    this.remove(key);
    const number = this.keys.length;
    this.keys.push(key);
    this.numbers.set(key, number);
    this.waiting.add(fingerprints, number);
    if (this.waiting.length >= WAITING) this.settle();
  }

  /** Forgets a document; false when there is none of this key. */
  remove(key: string): boolean {
    const number = this.numbers.get(key);
    if (number === undefined) return false;
    this.keys[number] = null;
    return this.numbers.delete(key);
  }

  /**
   * The documents that share most of these fingerprints, most first, then by key; none that shares nothing. A rare one
   * weighs more than a common one: or stock phrases would hide who took a single paragraph.
   */
  nearest(fingerprints: Uint32Array, top: number): Nearest[] {
    this.settle();
    const lists = this.chooseLists(fingerprints);
    const touched = this.weigh(lists);
    const least = this.weightOfTop(touched, top);
    const found: { readonly key: string; readonly number: number; readonly weight: number }[] = [];
    for (const number of touched) {
      const weight = this.weights[number] ?? 0;
      this.weights[number] = 0;
      const key = weight < least ? null : this.keys[number];
      if (key !== null && key !== undefined) found.push({ key, number, weight });
    }
    return found
      .sort((a, b) => b.weight - a.weight || compareKeys(a.key, b.key))
      .slice(0, top)
      .map(({ key, number }) => ({ key, shared: this.countShared(number, lists), asked: lists.length }));
  }

  /** In how many documents each of these fingerprints stands. */
  frequencies(fingerprints: Uint32Array): Uint32Array {
    this.settle();
    return fingerprints.map((fingerprint) => this.rangesOf(fingerprint).postings);
  }

  /** Everything in one order of keys and sorted parts, without what was removed. */
  toParts(): IndexParts {
    this.settle();
    const renumbered = new Uint32Array(this.keys.length);
    const keys: string[] = [];
    for (const [number, key] of this.keys.entries()) {
      if (key === null) continue;
      renumbered[number] = keys.length;
      keys.push(key);
    }
    // As they are when nothing was removed: a copy would take a gigabyte more.
    if (keys.length === this.keys.length) return { keys, parts: this.parts };
    const parts = this.parts.map((part) => {
      const { fingerprints, documents } = mergePostings(part, EMPTY, this.isRemoved);
      return { fingerprints, documents: documents.map((number) => renumbered[number] ?? 0) };
    });
    return { keys, parts };
  }

  private readonly isRemoved = (number: number): boolean => this.keys[number] === null;

  /** Sorts in what waits; parts of like size become one, so that there are never many. */
  private settle(): void {
    if (this.waiting.length === 0) return;
    this.parts.push(this.waiting.sorted());
    this.waiting = new Waiting();
    for (;;) {
      const [early, late] = this.parts.slice(-2);
      if (!early || !late || !areMergedWhenNeighbours(early, late)) return;
      this.parts.splice(-2, 2, mergePostings(early, late, this.isRemoved));
    }
  }

  /** What the last of the `top` best weighs at least, so that not all of a long list is sorted. */
  private weightOfTop(touched: readonly number[], top: number): number {
    const documentsOfWeight = new Uint32Array(MOST_TOLD_APART + 1);
    for (const number of touched) {
      const weight = this.isRemoved(number) ? 0 : Math.min(MOST_TOLD_APART, this.weights[number] ?? 0);
      documentsOfWeight[weight] = (documentsOfWeight[weight] ?? 0) + 1;
    }
    let least = MOST_TOLD_APART;
    for (let documents = 0; least > 1; least--) {
      documents += documentsOfWeight[least] ?? 0;
      if (documents >= top) return least;
    }
    return least;
  }

  private chooseLists(fingerprints: Uint32Array): Ranges[] {
    return chooseLists(Array.from(new Set(fingerprints), (fingerprint) => this.rangesOf(fingerprint)));
  }

  private rangesOf(fingerprint: number): Ranges {
    let postings = 0;
    const ranges: number[] = [];
    for (const part of this.parts) {
      const [from, to] = rangeOf(part, fingerprint);
      ranges.push(from, to);
      postings += this.size === this.keys.length ? to - from : this.countKept(part, from, to);
    }
    return { fingerprint, postings, ranges };
  }

  /** Postings of documents that were not removed: an answer does not depend on when parts are merged. */
  private countKept({ documents }: Postings, from: number, to: number): number {
    let kept = 0;
    for (let posting = from; posting < to; posting++) kept += this.isRemoved(documents[posting] ?? 0) ? 0 : 1;
    return kept;
  }

  /** Adds up in `weights`; returns the documents that have any. */
  private weigh(lists: readonly Ranges[]): number[] {
    if (this.weights.length < this.keys.length) this.weights = new Uint32Array(this.keys.length * 2);
    const touched: number[] = [];
    for (const list of lists) {
      const { ranges } = list;
      const weight = weightOf(list, this.size);
      for (const [at, { documents }] of this.parts.entries()) {
        this.weighRange(documents.subarray(ranges[2 * at] ?? 0, ranges[2 * at + 1] ?? 0), weight, touched);
      }
    }
    return touched;
  }

  private weighRange(documents: Uint32Array, weight: number, touched: number[]): void {
    const { weights } = this;
    for (const document of documents) {
      const sum = weights[document] ?? 0;
      if (sum === 0) touched.push(document);
      weights[document] = sum + weight;
    }
  }

  private countShared(number: number, lists: readonly Ranges[]): number {
    return lists.filter(({ ranges }) =>
      this.parts.some((part, at) => holds(part, number, ranges[2 * at] ?? 0, ranges[2 * at + 1] ?? 0)),
    ).length;
  }
}

/** Heavier documents are all looked at: only a library of copies has many of them. */
const MOST_TOLD_APART = 0xffff;

interface Ranges extends FingerprintList {
  /** From and to in each part, one after the other. */
  readonly ranges: readonly number[];
}

const EMPTY: Postings = withDirectory(new Uint32Array(0), new Uint32Array(0));

function areMergedWhenNeighbours(early: Postings, late: Postings): boolean {
  const sum = early.fingerprints.length + late.fingerprints.length;
  return sum <= LARGEST_PART && early.fingerprints.length <= 2 * late.fingerprints.length;
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Pairs not yet sorted. */
class Waiting {
  length = 0;
  private fingerprints = new Uint32Array(1024);
  private documents = new Uint32Array(1024);

  add(fingerprints: Uint32Array, document: number): void {
    const length = this.length + fingerprints.length;
    if (length > this.fingerprints.length) {
      this.fingerprints = grown(this.fingerprints, length);
      this.documents = grown(this.documents, length);
    }
    this.fingerprints.set(fingerprints, this.length);
    this.documents.fill(document, this.length, length);
    this.length = length;
  }

  sorted(): Postings {
    return sortPostings(this.fingerprints.subarray(0, this.length), this.documents.subarray(0, this.length));
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}
