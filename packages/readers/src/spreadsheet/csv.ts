import type { SourceText } from '@qingzhuang/analysis';
import { MOST_CELLS } from '../limits.ts';
import { SourceBuilder, type CellText, type RowText } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { cellReference } from './cell-reference.ts';

const SEPARATORS = [',', '\t', ';'] as const;

export interface ReadCell {
  readonly text: string;
  /** Offset of the separator, line end or end of text that closes the cell. */
  readonly end: number;
}

/** Reads comma, tab or semicolon separated values; the cells keep their text, formulas included. */
export function readCsv(text: string, mostCharacters: number): SourceText {
  const builder = new SourceBuilder(mostCharacters);
  const rows = splitRows(text, separatorOf(text));
  if (rows.length > 0)
    builder.table(rows, (row, column) => ({ table: 1, row, column, cell: cellReference(row, column) }));
  return builder.finish();
}

/** The separator that stands most often on the first line. */
export function separatorOf(text: string): string {
  const line = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function splitRows(text: string, separator: string): RowText[] {
  const rows: RowText[] = [];
  let cells: CellText[] = [];
  let count = 0;
  let row = 1;
  for (let at = 0; at < text.length;) {
    const { text: words, end } = readCell(text, at, separator);
    cells.push({ text: words, column: cells.length + 1 });
    count += 1;
    if (count > MOST_CELLS) throw new UnreadableFile('too-large');
    at = end + 1;
    if (text.charAt(end) === separator && at < text.length) continue;
    if (text.startsWith('\r\n', end)) at += 1;
    if (cells.some((cell) => cell.text.trim() !== '')) rows.push({ row, cells });
    cells = [];
    row += 1;
  }
  return rows;
}

/** The cell that begins at an offset. */
export function readCell(text: string, start: number, separator: string): ReadCell {
  if (text.charAt(start) === '"') {
    const quoted = readQuoted(text, start + 1, separator);
    if (quoted !== undefined) return quoted;
  }
  const end = endOfPlain(text, start, separator);
  return { text: text.slice(start, end), end };
}

/** A quoted cell may hold separators, line ends and doubled quotes; undefined when the quote is never closed. */
function readQuoted(text: string, start: number, separator: string): ReadCell | undefined {
  for (let quote = text.indexOf('"', start); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    if (text.charAt(quote + 1) === '"') continue;
    return { text: text.slice(start, quote).replaceAll('""', '"'), end: endOfPlain(text, quote + 1, separator) };
  }
  return undefined;
}

function endOfPlain(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === separator || character === '\n' || character === '\r') break;
    end += 1;
  }
  return end;
}
