import { openRecogniser } from '#recogniser';
import type { SourceText } from '@qingzhuang/analysis';
import { assertOneEncoding, decodeDeclared, decodeText } from './decode-text.ts';
import { detectContainer, looksLikeHtml, notText, unreadPicture } from './detect.ts';
import { extensionOf, type FileFormat } from './file-format.ts';
import { MOST_CHARACTERS, MOST_FILE_BYTES } from './limits.ts';
import { readText } from './text.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { ZipPackage } from './zip.ts';
import { familyOf } from './zip-family.ts';

const SAMPLED_CHARACTERS = 64 * 1024;
const MOST_STRANGE_SHARE = 0.02;

export interface ReadFile {
  readonly format: FileFormat;
  readonly source: SourceText;
}

export interface ReadOptions {
  /** Most UTF-16 units of text, 20 million unless told; more is `too-large`. */
  readonly maxCharacters?: number;
  /** Reads the words of photos and scans, some seconds a picture; without it a picture is `unsupported`. */
  readonly recognise?: boolean;
}

/**
 * Reads a file into text and tables with places. The content decides the format, the name only tells formats of plain
 * text apart. Throws `UnreadableFile` and nothing else.
 */
export async function readBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<ReadFile> {
  if (bytes.length > MOST_FILE_BYTES) throw new UnreadableFile('too-large');
  try {
    return await readContent(bytes, extensionOf(name), {
      maxCharacters: MOST_CHARACTERS,
      recognise: false,
      ...options,
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    // Format libraries throw whatever a broken file makes them stumble over.
    throw new UnreadableFile('damaged', { cause: error });
  }
}

function readContent(bytes: Uint8Array, extension: string, options: Required<ReadOptions>): Promise<ReadFile> {
  const { maxCharacters: mostCharacters, recognise } = options;
  switch (detectContainer(bytes)) {
    case 'zip':
      return readZip(bytes, extension, mostCharacters);
    case 'compound':
      return readCompound(bytes, extension, mostCharacters);
    case 'pdf':
      return readPdfFile(bytes, mostCharacters, recognise);
    case 'image':
      if (!recognise) throw unreadPicture();
      return readPicture(bytes, mostCharacters);
    case 'text':
      return readTextFile(bytes, extension, mostCharacters);
  }
}

async function readZip(bytes: Uint8Array, extension: string, mostCharacters: number): Promise<ReadFile> {
  const zip = new ZipPackage(bytes);
  switch (familyOf(zip)) {
    case 'docx': {
      const { readDocx } = await import('./docx/docx.ts');
      return { format: 'docx', source: readDocx(zip, mostCharacters) };
    }
    case 'ofd': {
      const { readOfd } = await import('./ofd/ofd.ts');
      return { format: 'ofd', source: readOfd(zip, mostCharacters) };
    }
    case 'xlsx': {
      const { readWorkbook, repack } = await import('./spreadsheet/workbook.ts');
      return { format: extension === '.et' ? 'et' : 'xlsx', source: await readWorkbook(repack(zip), mostCharacters) };
    }
    case 'ods': {
      const { readOpenDocument } = await import('./spreadsheet/open-document.ts');
      return { format: 'ods', source: readOpenDocument(zip, mostCharacters) };
    }
  }
}

async function readCompound(bytes: Uint8Array, extension: string, mostCharacters: number): Promise<ReadFile> {
  const { openCompound } = await import('./compound.ts');
  const compound = openCompound(bytes);
  if (compound.has('EncryptedPackage')) throw new UnreadableFile('encrypted');
  if (compound.has('WordDocument')) {
    const { readDoc } = await import('./word97/doc.ts');
    const format = extension === '.wps' || extension === '.wpt' ? 'wps' : 'doc';
    return { format, source: readDoc(compound, mostCharacters) };
  }
  if (compound.has('Workbook') || compound.has('Book')) {
    const { readWorkbook } = await import('./spreadsheet/workbook.ts');
    return { format: extension === '.et' ? 'et' : 'xls', source: await readWorkbook(bytes, mostCharacters) };
  }
  throw new UnreadableFile('unsupported');
}

async function readPdfFile(bytes: Uint8Array, mostCharacters: number, recognise: boolean): Promise<ReadFile> {
  const { readPdf } = await import('./pdf/pdf.ts');
  // Without the engine the file is read as before, its scanned pages reported as unread.
  const recogniser = recognise ? await openRecogniser() : undefined;
  return { format: 'pdf', source: await readPdf(bytes, mostCharacters, recogniser) };
}

async function readPicture(bytes: Uint8Array, mostCharacters: number): Promise<ReadFile> {
  const { readImage } = await import('./images/image.ts');
  return { format: 'image', source: await readImage(bytes, mostCharacters) };
}

async function readTextFile(bytes: Uint8Array, extension: string, mostCharacters: number): Promise<ReadFile> {
  const text = decodeText(bytes);
  assertText(text);
  if (looksLikeHtml(text, extension)) {
    const { readHtml } = await import('./html/html.ts');
    return { format: 'html', source: readHtml(decodeDeclared(bytes), mostCharacters) };
  }
  if (extension === '.csv' || extension === '.tsv') {
    assertOneEncoding(bytes);
    const { readCsv } = await import('./spreadsheet/csv.ts');
    return { format: 'csv', source: readCsv(text, mostCharacters) };
  }
  if (extension === '.md' || extension === '.markdown') {
    const { readMarkdown } = await import('./markdown.ts');
    return { format: 'md', source: readMarkdown(text, mostCharacters) };
  }
  return { format: 'txt', source: readText(text, mostCharacters) };
}

/** Control characters and undecodable bytes beyond a stray few mean that the bytes are no text at all. */
function assertText(text: string): void {
  const sample = text.slice(0, SAMPLED_CHARACTERS);
  const strange = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/gu)?.length ?? 0;
  if (strange > 2 + sample.length * MOST_STRANGE_SHARE) throw notText();
}
