import type { FilledFile, FormFill } from './form-fill.ts';
import { detectContainer } from './detect.ts';
import { extensionOf } from './file-format.ts';
import { MOST_FILE_BYTES } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { ZipPackage } from './zip.ts';

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

async function fillContent(bytes: Uint8Array, extension: string, fills: readonly FormFill[]): Promise<FilledFile> {
  if (detectContainer(bytes) !== 'zip') throw new UnreadableFile('unsupported');
  const { fillWorkbook } = await import('./spreadsheet/filling/fill-workbook.ts');
  return fillWorkbook(new ZipPackage(bytes), fills, extension);
}
