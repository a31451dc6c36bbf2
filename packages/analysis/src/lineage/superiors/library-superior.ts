/** Which document of a library is the superior's that a text carries out. */
import { guessIssuer, type IssuerLevel } from '../../document/issuer.ts';
import { readDocument, type OfficialDocument } from '../../document/read-document.ts';
import { plainSource } from '../../document/source-text.ts';
import type { LibraryMatch } from '../library/library-search.ts';
import { LEAST_COPIED } from './find-superior.ts';
import { namedDocuments, numberKey, titleKey, type NamedDocument } from './named-documents.ts';

/** A document of a library that counts as the superior's, and how much was taken from it. */
export interface LibrarySuperior extends Pick<LibraryMatch, 'key' | 'copiedShare'> {
  readonly text: string;
}

/**
 * The document from which most was taken, of those that stand above the text: that it names, or whose issuer is of a higher
 * level. Where a level is not known, one that is no younger and from which much was taken. Null when there is none.
 */
export function librarySuperior(
  document: OfficialDocument,
  matches: readonly LibraryMatch[],
  textOf: (key: string) => string,
): LibrarySuperior | null {
  const named = namedDocuments(document);
  for (const { key, copiedShare } of matches) {
    const text = textOf(key);
    if (text === document.source.text) continue;
    const candidate = readDocument(plainSource(text));
    const isSuperior = isNamed(candidate, named)
      ? !isBelow(candidate, document)
      : copiedShare >= LEAST_COPIED && isAbove(candidate, document);
    if (isSuperior) return { key, copiedShare, text };
  }
  return null;
}

function isNamed({ title, header }: OfficialDocument, named: readonly NamedDocument[]): boolean {
  const ownTitle = title === null ? null : titleKey(title);
  const ownNumber = header.docNumber === null ? null : numberKey(header.docNumber);
  return named.some(
    (one) => (one.number !== null && one.number === ownNumber) || (one.title !== null && one.title === ownTitle),
  );
}

const LEVELS: readonly IssuerLevel[] = ['central', 'province', 'city', 'county', 'township', 'village'];

/** Levels from the first document down to the second; null when one of them tells none. */
function levelsBetween(one: OfficialDocument, other: OfficialDocument): number | null {
  const [level, otherLevel] = [levelOf(one), levelOf(other)];
  return level === null || otherLevel === null ? null : LEVELS.indexOf(otherLevel) - LEVELS.indexOf(level);
}

function isBelow(candidate: OfficialDocument, document: OfficialDocument): boolean {
  const between = levelsBetween(candidate, document);
  return between !== null && between < 0;
}

function isAbove(candidate: OfficialDocument, document: OfficialDocument): boolean {
  const between = levelsBetween(candidate, document);
  if (between !== null) return between > 0;
  const [date, ownDate] = [candidate.header.date, document.header.date];
  return date === null || ownDate === null || date <= ownDate;
}

const ADDRESSED = /各(?:[市县区镇村旗州]|乡|街道|社区)/u;

/** That of the issuer; where its name tells none, one above those who are addressed. */
function levelOf({ header, text }: OfficialDocument): IssuerLevel | null {
  const own = header.issuer?.level ?? null;
  if (own !== null) return own;
  const addressed = header.recipients.find((name) => ADDRESSED.test(name)) ?? ADDRESSED.exec(text)?.[0];
  const level = addressed === undefined ? null : guessIssuer(addressed).level;
  return level === null ? null : (LEVELS[LEVELS.indexOf(level) - 1] ?? null);
}
