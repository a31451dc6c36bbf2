import type { WorkBook } from '@e965/xlsx';
import { UnreadableFile } from '../../unreadable-file.ts';
import { unreadableWorkbook } from '../workbook.ts';
import { MOST_CELLS } from '../../limits.ts';

/**
 * A workbook of an older or another format as an xlsx package: values, formulas, number formats, merged cells, column
 * widths and hidden sheets come along; fonts, borders and print settings do not.
 */
export async function convertWorkbook(bytes: Uint8Array): Promise<Uint8Array> {
  const { read, write } = await import('@e965/xlsx');
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      cellStyles: true,
    });
  } catch (error) {
    throw unreadableWorkbook(error);
  }
  for (const sheet of Object.values(book.Sheets)) {
    if (Object.keys(sheet).length > MOST_CELLS) throw new UnreadableFile('too-large');
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', cellStyles: true }) as ArrayBuffer);
}
