import { utils, write } from '@e965/xlsx';

/**
 * An XLSX workbook of one sheet. Cells made of texts are texts: whatever they look like, no spreadsheet computes them
 * or rounds a long number.
 */
export function toWorkbook(sheet: string, rows: readonly (readonly string[])[]): Uint8Array {
  const cells = utils.aoa_to_sheet(rows.map((row) => [...row]));
  const bytes: unknown = write(
    { SheetNames: [sheet], Sheets: { [sheet]: cells } },
    { type: 'array', bookType: 'xlsx' },
  );
  return new Uint8Array(bytes as ArrayBuffer);
}
