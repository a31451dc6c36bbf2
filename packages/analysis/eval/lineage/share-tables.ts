/** Copied shares of graded, unrelated and special pairs of one half, as tables. */
import { measureGraded, measureSpecial, measureStrangers } from './measured.ts';
import {
  gradedPairs,
  specialPairs,
  strangersOfOneTopic,
  strangersOfOtherTopics,
  type Strangers,
} from './pairs-of-half.ts';
import { heading, print, row, share } from './printing.ts';
import type { Half } from './sections.ts';
import { summarise, type ShareOutcome } from './share-scoring.ts';

const HEAD = ['pairs', 'truth', 'found', 'largest', 'within 5', 'placed', '  worst pair'];

export function printShares(half: Half): void {
  const graded = gradedPairs(half).map(measureGraded);
  heading(`${half}: copied share of graded pairs`);
  printGroups('grade', graded, ({ grade }) => `${grade} %`);
  printGroups('disturbance', graded, ({ group }) => group);
  printSummary('all', graded);
  heading(`${half}: unrelated pairs`);
  printStrangers('other topics', strangersOfOtherTopics(half));
  printStrangers('same topic, own work', strangersOfOneTopic(half));
  const special = specialPairs(half).map(measureSpecial);
  heading(`${half}: forwarded, quoted, stock, turned, lists, tables`);
  printGroups('kind', special, ({ group }) => group);
  printTurned(special);
}

function printGroups(
  title: string,
  outcomes: readonly ShareOutcome[],
  nameOf: (outcome: ShareOutcome) => string,
): void {
  row([title, ...HEAD]);
  for (const name of new Set(outcomes.map(nameOf))) {
    printSummary(
      name,
      outcomes.filter((outcome) => nameOf(outcome) === name),
    );
  }
}

function printSummary(title: string, outcomes: readonly ShareOutcome[]): void {
  const { pairs, truth, found, largestError, within, placed, worst } = summarise(outcomes);
  const shares = [truth, found, largestError, within, placed].map(share);
  row([title, String(pairs), ...shares, `  ${worst}`]);
}

function printStrangers(title: string, pairs: readonly Strangers[]): void {
  const found = pairs.map((pair) => ({
    name: `${pair.subordinate.topic} under ${pair.superior.topic}`,
    copiedShare: measureStrangers(pair),
  }));
  const [worst] = found.toSorted((a, b) => b.copiedShare - a.copiedShare);
  const mean = found.reduce((sum, { copiedShare }) => sum + copiedShare, 0) / found.length;
  const largest = `largest ${share(worst?.copiedShare ?? 0)} (${worst?.name ?? ''})`;
  print(`${title}: ${found.length} pairs, mean ${share(mean)}, ${largest}`);
}

function printTurned(outcomes: readonly ShareOutcome[]): void {
  function sum(measure: (outcome: ShareOutcome) => number): number {
    return outcomes.reduce((total, outcome) => total + measure(outcome), 0);
  }
  const [found, all] = [sum(({ turnedFound }) => turnedFound), sum(({ turned }) => turned)];
  const falsely = sum(({ turnedFalsely }) => turnedFalsely);
  print(`turned meanings shown as changed: ${found} of ${all}; copies shown as changed falsely: ${falsely}`);
}
