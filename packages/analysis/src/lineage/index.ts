/** Lineage: what a document took from its superior's or from a library, raised, shortened and added. */
export {
  compareDocuments,
  compareRead,
  type Comparison,
  type ComparisonFacts,
  type ReportedPassage,
} from './compare.ts';
export { compareChain, type ChainLevel } from './chain.ts';
export { createFingerprinter } from './fingerprints.ts';
export { FingerprintIndex, POSTINGS_A_QUESTION, type IndexParts, type Nearest } from './fingerprint-index.ts';
export { askIndex, searchLibrary, type LibraryAnswer, type LibraryMatch } from './library-search.ts';
export type { PassageKind } from './copied-share.ts';
export type { Metric } from './measures-units.ts';
