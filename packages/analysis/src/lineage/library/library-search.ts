/** Where in a library of documents a text was taken from. */
import type { OfficialDocument } from '../../document/read-document.ts';
import { reportPassages, rounded, type ReportedPassage } from '../compare.ts';
import { ComparedDocument } from '../copying/copied-share.ts';
import type { FingerprintIndex, Nearest } from './fingerprint-index.ts';
import { fingerprintPlaces } from './fingerprints.ts';
import { leastStock, tellingOf } from './library-question.ts';
import { findSetAside, type SetAside } from '../copying/set-aside.ts';

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

/** Asks an index about the fingerprints of a text; documents that share stock phrases alone are not looked at. */
export function askIndex(index: FingerprintIndex, fingerprints: Uint32Array, top: number): LibraryAnswer {
  const frequencies = index.frequencies(fingerprints);
  return { fingerprints, frequencies, nearest: index.nearest(tellingOf(fingerprints, frequencies), top) };
}

/** Compares a document with the nearest ones of a library, the largest copied share first, then by key. */
export function searchLibrary(
  document: OfficialDocument,
  answer: LibraryAnswer,
  textOf: (key: string) => string,
): LibraryMatch[] {
  // Once for all sources: half the time of a comparison goes into what is set aside.
  const asides = [...findSetAside(document, null), ...learntStock(document.text, answer)];
  const compared = new ComparedDocument(document, asides);
  const matches = answer.nearest.map(({ key }): LibraryMatch => {
    const text = textOf(key);
    const { copiedShare, passages } = compared.copiedFrom({ text, stretches: [{ start: 0, end: text.length }] });
    return { key, copiedShare: rounded(copiedShare), passages: reportPassages(passages, document, text) };
  });
  return matches
    .filter(({ passages }) => passages.length > 0)
    .sort((a, b) => b.copiedShare - a.copiedShare || (a.key < b.key ? -1 : 1));
}

/** Stretches that far more documents share than share the rest of the text. */
function learntStock(text: string, { fingerprints, frequencies }: LibraryAnswer): SetAside[] {
  const least = leastStock(frequencies);
  const stock = fingerprints.filter((_, index) => (frequencies[index] ?? 0) >= least);
  if (stock.length === 0) return [];
  return fingerprintPlaces(text, stock).map(({ start, end }) => ({ start, end, kind: 'stock' }));
}
