/** Which of the runs seen so far may be continued, found by where they end in the other text. */
import type { CommonRun } from './common-runs.ts';

/** Runs that may be continued at one time; more of them only in texts made to be slow. */
const MOST_OPEN = 128;
/** Signs of a bucket, as a power of two: about as many as a run looks back. */
const BUCKET_BITS = 4;

/** Half-open ranges of runs in both texts. In arrays: two ordinary texts have some thousand runs by chance. */
export class RunPlaces {
  readonly count: number;
  readonly lefts: Int32Array;
  readonly leftEnds: Int32Array;
  readonly rights: Int32Array;
  readonly rightEnds: Int32Array;

  constructor(runs: readonly CommonRun[]) {
    this.count = runs.length;
    this.lefts = new Int32Array(runs.length);
    this.leftEnds = new Int32Array(runs.length);
    this.rights = new Int32Array(runs.length);
    this.rightEnds = new Int32Array(runs.length);
    for (let at = 0; at < runs.length; at++) this.read(at, runs[at]);
  }

  lengthOf(run: number): number {
    return (this.leftEnds[run] ?? 0) - (this.lefts[run] ?? 0);
  }

  /** Signs that a run shares with an earlier one, in the text where they are more. */
  overlapOf(earlier: number, run: number): number {
    const inLeft = (this.leftEnds[earlier] ?? 0) - (this.lefts[run] ?? 0);
    return Math.max(0, inLeft, (this.rightEnds[earlier] ?? 0) - (this.rights[run] ?? 0));
  }

  private read(at: number, run: CommonRun | undefined): void {
    if (run === undefined) return;
    this.lefts[at] = run.left;
    this.leftEnds[at] = run.left + run.length;
    this.rights[at] = run.right;
    this.rightEnds[at] = run.right + run.length;
  }
}

/** Runs are added in their order, and closed for good once the next ones are too far away. */
export class OpenRuns {
  private readonly places: RunPlaces;
  /** Of each bucket of right ends the latest run, or -1. */
  private readonly latest: Int32Array;
  /** Of each run the one before it in its bucket, or -1. */
  private readonly earlier: Int32Array;
  /** How many open runs end at each place in `left`. */
  private readonly endings: Int32Array;
  private count = 0;
  /** Runs before this one are closed. */
  private first = 0;
  /** Runs that end before this place in `left` are closed. */
  private closed = 0;

  constructor(places: RunPlaces) {
    this.places = places;
    this.latest = new Int32Array(bucketOf(largest(places.rightEnds)) + 1).fill(-1);
    this.earlier = new Int32Array(places.count);
    this.endings = new Int32Array(largest(places.leftEnds) + 1);
  }

  add(run: number): void {
    const bucket = bucketOf(this.places.rightEnds[run] ?? 0);
    this.earlier[run] = this.latest[bucket] ?? -1;
    this.latest[bucket] = run;
    this.countEnding(run, 1);
  }

  /** Closes what ends before a place in `left`, and of too many the first. */
  closeBefore(left: number): void {
    for (; this.closed < left; this.closed++) this.count -= this.endings[this.closed] ?? 0;
    while (this.isClosed(this.first)) this.first++;
    if (this.count > MOST_OPEN) this.countEnding(this.first++, -1);
  }

  /** The latest open run whose right end lies in a bucket, or -1. */
  latestIn(bucket: number): number {
    return this.firstOpen(this.latest[bucket] ?? -1);
  }

  /** The next one of the same bucket, or -1. */
  earlierThan(run: number): number {
    return this.firstOpen(this.earlier[run] ?? -1);
  }

  private firstOpen(run: number): number {
    let at = run;
    while (at >= this.first && this.isClosed(at)) at = this.earlier[at] ?? -1;
    return at < this.first ? -1 : at;
  }

  private isClosed(run: number): boolean {
    return (this.places.leftEnds[run] ?? Infinity) < this.closed;
  }

  private countEnding(run: number, change: 1 | -1): void {
    const end = this.places.leftEnds[run] ?? 0;
    this.endings[end] = (this.endings[end] ?? 0) + change;
    this.count += change;
  }
}

/** The bucket of a place in `right`. */
export function bucketOf(place: number): number {
  return place >> BUCKET_BITS;
}

function largest(places: Int32Array): number {
  let most = 0;
  for (const place of places) most = Math.max(most, place);
  return most;
}
