import { decodePart, firstSpan, readAttribute, spansOf, writeAttribute } from '../../markup.ts';
import { readRelationships, relationshipsPath, type Relationship } from '../../package-relationships.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import type { ZipPackage } from '../../zip.ts';
import { isSamePart, PackageEdits, writePackage } from '../../zip-writing.ts';

interface Sheet {
  readonly name: string;
  readonly path: string;
}

const CONTENT_TYPES = '[Content_Types].xml';
const USUAL_WORKBOOK = 'xl/workbook.xml';
/** What may stand between the sheets and the settings of the calculation. */
const BEFORE_CALCULATION = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];

/** The parts of a workbook while it is filled. Parts that nobody writes go out as they came in, byte for byte. */
export class WorkbookPackage {
  readonly #zip: ZipPackage;
  readonly #edits = new PackageEdits();
  readonly #path: string;
  readonly #links: readonly Relationship[];
  /** Sheets with cells, in the order of the workbook. */
  readonly sheets: readonly Sheet[];

  constructor(zip: ZipPackage) {
    this.#zip = zip;
    const start = readRelationships(zip, '').find(({ type }) => type === 'officeDocument')?.path;
    this.#path = start !== undefined && zip.has(start) ? start : USUAL_WORKBOOK;
    this.#links = readRelationships(zip, this.#path);
    this.sheets = this.#readSheets();
  }

  get is1904(): boolean {
    const xml = this.read(this.#path);
    const span = firstSpan(xml, 'workbookPr');
    return (
      span !== undefined &&
      /^(?:1|true)$/u.test(readAttribute(xml.slice(span.start, span.innerStart), 'date1904') ?? '')
    );
  }

  get styles(): Uint8Array | undefined {
    const path = this.#links.find(({ type }) => type === 'styles')?.path;
    return path === undefined ? undefined : this.#zip.read(path);
  }

  get isSigned(): boolean {
    return this.#zip.names.some((name) => /^_xmlsignatures\//iu.test(name));
  }

  /** Names of all parts that match a pattern. */
  names(pattern: RegExp): string[] {
    return this.#zip.names.filter((name) => pattern.test(name));
  }

  /** The parts that a part links to, of one type. */
  linked(source: string, type: string): string[] {
    return readRelationships(this.#zip, source)
      .filter((link) => link.type === type && this.#zip.has(link.path))
      .map(({ path }) => path);
  }

  /** The text of a part as it stands now. Throws `damaged` when there is no such part. */
  read(path: string): string {
    const written = this.#edits.get(path);
    if (written !== undefined && written !== null) return written;
    const bytes = this.#zip.read(path);
    if (bytes === undefined) throw new UnreadableFile('damaged');
    return decodePart(bytes);
  }

  write(path: string, xml: string): void {
    this.#edits.set(path, xml);
  }

  /** Rewrites the part of the workbook itself. */
  rewriteWorkbook(rewrite: (xml: string) => string): void {
    this.write(this.#path, rewrite(this.read(this.#path)));
  }

  /** Has every program work out all formulas when it opens the file. */
  calculateOnOpening(): void {
    this.rewriteWorkbook((xml) => {
      const settings = firstSpan(xml, 'calcPr');
      if (settings !== undefined) {
        const tag = writeAttribute(xml.slice(settings.start, settings.innerStart), 'fullCalcOnLoad', '1');
        return xml.slice(0, settings.start) + tag + xml.slice(settings.innerStart);
      }
      const ends = BEFORE_CALCULATION.map((name) => firstSpan(xml, name)?.end ?? 0);
      const at = Math.max(...ends);
      const prefix = /<([\w.-]+:)?workbook[\s>]/u.exec(xml)?.[1] ?? '';
      return at === 0 ? xml : `${xml.slice(0, at)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
    });
  }

  /** Drops the order of calculation: it lists cells with formulas by place, and every program builds it anew. */
  dropCalculationChain(): void {
    const link = this.#links.find(({ type }) => type === 'calcChain');
    if (link === undefined) return;
    this.#edits.set(link.path, null);
    const links = relationshipsPath(this.#path);
    this.write(
      links,
      without(this.read(links), 'Relationship', (tag) => readAttribute(tag, 'Id') === link.id),
    );
    this.write(
      CONTENT_TYPES,
      without(this.read(CONTENT_TYPES), 'Override', (tag) => {
        return isSamePart(readAttribute(tag, 'PartName') ?? '', link.path);
      }),
    );
  }

  /** The package with what was written. */
  toBytes(): Uint8Array {
    return writePackage(this.#zip, this.#edits);
  }

  #readSheets(): Sheet[] {
    const xml = this.read(this.#path);
    const paths = new Map(this.#links.filter(({ type }) => type === 'worksheet').map(({ id, path }) => [id, path]));
    const list = firstSpan(xml, 'sheets');
    const sheets: Sheet[] = [];
    for (const span of list === undefined ? [] : spansOf(xml, 'sheet', list.innerStart, list.innerEnd)) {
      const tag = xml.slice(span.start, span.innerStart);
      const path = paths.get(readAttribute(tag, 'id') ?? '');
      if (path !== undefined && this.#zip.has(path)) sheets.push({ name: readAttribute(tag, 'name') ?? '', path });
    }
    return sheets;
  }
}

function without(xml: string, name: string, isGone: (tag: string) => boolean): string {
  const parts: string[] = [];
  let written = 0;
  for (const root of spansOf(xml)) {
    for (const span of spansOf(xml, name, root.innerStart, root.innerEnd)) {
      if (!isGone(xml.slice(span.start, span.innerStart))) continue;
      parts.push(xml.slice(written, span.start));
      written = span.end;
    }
  }
  return parts.join('') + xml.slice(written);
}
