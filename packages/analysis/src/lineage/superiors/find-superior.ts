/** Which of several texts a document was taken from. */
import { readDocument } from '../../document/read-document.ts';
import { plainSource, type SourceText } from '../../document/source-text.ts';
import { ComparedSuperior } from '../compared-superior.ts';

/**
 * Who has copied so much has worked from the other text. Two honest texts of one genre share at most 0.08, two regulations
 * of one subject up to 0.17 (docs/decisions/0020).
 */
export const LEAST_COPIED = 0.2;

/** Shares closer to each other than this are not told apart: whoever copies a copy has copied both. */
const TOLD_APART = 0.05;

/**
 * The place of the text from which most was copied; of those as good as equal the first, so that the nearest level comes
 * first. Null when none tells enough.
 */
export function findSuperior(document: SourceText, candidates: readonly string[]): number | null {
  const read = readDocument(document);
  const shares = candidates.map(
    (text) => new ComparedSuperior(read, readDocument(plainSource(text))).copied.copiedShare,
  );
  const least = Math.max(LEAST_COPIED, Math.max(...shares) - TOLD_APART);
  const first = shares.findIndex((share) => share >= least);
  return first === -1 ? null : first;
}
