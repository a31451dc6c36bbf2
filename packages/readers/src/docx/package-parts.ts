import { resolvePath } from '../package-path.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { attribute, childElements, parseXml, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';

interface Relationship {
  readonly id: string;
  /** Last word of the relationship type: `officeDocument`, `styles`, `header`… the same in both editions of the format. */
  readonly type: string;
  readonly path: string;
}

/** The parts of an Office Open XML package around its main document. */
export interface DocumentParts {
  readonly main: XmlElement;
  /** The parsed parts of a relationship type, in the order of the relationships; unreadable ones are left out. */
  readonly related: (type: string) => XmlElement[];
}

const USUAL_MAIN_PART = 'word/document.xml';

export function openDocumentParts(zip: ZipPackage): DocumentParts {
  const start = readRelationships(zip, '').find(({ type }) => type === 'officeDocument');
  const path = start !== undefined && zip.has(start.path) ? start.path : USUAL_MAIN_PART;
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

function readPart(zip: ZipPackage, path: string): XmlElement | undefined {
  const bytes = zip.read(path);
  return bytes === undefined ? undefined : parseXml(bytes);
}

function readRelationships(zip: ZipPackage, source: string): Relationship[] {
  const slash = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, slash);
  const part = readPart(zip, `${folder}_rels/${source.slice(slash)}.rels`);
  return childElements(part, 'Relationship').map((element) => ({
    id: attribute(element, 'Id') ?? '',
    type: (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '',
    path: resolvePath(folder, attribute(element, 'Target') ?? ''),
  }));
}
