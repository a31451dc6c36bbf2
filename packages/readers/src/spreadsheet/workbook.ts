import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { SourceText } from '@qingzhuang/analysis';
import { zipSync } from 'fflate';
import { MOST_CELLS } from '../limits.ts';
import { SourceBuilder, type CellText, type RowText } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { ZipPackage } from '../zip.ts';
import { cellReference } from './cell-reference.ts';

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

interface Span {
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Rows that are read of one sheet; more than that is `too-large`, never cut off silently. */
const MOST_ROWS = 200_000;
const [LESS_THAN, LETTER_C, SPACE, GREATER_THAN] = [0x3c, 0x63, 0x20, 0x3e];
/** Excel prints format 14 by the language of the machine; this is how a Chinese one shows it. */
const SHORT_DATE = 'yyyy/m/d';

/** Reads every visible sheet of a workbook: its name as a heading, its cells as displayed. */
export async function readWorkbook(bytes: Uint8Array, mostCharacters: number): Promise<SourceText> {
  const workbook = await parseWorkbook(bytes);
  const builder = new SourceBuilder(mostCharacters);
  const hidden = workbook.Workbook?.Sheets?.map(({ Hidden = 0 }) => Hidden !== 0) ?? [];
  const visible = workbook.SheetNames.filter((_, index) => hidden[index] !== true);
  for (const name of visible.length > 0 ? visible : workbook.SheetNames) {
    const sheet = workbook.Sheets[name];
    if (sheet !== undefined) addSheet(sheet, name, builder);
  }
  return builder.finish();
}

/**
 * The package again, unpacked by our own bounded reader and stored: the spreadsheet library would unpack without
 * limits. Pictures and macros stay behind. Throws `too-large` before the library spends seconds on too many cells.
 */
export function repack(zip: ZipPackage): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  let cells = 0;
  for (const name of zip.names) {
    if (!/\.(?:xml|rels|bin)$/iu.test(name) || /vbaProject/iu.test(name)) continue;
    const part = zip.read(name);
    if (part === undefined) continue;
    if (/\/worksheets\//iu.test(name)) cells += countCells(part);
    if (cells > MOST_CELLS) throw new UnreadableFile('too-large');
    parts[name] = part;
  }
  return zipSync(parts, { level: 0 });
}

/** Counts `<c ` and `<c>` in the bytes of a sheet. */
function countCells(part: Uint8Array): number {
  let count = 0;
  for (let at = part.indexOf(LESS_THAN); at >= 0; at = part.indexOf(LESS_THAN, at + 1)) {
    const next = part[at + 2];
    if (part[at + 1] === LETTER_C && (next === SPACE || next === GREATER_THAN)) count += 1;
  }
  return count;
}

async function parseWorkbook(bytes: Uint8Array): Promise<WorkBook> {
  const { read } = await import('@e965/xlsx');
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: MOST_ROWS + 1,
      dateNF: SHORT_DATE,
    });
  } catch (error) {
    throw unreadableWorkbook(error);
  }
}

/** What the spreadsheet library could not open. */
export function unreadableWorkbook(error: unknown): UnreadableFile {
  const isLocked = error instanceof Error && /password|encrypt/iu.test(error.message);
  return new UnreadableFile(isLocked ? 'encrypted' : 'damaged', { cause: error });
}

function addSheet(sheet: WorkSheet, name: string, builder: SourceBuilder): void {
  const cells: Cells = sheet['!data'] ?? [];
  if (cells.length > MOST_ROWS) throw new UnreadableFile('too-large');
  const rows = readRows(cells, readSpans(sheet));
  if (rows.length === 0) return;

  const table = builder.tableCount + 1;
  builder.paragraph(name, { kind: 'heading', level: 1, place: { sheet: name } });
  builder.table(rows, (row, column) => ({ sheet: name, cell: cellReference(row, column), table, row, column }), name);
}

/** Rows with at least one word, up to their last word or merged cell; blank cells between are kept. */
function readRows(cells: Cells, spans: ReadonlyMap<string, Span | undefined>): RowText[] {
  const rows: RowText[] = [];
  let count = 0;
  for (const [index, stored] of cells.entries()) {
    const texts = readRow(stored ?? [], index + 1, spans);
    count += texts.length;
    if (count > MOST_CELLS) throw new UnreadableFile('too-large');
    if (texts.some(({ text }) => text !== '')) rows.push({ row: index + 1, cells: texts });
  }
  return rows;
}

function readRow(
  stored: readonly (CellObject | undefined)[],
  row: number,
  spans: ReadonlyMap<string, Span | undefined>,
): CellText[] {
  const texts: CellText[] = [];
  for (let column = 1; column <= stored.length; column += 1) {
    const reference = cellReference(row, column);
    const span = spans.get(reference);
    // Covered by a merged cell that stands above or to the left.
    if (spans.has(reference) && span === undefined) continue;
    texts.push({ text: displayed(stored[column - 1]), column, ...span });
  }
  return texts;
}

/** Text as the sheet shows it; the raw value where no display text is stored, or where it has lost digits. */
function displayed(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return '';
  if (cell.w !== undefined && !isRounded(cell)) return cell.w.trim();
  return cell.v === undefined ? '' : String(cell.v).trim();
}

/** A code of 12 digits typed as a number is shown as 1.30101E+11, which nobody means. */
function isRounded({ w, v }: CellObject): boolean {
  return Number.isSafeInteger(v) && /^-?\d(?:\.\d+)?E\+\d+$/u.test(w ?? '');
}

/** Merged ranges by their top left cell; covered cells map to undefined. */
function readSpans(sheet: WorkSheet): ReadonlyMap<string, Span | undefined> {
  const spans = new Map<string, Span | undefined>();
  for (const { s: first, e: last } of sheet['!merges'] ?? []) {
    const rowSpan = last.r - first.r + 1;
    const columnSpan = last.c - first.c + 1;
    if (rowSpan * columnSpan + spans.size > MOST_CELLS) throw new UnreadableFile('too-large');
    for (let row = first.r; row <= last.r; row += 1) {
      for (let column = first.c; column <= last.c; column += 1)
        spans.set(cellReference(row + 1, column + 1), undefined);
    }
    spans.set(cellReference(first.r + 1, first.c + 1), { rowSpan, columnSpan });
  }
  return spans;
}
