/** Where in a library of documents a text was taken from. */
import type { OfficialDocument } from '../document/read-document.ts';
import type { Span } from '../document/stance.ts';
import { reportPassages, rounded, type ReportedPassage } from './compare.ts';
import { findCopied } from './copied-share.ts';
import type { Nearest } from './fingerprint-index.ts';
import { fingerprintPlaces } from './fingerprints.ts';

/** A document of the library that shares passages with the one asked about. */
export interface LibraryMatch {
  readonly key: string;
  /** As `Comparison.copiedShare`. */
  readonly copiedShare: number;
  readonly passages: readonly ReportedPassage[];
}

/** What a library tells about a text before its documents are opened. */
export interface LibraryAnswer {
  readonly nearest: readonly Nearest[];
  readonly fingerprints: Uint32Array;
  /** In how many documents of the library each of the fingerprints stands. */
  readonly frequencies: Uint32Array;
}

/** A phrase in so many documents may be stock; in fewer it is a chain of letters handed down. */
const LEAST_STOCK_DOCUMENTS = 50;
/** Stock phrases stand out from the text around them, which the same county may have sent to all its towns. */
const STANDS_OUT = 5;

/** Compares a document with the nearest ones of a library, the largest copied share first, then by key. */
export function searchLibrary(
  document: OfficialDocument,
  answer: LibraryAnswer,
  textOf: (key: string) => string,
): LibraryMatch[] {
  const stock = learntStock(document.text, answer);
  const matches = answer.nearest.map(({ key }): LibraryMatch => {
    const text = textOf(key);
    const source = { text, stretches: [{ start: 0, end: text.length }], title: null };
    const { copiedShare, passages } = findCopied(document, source, stock);
    return { key, copiedShare: rounded(copiedShare), passages: reportPassages(passages, document, text) };
  });
  return matches
    .filter(({ passages }) => passages.length > 0)
    .sort((a, b) => b.copiedShare - a.copiedShare || (a.key < b.key ? -1 : 1));
}

/** Stretches that far more documents share than share the rest of the text. */
function learntStock(text: string, { fingerprints, frequencies }: LibraryAnswer): Span[] {
  const usual = frequencies.toSorted()[frequencies.length >> 1] ?? 0;
  const least = Math.max(LEAST_STOCK_DOCUMENTS, STANDS_OUT * usual);
  const stock = fingerprints.filter((_, index) => (frequencies[index] ?? 0) >= least);
  return stock.length === 0 ? [] : fingerprintPlaces(text, stock);
}
