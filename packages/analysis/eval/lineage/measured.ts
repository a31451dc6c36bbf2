/** Pairs handed to the comparison, and what came back beside the truth. */
import { compareDocuments } from '../../src/lineage/index.ts';
import type { GradedPair } from './build-pairs.ts';
import type { Strangers } from './pairs-of-half.ts';
import { scoreShare, type ShareOutcome } from './share-scoring.ts';
import { sourceOf } from './source-of.ts';
import type { SpecialPair } from './special-cases.ts';
import { scoreTargets, type TargetVerdict } from './target-scoring.ts';
import type { LabelledPair } from './target-truth.ts';

export function measureGraded(pair: GradedPair): ShareOutcome {
  return scoreShare({ ...pair, group: pair.disturbance }, compare(pair));
}

export function measureSpecial(pair: SpecialPair): ShareOutcome {
  return scoreShare({ ...pair, group: pair.kind, grade: 0 }, compare(pair));
}

/** The copied share of two texts that have nothing from one another. */
export function measureStrangers({ superior, subordinate }: Strangers): number {
  return compare({ superior: superior.text, subordinate: subordinate.text }).copiedShare;
}

export function measureTargets(pair: LabelledPair): TargetVerdict[] {
  return scoreTargets(pair, compare(pair));
}

interface TwoTexts {
  readonly superior: string;
  readonly subordinate: string;
}

function compare({ superior, subordinate }: TwoTexts): ReturnType<typeof compareDocuments> {
  return compareDocuments(sourceOf(subordinate), sourceOf(superior));
}
