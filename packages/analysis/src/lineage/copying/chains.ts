/** Runs that stand in the same order near each other make a chain: one passage with words changed in between. */
import type { CommonRun } from './common-runs.ts';
import { linkRuns, type Links } from './run-links.ts';

/** Half-open ranges in both texts, and how many signs of them are equal. */
export interface Chain {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
  readonly equal: number;
  readonly runs: readonly CommonRun[];
}

/** Less equal than this is another sentence with the same words. */
const LEAST_DENSITY = 0.5;

/** The best chains of at least so many equal signs, none taking signs of `left` twice, in the order of `left`. */
export function chainRuns(runs: readonly CommonRun[], leftLength: number, leastEqual: number): Chain[] {
  const links = linkRuns(runs);
  const taken = new Uint8Array(leftLength);
  const isUsed = new Uint8Array(runs.length);
  const chains: Chain[] = [];
  for (const last of hopefulByScore(links, leastEqual)) {
    const chain = chainOf(collect({ runs, links }, last, isUsed, taken));
    const isChain = chain !== null && chain.equal >= LEAST_DENSITY * spanOf(chain) && chain.equal >= leastEqual;
    if (!isChain) continue;
    taken.fill(1, chain.left, chain.leftEnd);
    chains.push(chain);
  }
  return chains.sort((a, b) => a.left - b.left);
}

/**
 * Where chains may end, the best first. Runs that hang together with none of a chain that is long enough are left out: nine in ten
 * are a word that meets by chance.
 */
function hopefulByScore({ scores, firsts, equals }: Links, leastEqual: number): number[] {
  const isHopeful = new Uint8Array(firsts.length);
  for (let run = 0; run < equals.length; run++) if ((equals[run] ?? 0) >= leastEqual) isHopeful[firsts[run] ?? 0] = 1;
  const hopeful: number[] = [];
  for (let run = 0; run < firsts.length; run++) if (isHopeful[firsts[run] ?? 0] === 1) hopeful.push(run);
  return hopeful.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

interface LinkedRuns {
  readonly runs: readonly CommonRun[];
  readonly links: Links;
}

/** The runs of the chain that ends with `last`, from last to first, as far as no better chain has taken them. */
function collect({ runs, links }: LinkedRuns, last: number, isUsed: Uint8Array, taken: Uint8Array): CommonRun[] {
  const collected: CommonRun[] = [];
  for (let index = last; index !== -1 && isUsed[index] === 0; index = links.before[index] ?? -1) {
    const run = freePart(runs[index], taken);
    if (run === null || isTakenBetween(taken, run.left, collected.at(-1)?.left ?? end(run))) break;
    isUsed[index] = 1;
    collected.push(run);
  }
  return collected;
}

function isTakenBetween(taken: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (taken[at] === 1) return true;
  return false;
}

function end(run: CommonRun): number {
  return run.left + run.length;
}

/** Runs from last to first; null when there is none. */
function chainOf(runs: readonly CommonRun[]): Chain | null {
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
function freePart(run: CommonRun | undefined, taken: Uint8Array): CommonRun | null {
  if (run === undefined) return null;
  let from = run.left;
  let to = end(run);
  while (from < to && taken[from] === 1) from++;
  while (to > from && taken[to - 1] === 1) to--;
  if (to - from === run.length) return run;
  return from === to ? null : { left: from, right: run.right + from - run.left, length: to - from };
}

function equalSigns(runs: readonly CommonRun[]): number {
  return runs.reduce((sum, run, index) => {
    const before = runs[index + 1];
    const overlap = before ? Math.max(0, end(before) - run.left, before.right + before.length - run.right) : 0;
    return sum + run.length - overlap;
  }, 0);
}
