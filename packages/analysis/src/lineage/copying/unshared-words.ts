/** What of two clauses only one of them says. */
import type { Span } from '../../document/stance.ts';
import { isClauseEnd } from './clauses.ts';

/** Words of `within` that lie in none of the spans, which may overlap. */
export function wordsOutside(text: string, within: Span, spans: readonly Span[]): string {
  let words = '';
  let at = within.start;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > at) words += text.slice(at, start) + ' ';
    at = Math.max(at, end);
  }
  return words + text.slice(at, Math.max(at, within.end));
}

/** A negation stands at most so far from the words it turns. */
const REACH = 8;

/** A place and the words around it, as far as they belong to its clause. */
export function toClauseEnds(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < REACH && !isClauseEnd(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !isClauseEnd(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}
