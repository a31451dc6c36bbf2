/** The cells of one table by row and column, looked at without a map of the whole: a ledger may hold 400,000. */
import type { SourceText, Table, TableCell } from '../../document/source-text.ts';
import { fold, isBlank } from './cell-words.ts';

/** Columns that are looked at; a wider sheet is a data dump and no form of a person. */
export const MOST_COLUMNS = 300;
/** Rows that are looked at cell by cell: headers, cards and matrices. A list goes on below without being looked at. */
export const MOST_ROWS = 600;

const UPPER_ROWS = 60;

/** Rows count here from 0, those without any cell left out; `numberOf` gives the row of the sheet. */
export class Grid {
  readonly sheet: string | null;
  readonly table: number;
  /** One of several tables side by side. */
  isPart = false;
  readonly #text: string;
  readonly #cells: readonly TableCell[];
  /** Index of the first cell of each row, and one behind the last. */
  readonly #starts: number[] = [];
  #lastColumn: number | undefined;

  constructor(text: string, table: Pick<Table, 'cells' | 'sheet'>, index: number) {
    this.#text = text;
    this.#cells = table.cells;
    this.sheet = table.sheet ?? null;
    this.table = index;
    let row = Number.NaN;
    for (const [at, cell] of this.#cells.entries()) {
      if (cell.row === row) continue;
      row = cell.row;
      this.#starts.push(at);
    }
    this.#starts.push(this.#cells.length);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  get cells(): readonly TableCell[] {
    return this.#cells;
  }

  /** The cells of a row from left to right, blank ones included; those merged from above are not among them. */
  row(index: number): readonly TableCell[] {
    return this.#cells.slice(this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0);
  }

  printed(index: number): readonly TableCell[] {
    return this.row(index).filter((cell) => this.isPrinted(cell));
  }

  numberOf(index: number): number {
    return this.#cells[this.#starts[index] ?? 0]?.row ?? 0;
  }

  /** The last column that the upper rows reach, merged titles included. */
  get lastColumn(): number {
    this.#lastColumn ??= this.#readLastColumn();
    return this.#lastColumn;
  }

  #readLastColumn(): number {
    let last = 1;
    for (const { column, columnSpan } of this.#cells.slice(0, this.#starts[Math.min(this.length, UPPER_ROWS)] ?? 0))
      last = Math.max(last, column + columnSpan - 1);
    return Math.min(last, MOST_COLUMNS);
  }

  /** Offset of the first cell. */
  get start(): number {
    return this.#cells[0]?.start ?? 0;
  }

  /** As it stands in the text. */
  raw(cell: TableCell): string {
    return this.#text.slice(cell.start, cell.end);
  }

  words(cell: TableCell): string {
    return cell.start === cell.end ? '' : fold(this.#text.slice(cell.start, cell.end));
  }

  isPrinted(cell: TableCell): boolean {
    return cell.start !== cell.end && !isBlank(this.words(cell));
  }

  isPrintedOrMissing(cell: TableCell | undefined): boolean {
    return cell === undefined || this.isPrinted(cell);
  }

  /** The same table, only what stands within the columns given. */
  between(firstColumn: number, lastColumn: number): Grid {
    const cells = this.#cells.filter(
      ({ column, columnSpan }) => column >= firstColumn && column + columnSpan - 1 <= lastColumn,
    );
    const part = new Grid(this.#text, { cells, ...(this.sheet !== null && { sheet: this.sheet }) }, this.table);
    part.isPart = true;
    return part;
  }

  /** The cells of some rows by place, a merged cell at each place that it covers. */
  zone(first: number, end: number): Zone {
    return new Zone(this, first, Math.min(end, first + MOST_ROWS));
  }
}

export class Zone {
  readonly grid: Grid;
  /** Row numbers of the sheet. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly cells: readonly TableCell[];
  readonly #places = new Map<number, (TableCell | undefined)[]>();
  readonly #words = new Map<TableCell, string>();
  /** Overlapping merged cells of a hostile file would be laid over each other without end. */
  #placesLeft = 2 * MOST_ROWS * MOST_COLUMNS;

  constructor(grid: Grid, first: number, end: number) {
    this.grid = grid;
    this.firstRow = grid.numberOf(first);
    this.lastRow = end > first ? grid.numberOf(end - 1) : this.firstRow;
    const cells: TableCell[] = [];
    for (let index = first; index < end; index++) {
      for (const cell of grid.row(index)) if (cell.column <= MOST_COLUMNS) cells.push(cell);
    }
    this.cells = cells;
    let firstColumn = MOST_COLUMNS;
    let lastColumn = 1;
    for (const cell of cells) {
      this.#place(cell);
      if (cell.start === cell.end && cell.columnSpan === 1) continue;
      firstColumn = Math.min(firstColumn, cell.column);
      lastColumn = Math.max(lastColumn, Math.min(MOST_COLUMNS, cell.column + cell.columnSpan - 1));
    }
    this.firstColumn = Math.min(firstColumn, lastColumn);
    this.lastColumn = lastColumn;
  }

  at(row: number, column: number): TableCell | undefined {
    return this.#places.get(row)?.[column];
  }

  words(cell: TableCell | undefined): string {
    if (cell === undefined) return '';
    const known = this.#words.get(cell);
    if (known !== undefined) return known;
    const words = this.grid.words(cell);
    this.#words.set(cell, words);
    return words;
  }

  /** Empty where nothing is printed. */
  wordsAt(row: number, column: number): string {
    const words = this.words(this.at(row, column));
    return isBlank(words) ? '' : words;
  }

  #place(cell: TableCell): void {
    const lastRow = Math.min(cell.row + cell.rowSpan - 1, this.lastRow, cell.row + MOST_ROWS);
    const lastColumn = Math.min(cell.column + cell.columnSpan - 1, MOST_COLUMNS);
    for (let row = cell.row; row <= lastRow && this.#placesLeft > 0; row++) {
      this.#placesLeft -= lastColumn - cell.column + 1;
      const columns = this.#places.get(row) ?? [];
      this.#places.set(row, columns);
      for (let column = cell.column; column <= lastColumn; column++) columns[column] = cell;
    }
  }
}

/** The tables of a text; pasted text shows them as lines whose cells are parted by tabs. */
export function gridsOf(source: SourceText): Grid[] {
  if (source.tables.length > 0) return source.tables.map((table, index) => new Grid(source.text, table, index));
  return source.text.includes('\t')
    ? tabbedTables(source.text).map((table, index) => new Grid(source.text, table, index))
    : [];
}

function tabbedTables(text: string): Table[] {
  const tables: Table[] = [];
  let open: { start: number; end: number; cells: TableCell[]; rows: number } | null = null;
  let tab = -1;
  for (let start = 0; start < text.length;) {
    if (tab < start) tab = text.indexOf('\t', start);
    if (tab < 0) break;
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (tab >= end) {
      open = null;
      start = end + 1;
      continue;
    }
    if (open === null) {
      open = { start, end, cells: [], rows: 0 };
      tables.push(open);
    }
    open.rows++;
    open.end = end;
    addTabbedRow(open.cells, text, { start, end, row: open.rows });
    start = end + 1;
  }
  return tables;
}

function addTabbedRow(
  cells: TableCell[],
  text: string,
  { start, end, row }: { start: number; end: number; row: number },
): void {
  let from = start;
  for (let column = 1; from <= end; column++) {
    const tab = text.indexOf('\t', from);
    const to = tab < 0 || tab > end ? end : tab;
    cells.push({ start: from, end: to, row, column, rowSpan: 1, columnSpan: 1 });
    from = to + 1;
  }
}

/** The name of a cell as a sheet gives it: `C4`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
