import { readRelationships } from '../package-relationships.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { parseXml, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';

/** The parts of an Office Open XML package around its main document. */
export interface DocumentParts {
  readonly main: XmlElement;
  /** The parsed parts of a relationship type, in the order of the relationships; unreadable ones are left out. */
  readonly related: (type: string) => XmlElement[];
}

const USUAL_MAIN_PART = 'word/document.xml';

export function openDocumentParts(zip: ZipPackage): DocumentParts {
  const path = mainPartOf(zip);
  const main = readPart(zip, path);
  if (main === undefined) throw new UnreadableFile('damaged');
  const relationships = readRelationships(zip, path);
  return {
    main,
    related: (type) =>
      relationships
        .filter((relationship) => relationship.type === type)
        .flatMap((relationship) => readPart(zip, relationship.path) ?? []),
  };
}

/** The path of the part that holds the body of the document. */
export function mainPartOf(zip: ZipPackage): string {
  const start = readRelationships(zip, '').find(({ type }) => type === 'officeDocument');
  return start !== undefined && zip.has(start.path) ? start.path : USUAL_MAIN_PART;
}

function readPart(zip: ZipPackage, path: string): XmlElement | undefined {
  const bytes = zip.read(path);
  return bytes === undefined ? undefined : parseXml(bytes);
}
