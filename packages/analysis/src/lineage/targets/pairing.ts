/** Pairs the places of two texts that speak of the same matter. */
import { similarity, weighSubject, type CommonGround, type Subject } from './subject.ts';

export interface Pair<Item> {
  readonly below: Item;
  readonly above: Item;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface PairingRules<Item> {
  /** Whether the two can be set against each other at all. */
  readonly isComparable: (below: Item, above: Item) => boolean;
  /** Added to the similarity where something beside the subject speaks for or against the two. */
  readonly bonus: (below: Item, above: Item) => number;
  /** What an item measures, where a text that names it once can hardly mean another; null where it may. */
  readonly kindOf?: (item: Item) => string | null;
}

/** Of two partners that fit nearly as well the equal or looser one is meant: what is equal is never raised. */
export const EQUAL_BONUS = 0.08;

/**
 * Pairs that share less than this of their content are two matters. Where one text carries out the other, a third of their
 * terms is common and little is needed to know a matter again; texts of two subjects share a tenth, and whatever is alike in
 * them is mostly chance. Measured on texts of one subject (from 0.35 upwards) and of two (nineteen of twenty below 0.21).
 */
const SAME_MATTER = { related: { from: 0.22, threshold: 0.2 }, unrelated: { upTo: 0.12, threshold: 0.42 } } as const;

function thresholdFor(relatedness: number): number {
  const { related, unrelated } = SAME_MATTER;
  const share = (relatedness - unrelated.upTo) / (related.from - unrelated.upTo);
  const between = Math.min(1, Math.max(0, share));
  return unrelated.threshold + between * (related.threshold - unrelated.threshold);
}

/** Where each text has but one target of a kind (so many metres), less is needed to know it again. */
const LONE = 0.6;

function loneKinds(below: readonly (string | null)[], above: readonly (string | null)[]): ReadonlySet<string | null> {
  return new Set(below.filter((kind) => kind !== null && [below, above].every((kinds) => isOnce(kinds, kind))));
}

function isOnce(kinds: readonly (string | null)[], kind: string | null): boolean {
  return kinds.indexOf(kind) === kinds.lastIndexOf(kind) && kinds.includes(kind);
}

/** The pairs that are each other's best, in the order of the lower text. Quadratic in the items, which are capped. */
export function pairUp<Item extends { readonly subject: Subject }>(
  below: readonly Item[],
  above: readonly Item[],
  { weight, relatedness }: CommonGround,
  { isComparable, bonus, kindOf = () => null }: PairingRules<Item>,
): Pair<Item>[] {
  const threshold = thresholdFor(relatedness);
  const isLone = loneKinds(below.map(kindOf), above.map(kindOf));
  const upper = above.map((item) => ({ item, subject: weighSubject(item.subject, weight), best: -1, score: 0 }));
  const lower = below.map((item) => ({
    item,
    subject: weighSubject(item.subject, weight),
    best: -1,
    score: 0,
    alike: 0,
  }));
  for (const [at, left] of lower.entries()) {
    for (const [index, right] of upper.entries()) {
      if (!isComparable(left.item, right.item)) continue;
      const alike = similarity(left.subject, right.subject);
      if (alike < (isLone.has(kindOf(left.item)) ? LONE * threshold : threshold)) continue;
      const score = alike + bonus(left.item, right.item);
      if (score > left.score) Object.assign(left, { best: index, score, alike });
      if (score > right.score) Object.assign(right, { best: at, score });
    }
  }
  return lower.flatMap(({ item, best, alike }, at) => {
    const partner = upper[best];
    return partner?.best === at ? [{ below: item, above: partner.item, similarity: alike }] : [];
  });
}
