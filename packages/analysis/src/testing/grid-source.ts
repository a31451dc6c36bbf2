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

/** Rows of a sheet end at their last word and those without a word are left out, as the reader of workbooks does. */
export function gridSource(...drafts: readonly GridDraft[]): SourceText {
  let text = '';
  const blocks: Block[] = [];
  const tables: Table[] = [];
  for (const draft of drafts) {
    for (const line of draft.sheet === undefined ? (draft.above ?? []) : [draft.sheet, ...(draft.above ?? [])]) {
      blocks.push({ start: text.length, end: text.length + line.length, kind: 'paragraph', place: {} });
      text += `${line}\n`;
    }
    const start = text.length;
    const cells: TableCell[] = [];
    const spans = spansOf(draft.merges ?? []);
    for (const [index, stored] of draft.rows.entries()) {
      const row = draft.sheet === undefined ? stored : upToLastWord(stored);
      if (draft.sheet !== undefined && row.length === 0) continue;
      let isFirst = true;
      for (const [at, words] of row.entries()) {
        const span = spans.get(`${index + 1},${at + 1}`);
        if (span === 'covered' || words === null) continue;
        if (!isFirst) text += '\t';
        isFirst = false;
        cells.push({
          start: text.length,
          end: text.length + words.length,
          row: index + 1,
          column: at + 1,
          rowSpan: span?.rowSpan ?? 1,
          columnSpan: span?.columnSpan ?? 1,
        });
        text += words;
      }
      text += '\n';
    }
    tables.push({ start, end: text.length, cells, ...(draft.sheet !== undefined && { sheet: draft.sheet }) });
  }
  return { text, blocks, tables, unread: [] };
}

function upToLastWord(row: readonly (string | null)[]): readonly (string | null)[] {
  return row.slice(0, row.findLastIndex((words) => words !== null && words !== '') + 1);
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
