/** Builds the text that a reader would hand over for sheets and tables, from their rows. */
import type { Block, SourceText, Table, TableCell } from '../document/source-text.ts';

export interface GridDraft {
  /** A sheet of a workbook; without a name a table of a text document. */
  readonly sheet?: string;
  /** Cells of each row from column 1; `null` where no cell is stored. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** As a sheet names them: `A1:D1`. */
  readonly merges?: readonly string[];
  /** Paragraphs before the table. */
  readonly above?: readonly string[];
}

const REFERENCE = /^(?<column>[A-Z]+)(?<row>\d+)$/u;

/** Rows of a sheet end at their last word or merged cell, those without a word are left out, as the reader of workbooks does. */
export function gridSource(...drafts: readonly GridDraft[]): SourceText {
  const built = { text: '', blocks: [] as Block[], tables: [] as Table[] };
  for (const draft of drafts) {
    for (const line of [...(draft.sheet === undefined ? [] : [draft.sheet]), ...(draft.above ?? [])]) {
      const start = built.text.length;
      built.blocks.push({ start, end: start + line.length, kind: 'paragraph', place: {} });
      built.text += `${line}\n`;
    }
    addTable(built, draft);
  }
  return { ...built, unread: [] };
}

function addTable(built: { text: string; tables: Table[] }, { sheet, rows, merges = [] }: GridDraft): void {
  const spans = spansOf(merges);
  const cells: TableCell[] = [];
  const lines: string[] = [];
  const start = built.text.length;
  let at = start;
  for (const [index, stored] of rows.entries()) {
    if (sheet !== undefined && !stored.some(isWord)) continue;
    const row = sheet === undefined ? stored : upToLastWord(stored, lastMerged(index + 1, spans));
    const own = cellsOfRow(row, index + 1, spans);
    for (const { words, ...place } of own) {
      cells.push({ ...place, start: at, end: at + words.length });
      at += words.length + 1;
    }
    if (own.length === 0) at += 1;
    lines.push(own.map(({ words }) => words).join('\t'));
  }
  built.text += lines.map((line) => `${line}\n`).join('');
  built.tables.push({ start, end: built.text.length, cells, ...(sheet !== undefined && { sheet }) });
}

type DraftCell = Omit<TableCell, 'start' | 'end'> & { readonly words: string };

function cellsOfRow(
  stored: readonly (string | null)[],
  row: number,
  spans: ReadonlyMap<string, Span>,
): readonly DraftCell[] {
  return stored.flatMap((words, at) => {
    const span = spans.get(`${row},${at + 1}`);
    if (span === 'covered' || words === null) return [];
    return [{ words, row, column: at + 1, ...(span ?? { rowSpan: 1, columnSpan: 1 }) }];
  });
}

function upToLastWord(row: readonly (string | null)[], least: number): readonly (string | null)[] {
  return row.slice(0, Math.max(least, row.findLastIndex(isWord) + 1));
}

function isWord(words: string | null): boolean {
  return words !== null && words !== '';
}

function lastMerged(row: number, spans: ReadonlyMap<string, Span>): number {
  const columns = [...spans].flatMap(([place, span]) => {
    const [at, column] = place.split(',').map(Number);
    return at === row && span !== 'covered' ? [column ?? 0] : [];
  });
  return Math.max(0, ...columns);
}

type Span = { readonly rowSpan: number; readonly columnSpan: number } | 'covered';

function spansOf(merges: readonly string[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const merge of merges) {
    const [from = '', to = ''] = merge.split(':');
    const [first, last] = [placeOf(from), placeOf(to)];
    for (let row = first.row; row <= last.row; row++) {
      for (let column = first.column; column <= last.column; column++) spans.set(`${row},${column}`, 'covered');
    }
    spans.set(`${first.row},${first.column}`, {
      rowSpan: last.row - first.row + 1,
      columnSpan: last.column - first.column + 1,
    });
  }
  return spans;
}

function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const { column = '', row = '' } = REFERENCE.exec(reference)?.groups ?? {};
  const number = Array.from(column, (letter) => letter.charCodeAt(0) - 64).reduce((sum, digit) => sum * 26 + digit, 0);
  return { row: Number(row), column: number };
}
