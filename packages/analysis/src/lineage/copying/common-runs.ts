/** Runs of equal signs that two texts have in common. */
import type { SequencedText } from './sequences.ts';

/** From a place in each text so many equal signs. */
export interface CommonRun {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/** Places of one sequence that are tried: more of them means it is a stock word, and its neighbours will tell. */
const MOST_PLACES = 32;
/** A run of so many signs is no chance: what lies inside it is not looked for elsewhere. */
const CERTAIN = 48;

/** Finds what one text has in common with others. Its working memory is kept between them. */
export class RunFinder {
  private readonly left: SequencedText;
  private readonly places = new SequencePlaces();
  /** Where the last run on each diagonal ended, in `left`. */
  private ends = new Int32Array(0);

  constructor(left: SequencedText) {
    this.left = left;
  }

  /**
   * Runs of at least so many signs, more in long texts, where there is more for chance to choose from, by their place in
   * `left`. Time
   * grows with the lengths, not with their product: whatever the texts, each sign of a long run is visited some
   * `MOST_PLACES` times at most.
   */
  find(right: SequencedText, shortest: 2 | 3): CommonRun[] {
    const left = this.left.signs;
    const least = leastRun(Math.max(left.length, right.signs.length), shortest);
    const sequences = this.left.sequences(least);
    this.places.read(right.sequences(least), right.signs.length);
    this.ends = cleared(this.ends, left.length + right.signs.length + 1, 0);
    const search: Search = { signs: right.signs, least, runs: [] };
    for (let at = 0; at < sequences.length;) {
      const longestEnd = this.runsFrom(at, sequences[at] ?? 0, search);
      at = Math.max(at + 1, longestEnd - least + 1);
    }
    return inOrder(search.runs);
  }

  /** Adds the runs that begin with a sequence of `left`; returns where the longest certain one ends. */
  private runsFrom(at: number, sequence: number, search: Search): number {
    const { places, ends } = this;
    const left = this.left.signs;
    let longestEnd = 0;
    let place = places.first(sequence);
    for (let tried = 0; place !== -1 && tried < MOST_PLACES; tried++, place = places.after(place)) {
      const diagonal = place - at + left.length;
      const end = ends[diagonal] ?? 0;
      if (end > at || places.sequenceAt(place) !== sequence || !isSame(left, at, search, place)) continue;
      const run = extend(left, search.signs, { left: at, right: place, length: search.least }, end);
      ends[diagonal] = run.left + run.length;
      search.runs.push(run);
      if (run.length >= CERTAIN) longestEnd = Math.max(longestEnd, run.left + run.length);
    }
    return longestEnd;
  }
}

/** What runs are looked for in, of at least so many signs, and those that were found. */
interface Search {
  readonly signs: Uint16Array;
  readonly least: number;
  readonly runs: CommonRun[];
}

function leastRun(length: number, shortest: number): number {
  if (length <= 20_000) return shortest;
  return length <= 200_000 ? 5 : 8;
}

function isSame(left: Uint16Array, at: number, { signs, least }: Search, place: number): boolean {
  for (let step = 0; step < least; step++) if (left[at + step] !== signs[place + step]) return false;
  return true;
}

function extend(left: Uint16Array, right: Uint16Array, seed: CommonRun, floor: number): CommonRun {
  let before = 0;
  while (
    seed.left - before > floor &&
    seed.right - before > 0 &&
    left[seed.left - before - 1] === right[seed.right - before - 1]
  )
    before++;
  let { length } = seed;
  const most = Math.min(left.length - seed.left, right.length - seed.right);
  while (length < most && left[seed.left + length] === right[seed.right + length]) length++;
  return { left: seed.left - before, right: seed.right - before, length: length + before };
}

/** They are found nearly always in this order: looking is faster than sorting. */
function inOrder(runs: CommonRun[]): CommonRun[] {
  const isInOrder = runs.every((run, index) => index === 0 || compareRuns(runs[index - 1] ?? run, run) <= 0);
  return isInOrder ? runs : runs.sort(compareRuns);
}

function compareRuns(a: CommonRun, b: CommonRun): number {
  return a.left - b.left || a.right - b.right;
}

/** Where each sequence stands in a text, first places first. */
class SequencePlaces {
  private sequences: Uint32Array = new Uint32Array(0);
  private heads = new Int32Array(0);
  /** Places of one slot, each with the next; what is left of an earlier text is reached from no head. */
  private next = new Int32Array(0);
  private mask = 0;

  /** Reads the sequences of a text of `length` signs in place of the ones before. */
  read(sequences: Uint32Array, length: number): void {
    const slots = 2 ** Math.ceil(Math.log2(length + 2));
    this.sequences = sequences;
    this.mask = slots - 1;
    this.heads = cleared(this.heads, slots, -1);
    if (this.next.length < length) this.next = new Int32Array(length);
    for (let at = sequences.length - 1; at >= 0; at--) {
      const slot = (sequences[at] ?? 0) & this.mask;
      this.next[at] = this.heads[slot] ?? 0;
      this.heads[slot] = at;
    }
  }

  /** The first place that may hold a sequence, or -1. */
  first(sequence: number): number {
    return this.heads[sequence & this.mask] ?? 0;
  }

  /** The place after one that `first` or this gave, or -1. */
  after(place: number): number {
    return this.next[place] ?? 0;
  }

  sequenceAt(place: number): number {
    return this.sequences[place] ?? 0;
  }
}

/** An array whose first `length` elements are `value`: the same one where it is long enough. */
function cleared(array: Int32Array<ArrayBuffer>, length: number, value: number): Int32Array<ArrayBuffer> {
  if (array.length < length) return new Int32Array(length).fill(value);
  return array.fill(value, 0, length);
}
