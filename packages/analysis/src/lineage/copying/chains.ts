/** Runs that stand in the same order near each other make a chain: one passage with words changed in between. */
import type { CommonRun } from './common-runs.ts';

/** Half-open ranges in both texts, and how many signs of them are equal. */
export interface Chain {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
  readonly equal: number;
  readonly runs: readonly CommonRun[];
}

/** Changed words between two runs of one passage: a name or a half sentence put in or left out. */
const LONGEST_GAP = 14;
/** What a changed sign costs against an equal one. */
const GAP_COST = 0.4;
/** Less equal than this is another sentence with the same words. */
const LEAST_DENSITY = 0.5;
/** Runs that may be continued at one time; more of them only in texts made to be slow. */
const MOST_OPEN = 128;

interface Link {
  readonly run: CommonRun;
  readonly score: number;
  /** Index of the run before it in the chain, or -1. */
  readonly before: number;
}

/** The best chains of at least so many equal signs, none taking signs of `left` twice, in the order of `left`. */
export function chainRuns(runs: readonly CommonRun[], leftLength: number, leastEqual: number): Chain[] {
  const links = linkRuns(runs);
  const taken = new Uint8Array(leftLength);
  const isUsed = new Uint8Array(runs.length);
  const chains: Chain[] = [];
  for (const index of byScore(links)) {
    const chain = collect(links, index, isUsed, taken);
    if (chain === null || chain.equal < leastEqual) continue;
    taken.fill(1, chain.left, chain.leftEnd);
    chains.push(chain);
  }
  return chains.sort((a, b) => a.left - b.left);
}

function linkRuns(runs: readonly CommonRun[]): Link[] {
  const links: Link[] = [];
  let open: number[] = [];
  for (const [index, run] of runs.entries()) {
    let best: Link = { run, score: run.length, before: -1 };
    open = open.filter((other) => end(runs[other]) + LONGEST_GAP >= run.left).slice(-MOST_OPEN);
    for (const other of open) {
      const before = links[other];
      const score = before === undefined ? null : scoreAfter(before, run);
      if (score !== null && score > best.score) best = { run, score, before: other };
    }
    links.push(best);
    open.push(index);
  }
  return links;
}

function end(run: CommonRun | undefined): number {
  return run === undefined ? 0 : run.left + run.length;
}

/** Null where `run` cannot follow. Runs may overlap by a few signs, which count once. */
function scoreAfter({ run: before, score }: Link, run: CommonRun): number | null {
  const leftGap = run.left - before.left - before.length;
  const rightGap = run.right - before.right - before.length;
  const gap = Math.max(leftGap, rightGap);
  const overlap = Math.max(0, -leftGap, -rightGap);
  if (gap > LONGEST_GAP || overlap >= Math.min(run.length, before.length)) return null;
  return score + run.length - overlap - GAP_COST * Math.max(0, gap);
}

function byScore(links: readonly Link[]): number[] {
  return Array.from(links.keys()).sort((a, b) => (links[b]?.score ?? 0) - (links[a]?.score ?? 0) || a - b);
}

function collect(links: readonly Link[], last: number, isUsed: Uint8Array, taken: Uint8Array): Chain | null {
  const runs: CommonRun[] = [];
  for (let link = links[last], index = last; link && isUsed[index] === 0; index = link.before, link = links[index]) {
    const run = freePart(link.run, taken);
    if (run === null || taken.subarray(run.left, runs.at(-1)?.left ?? end(run)).includes(1)) break;
    isUsed[index] = 1;
    runs.push(run);
  }
  const chain = chainOf(runs);
  return chain !== null && chain.equal >= LEAST_DENSITY * spanOf(chain) ? chain : null;
}

/** Runs from last to first. */
function chainOf(runs: CommonRun[]): Chain | null {
  const final = runs[0];
  const first = runs.at(-1);
  if (!first || !final) return null;
  return {
    left: first.left,
    leftEnd: final.left + final.length,
    right: first.right,
    rightEnd: final.right + final.length,
    equal: equalSigns(runs),
    runs: runs.toReversed(),
  };
}

function spanOf({ left, leftEnd, right, rightEnd }: Chain): number {
  return Math.max(leftEnd - left, rightEnd - right);
}

/** A run without the signs at its ends that a better chain has taken; null when nothing is left. */
function freePart(run: CommonRun, taken: Uint8Array): CommonRun | null {
  let from = run.left;
  let to = end(run);
  while (from < to && taken[from] === 1) from++;
  while (to > from && taken[to - 1] === 1) to--;
  return from === to ? null : { left: from, right: run.right + from - run.left, length: to - from };
}

function equalSigns(runs: readonly CommonRun[]): number {
  return runs.reduce((sum, run, index) => {
    const before = runs[index + 1];
    const overlap = before ? Math.max(0, end(before) - run.left, before.right + before.length - run.right) : 0;
    return sum + run.length - overlap;
  }, 0);
}
