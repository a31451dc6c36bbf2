/** Lineage: what a document took from its superior's or from a library, raised, shortened and added. */
export {
  compareDocuments,
  compareRead,
  type Comparison,
  type ComparisonFacts,
  type ReportedPassage,
} from './compare.ts';
export { compareChain, type ChainLevel } from './chain.ts';
export { findSuperior } from './superiors/find-superior.ts';
export { librarySuperior, type LibrarySuperior } from './superiors/library-superior.ts';
export { namedDocuments, numberKey, titleKey, type NamedDocument } from './superiors/named-documents.ts';
export { createFingerprinter, FINGERPRINT_VERSION } from './library/fingerprints.ts';
export { FingerprintIndex, type IndexParts, type Nearest } from './library/fingerprint-index.ts';
export { chooseLists, tellingOf, weightOf } from './library/library-question.ts';
export { askIndex, searchLibrary, type LibraryAnswer, type LibraryMatch } from './library/library-search.ts';
export { COPIED_TOO_MUCH, type PassageKind } from './copying/copied-share.ts';
export type { Metric } from './targets/measures-units.ts';
