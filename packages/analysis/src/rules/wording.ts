/** Rules that differ only in words: a table of patterns that report, and one of patterns that clear. */
import type { Span } from '../document/stance.ts';
import type { Statement } from '../document/statements.ts';
import type { ExemptionClass } from '../report.ts';
import { evidenceIn, type Conjunction, type Evidence, type View } from './evidence.ts';
import type { Match, Reading } from './rule.ts';

export interface Wording {
  /** What the patterns are tried on. */
  readonly view: View;
  /** Each match of one of them is the evidence. */
  readonly when: readonly Evidence[];
  /** A sentence (as written) that one of these matches is left alone. */
  readonly unless?: readonly (RegExp | Cleared)[];
}

export interface Cleared {
  readonly pattern: RegExp;
  readonly class: ExemptionClass;
  readonly reason: string;
}

/**
 * Compiles a pattern in which `~` stands for a gap of up to 12 characters and `~~` for up to 30, neither of which
 * crosses a silenced part or a sentence end. Alternatives in brackets, as in any regular expression.
 */
export function pattern(...alternatives: readonly string[]): RegExp {
  const sources = alternatives.map(withGaps);
  const source = sources.length > 1 ? `(?:${sources.join('|')})` : (sources[0] ?? '');
  return keep(patterns, source, () => new RegExp(source, 'u'));
}

function withGaps(words: string): string {
  return words.replaceAll('~~', '[^□。;]{0,30}?').replaceAll('~', '[^□。;]{0,12}?');
}

/**
 * Slots in any order: officials put channel, object and verb wherever they like. Each slot is a group of alternatives as
 * in `pattern`; `reach` is the longest stretch of text that holds them all.
 */
export function together(slots: readonly string[], reach = 40): Conjunction {
  return keep(conjunctions, `${slots.join('&')} ${reach}`, () => ({
    slots: slots.map((slot) => new RegExp(withGaps(slot), 'gu')),
    reach,
  }));
}

// Rules whose words depend on their options compile them each time they run: that must cost nothing the second time.
const patterns = new Map<string, RegExp>();
const conjunctions = new Map<string, Conjunction>();

/** Everything that `pattern` and `together` made so far. */
export function madeEvidence(): Evidence[] {
  return [...patterns.values(), ...conjunctions.values()];
}

function keep<Compiled>(kept: Map<string, Compiled>, key: string, compile: () => Compiled): Compiled {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const compiled = compile();
  kept.set(key, compiled);
  return compiled;
}

/** Makes the `find` of a rule that needs nothing but words. */
export function wording(table: Wording): (reading: Reading) => Iterable<Match> {
  return (reading) => matchesIn(reading.statements, table);
}

/** The first evidence of each statement. */
export function* matchesIn(statements: readonly Statement[], { view, when, unless = [] }: Wording): Iterable<Match> {
  for (const { statement, span: match } of evidenceIn(statements, view, when)) {
    const { start, end } = wholeClauses(statement[view], match);
    const span = { start: statement.start + start, end: statement.start + end };
    const cleared = clearedBy(statement.raw, unless);
    yield cleared ? { ...span, cleared } : span;
  }
}

/** The number of an item is no part of what it says, and stays when the words are replaced. */
const ITEM_NUMBER = /^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))?\s*/u;
const CLAUSE_MARK = /[,;:□\t]/u;

/** People read clauses: widens evidence to the marks around it, without any silenced part. */
export function wholeClauses(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && !CLAUSE_MARK.test(text.charAt(start - 1))) start--;
  while (end < text.length && !CLAUSE_MARK.test(text.charAt(end))) end++;
  return { start: start + (ITEM_NUMBER.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** The first of `unless` that the sentence as written shows. */
export function clearedBy(raw: string, unless: readonly (RegExp | Cleared)[]): Match['cleared'] | null {
  for (const one of unless) {
    const cleared = one instanceof RegExp ? { pattern: one, class: 'OTHER' as const, reason: '另有所指' } : one;
    if (cleared.pattern.test(raw)) return { class: cleared.class, reason: cleared.reason };
  }
  return null;
}
