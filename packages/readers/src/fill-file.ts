import { detectContainer } from './detect.ts';
import { extensionOf } from './file-format.ts';
import type { FilledFile, FormFill } from './form-fill.ts';
import { MOST_CHARACTERS, MOST_FILE_BYTES } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { ZipPackage } from './zip.ts';
import { familyOf } from './zip-family.ts';

/**
 * Writes values into the sender's own file, which keeps its layout, formulas and settings. Throws `UnreadableFile` and
 * nothing else; what a filled file could not take or keep stands in its notes.
 */
export async function fillFile(bytes: Uint8Array, name: string, fills: readonly FormFill[]): Promise<FilledFile> {
  if (bytes.length > MOST_FILE_BYTES) throw new UnreadableFile('too-large');
  try {
    return await fillContent(bytes, extensionOf(name), fills);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('damaged', { cause: error });
  }
}

function fillContent(bytes: Uint8Array, extension: string, fills: readonly FormFill[]): Promise<FilledFile> {
  switch (detectContainer(bytes)) {
    case 'zip':
      return fillPackage(new ZipPackage(bytes), extension, fills);
    case 'compound':
      return fillCompound(bytes, extension, fills);
    case 'text':
      return fillText(bytes, extension, fills);
    case 'pdf':
    case 'image':
      throw new UnreadableFile('unsupported');
  }
}

async function fillPackage(zip: ZipPackage, extension: string, fills: readonly FormFill[]): Promise<FilledFile> {
  switch (familyOf(zip)) {
    case 'docx': {
      const { fillDocument } = await import('./docx/filling/fill-document.ts');
      return fillDocument(zip, fills, extension);
    }
    case 'xlsx': {
      const { fillWorkbook } = await import('./spreadsheet/filling/fill-workbook.ts');
      if (zip.has('xl/workbook.bin')) return fillConverted(zip, extension, fills);
      return fillWorkbook(zip, fills, extension);
    }
    case 'ods': {
      const { readOpenDocument } = await import('./spreadsheet/open-document.ts');
      // Refuses what is locked or repeats its cells without end, which the spreadsheet library would expand.
      readOpenDocument(zip, MOST_CHARACTERS);
      return fillConverted(zip, extension, fills);
    }
    case 'ofd':
      throw new UnreadableFile('unsupported');
  }
}

async function fillConverted(zip: ZipPackage, extension: string, fills: readonly FormFill[]): Promise<FilledFile> {
  const { repack } = await import('./spreadsheet/workbook.ts');
  return fillOtherFormat(repack(zip), extension, fills);
}

async function fillCompound(bytes: Uint8Array, extension: string, fills: readonly FormFill[]): Promise<FilledFile> {
  const { openCompound } = await import('./compound.ts');
  const compound = openCompound(bytes);
  if (compound.has('EncryptedPackage')) throw new UnreadableFile('encrypted');
  if (!compound.has('Workbook') && !compound.has('Book')) throw new UnreadableFile('unsupported');
  return fillOtherFormat(bytes, extension, fills);
}

async function fillOtherFormat(bytes: Uint8Array, extension: string, fills: readonly FormFill[]): Promise<FilledFile> {
  const { convertWorkbook } = await import('./spreadsheet/filling/convert.ts');
  const { fillWorkbook } = await import('./spreadsheet/filling/fill-workbook.ts');
  const filled = fillWorkbook(new ZipPackage(await convertWorkbook(bytes)), fills, '.xlsx');
  const sentence = `原文件格式（${extension}）不能原样填写，已另存为 .xlsx：数值、公式、合并和列宽保留，字体、边框和打印设置没有保留。`;
  return { ...filled, notes: [{ code: 'layout-lost', sentence }, ...filled.notes] };
}

async function fillText(bytes: Uint8Array, extension: string, fills: readonly FormFill[]): Promise<FilledFile> {
  if (extension !== '.csv' && extension !== '.tsv') throw new UnreadableFile('unsupported');
  const { fillCsv } = await import('./spreadsheet/filling/fill-csv.ts');
  return fillCsv(bytes, fills, extension);
}
