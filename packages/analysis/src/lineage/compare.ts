/** A document beside its superior's: what was copied, raised, shortened and added. */
import { readDocument, type OfficialDocument, type ReadingFacts } from '../document/read-document.ts';
import type { SourceText } from '../document/source-text.ts';
import type { Span } from '../document/stance.ts';
import { formatInstant, type LocalTime } from '../schedule/local-time.ts';
import { ComparedSuperior } from './compared-superior.ts';
import type { Passage, PassageKind } from './copying/copied-share.ts';
import type { Metric, MeasureUnit } from './targets/measures-units.ts';
import type { Target } from './targets/raised.ts';

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

export interface ReportedTarget extends Quoted {
  readonly value: number;
  readonly unit: MeasureUnit;
}

export interface ReportedRaise {
  readonly metric: Metric;
  readonly superior: ReportedTarget;
  readonly subordinate: ReportedTarget;
}

/** `at` is RFC 3339 with zone; null for a span in words. */
export interface ReportedDue extends Quoted {
  readonly at: string | null;
}

export interface ReportedSqueeze {
  readonly superior: ReportedDue;
  readonly subordinate: ReportedDue;
  /** Time left to the bearer by the time that the superior gave, from 0 to 1. */
  readonly ratio: number;
}

/** The wire format of `compare` for one superior, without its path. */
export interface Comparison {
  /** Characters in copied passages, of those that the document had to word itself: 0 to 1. */
  readonly copiedShare: number;
  /** Forwarded, quoted and stock characters, of all that are compared: 0 to 1. */
  readonly boilerplateShare: number;
  readonly passages: readonly ReportedPassage[];
  readonly raised: readonly ReportedRaise[];
  readonly deadlineCompressed: readonly ReportedSqueeze[];
  readonly addedDemands: readonly Quoted[];
  readonly localMeasures: readonly Quoted[];
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
  const compared = new ComparedSuperior(subordinate, superior);
  const { copiedShare, boilerplateShare, passages } = compared.copied;
  return {
    copiedShare: rounded(copiedShare),
    boilerplateShare: rounded(boilerplateShare),
    passages: reportPassages(
      passages.map((passage) => ({ ...passage, ...sourceSpan(superior, passage) })),
      subordinate,
      superior.source.text,
    ),
    raised: compared.raised.map((raised) => ({
      metric: raised.metric,
      superior: target(superior, raised.superior),
      subordinate: target(subordinate, raised.subordinate),
    })),
    deadlineCompressed: compared.squeezed.map((squeezed) => ({
      superior: due(superior, squeezed.superior),
      subordinate: due(subordinate, squeezed.subordinate),
      ratio: rounded(squeezed.ratio),
    })),
    addedDemands: compared.added.map((span) => quoteOf(subordinate, span)),
    localMeasures: compared.local.map((span) => quoteOf(subordinate, span)),
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

function target(document: OfficialDocument, { value, unit, ...span }: Target): ReportedTarget {
  return { ...quoteOf(document, span), value, unit };
}

function due(document: OfficialDocument, { at, ...span }: Span & { readonly at: LocalTime | null }): ReportedDue {
  return { ...quoteOf(document, span), at: at === null ? null : formatInstant(at) };
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
