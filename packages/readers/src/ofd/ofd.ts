import type { SourceText } from '@qingzhuang/analysis';
import { addPages } from '../layout/paragraphs.ts';
import type { LaidOutPage } from '../layout/lines.ts';
import { MOST_PAGES } from '../limits.ts';
import { resolvePath } from '../package-path.ts';
import { SourceBuilder } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import {
  attribute,
  childAt,
  childElements,
  descendants,
  firstDescendant,
  parseXml,
  textOf,
  type XmlElement,
} from '../xml.ts';
import type { ZipPackage } from '../zip.ts';
import { readPageContent, type PageContent } from './page-content.ts';

interface OfdDocument {
  readonly root: XmlElement;
  readonly folder: string;
}

const A4: readonly [number, number] = [210, 297];
/** Pictures with a side under this many millimetres are seals' edges, bar codes of the form and ornaments. */
const SMALLEST_PICTURE = 10;

/** Reads the national fixed-layout format: text objects ordered into lines by position, templates included. */
export function readOfd(zip: ZipPackage, mostCharacters: number): SourceText {
  const builder = new SourceBuilder(mostCharacters);
  const pages: LaidOutPage[] = [];
  for (const document of openDocuments(zip)) readPages(zip, document, pages, builder);
  addPages(pages, builder);
  return builder.finish();
}

function openDocuments(zip: ZipPackage): OfdDocument[] {
  const start = readPart(zip, 'OFD.xml');
  const roots = [...descendants(start, 'DocRoot')].map((element) => textOf(element).trim());
  const documents = roots.flatMap((target) => {
    const path = resolvePath('', target);
    const root = readPart(zip, path);
    return root === undefined ? [] : [{ root, folder: path.slice(0, path.lastIndexOf('/') + 1) }];
  });
  if (documents.length === 0) throw new UnreadableFile(isEncrypted(zip, start) ? 'encrypted' : 'damaged');
  return documents;
}

function isEncrypted(zip: ZipPackage, start: XmlElement | undefined): boolean {
  return firstDescendant(start, 'Encryptions') !== undefined || zip.names.some((name) => /encrypt/iu.test(name));
}

/** A part that is missing or no XML is left out: one bad page must not hide the others. */
function readPart(zip: ZipPackage, path: string): XmlElement | undefined {
  const bytes = zip.read(path);
  if (bytes === undefined) return undefined;
  try {
    return parseXml(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile && error.code === 'damaged') return undefined;
    throw error;
  }
}

function readPages(zip: ZipPackage, { root, folder }: OfdDocument, pages: LaidOutPage[], builder: SourceBuilder): void {
  const common = childAt(root, 'CommonData');
  const templates = readTemplates(zip, common, folder);
  const usualBox = boxOf(childAt(common, 'PageArea')) ?? A4;
  for (const element of childElements(childAt(root, 'Pages'), 'Page')) {
    if (pages.length >= MOST_PAGES) throw new UnreadableFile('too-large');
    const number = pages.length + 1;
    const page = readPart(zip, resolvePath(folder, attribute(element, 'BaseLoc') ?? ''));
    if (page === undefined) {
      builder.unread('scanned-page', { page: number });
      pages.push({ number, width: A4[0], height: A4[1], runs: [] });
      continue;
    }
    const [width, height] = boxOf(childAt(page, 'Area')) ?? usualBox;
    const contents = [...templatesOf(page, templates), readPageContent(page)];
    const laidOut = { number, width, height, runs: contents.flatMap(({ runs }) => runs) };
    noteUnread(laidOut, contents, builder);
    pages.push(laidOut);
  }
}

function noteUnread(page: LaidOutPage, contents: readonly PageContent[], builder: SourceBuilder): void {
  const pictures = contents
    .flatMap((content) => content.pictures)
    .filter(({ width, height }) => Math.min(width, height) >= SMALLEST_PICTURE);
  const isDrawn = contents.some(({ drawings }) => drawings > 0);
  if (page.runs.length === 0 && (pictures.length > 0 || isDrawn)) builder.unread('scanned-page', { page: page.number });
  else builder.unread('image', { page: page.number }, pictures.length);
}

function readTemplates(zip: ZipPackage, common: XmlElement | undefined, folder: string): Map<string, PageContent> {
  const templates = new Map<string, PageContent>();
  for (const element of childElements(common, 'TemplatePage')) {
    const page = readPart(zip, resolvePath(folder, attribute(element, 'BaseLoc') ?? ''));
    const id = attribute(element, 'ID');
    if (page !== undefined && id !== undefined) templates.set(id, readPageContent(page));
  }
  return templates;
}

function templatesOf(page: XmlElement, templates: ReadonlyMap<string, PageContent>): PageContent[] {
  return childElements(page, 'Template').flatMap(
    (element) => templates.get(attribute(element, 'TemplateID') ?? '') ?? [],
  );
}

/** Width and height of a page area in millimetres. */
function boxOf(area: XmlElement | undefined): readonly [number, number] | undefined {
  const [, , width, height] = textOf(childAt(area, 'PhysicalBox')).trim().split(/\s+/u).map(Number);
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? [width, height] : undefined;
}
