/** The clauses of the compared part of a text: what is copied or not as a whole. */
import type { Span } from '../../document/stance.ts';
import type { SignedText } from './signs.ts';

/** Offsets are into the text; `from` and `to` are the range of its signs. */
export interface ComparedClause extends Span {
  readonly from: number;
  readonly to: number;
  /** True for the last clause of a sentence. */
  readonly endsSentence: boolean;
}

const CLAUSE_END = markTable('，,；;：:。．！!？?\n\t');
const SENTENCE_END = markTable('；;。！!？?\n\t');

/** Every clause that holds a sign, in order. A clause keeps the mark that ends it. */
export function clausesOf(text: string, stretches: readonly Span[], { offsets }: SignedText): ComparedClause[] {
  const clauses: ComparedClause[] = [];
  let from = 0;
  for (const stretch of stretches) {
    let { start } = stretch;
    for (let at = start; at < stretch.end; at++) {
      const code = text.charCodeAt(at);
      if (CLAUSE_END[code] === 0 && at + 1 < stretch.end) continue;
      let to = from;
      while (to < offsets.length && (offsets[to] ?? 0) <= at) to++;
      if (to > from) clauses.push({ start, end: at + 1, from, to, endsSentence: SENTENCE_END[code] === 1 });
      from = to;
      start = at + 1;
    }
  }
  return clauses;
}

/** A row of clauses, half-open, by their places in it. */
export interface ClauseRange {
  readonly from: number;
  readonly to: number;
}

/** The clauses of each sentence. */
export function sentencesOf(clauses: readonly ComparedClause[]): ClauseRange[] {
  const sentences: ClauseRange[] = [];
  let from = 0;
  for (const [index, clause] of clauses.entries()) {
    if (!clause.endsSentence && index + 1 < clauses.length) continue;
    sentences.push({ from, to: index + 1 });
    from = index + 1;
  }
  return sentences;
}

/** Whether the code unit ends a clause. */
export function isClauseEnd(code: number): boolean {
  return CLAUSE_END[code] === 1;
}

function markTable(marks: string): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
}
