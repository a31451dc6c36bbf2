/** The sentences of a body, and what the words at a place of one are about. */
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { SILENCE, type Statement } from '../../document/statements.ts';
import { termsOf, type Subject, type Terms } from './subject.ts';

/** A sentence of the body or of an attachment with what stands around it. */
export interface BodySentence {
  readonly statement: Statement;
  /** The sentence before it in the same paragraph, or the whole row of a table cell. */
  readonly lead: Span | null;
}

/** What is longer is no sentence but damaged text, and reading its stance would cost too much. */
const LONGEST_SENTENCE = 5000;

/** The sentences that belong to the matter itself: no letterhead, title, recipients, signature or imprint. Linear. */
export function sentencesOfBody({ text, statements, header }: OfficialDocument): BodySentence[] {
  const { body, ...others } = header.zones;
  const zones = Object.values(others).filter((zone) => zone !== null);
  const sentences: BodySentence[] = [];
  let before: Statement | null = null;
  for (const statement of statements) {
    const isMain = statement.attachment === null;
    if (isMain && (statement.end <= body.start || zones.some((zone) => liesIn(statement, zone)))) continue;
    if (statement.end - statement.start > LONGEST_SENTENCE) continue;
    sentences.push({ statement, lead: leadOf(text, statement, before) });
    before = statement;
  }
  return sentences;
}

/**
 * The sentence with what it forbids, tells or only allows silenced. Unlike `announced` it hears a text of any voice: who sets
 * a speech or a plan of its own house against a superior's text asks for what it holds.
 */
export function heardIn({ raw, start, clauses }: Statement): string {
  const silenced = clauses.flatMap((clause) => clause.silenced);
  if (silenced.length === 0) return raw;
  let heard = '';
  let at = 0;
  for (const span of silenced) {
    heard += raw.slice(at, span.start - start) + SILENCE.repeat(span.end - span.start);
    at = span.end - start;
  }
  return heard + raw.slice(at);
}

/** A line of recipients ends in its colon. */
function liesIn({ start, end }: Span, zone: Span): boolean {
  return start >= zone.start && end <= zone.end + 1;
}

const LONGEST_LEAD = 160;

function leadOf(text: string, statement: Statement, before: Statement | null): Span | null {
  if (statement.inTable) return rowOf(text, statement);
  if (before === null || text.slice(before.end, statement.start).includes('\n')) return null;
  return { start: Math.max(before.start, before.end - LONGEST_LEAD), end: before.end };
}

function rowOf(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - LONGEST_LEAD);
  // Looked for in a slice: one row may be a million cells.
  const first = from + text.slice(from, start).lastIndexOf('\n') + 1;
  const stop = text.slice(end, end + LONGEST_LEAD).indexOf('\n');
  return { start: Math.max(from, first), end: stop === -1 ? Math.min(text.length, end + LONGEST_LEAD) : end + stop };
}

/** A table higher than this many characters is read without its headings. */
const HIGHEST_TABLE = 6000;

/** The words at the head of the column that a cell stands in; empty where there are none. */
export function columnHeading(text: string, { start }: Span): string {
  const from = Math.max(0, start - HIGHEST_TABLE);
  const rows = text.slice(from, start).split('\n');
  const column = (rows.at(-1) ?? '').split('\t').length - 1;
  const above = rows.slice(0, -1);
  const head = above.slice(above.findLastIndex((row) => !row.includes('\t')) + 1)[0];
  return head?.split('\t')[column] ?? '';
}

const NEAR = 12;
const CLAUSE = 60;
const SENTENCE = 150;
/** A sentence with fewer terms leaves to the sentence before it what it is about. */
const FEW_TERMS = 6;
/** The same of a clause. */
const FEW_OF_CLAUSE = 4;
const CLAUSE_MARKS = ',，。;；:!！?？\t\n';

/** What the words at `place` are about; `between` are the nearest places of the same kind, whose words are theirs. */
export function subjectAt(text: string, place: Span, { statement, lead }: BodySentence, between: Span): Subject {
  const clause = clauseAround(text, place, statement);
  const alone = termsOf(text, clause.start, clause.end);
  const sentence = {
    start: Math.max(statement.start, place.start - SENTENCE),
    end: Math.min(statement.end, place.end + SENTENCE),
  };
  const near = {
    start: Math.max(clause.start, between.start, place.start - NEAR),
    end: Math.min(clause.end, between.end, place.end + NEAR),
  };
  const said = termsOf(text, sentence.start, sentence.end);
  const beside = termsOf(text, near.start, near.end);
  const ofClause = alone.length < FEW_OF_CLAUSE ? withClauseBefore(text, clause, statement) : alone;
  // The first cell of a row names its matter.
  const matter = statement.inTable && lead !== null ? firstCell(text, lead) : [];
  return {
    near: beside.length === 0 ? matter : beside,
    clause: merged(ofClause, matter),
    sentence: said.length >= FEW_TERMS && !isRunInHeading(lead) ? said : merged(said, leadTerms(text, statement, lead)),
  };
}

function firstCell(text: string, row: Span): Terms {
  const [cell = ''] = text.slice(row.start, row.end).split('\t', 1);
  return termsOf(cell, 0, cell.length);
}

/** 有变动的,七日内更新: a clause that says little goes on with the one before it. */
function withClauseBefore(text: string, { start, end }: Span, { start: first }: Span): Terms {
  const before =
    start > first + 1
      ? clauseAround(text, { start: start - 1, end: start - 1 }, { start: first, end: start - 1 })
      : null;
  return termsOf(text, before?.start ?? start, end);
}

/** 一、摸排建档。5月8日前把…: a short sentence before names the matter. */
const LONGEST_RUN_IN = 16;

function isRunInHeading(lead: Span | null): boolean {
  return lead !== null && lead.end - lead.start <= LONGEST_RUN_IN;
}

function leadTerms(text: string, { heading }: Statement, lead: Span | null): Terms {
  return lead === null ? termsOf(heading, 0, heading.length) : termsOf(text, lead.start, lead.end);
}

function merged(left: Terms, right: Terms): Terms {
  return [...new Set([...left, ...right])].sort((first, second) => first - second);
}

/** The clause that holds the place, at most `CLAUSE` characters to either side. */
export function clauseAround(text: string, place: Span, within: Span): Span {
  const least = Math.max(within.start, place.start - CLAUSE);
  const most = Math.min(within.end, place.end + CLAUSE);
  let { start, end } = place;
  while (start > least && !CLAUSE_MARKS.includes(text.charAt(start - 1))) start--;
  while (end < most && !CLAUSE_MARKS.includes(text.charAt(end))) end++;
  return { start, end };
}
