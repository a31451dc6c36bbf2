import { resolvePath } from './package-path.ts';
import { attribute, childElements, parseXml } from './xml.ts';
import type { ZipPackage } from './zip.ts';

/** A link from one part of an Office Open XML package to another. */
export interface Relationship {
  readonly id: string;
  /** Last word of the relationship type: `officeDocument`, `styles`, `header`… the same in both editions of the format. */
  readonly type: string;
  /** Path of the part in the package. */
  readonly path: string;
}

/** The links of a part, or of the package itself when the name is empty. */
export function readRelationships(zip: ZipPackage, source: string): Relationship[] {
  const bytes = zip.read(relationshipsPath(source));
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return childElements(bytes === undefined ? undefined : parseXml(bytes), 'Relationship').map((element) => ({
    id: attribute(element, 'Id') ?? '',
    type: (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '',
    path: resolvePath(folder, attribute(element, 'Target') ?? ''),
  }));
}

/** The part that lists the links of a part. */
export function relationshipsPath(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}
