import type { Block, Place, SourceText, Table, TableCell, Unread } from '@qingzhuang/analysis';
import { MOST_CELLS, MOST_CHARACTERS } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

export type BlockMark = Omit<Block, 'start' | 'end'>;

export interface CellText {
  readonly text: string;
  /** From 1. */
  readonly column: number;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface RowText {
  /** From 1. */
  readonly row: number;
  readonly cells: readonly CellText[];
}

/** Collects paragraphs and tables in reading order and keeps their offsets. Blocks end before their `\n`. */
export class SourceBuilder {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #tables: Table[] = [];
  readonly #unread: Unread[] = [];
  readonly #mostCharacters: number;
  #length = 0;
  #cells = 0;

  constructor(mostCharacters: number = MOST_CHARACTERS) {
    this.#mostCharacters = mostCharacters;
  }

  /** Number of tables so far; the next one is this plus one. */
  get tableCount(): number {
    return this.#tables.length;
  }

  /** Adds one paragraph; a line break inside begins a new block of the same place. Blank lines are left out. */
  paragraph(text: string, mark: BlockMark): void {
    for (const line of text.split('\n')) {
      const words = trimLine(line);
      if (words === '') continue;
      const start = this.#length;
      this.#append(words);
      this.#blocks.push({ start, end: this.#length, ...mark });
      this.#append('\n');
    }
  }

  /** Adds a table: cells of a row joined by tabs. Line breaks and tabs inside a cell become single spaces. */
  table(rows: readonly RowText[], placeOf: (row: number, column: number) => Place, sheet?: string): void {
    const start = this.#length;
    const cells: TableCell[] = [];
    for (const { row, cells: texts } of rows) {
      for (const [index, cell] of texts.entries()) {
        if (index > 0) this.#append('\t');
        cells.push(this.#cell(cell, row, placeOf));
      }
      this.#append('\n');
    }
    this.#tables.push(
      sheet === undefined ? { start, end: this.#length, cells } : { start, end: this.#length, sheet, cells },
    );
  }

  #cell(cell: CellText, row: number, placeOf: (row: number, column: number) => Place): TableCell {
    this.#cells += 1;
    if (this.#cells > MOST_CELLS) throw new UnreadableFile('too-large');
    const start = this.#length;
    const words = singleLine(cell.text);
    if (words !== '') {
      this.#append(words);
      this.#blocks.push({ start, end: this.#length, kind: 'cell', place: placeOf(row, cell.column) });
    }
    const { column, rowSpan = 1, columnSpan = 1 } = cell;
    const indent = indentOf(cell.text);
    return { start, end: this.#length, row, column, rowSpan, columnSpan, ...(indent > 0 && { indent }) };
  }

  unread(kind: Unread['kind'], place: Place, count = 1): void {
    for (let part = 0; part < count; part += 1) this.#unread.push({ kind, place });
  }

  /** Throws `empty` when there is neither a word nor a part that could not be read. */
  finish(): SourceText {
    if (this.#length === 0 && this.#unread.length === 0) throw new UnreadableFile('empty');
    return { text: this.#parts.join(''), blocks: this.#blocks, tables: this.#tables, unread: this.#unread };
  }

  #append(text: string): void {
    this.#length += text.length;
    if (this.#length > this.#mostCharacters) throw new UnreadableFile('too-large');
    this.#parts.push(text);
  }
}

/** A tab stands only between cells, so elsewhere it becomes a space. */
function trimLine(line: string): string {
  return line.replaceAll('\t', ' ').trim();
}

const LEADING_SPACES = /^[ \u00A0\u3000]+(?=\S)/u;

/** Width of the spaces before the first word; a full-width one counts two. */
function indentOf(text: string): number {
  const spaces = LEADING_SPACES.exec(text)?.[0] ?? '';
  return spaces.length + spaces.split('\u3000').length - 1;
}

function singleLine(text: string): string {
  return text.trim().replace(/\s*[\n\t]\s*/gu, ' ');
}
