/** A number or a date with the clause around it, so that one reads what it is about. */
import type { ShownComparison } from './chain-level.ts';

interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface Quotes {
  readonly above: string;
  readonly below: string;
}

const CLAUSE_END = /[，。；！？：\n]/u;

/** The words of both sides with their clauses where copied passages hold both; else without: half a clause misleads. */
export function inContext(
  { superior, subordinate }: { readonly superior: Quoted; readonly subordinate: Quoted },
  { passages }: ShownComparison,
): Quotes {
  const own = passages.items.map(({ start, quote }) => ({ start, text: quote }));
  const above = passages.items.map(({ superiorStart, superiorQuote }) => ({
    start: superiorStart,
    text: superiorQuote,
  }));
  const clauses = { above: clauseAround(superior, above), below: clauseAround(subordinate, own) };
  if (clauses.above === null || clauses.below === null) return { above: superior.quote, below: subordinate.quote };
  return { above: clauses.above, below: clauses.below };
}

interface Passage {
  /** In the text that the quoted words come from. */
  readonly start: number;
  readonly text: string;
}

function clauseAround({ start, end, quote }: Quoted, passages: readonly Passage[]): string | null {
  const around = passages.find((passage) => passage.start <= start && end <= passage.start + passage.text.length);
  if (around?.text.slice(start - around.start, end - around.start) !== quote) return null;
  const before = around.text.slice(0, start - around.start);
  const after = around.text.slice(end - around.start);
  const endOfClause = CLAUSE_END.exec(after)?.index ?? after.length;
  return `${before.split(CLAUSE_END).at(-1) ?? ''}${quote}${after.slice(0, endOfClause)}`.trim();
}
