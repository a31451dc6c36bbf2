/** Rules whose fault has two halves: a case that may be told as it is, and what is laid on somebody in that case. */
import type { Span } from '../document/stance.ts';
import type { Statement } from '../document/statements.ts';
import { evidenceIn, type View } from './evidence.ts';
import type { Match } from './rule.ts';
import { clearedBy, matchesIn, wholeClauses, type Wording } from './wording.ts';

export interface Conditional {
  /** The case, tried on the sentence as written: 没交的, 稿子还没印. */
  readonly when: RegExp;
  /** What follows from it, in the view that must not be silent; global. */
  readonly then: RegExp;
  readonly view: View;
  /** Whether what follows may also stand before the case. */
  readonly anyOrder?: boolean;
  /** The longest stretch of text that holds both. */
  readonly reach: number;
  readonly unless: NonNullable<Wording['unless']>;
}

/** One match for each statement that holds the case and, near it, what follows. */
export function* conditionalMatches(statements: readonly Statement[], conditional: Conditional): Iterable<Match> {
  for (const { statement, span } of evidenceIn(statements, 'raw', [conditional.when])) {
    const found = joined(span, statement[conditional.view], conditional);
    if (!found) continue;
    const clauses = wholeClauses(statement.raw, found);
    const match = { start: statement.start + clauses.start, end: statement.start + clauses.end };
    const cleared = clearedBy(statement.raw, conditional.unless);
    yield cleared ? { ...match, cleared } : match;
  }
}

/** What the words say by themselves, then the cases that they do not cover. */
export function* directOrConditional(
  statements: readonly Statement[],
  direct: Wording,
  conditional: Conditional,
): Iterable<Match> {
  const found = [...matchesIn(statements, direct)];
  yield* found;
  for (const match of conditionalMatches(statements, conditional)) {
    if (!found.some(({ start, end }) => start < match.end && match.start < end)) yield match;
  }
}

function joined(condition: Span, view: string, { then, reach, anyOrder = false }: Conditional): Span | null {
  for (const { index, 0: words } of view.matchAll(then)) {
    if (index < condition.end && !anyOrder) continue;
    const start = Math.min(condition.start, index);
    const end = Math.max(condition.end, index + words.length);
    if (end - start <= reach) return { start, end };
  }
  return null;
}
