/** For each run the best chain of runs that ends with it. */
import type { CommonRun } from './common-runs.ts';
import { bucketOf, OpenRuns, RunPlaces } from './open-runs.ts';

/** Changed words between two runs of one passage: a name or a half sentence put in or left out. */
const LONGEST_GAP = 14;
/** What a changed sign costs against an equal one. */
const GAP_COST = 0.4;

/** Of each run, in the order of the runs. */
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
  private readonly places: RunPlaces;
  private readonly open: OpenRuns;

  constructor(runs: readonly CommonRun[]) {
    this.scores = new Float64Array(runs.length);
    this.before = new Int32Array(runs.length);
    this.firsts = new Int32Array(runs.length);
    this.equals = new Int32Array(runs.length);
    this.places = new RunPlaces(runs);
    this.open = new OpenRuns(this.places);
  }

  /** To be called for one run after the other. */
  link(run: number): void {
    const { places } = this;
    const length = places.lengthOf(run);
    const best = this.bestBefore(run, length);
    this.before[run] = best;
    this.scores[run] = best === -1 ? length : this.scoreAfter(best, run);
    this.firsts[run] = best === -1 ? run : (this.firsts[best] ?? 0);
    this.equals[run] = best === -1 ? length : (this.equals[best] ?? 0) + length - places.overlapOf(best, run);
    this.open.add(run);
  }

  /** The run that makes the best chain with this one after it, the first of equals; -1 when it is best alone. */
  private bestBefore(run: number, length: number): number {
    const { open, places } = this;
    const right = places.rights[run] ?? 0;
    const lastBucket = bucketOf(right + length - 1);
    open.closeBefore((places.lefts[run] ?? 0) - LONGEST_GAP);
    let best = -1;
    let bestScore = length;
    for (let bucket = bucketOf(Math.max(0, right - LONGEST_GAP)); bucket <= lastBucket; bucket++) {
      for (let other = open.latestIn(bucket); other !== -1; other = open.earlierThan(other)) {
        const score = this.scoreAfter(other, run);
        if (score < bestScore || (score === bestScore && (best === -1 || other > best))) continue;
        best = other;
        bestScore = score;
      }
    }
    return best;
  }

  /** The score of `run` after an open one; 0 where it cannot follow. */
  private scoreAfter(other: number, run: number): number {
    const { places } = this;
    const rightGap = (places.rights[run] ?? 0) - (places.rightEnds[other] ?? 0);
    if (rightGap > LONGEST_GAP) return 0;
    const length = places.lengthOf(run);
    const overlap = places.overlapOf(other, run);
    if (overlap >= Math.min(length, places.lengthOf(other))) return 0;
    const leftGap = (places.lefts[run] ?? 0) - (places.leftEnds[other] ?? 0);
    return (this.scores[other] ?? 0) + length - overlap - GAP_COST * Math.max(0, leftGap, rightGap);
  }
}
