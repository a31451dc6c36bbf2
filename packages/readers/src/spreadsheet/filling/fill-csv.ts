import { assertOneEncoding, decodeText, encodingOf } from '../../decode-text.ts';
import { encodeText } from '../../encode-text.ts';
import { valuesOf, type FilledFile, type FillNote, type FillType, type FormFill } from '../../form-fill.ts';
import { MOST_CELLS } from '../../limits.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import { readCell, separatorOf } from '../csv.ts';
import { Growth } from './growth.ts';

interface Line {
  /** Cells as they are written in the file, quotes included. */
  readonly cells: string[];
  readonly ending: string;
}

/** Signs that make a spreadsheet program take a text for a formula. */
const FORMULA_START = /^[=+\-@\t]/u;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** Fills a table of separated values. Its encoding, separator, line ends and all other cells stay as they are. */
export function fillCsv(bytes: Uint8Array, fills: readonly FormFill[], extension: string): FilledFile {
  assertOneEncoding(bytes);
  const { encoding, hasMark } = encodingOf(bytes);
  const text = decodeText(bytes);
  // What could not be decoded would be written back as something else.
  if (text.includes('\ufffd')) throw new UnreadableFile('damaged');
  const separator = separatorOf(text);
  const lines = splitLines(text, separator);
  const marked: string[] = [];

  function put(row: number, column: number, value: string, type: FillType): void {
    const line = (lines[row - 1] ??= { cells: [], ending: lines[0]?.ending ?? '\r\n' });
    while (line.cells.length < column) line.cells.push('');
    const isRisky = FORMULA_START.test(value) && !(type === 'number' && PLAIN_NUMBER.test(value));
    if (isRisky) marked.push(value);
    line.cells[column - 1] = quoted(isRisky ? `'${value}` : value, separator);
  }

  const growth = insertRows(lines, fills);
  for (const { cells, records } of fills) {
    for (const { row, column, value, type } of cells) put(growth.row(row), column, value, type);
    if (records === null) continue;
    const start = growth.row(records.first);
    for (const { record, column, value, type } of valuesOf(records)) put(start + record, column, value, type);
  }
  const written = Array.from(lines, (line) => joined(line, separator)).join('');
  return { bytes: encodeText(written, encoding, hasMark), extension, notes: notesOf(marked) };
}

function insertRows(lines: Line[], fills: readonly FormFill[]): Growth {
  const insertions = fills.flatMap(({ records }) => {
    if (records === null) return [];
    const { first, last } = records;
    return [{ first, last, at: last + 1, count: Math.max(0, records.records.length - (last - first + 1)) }];
  });
  for (const { last, count } of insertions.toSorted((left, right) => right.last - left.last)) {
    const model = lines[last - 1];
    const width = model?.cells.length ?? 1;
    const ending = lines[0]?.ending === '' ? '\r\n' : (lines[0]?.ending ?? '\r\n');
    // The last line of a file may go without an end, which it needs when lines follow.
    if (model?.ending === '') lines[last - 1] = { cells: model.cells, ending };
    const added = Array.from({ length: count }, () => ({ cells: Array.from({ length: width }, () => ''), ending }));
    lines.splice(last, 0, ...added);
  }
  return new Growth(insertions);
}

function splitLines(text: string, separator: string): Line[] {
  const lines: Line[] = [];
  let cells: string[] = [];
  let count = 0;
  let isOpen = false;
  for (let at = 0; at < text.length || isOpen;) {
    const { end } = readCell(text, at, separator);
    cells.push(text.slice(at, end));
    count += 1;
    if (count > MOST_CELLS) throw new UnreadableFile('too-large');
    isOpen = text.charAt(end) === separator && end < text.length;
    const ending = isOpen ? separator : text.startsWith('\r\n', end) ? '\r\n' : text.charAt(end);
    at = end + ending.length;
    if (isOpen) continue;
    lines.push({ cells, ending });
    cells = [];
  }
  return lines;
}

function quoted(value: string, separator: string): string {
  return /["\r\n]/u.test(value) || value.includes(separator) ? `"${value.replaceAll('"', '""')}"` : value;
}

function joined(line: Line | undefined, separator: string): string {
  return line === undefined ? '\r\n' : line.cells.join(separator) + line.ending;
}

function notesOf(marked: readonly string[]): FillNote[] {
  if (marked.length === 0) return [];
  const sentence = `${marked.length} 个值以 = + - @ 开头，前面加了单引号，以免被表格软件当作公式。`;
  return [{ code: 'formula-escaped', sentence }];
}
