/** A document beside its superior's: what was copied, raised, shortened and added. */
import { readDocument, type OfficialDocument, type ReadingFacts } from '../document/read-document.ts';
import type { SourceText } from '../document/source-text.ts';
import type { Span } from '../document/stance.ts';
import { findCopied, sourceOf, type Passage, type PassageKind } from './copied-share.ts';

/** What is known of the reading of each document. */
export interface ComparisonFacts {
  readonly subordinate?: ReadingFacts;
  readonly superior?: ReadingFacts;
}

/** A stretch of a document as its reader has it: UTF-16 offsets into the extracted text, and the words there. */
export interface Quoted extends Span {
  readonly quote: string;
}

export interface ReportedPassage extends Quoted {
  readonly superiorStart: number;
  readonly superiorEnd: number;
  readonly superiorQuote: string;
  /** Equal words of all words, from 0 to 1. */
  readonly similarity: number;
  readonly kind: PassageKind;
}

/** The wire format of `compare` for one superior, without its path. */
export interface Comparison {
  /** Characters in copied passages, of those that the document had to word itself: 0 to 1. */
  readonly copiedShare: number;
  /** Forwarded, quoted and stock characters, of all that are compared: 0 to 1. */
  readonly boilerplateShare: number;
  readonly passages: readonly ReportedPassage[];
}

/** Never throws on any text. */
export function compareDocuments(
  subordinate: SourceText,
  superior: SourceText,
  facts: ComparisonFacts = {},
): Comparison {
  return compareRead(readDocument(subordinate, facts.subordinate), readDocument(superior, facts.superior));
}

/** The same for documents that are read already. */
export function compareRead(subordinate: OfficialDocument, superior: OfficialDocument): Comparison {
  const { copiedShare, boilerplateShare, passages } = findCopied(subordinate, sourceOf(superior));
  return {
    copiedShare: rounded(copiedShare),
    boilerplateShare: rounded(boilerplateShare),
    passages: reportPassages(
      passages.map((passage) => ({ ...passage, ...sourceSpan(superior, passage) })),
      subordinate,
      superior.source.text,
    ),
  };
}

/** Passages as they are shown: with the words of both, in the offsets of the extracted texts. */
export function reportPassages(
  passages: readonly Passage[],
  document: OfficialDocument,
  superiorText: string,
): ReportedPassage[] {
  return passages.map((passage) => ({
    ...quoteOf(document, passage),
    superiorStart: passage.superiorStart,
    superiorEnd: passage.superiorEnd,
    superiorQuote: superiorText.slice(passage.superiorStart, passage.superiorEnd),
    similarity: rounded(passage.similarity),
    kind: passage.kind,
  }));
}

function sourceSpan(
  { normalised }: OfficialDocument,
  passage: Passage,
): Pick<Passage, 'superiorStart' | 'superiorEnd'> {
  return {
    superiorStart: normalised.toSource(passage.superiorStart),
    superiorEnd: normalised.toSourceEnd(passage.superiorEnd),
  };
}

function quoteOf({ normalised, source }: OfficialDocument, span: Span): Quoted {
  const start = normalised.toSource(span.start);
  const end = normalised.toSourceEnd(span.end);
  return { start, end, quote: source.text.slice(start, end) };
}

/** Three decimals: a tenth of a point of a share is more than the method can tell. */
export function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
