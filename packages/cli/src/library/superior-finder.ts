import {
  askIndex,
  createFingerprinter,
  librarySuperior,
  type LibrarySuperior,
  readDocument,
  searchLibrary,
  type SourceText,
} from '@qingzhuang/analysis';
import type { Library } from './library-reader.ts';

/** Documents of the library that are compared with one that is checked. */
const MOST_CANDIDATES = 20;

/**
 * Answers a function that finds the superior's document that a text carries out, or null. It throws `UnusableLibrary` where a
 * text of the library is damaged.
 */
export function createSuperiorFinder(library: Library): (source: SourceText) => LibrarySuperior | null {
  const fingerprint = createFingerprinter();
  return (source) => {
    const document = readDocument(source);
    const answer = askIndex(library.index, fingerprint(document.text), MOST_CANDIDATES);
    const texts = new Map(answer.nearest.map(({ key }) => [key, library.textOf(key)]));
    function textOf(key: string): string {
      return texts.get(key) ?? '';
    }
    return librarySuperior(document, searchLibrary(document, answer, textOf), textOf);
  };
}
