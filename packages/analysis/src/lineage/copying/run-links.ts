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
  for (let run = 0; run < runs.length; run++) linker.link(run);
  return linker;
}

class Linker implements Links {
  readonly scores: Float64Array;
  readonly before: Int32Array;
  readonly firsts: Int32Array;
  readonly equals: Int32Array;
  private readonly lefts: Int32Array;
  private readonly leftEnds: Int32Array;
  private readonly rights: Int32Array;
  private readonly rightEnds: Int32Array;
  /** No run before this one can be continued any more. */
  private firstOpen = 0;

  constructor(runs: readonly CommonRun[]) {
    this.scores = new Float64Array(runs.length);
    this.before = new Int32Array(runs.length);
    this.firsts = new Int32Array(runs.length);
    this.equals = new Int32Array(runs.length);
    this.lefts = new Int32Array(runs.length);
    this.leftEnds = new Int32Array(runs.length);
    this.rights = new Int32Array(runs.length);
    this.rightEnds = new Int32Array(runs.length);
    for (let at = 0; at < runs.length; at++) this.read(at, runs[at]);
  }

  private read(at: number, run: CommonRun | undefined): void {
    if (run === undefined) return;
    this.lefts[at] = run.left;
    this.leftEnds[at] = run.left + run.length;
    this.rights[at] = run.right;
    this.rightEnds[at] = run.right + run.length;
  }

  /** To be called for one run after the other. */
  link(run: number): void {
    const length = this.lengthOf(run);
    const best = this.bestBefore(run);
    this.before[run] = best;
    this.scores[run] = best === -1 ? length : this.scoreAfter(best, run);
    this.firsts[run] = best === -1 ? run : (this.firsts[best] ?? 0);
    this.equals[run] = best === -1 ? length : (this.equals[best] ?? 0) + length - this.overlapOf(best, run);
  }

  /** The run that makes the best chain with this one after it, the first of equals; -1 when it is best alone. */
  private bestBefore(run: number): number {
    const { leftEnds, rightEnds } = this;
    const leastLeft = reachBefore(this.lefts, run);
    const leastRight = reachBefore(this.rights, run);
    this.closeBefore(leastLeft);
    const length = this.lengthOf(run);
    let best = -1;
    let bestScore = length;
    let open = 0;
    for (let other = run - 1; other >= this.firstOpen; other--) {
      if ((leftEnds[other] ?? 0) < leastLeft) continue;
      if (++open === MOST_OPEN) this.firstOpen = other;
      if ((rightEnds[other] ?? 0) < leastRight) continue;
      const score = this.scoreAfter(other, run);
      if (score < bestScore || score === length) continue;
      best = other;
      bestScore = score;
    }
    return best;
  }

  private closeBefore(left: number): void {
    while ((this.leftEnds[this.firstOpen] ?? left) < left) this.firstOpen++;
  }

  /** The score of `run` after a run that ends near it; 0 where it cannot follow. */
  private scoreAfter(other: number, run: number): number {
    const length = this.lengthOf(run);
    const overlap = this.overlapOf(other, run);
    if (overlap >= Math.min(length, this.lengthOf(other))) return 0;
    const leftGap = (this.lefts[run] ?? 0) - (this.leftEnds[other] ?? 0);
    const rightGap = (this.rights[run] ?? 0) - (this.rightEnds[other] ?? 0);
    return (this.scores[other] ?? 0) + length - overlap - GAP_COST * Math.max(0, leftGap, rightGap);
  }

  private overlapOf(other: number, run: number): number {
    const leftOverlap = (this.leftEnds[other] ?? 0) - (this.lefts[run] ?? 0);
    return Math.max(0, leftOverlap, (this.rightEnds[other] ?? 0) - (this.rights[run] ?? 0));
  }

  private lengthOf(run: number): number {
    return (this.leftEnds[run] ?? 0) - (this.lefts[run] ?? 0);
  }
}

/** Where a run must end at least for the next one to follow it. */
function reachBefore(starts: Int32Array, next: number): number {
  return (starts[next] ?? 0) - LONGEST_GAP;
}
