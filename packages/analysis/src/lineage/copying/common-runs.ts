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

/**
 * Runs of at least so many signs, more in long texts, where there is more for chance to choose from, by their place in
 * `left`. Time
 * grows with the lengths, not with their product: whatever the texts, each sign of a long run is visited some
 * `MOST_PLACES` times at most.
 */
export function findCommonRuns(left: Uint16Array, right: Uint16Array, shortest: 2 | 3): CommonRun[] {
  const least = leastRun(Math.max(left.length, right.length), shortest);
  const places = new SequencePlaces(right, least);
  /** Where the last run on each diagonal ended, in `left`. */
  const ends = new Int32Array(left.length + right.length + 1);
  const runs: CommonRun[] = [];
  for (let at = 0; at + least <= left.length;) {
    let longestEnd = 0;
    places.visit(left, at, (place) => {
      const diagonal = place - at + left.length;
      if ((ends[diagonal] ?? 0) > at) return;
      const run = extend(left, right, { left: at, right: place, length: least }, ends[diagonal] ?? 0);
      ends[diagonal] = run.left + run.length;
      runs.push(run);
      if (run.length >= CERTAIN) longestEnd = Math.max(longestEnd, run.left + run.length);
    });
    at = Math.max(at + 1, longestEnd - least + 1);
  }
  return runs.sort((a, b) => a.left - b.left || a.right - b.right);
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

/** Where each sequence of so many signs stands in a text, first places first. */
class SequencePlaces {
  private readonly text: Uint16Array;
  private readonly length: number;
  private readonly heads: Int32Array;
  private readonly next: Int32Array;

  constructor(text: Uint16Array, length: number) {
    this.text = text;
    this.length = length;
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(text.length + 2))).fill(-1);
    this.next = new Int32Array(text.length);
    for (let at = text.length - length; at >= 0; at--) {
      const slot = this.slotOf(text, at);
      this.next[at] = this.heads[slot] ?? 0;
      this.heads[slot] = at;
    }
  }

  visit(other: Uint16Array, at: number, see: (place: number) => void): void {
    let tried = 0;
    for (let place = this.heads[this.slotOf(other, at)] ?? 0; place !== -1; place = this.next[place] ?? 0) {
      if (++tried > MOST_PLACES) return;
      if (this.isSame(other, at, place)) see(place);
    }
  }

  private isSame(other: Uint16Array, at: number, place: number): boolean {
    for (let step = 0; step < this.length; step++) {
      if (other[at + step] !== this.text[place + step]) return false;
    }
    return true;
  }

  private slotOf(text: Uint16Array, at: number): number {
    let value = 0;
    for (let step = 0; step < this.length; step++) value = Math.imul(value ^ (text[at + step] ?? 0), 0x9e3779b1);
    return (value ^ (value >>> 15)) & (this.heads.length - 1);
  }
}
