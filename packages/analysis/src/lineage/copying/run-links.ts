/** For each run the best chain of runs that ends with it. */
import type { CommonRun } from './common-runs.ts';

/** Changed words between two runs of one passage: a name or a half sentence put in or left out. */
const LONGEST_GAP = 14;
/** What a changed sign costs against an equal one. */
const GAP_COST = 0.4;
/** Runs that may be continued at one time; more of them only in texts made to be slow. */
const MOST_OPEN = 128;

/** Of each run, in the order of the runs. In arrays: two ordinary texts have some thousand runs by chance. */
export interface Links {
  /** Equal signs of the chain up to here, less what its gaps cost. */
  readonly scores: Float64Array;
  /** Index of the run before it in the chain, or -1. */
  readonly before: Int32Array;
  /** Index of the run with which its chain begins. */
  readonly firsts: Int32Array;
  /** Equal signs of the chain up to here. */
  readonly equals: Int32Array;
}

/** Runs in ascending order of `left`, then of `right`; they may overlap by a few signs, which count once. */
export function linkRuns(runs: readonly CommonRun[]): Links {
  const linker = new Linker(runs);
  for (let index = 0; index < runs.length; index++) linker.link(index);
  return linker;
}

class Linker implements Links {
  readonly scores: Float64Array;
  readonly before: Int32Array;
  readonly firsts: Int32Array;
  readonly equals: Int32Array;
  private readonly lefts: Int32Array;
  private readonly rights: Int32Array;
  private readonly lengths: Int32Array;
  /** Runs that the next one may follow, in their order. */
  private readonly open = new Int32Array(MOST_OPEN + 1);
  private opened = 0;

  constructor(runs: readonly CommonRun[]) {
    this.scores = new Float64Array(runs.length);
    this.before = new Int32Array(runs.length);
    this.firsts = new Int32Array(runs.length);
    this.equals = new Int32Array(runs.length);
    this.lefts = new Int32Array(runs.length);
    this.rights = new Int32Array(runs.length);
    this.lengths = new Int32Array(runs.length);
    for (const [index, { left, right, length }] of runs.entries()) {
      this.lefts[index] = left;
      this.rights[index] = right;
      this.lengths[index] = length;
    }
  }

  /** To be called for one run after the other. */
  link(run: number): void {
    this.closeBefore((this.lefts[run] ?? 0) - LONGEST_GAP);
    const length = this.lengths[run] ?? 0;
    let best = -1;
    let bestScore = length;
    for (let at = 0; at < this.opened; at++) {
      const other = this.open[at] ?? 0;
      const score = this.scoreAfter(other, run);
      if (score <= bestScore) continue;
      best = other;
      bestScore = score;
    }
    this.before[run] = best;
    this.scores[run] = bestScore;
    this.firsts[run] = best === -1 ? run : (this.firsts[best] ?? 0);
    this.equals[run] = best === -1 ? length : (this.equals[best] ?? 0) + length - this.overlapOf(best, run);
    this.open[this.opened++] = run;
  }

  /** Closes the runs that end before a place in `left`, and the oldest when there are too many. */
  private closeBefore(place: number): void {
    const { open } = this;
    let kept = 0;
    for (let at = 0; at < this.opened; at++) {
      const run = open[at] ?? 0;
      if ((this.lefts[run] ?? 0) + (this.lengths[run] ?? 0) >= place) open[kept++] = run;
    }
    if (kept > MOST_OPEN) open.copyWithin(0, kept - MOST_OPEN, kept);
    this.opened = Math.min(kept, MOST_OPEN);
  }

  /** The score of `run` after an open one; 0 where it cannot follow. */
  private scoreAfter(other: number, run: number): number {
    const length = this.lengths[run] ?? 0;
    const otherLength = this.lengths[other] ?? 0;
    const rightGap = (this.rights[run] ?? 0) - (this.rights[other] ?? 0) - otherLength;
    if (rightGap > LONGEST_GAP) return 0;
    const leftGap = (this.lefts[run] ?? 0) - (this.lefts[other] ?? 0) - otherLength;
    const overlap = Math.max(0, -leftGap, -rightGap);
    if (overlap >= Math.min(length, otherLength)) return 0;
    return (this.scores[other] ?? 0) + length - overlap - GAP_COST * Math.max(0, leftGap, rightGap);
  }

  private overlapOf(other: number, run: number): number {
    const otherLength = this.lengths[other] ?? 0;
    const leftGap = (this.lefts[run] ?? 0) - (this.lefts[other] ?? 0) - otherLength;
    const rightGap = (this.rights[run] ?? 0) - (this.rights[other] ?? 0) - otherLength;
    return Math.max(0, -leftGap, -rightGap);
  }
}
