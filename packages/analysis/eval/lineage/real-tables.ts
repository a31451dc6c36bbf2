/** How copied shares behave on real documents: unrelated ones must have none, alike ones must be found. */
import { compareDocuments } from '../../src/lineage/index.ts';
import { plainSource } from '../../src/document/source-text.ts';
import { seededChance } from './chance.ts';
import { heading, print, row, share } from './printing.ts';
import {
  alikePairs,
  readPolicies,
  readRegulations,
  strangePolicies,
  strangeRegulations,
  type KnownPair,
  type RealPair,
  type RealText,
} from './real-texts.ts';

const DRAWN = 300;

export function printRealTexts(): void {
  const policies = readPolicies();
  heading('real policies');
  if (policies === null) print('skipped: ../shared/corpus/policies is absent');
  else printStrange(strangePolicies(policies, DRAWN, seededChance('policies')));
  const regulations = readRegulations();
  heading('real regulations');
  if (regulations === null) print('skipped: ../shared/corpus/regulations is absent');
  else printRegulations(regulations);
}

function printRegulations(regulations: readonly RealText[]): void {
  printStrange(strangeRegulations(regulations, DRAWN, seededChance('regulations')));
  row(['containment', 'pairs', 'passages', 'share .3', 'share .5', 'mean', 'true mean']);
  const alike = alikePairs(regulations, 0.3).map((pair) => ({ ...pair, found: compare(pair) }));
  for (const [from, to] of [
    [0.3, 0.5],
    [0.5, 0.8],
    [0.8, 1.01],
  ] as const) {
    printAlike(
      `${from} to ${Math.min(to, 1)}`,
      alike.filter(({ containment }) => containment >= from && containment < to),
    );
  }
}

function compare({ subordinate, superior }: RealPair): { copiedShare: number; passages: readonly unknown[] } {
  return compareDocuments(plainSource(subordinate.text), plainSource(superior.text));
}

function printStrange(pairs: readonly RealPair[]): void {
  const found = pairs.map((pair) => ({ pair, copied: compare(pair).copiedShare }));
  const mean = found.reduce((sum, { copied }) => sum + copied, 0) / found.length;
  print(`${found.length} unrelated pairs, mean ${share(mean)}; the largest:`);
  for (const { pair, copied } of found.toSorted((a, b) => b.copied - a.copied).slice(0, 3)) {
    print(`  ${share(copied)}  ${pair.subordinate.name.trim()} | ${pair.superior.name.trim()}`);
  }
}

type FoundPair = KnownPair & {
  readonly found: { readonly copiedShare: number; readonly passages: readonly unknown[] };
};

function printAlike(title: string, pairs: readonly FoundPair[]): void {
  function portion(holds: (pair: FoundPair) => boolean): string {
    return share(pairs.filter(holds).length / Math.max(pairs.length, 1));
  }
  function mean(measure: (pair: FoundPair) => number): string {
    return share(pairs.reduce((sum, pair) => sum + measure(pair), 0) / Math.max(pairs.length, 1));
  }
  row([
    title,
    String(pairs.length),
    portion(({ found }) => found.passages.length > 0),
    portion(({ found }) => found.copiedShare >= 0.3),
    portion(({ found }) => found.copiedShare >= 0.5),
    mean(({ found }) => found.copiedShare),
    mean(({ containment }) => containment),
  ]);
}
