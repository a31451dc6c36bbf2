/** Copied shares of graded, unrelated and special pairs of one half, as tables. */
import { compareDocuments } from '../../src/lineage/index.ts';
import type { BaseText } from './base-texts.ts';
import { buildPairs, type TopicTexts } from './build-pairs.ts';
import { seededChance } from './chance.ts';
import { heading, print, row, share } from './printing.ts';
import { readLines, readPeers, readRewritten, readRows, readSections, readTopics, type Half } from './sections.ts';
import { scoreShare, summarise, type ShareOutcome } from './share-scoring.ts';
import { sourceOf } from './source-of.ts';
import {
  asidePair,
  forwardedAndCopiedPair,
  forwardedPair,
  pairByHand,
  rewordedPair,
  rewrittenPair,
  stockPair,
  type Rewording,
  type SpecialPair,
} from './special-cases.ts';

const HEAD = ['pairs', 'truth', 'found', 'largest', 'within 5', 'placed', '  worst pair'];

export function printShares(half: Half): void {
  const topics = readTopics(half);
  const graded = scoreGraded(topics);
  heading(`${half}: copied share of graded pairs`);
  row(['grade', ...HEAD]);
  for (const grade of [...new Set(graded.map((outcome) => outcome.grade))].toSorted((a, b) => b - a)) {
    printSummary(
      `${grade} %`,
      graded.filter((outcome) => outcome.grade === grade),
    );
  }
  row(['disturbance', ...HEAD]);
  for (const group of new Set(graded.map((outcome) => outcome.group))) {
    printSummary(
      group,
      graded.filter((outcome) => outcome.group === group),
    );
  }
  printSummary('all', graded);
  printUnrelated(half, topics);
  printSpecial(half, topics);
}

function scoreGraded(topics: readonly TopicTexts[]): ShareOutcome[] {
  return buildPairs(topics, seededChance).map((pair) =>
    scoreShare({ ...pair, group: pair.disturbance }, compare(pair.subordinate, pair.superior)),
  );
}

function compare(subordinate: string, superior: string): ReturnType<typeof compareDocuments> {
  return compareDocuments(sourceOf(subordinate), sourceOf(superior));
}

function printSummary(title: string, outcomes: readonly ShareOutcome[]): void {
  const { pairs, truth, found, largestError, within, placed, worst } = summarise(outcomes);
  row([
    title,
    String(pairs),
    share(truth),
    share(found),
    share(largestError),
    share(within),
    share(placed),
    `  ${worst}`,
  ]);
}

/** Nothing is copied between texts of different topics, nor by an office that wrote on the same topic by itself. */
function printUnrelated(half: Half, topics: readonly TopicTexts[]): void {
  const peers = readPeers(half);
  const superiors = topics.map(({ superior }) => superior);
  const others = [...topics.flatMap(({ superior, own }) => [superior, own]), ...peers];
  heading(`${half}: unrelated pairs`);
  printStrangers(
    'other topics',
    superiors.flatMap((superior) =>
      others.filter(({ topic }) => topic !== superior.topic).map((subordinate) => ({ superior, subordinate })),
    ),
  );
  printStrangers(
    'same topic, own work',
    superiors.flatMap((superior) =>
      peers.filter(({ topic }) => topic === superior.topic).map((subordinate) => ({ superior, subordinate })),
    ),
  );
}

interface Strangers {
  readonly superior: BaseText;
  readonly subordinate: BaseText;
}

function printStrangers(title: string, pairs: readonly Strangers[]): void {
  const found = pairs.map(({ superior, subordinate }) => ({
    pair: `${subordinate.topic} under ${superior.topic}`,
    copiedShare: compare(subordinate.text, superior.text).copiedShare,
  }));
  const [worst] = found.toSorted((a, b) => b.copiedShare - a.copiedShare);
  const mean = found.reduce((sum, { copiedShare }) => sum + copiedShare, 0) / found.length;
  const largest = `largest ${share(worst?.copiedShare ?? 0)} (${worst?.pair ?? ''})`;
  print(`${title}: ${found.length} pairs, mean ${share(mean)}, ${largest}`);
}

function printSpecial(half: Half, topics: readonly TopicTexts[]): void {
  const outcomes = specialPairs(half, topics).map((pair) =>
    scoreShare({ ...pair, group: pair.kind, grade: 0 }, compare(pair.subordinate, pair.superior)),
  );
  heading(`${half}: forwarded, quoted, stock, turned, lists, tables`);
  row(['kind', ...HEAD]);
  for (const group of new Set(outcomes.map((outcome) => outcome.group))) {
    printSummary(
      group,
      outcomes.filter((outcome) => outcome.group === group),
    );
  }
  const sums = { found: 0, all: 0, falsely: 0 };
  for (const { turnedFound, turned, turnedFalsely } of outcomes) {
    sums.found += turnedFound;
    sums.all += turned;
    sums.falsely += turnedFalsely;
  }
  print(
    `turned meanings shown as changed: ${sums.found} of ${sums.all}; copies shown as changed falsely: ${sums.falsely}`,
  );
}

/** All special pairs of a half, built from its texts and read from its hand-written pairs. */
function specialPairs(half: Half, topics: readonly TopicTexts[]): SpecialPair[] {
  const rewordings = readRows(half, 'turned.jsonl') as Rewording[];
  const stock = readLines(half, 'stock.txt');
  const rewritten = readRewritten(half);
  return [
    ...topics.flatMap((texts) => {
      const { topic } = texts.superior;
      return [
        forwardedPair(texts),
        forwardedAndCopiedPair(texts, seededChance(`${topic}-forwarded`)),
        asidePair(texts) ?? [],
        stockPair(texts, stock),
        rewritten.filter((text) => text.topic === topic).map((text) => rewrittenPair(texts, text)),
        rewordedPair(
          texts,
          rewordings.filter((rewording) => rewording.topic === topic),
          seededChance(`${topic}-turned`),
        ),
      ].flat();
    }),
    ...readSections(half, 'by-hand').map(({ name, sections }) => pairByHand(name, sections)),
  ];
}
