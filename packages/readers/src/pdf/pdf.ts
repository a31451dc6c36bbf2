import type { SourceText } from '@qingzhuang/analysis';
import type * as Library from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy, PageViewport } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { addLines } from '../images/image.ts';
import { MOST_PIXELS, type RecognisedLine, type Recogniser } from '../images/recognised-line.ts';
import type { LaidOutPage, Run } from '../layout/lines.ts';
import { addPages } from '../layout/paragraphs.ts';
import { MOST_CHARACTERS, MOST_PAGES } from '../limits.ts';
import { SourceBuilder } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { BundledCMaps } from './bundled-cmaps.ts';
import { picturesOf } from './page-pictures.ts';
import { countPictures } from './pictures.ts';

/** Text that leans by more than this against the page is a watermark. */
const STEEPEST_TEXT = 0.2;

/** Scanned pages of one file whose words are read: a page takes seconds. Further ones are reported as unread. */
const MOST_RECOGNISED_PAGES = 10;

/**
 * Reads the text of a PDF, lines rebuilt into paragraphs. Pages without text are scanned: their words follow page by
 * page where a recogniser is given, otherwise they are reported as unread.
 */
export async function readPdf(
  bytes: Uint8Array,
  mostCharacters: number = MOST_CHARACTERS,
  recognise?: Recogniser,
): Promise<SourceText> {
  // Counted first because the library takes the bytes over.
  const pictures = countPictures(bytes);
  const document = await openPdf(bytes.slice());
  try {
    return await readDocument(document, pictures, mostCharacters, recognise);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readDocument(
  document: PDFDocumentProxy,
  pictures: number,
  mostCharacters: number,
  recognise: Recogniser | undefined,
): Promise<SourceText> {
  if (document.numPages > MOST_PAGES) throw new UnreadableFile('too-large');
  const builder = new SourceBuilder(mostCharacters);
  const pages: LaidOutPage[] = [];
  let characters = 0;
  const scanned: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(await document.getPage(number), number);
    characters += page.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (characters > mostCharacters) throw new UnreadableFile('too-large');
    if (page.runs.length === 0) scanned.push(number);
    pages.push(page);
  }
  const read =
    recognise === undefined
      ? new Map<number, readonly RecognisedLine[]>()
      : await readScans(document, scanned, recognise);
  for (const number of scanned) if (!read.has(number)) builder.unread('scanned-page', { page: number });
  // A scanned page is one picture; which page shows the others is known only after drawing it.
  builder.unread('image', {}, pictures - scanned.length);
  addPages(pages, builder);
  for (const [number, lines] of read) addLines(lines, number, builder);
  return builder.finish();
}

/** The lines of the first scanned pages, by page; pages on which nothing was found are left out. */
async function readScans(
  document: PDFDocumentProxy,
  scanned: readonly number[],
  recognise: Recogniser,
): Promise<ReadonlyMap<number, readonly RecognisedLine[]>> {
  const { OPS } = await loadLibrary();
  const read = new Map<number, readonly RecognisedLine[]>();
  for (const number of scanned.slice(0, MOST_RECOGNISED_PAGES)) {
    const page = await document.getPage(number);
    const lines: RecognisedLine[] = [];
    // One after the other: each takes as much memory as the engine may have.
    for (const picture of await picturesOf(page, OPS)) lines.push(...(await recognise(picture)));
    page.cleanup();
    if (lines.length > 0) read.set(number, lines);
  }
  return read;
}

async function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await loadLibrary();
  try {
    return await getDocument({
      data,
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      maxImageSize: MOST_PIXELS,
      cMapUrl: 'bundled/',
      cMapPacked: true,
      BinaryDataFactory: BundledCMaps,
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(isLocked ? 'encrypted' : 'damaged', { cause: error });
  }
}

/**
 * Loads the library with its worker code in this thread: no worker file has to be found at run time, so the same code
 * works in Node, in a page and inside a page's own worker.
 */
async function loadLibrary(): Promise<Pick<typeof Library, 'getDocument' | 'OPS'>> {
  // The library makes one matrix for drawing as it loads; reading text needs none, and Node has none.
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function readPage(page: PDFPageProxy, number: number): Promise<LaidOutPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? runOf(item, viewport) : []));
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, runs };
}

function runOf(item: TextItem, viewport: PageViewport): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform as readonly number[];
  if (Math.min(Math.abs(a), Math.abs(b)) > STEEPEST_TEXT * Math.hypot(a, b)) return [];
  const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f) as readonly number[];
  return [{ text: withoutTypesetSpaces(item.str), x, y, width: item.width, size: Math.hypot(c, d) }];
}

/** Word processors set a quarter space between Han and digits; nobody typed it, and the words are one. */
function withoutTypesetSpaces(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=[\dA-Za-z])|(?<=[\dA-Za-z]) (?=\p{Script=Han})/gu, '');
}
