/** Raised targets, compressed deadlines, added demands and local measures of one half, as a table. */
import { measureTargets } from './measured.ts';
import { chainPairs, smallPairs } from './pairs-of-half.ts';
import { heading, print, row, share } from './printing.ts';
import type { Half } from './sections.ts';
import { ratesOf, type TargetVerdict } from './target-scoring.ts';
import { FINDINGS } from './target-truth.ts';

/** `verbose` lists misses and false findings, of the tuning half only. */
export function printTargets(half: Half, verbose: boolean): void {
  const [chains, small] = [chainPairs(half), smallPairs(half)];
  const groups = [
    ['chains', chains.flatMap(measureTargets)],
    ['small', small.flatMap(measureTargets)],
  ] as const;
  const all = groups.flatMap(([, verdicts]) => verdicts);
  heading(`${half}: targets and demands (${chains.length} pairs of chains, ${small.length} small pairs)`);
  row(['finding', 'hits', 'misses', 'falses', 'precision', 'recall']);
  for (const finding of FINDINGS) {
    for (const [title, verdicts] of [...groups, ['all', all] as const]) {
      printRates(
        `${finding}, ${title}`,
        verdicts.filter((verdict) => verdict.finding === finding),
      );
    }
  }
  if (verbose && half === 'tuning') printConfusions(all);
}

function printRates(title: string, verdicts: readonly TargetVerdict[]): void {
  const { hits, misses, falses, precision, recall } = ratesOf(verdicts);
  row([title, String(hits), String(misses), String(falses), share(precision), share(recall)]);
}

function printConfusions(verdicts: readonly TargetVerdict[]): void {
  for (const { pair, finding, outcome, words } of verdicts.filter((verdict) => verdict.outcome !== 'hit')) {
    print([outcome, finding, pair, words.replaceAll('\n', ' ⏎ ')].join('\t'));
  }
}
