/** Compares found shares and passages with what is true of a pair. */
import type { CopiedSpan, ShareTruth, Span } from './assembled.ts';

/** A passage as `compareDocuments` reports it; only `kind`s other than copied and changed count as told apart. */
export interface FoundPassage {
  readonly start: number;
  readonly end: number;
  readonly superiorStart: number;
  readonly superiorEnd: number;
  readonly kind: string;
}

export interface FoundShare {
  readonly copiedShare: number;
  readonly passages: readonly FoundPassage[];
}

export interface ShareOutcome {
  readonly id: string;
  /** What the pairs are grouped by, say the disturbance. */
  readonly group: string;
  readonly grade: number;
  readonly truth: number;
  readonly found: number;
  /** Found less true, 0 within the true range. */
  readonly error: number;
  /** Copied characters that stand in a found passage whose superior side is the right one. */
  readonly placed: number;
  readonly copied: number;
  /** Turned sentences shown as changed, of all turned. */
  readonly turnedFound: number;
  readonly turned: number;
  /** Copied sentences that keep their meaning and are shown as changed. */
  readonly turnedFalsely: number;
}

interface Scored {
  readonly id: string;
  readonly group: string;
  readonly grade: number;
  readonly truth: ShareTruth;
}

export function scoreShare({ id, group, grade, truth }: Scored, { copiedShare, passages }: FoundShare): ShareOutcome {
  const counted = passages.filter(({ kind }) => kind === 'copied' || kind === 'changed');
  const changed = passages.filter(({ kind }) => kind === 'changed');
  const turned = truth.copied.filter((span) => span.turned);
  return {
    id,
    group,
    grade,
    truth: truth.high,
    found: copiedShare,
    error: copiedShare < truth.low ? copiedShare - truth.low : Math.max(0, copiedShare - truth.high),
    placed: truth.copied.reduce((total, span) => total + placedLength(span, counted), 0),
    copied: truth.copied.reduce((total, { subordinate }) => total + subordinate.end - subordinate.start, 0),
    turnedFound: turned.filter((span) => isShown(span, changed)).length,
    turned: turned.length,
    turnedFalsely: truth.copied.filter((span) => !span.turned && isShown(span, changed)).length,
  };
}

/** Units of a copied sentence under passages that point at its source. */
function placedLength({ subordinate, superior }: CopiedSpan, passages: readonly FoundPassage[]): number {
  const right = passages.filter(
    (passage) => passage.superiorStart < superior.end && superior.start < passage.superiorEnd,
  );
  let covered = 0;
  for (let at = subordinate.start; at < subordinate.end; at += 1) {
    if (right.some(({ start, end }) => start <= at && at < end)) covered += 1;
  }
  return covered;
}

/** More than half of the sentence lies in one of the passages. */
function isShown({ subordinate }: CopiedSpan, passages: readonly FoundPassage[]): boolean {
  const shared = passages.reduce((total, passage) => total + overlap(passage, subordinate), 0);
  return shared * 2 > subordinate.end - subordinate.start;
}

function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

export interface ShareSummary {
  readonly pairs: number;
  readonly truth: number;
  readonly found: number;
  /** The error farthest from nothing, with its sign. */
  readonly largestError: number;
  readonly worst: string;
  /** Share of the pairs within 0.05. */
  readonly within: number;
  readonly placed: number;
}

/** Means and extremes of outcomes; throws on none. */
export function summarise(outcomes: readonly ShareOutcome[]): ShareSummary {
  const [worst] = outcomes.toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error));
  if (worst === undefined) throw new Error('No outcome to sum up.');
  const copied = total(outcomes, ({ copied: length }) => length);
  return {
    pairs: outcomes.length,
    truth: total(outcomes, ({ truth }) => truth) / outcomes.length,
    found: total(outcomes, ({ found }) => found) / outcomes.length,
    largestError: worst.error,
    worst: worst.id,
    within: outcomes.filter(({ error }) => Math.abs(error) <= 0.05).length / outcomes.length,
    placed: copied === 0 ? 1 : total(outcomes, ({ placed }) => placed) / copied,
  };
}

function total(outcomes: readonly ShareOutcome[], measure: (outcome: ShareOutcome) => number): number {
  return outcomes.reduce((sum, outcome) => sum + measure(outcome), 0);
}
