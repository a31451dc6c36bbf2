/** Every pair of texts that one half of the set makes or holds. */
import type { BaseText } from './base-texts.ts';
import { buildPairs, type GradedPair } from './build-pairs.ts';
import { seededChance } from './chance.ts';
import { readLines, readPeers, readRewritten, readRows, readSections, readTopics, type Half } from './sections.ts';
import {
  asidePairs,
  forwardedAndCopiedPair,
  forwardedPair,
  pairByHand,
  rewordedPair,
  rewrittenPair,
  stockPair,
  type Rewording,
  type SpecialPair,
} from './special-cases.ts';
import { pairOfRow, pairsOfChain, type LabelledPair, type SmallPair } from './target-truth.ts';

/** Sentences of a superior among a subordinate's own. */
export function gradedPairs(half: Half): GradedPair[] {
  return buildPairs(readTopics(half), seededChance);
}

/** Two texts of which neither took anything from the other. */
export interface Strangers {
  readonly superior: BaseText;
  readonly subordinate: BaseText;
}

/** Every text under every superior of another topic. */
export function strangersOfOtherTopics(half: Half): Strangers[] {
  const topics = readTopics(half);
  const all = [...topics.flatMap(({ superior, own }) => [superior, own]), ...readPeers(half)];
  return topics.flatMap(({ superior }) =>
    all.filter(({ topic }) => topic !== superior.topic).map((subordinate) => ({ superior, subordinate })),
  );
}

/** Formal texts of other offices under the superior of their topic. */
export function strangersOfOneTopic(half: Half): Strangers[] {
  const peers = readPeers(half);
  return readTopics(half).flatMap(({ superior }) =>
    peers.filter(({ topic }) => topic === superior.topic).map((subordinate) => ({ superior, subordinate })),
  );
}

/** Forwarded, quoted, stock, turned and rewritten text, lists and tables. */
export function specialPairs(half: Half): SpecialPair[] {
  const rewordings = readRows(half, 'turned.jsonl') as Rewording[];
  const stock = readLines(half, 'stock.txt');
  const rewritten = readRewritten(half);
  const built = readTopics(half).flatMap((texts) => {
    const { topic } = texts.superior;
    const ofTopic = rewordings.filter((rewording) => rewording.topic === topic);
    return [
      forwardedPair(texts),
      forwardedAndCopiedPair(texts, seededChance(`${topic}-forwarded`)),
      ...asidePairs(texts),
      stockPair(texts, stock),
      ...rewritten.filter((text) => text.topic === topic).map((text) => rewrittenPair(texts, text)),
      rewordedPair(texts, ofTopic, seededChance(`${topic}-turned`)),
    ];
  });
  return [...built, ...readSections(half, 'by-hand').map(({ name, sections }) => pairByHand(name, sections))];
}

/** Documents of neighbouring levels, with their targets. */
export function chainPairs(half: Half): LabelledPair[] {
  return readSections(half, 'chains').flatMap(pairsOfChain);
}

/** A few sentences against a few, with their targets. */
export function smallPairs(half: Half): LabelledPair[] {
  return (readRows(half, 'small-pairs.jsonl') as SmallPair[]).map(pairOfRow);
}
