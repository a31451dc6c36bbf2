/** Raised targets, compressed deadlines, added demands and local measures of one half, as a table. */
import { compareDocuments } from '../../src/lineage/index.ts';
import { heading, print, row, share } from './printing.ts';
import { readRows, readSections, type Half } from './sections.ts';
import { sourceOf } from './source-of.ts';
import { ratesOf, scoreTargets, type FoundTargets, type TargetVerdict } from './target-scoring.ts';
import { FINDINGS, pairOfRow, pairsOfChain, type Finding, type LabelledPair, type SmallPair } from './target-truth.ts';

/** `verbose` lists misses and false findings, of the tuning half only. */
export function printTargets(half: Half, verbose: boolean): void {
  const chains = readSections(half, 'chains').flatMap(pairsOfChain);
  const small = (readRows(half, 'small-pairs.jsonl') as SmallPair[]).map(pairOfRow);
  heading(`${half}: targets and demands (${chains.length} pairs of chains, ${small.length} small pairs)`);
  row(['finding', 'hits', 'misses', 'falses', 'precision', 'recall']);
  const all = [
    ['chains', chains.flatMap(score)],
    ['small', small.flatMap(score)],
  ] as const;
  for (const finding of FINDINGS) {
    for (const [title, verdicts] of all) printRates(`${finding}, ${title}`, verdicts, finding);
  }
  if (verbose && half === 'tuning') printConfusions(all.flatMap(([, verdicts]) => verdicts));
}

function score(pair: LabelledPair): TargetVerdict[] {
  const found: FoundTargets = compareDocuments(sourceOf(pair.subordinate), sourceOf(pair.superior));
  return scoreTargets(pair, found);
}

function printRates(title: string, verdicts: readonly TargetVerdict[], finding: Finding): void {
  const { hits, misses, falses, precision, recall } = ratesOf(
    verdicts.filter((verdict) => verdict.finding === finding),
  );
  row([title, String(hits), String(misses), String(falses), share(precision), share(recall)]);
}

function printConfusions(verdicts: readonly TargetVerdict[]): void {
  for (const { pair, finding, outcome, words } of verdicts.filter((verdict) => verdict.outcome !== 'hit')) {
    print([outcome, finding, pair, words.replaceAll('\n', ' ⏎ ')].join('\t'));
  }
}
