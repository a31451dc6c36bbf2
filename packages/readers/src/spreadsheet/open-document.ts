import type { SourceText } from '@qingzhuang/analysis';
import { MOST_CELLS } from '../limits.ts';
import { SourceBuilder, type CellText, type RowText } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { attribute, childElements, descendants, firstDescendant, parseXml, textOf, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';
import { cellReference } from './cell-reference.ts';

const WIDEST_SPAN = 16_384;

/**
 * Reads an open document spreadsheet; its cells store the text that they show. Repeat counts of the file are never
 * expanded beyond the limit of cells, which a single attribute could otherwise exceed a thousandfold.
 */
export function readOpenDocument(zip: ZipPackage, mostCharacters: number): SourceText {
  const content = zip.read('content.xml');
  if (content === undefined) throw new UnreadableFile('damaged');
  if (isEncrypted(zip)) throw new UnreadableFile('encrypted');
  const root = parseXml(content);
  const hidden = hiddenStyles(root);
  const builder = new SourceBuilder(mostCharacters);
  for (const table of descendants(firstDescendant(root, 'spreadsheet'), 'table')) {
    if (!hidden.has(attribute(table, 'style-name'))) addSheet(table, builder);
  }
  return builder.finish();
}

function isEncrypted(zip: ZipPackage): boolean {
  const manifest = zip.read('META-INF/manifest.xml');
  return manifest !== undefined && firstDescendant(parseXml(manifest), 'encryption-data') !== undefined;
}

function hiddenStyles(root: XmlElement): ReadonlySet<string | undefined> {
  const styles = [...descendants(root, 'style')].filter((style) => {
    return attribute(firstDescendant(style, 'table-properties'), 'display') === 'false';
  });
  return new Set(styles.map((style) => attribute(style, 'name')));
}

function addSheet(table: XmlElement, builder: SourceBuilder): void {
  const sheet = attribute(table, 'name') ?? '';
  const rows = readRows(table);
  if (rows.length === 0) return;
  const number = builder.tableCount + 1;
  builder.paragraph(sheet, { kind: 'heading', level: 1, place: { sheet } });
  builder.table(
    rows,
    (row, column) => ({ sheet, cell: cellReference(row, column), table: number, row, column }),
    sheet,
  );
}

function readRows(table: XmlElement): RowText[] {
  const rows: RowText[] = [];
  let row = 1;
  let count = 0;
  for (const element of descendants(table, 'table-row')) {
    const times = countOf(element, 'number-rows-repeated');
    const cells = readCells(element);
    if (cells.length > 0) {
      count += cells.length * times;
      if (count > MOST_CELLS) throw new UnreadableFile('too-large');
      for (let time = 0; time < times; time += 1) rows.push({ row: row + time, cells });
    }
    row += times;
  }
  return rows;
}

/** Cells up to the last one with words or a span; none when the row is blank. */
function readCells(row: XmlElement): CellText[] {
  const cells: CellText[] = [];
  let filled = 0;
  let column = 1;
  for (const element of childElements(row)) {
    const times = countOf(element, 'number-columns-repeated');
    if (element.name === 'table-cell') {
      const cell = cellOf(element);
      cells.push(...repeated(cell, column, times));
      if (cell.text !== '' || cell.columnSpan > 1 || cell.rowSpan > 1) filled = cells.length;
      if (cells.length > MOST_CELLS) throw new UnreadableFile('too-large');
    }
    column += times;
  }
  return cells.some(({ text }) => text !== '') ? cells.slice(0, filled) : [];
}

/** A row has at most 16,384 columns; more of a filled cell is an attack, more blanks are the end of the row. */
function repeated(cell: CellText, column: number, times: number): CellText[] {
  if (times > WIDEST_SPAN && cell.text !== '') throw new UnreadableFile('too-large');
  return Array.from({ length: Math.min(times, WIDEST_SPAN) }, (_, index) => ({ ...cell, column: column + index }));
}

function cellOf(element: XmlElement): Required<CellText> {
  const lines = childElements(element, 'p').map((line) => textOf(line));
  return {
    text: lines.join('\n').trim(),
    column: 1,
    rowSpan: Math.min(countOf(element, 'number-rows-spanned'), WIDEST_SPAN),
    columnSpan: Math.min(countOf(element, 'number-columns-spanned'), WIDEST_SPAN),
  };
}

function countOf(element: XmlElement, name: string): number {
  const count = Number(attribute(element, name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
