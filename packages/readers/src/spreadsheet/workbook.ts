import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { SourceText } from '@qingzhuang/analysis';
import { zipSync } from 'fflate';
import { MOST_CELLS, MOST_FILLED_CELLS } from '../limits.ts';
import { decodePart, firstSpan } from '../markup.ts';
import { SourceBuilder, type CellText, type RowText } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { ZipPackage } from '../zip.ts';
import { withoutBlankCells } from './blank-cells.ts';
import { cellReference } from './cell-reference.ts';
import {
  CHINESE_FORMATS,
  inChineseFormats,
  inChineseOrder,
  SHORT_DATE,
  type NumberFormats,
} from './chinese-formats.ts';

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

interface Span {
  readonly rowSpan: number;
  readonly columnSpan: number;
}

interface Spans {
  /** By their top left cell; covered cells map to undefined. */
  readonly byCell: ReadonlyMap<string, Span | undefined>;
  /** The last column of each row, from 1, in which a merged cell begins. */
  readonly lastInRow: ReadonlyMap<number, number>;
}

/** Rows with words that are read of one sheet; more than that is `too-large`, never cut off silently. */
const MOST_ROWS = 200_000;
/** Digits that a number of a sheet keeps. */
const KEPT_DIGITS = 15;

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
    if (!/\/worksheets\//iu.test(name)) {
      parts[name] = /\/styles\.xml$/iu.test(name) ? withChineseFormats(part) : part;
      continue;
    }
    // Somebody once coloured whole columns: a million blank cells must not keep thirty filled ones from being read.
    const filled = withoutBlankCells(part);
    parts[name] = filled.part;
    cells += filled.cells;
    if (cells > MOST_FILLED_CELLS || filled.rows > MOST_ROWS) throw new UnreadableFile('too-large');
  }
  return zipSync(parts, { level: 0 });
}

/** Writes out the formats that a workbook names by number alone. */
function withChineseFormats(styles: Uint8Array): Uint8Array {
  const xml = decodePart(styles);
  const named = new Set(
    Array.from(xml.matchAll(/numFmtId=["'](\d+)["'](?=[^>]*formatCode)/gu), ([, id]) => Number(id)),
  );
  const codes = [...CHINESE_FORMATS].filter(
    ([id]) => !named.has(id) && new RegExp(`numFmtId=["']${id}["']`, 'u').test(xml),
  );
  const formats = codes.map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  if (formats.length === 0) return styles;
  const end = firstSpan(xml, 'numFmts')?.innerEnd;
  const root = firstSpan(xml, 'styleSheet')?.innerStart ?? 0;
  const [at, markup] = end === undefined ? [root, `<numFmts>${formats.join('')}</numFmts>`] : [end, formats.join('')];
  return new TextEncoder().encode(xml.slice(0, at) + markup + xml.slice(at));
}

async function parseWorkbook(bytes: Uint8Array): Promise<WorkBook> {
  const library = await import('@e965/xlsx');
  const formats = library.SSF as NumberFormats;
  try {
    return inChineseFormats(formats, () => {
      const workbook = library.read(bytes, {
        type: 'array',
        dense: true,
        cellFormula: false,
        cellHTML: false,
        cellNF: true,
        dateNF: SHORT_DATE,
      });
      const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
      for (const sheet of Object.values(workbook.Sheets)) showChineseDates(sheet, formats, date1904);
      return workbook;
    });
  } catch (error) {
    throw unreadableWorkbook(error);
  }
}

/** Old workbooks spell out the short date of the machine that wrote them, newer ones name it by number. */
function showChineseDates(sheet: WorkSheet, formats: NumberFormats, date1904: boolean): void {
  const rows: Cells = sheet['!data'] ?? [];
  for (const row of rows) {
    for (const cell of row ?? []) {
      if (cell === undefined || typeof cell.v !== 'number' || typeof cell.z !== 'string') continue;
      const format = inChineseOrder(cell.z);
      if (format !== undefined) cell.w = formats.format(format, cell.v, { date1904 });
    }
  }
}

/** What the spreadsheet library could not open. */
export function unreadableWorkbook(error: unknown): UnreadableFile {
  const isLocked = error instanceof Error && /password|encrypt/iu.test(error.message);
  return new UnreadableFile(isLocked ? 'encrypted' : 'damaged', { cause: error });
}

function addSheet(sheet: WorkSheet, name: string, builder: SourceBuilder): void {
  const cells: Cells = sheet['!data'] ?? [];
  const rows = readRows(cells, readSpans(sheet));
  if (rows.length === 0) return;

  const table = builder.tableCount + 1;
  builder.paragraph(name, { kind: 'heading', level: 1, place: { sheet: name } });
  builder.table(rows, (row, column) => ({ sheet: name, cell: cellReference(row, column), table, row, column }), name);
}

/** Rows with at least one word, up to their last word or merged cell; blank cells between are kept. */
function readRows(cells: Cells, spans: Spans): RowText[] {
  const rows: RowText[] = [];
  let count = 0;
  for (const [index, stored] of cells.entries()) {
    const texts = readRow(stored ?? [], index + 1, spans);
    count += texts.length;
    if (count > MOST_CELLS) throw new UnreadableFile('too-large');
    if (texts.some(({ text }) => text.trim() !== '')) rows.push({ row: index + 1, cells: texts });
    if (rows.length > MOST_ROWS) throw new UnreadableFile('too-large');
  }
  return rows;
}

function readRow(stored: readonly (CellObject | undefined)[], row: number, spans: Spans): CellText[] {
  const texts: CellText[] = [];
  // A blank merged cell behind the last word is stored as nothing but its merging: it is where an answer goes.
  const last = Math.max(stored.length, spans.lastInRow.get(row) ?? 0);
  for (let column = 1; column <= last; column += 1) {
    const reference = cellReference(row, column);
    const span = spans.byCell.get(reference);
    // Covered by a merged cell that stands above or to the left.
    if (span === undefined && spans.byCell.has(reference)) continue;
    texts.push({ text: displayed(stored[column - 1]), column, ...span });
  }
  return texts;
}

/** Text as the sheet shows it; the raw value where no display text is stored, or where it has lost digits. */
function displayed(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return '';
  const { w: shown, v: value } = cell;
  if (typeof value === 'number' && /^-?\d+$|E\+\d+$/u.test(shown ?? '')) return displayedInteger(value, shown ?? '');
  // Spaces before the words show what a row is part of.
  if (shown !== undefined) return shown.trimEnd();
  return value === undefined ? '' : String(value).trimEnd();
}

/**
 * A code of 12 digits typed as a number is shown as 1.30101E+11, which nobody means: its digits are all there. Of 18 digits
 * a sheet keeps 15 and shows zeros for the rest; those are written as powers of ten, so that nobody takes them for the code.
 */
function displayedInteger(value: number, shown: string): string {
  const places = Math.abs(value) < 1 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1;
  const isWhole = Number.isSafeInteger(value) && (places <= KEPT_DIGITS || value % 10 ** (places - KEPT_DIGITS) !== 0);
  if (isWhole) return String(value);
  if (places <= KEPT_DIGITS) return shown.trim();
  return value.toExponential(KEPT_DIGITS - 1).replace(/\.?0*e/u, 'E');
}

function readSpans(sheet: WorkSheet): Spans {
  const byCell = new Map<string, Span | undefined>();
  const lastInRow = new Map<number, number>();
  for (const { s: first, e: last } of sheet['!merges'] ?? []) {
    const rowSpan = last.r - first.r + 1;
    const columnSpan = last.c - first.c + 1;
    if (rowSpan * columnSpan + byCell.size > MOST_CELLS) throw new UnreadableFile('too-large');
    for (let row = first.r; row <= last.r; row += 1) {
      for (let column = first.c; column <= last.c; column += 1)
        byCell.set(cellReference(row + 1, column + 1), undefined);
    }
    byCell.set(cellReference(first.r + 1, first.c + 1), { rowSpan, columnSpan });
    lastInRow.set(first.r + 1, Math.max(lastInRow.get(first.r + 1) ?? 0, first.c + 1));
  }
  return { byCell, lastInRow };
}
