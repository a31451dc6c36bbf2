import { utils, write, type WorkSheet } from '@e965/xlsx';
import type { LabelledSheet, LabelledWorkbook } from './workbook-set.ts';

/** A real .xlsx file: empty words are empty cells, everything printed is text as in a form. */
export function buildWorkbook({ sheets }: Pick<LabelledWorkbook, 'sheets'>): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, buildSheet(sheet), sheet.name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function buildSheet({ rows, merges = [] }: LabelledSheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((words) => (words === '' ? null : words))));
  // Cells to fill stand inside the used range although nothing is in them yet.
  const columns = Math.max(...rows.map((row) => row.length));
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: columns - 1 } });
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return sheet;
}
