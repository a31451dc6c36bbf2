/** Runs of equal signs that two texts have in common. */

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
  private readonly left: Uint16Array;
  private readonly places = new SequencePlaces();
  /** Where the last run on each diagonal ended, in `left`. */
  private ends = new Int32Array(0);

  constructor(left: Uint16Array) {
    this.left = left;
  }

  /**
   * Runs of at least so many signs, more in long texts, where there is more for chance to choose from, by their place in
   * `left`. Time
   * grows with the lengths, not with their product: whatever the texts, each sign of a long run is visited some
   * `MOST_PLACES` times at most.
   */
  find(right: Uint16Array, shortest: 2 | 3): CommonRun[] {
    const { left } = this;
    const least = leastRun(Math.max(left.length, right.length), shortest);
    this.places.read(right, least);
    this.ends = cleared(this.ends, left.length + right.length + 1, 0);
    const runs: CommonRun[] = [];
    for (let at = 0; at + least <= left.length;) {
      const longestEnd = this.runsFrom(at, right, least, runs);
      at = Math.max(at + 1, longestEnd - least + 1);
    }
    return inOrder(runs);
  }

  /** Adds the runs that begin with a sequence of `left`; returns where the longest certain one ends. */
  private runsFrom(at: number, right: Uint16Array, least: number, runs: CommonRun[]): number {
    const { left, places, ends } = this;
    let longestEnd = 0;
    let place = places.first(left, at);
    for (let tried = 0; place !== -1 && tried < MOST_PLACES; tried++, place = places.after(place)) {
      const diagonal = place - at + left.length;
      const end = ends[diagonal] ?? 0;
      if (end > at || !places.isSame(left, at, place)) continue;
      const run = extend(left, right, { left: at, right: place, length: least }, end);
      ends[diagonal] = run.left + run.length;
      runs.push(run);
      if (run.length >= CERTAIN) longestEnd = Math.max(longestEnd, run.left + run.length);
    }
    return longestEnd;
  }
}

function leastRun(length: number, shortest: number): number {
  if (length <= 20_000) return shortest;
  return length <= 200_000 ? 5 : 8;
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

/** Where each sequence of so many signs stands in a text, first places first. */
class SequencePlaces {
  private text: Uint16Array = new Uint16Array(0);
  private length = 0;
  private heads = new Int32Array(0);
  /** Places of one slot, each with the next; what is left of an earlier text is reached from no head. */
  private next = new Int32Array(0);
  private mask = 0;

  /** Reads a text in place of the one before. */
  read(text: Uint16Array, length: number): void {
    const slots = 2 ** Math.ceil(Math.log2(text.length + 2));
    this.text = text;
    this.length = length;
    this.mask = slots - 1;
    this.heads = cleared(this.heads, slots, -1);
    if (this.next.length < text.length) this.next = new Int32Array(text.length);
    for (let at = text.length - length; at >= 0; at--) {
      const slot = this.slotOf(text, at);
      this.next[at] = this.heads[slot] ?? 0;
      this.heads[slot] = at;
    }
  }

  /** The first place that may hold the sequence of another text, or -1. */
  first(other: Uint16Array, at: number): number {
    return this.heads[this.slotOf(other, at)] ?? 0;
  }

  /** The place after one that `first` or this gave, or -1. */
  after(place: number): number {
    return this.next[place] ?? 0;
  }

  isSame(other: Uint16Array, at: number, place: number): boolean {
    for (let step = 0; step < this.length; step++) {
      if (other[at + step] !== this.text[place + step]) return false;
    }
    return true;
  }

  private slotOf(text: Uint16Array, at: number): number {
    let value = 0;
    for (let step = 0; step < this.length; step++) value = Math.imul(value ^ (text[at + step] ?? 0), 0x9e3779b1);
    return (value ^ (value >>> 15)) & this.mask;
  }
}

/** An array whose first `length` elements are `value`: the same one where it is long enough. */
function cleared(array: Int32Array<ArrayBuffer>, length: number, value: number): Int32Array<ArrayBuffer> {
  if (array.length < length) return new Int32Array(length).fill(value);
  return array.fill(value, 0, length);
}
