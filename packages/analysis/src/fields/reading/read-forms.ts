/** Reads the forms of a text: its tables that leave something to fill, or else lines of labels with blanks behind them. */
import type { SourceText } from '../../document/source-text.ts';
import type { Form } from '../form.ts';
import { readBody } from './body.ts';
import { endOfCard } from './card-end.ts';
import { readCard } from './card-form.ts';
import { gridsOf, type Grid } from './grid.ts';
import { headRows, readHead, type Head } from './head.ts';
import { readHeader } from './header.ts';
import { readLabelLines } from './label-lines.ts';
import type { LaidForm } from './laid-form.ts';
import { sideBySide } from './side-by-side.ts';
import { readTableForm, type TableForm } from './table-form.ts';

/** In the order of the text. Never throws; takes time in proportion to the cells. Empty where nothing is to fill in. */
export function readForms(source: SourceText): Form[] {
  return readLaidForms(source).flatMap(({ form }) => (form.fields.length > 0 ? [form] : []));
}

/** The same, with the places of the words; also heads of forms without a field. */
export function readLaidForms(source: SourceText): LaidForm[] {
  let carried: readonly string[] = [];
  const forms = gridsOf(source).flatMap((grid) => {
    const read = readGrid(grid, [...carried, ...linesAbove(source, grid)]);
    // A table of nothing but marks stands over the form itself.
    carried = read.length === 0 ? headRows(grid, 0).lines : [];
    return read;
  });
  return forms.length > 0 ? forms : readLabelLines(source.text);
}

const LINES_ABOVE = 12;
const REACH_ABOVE = 600;

/** The paragraphs before a table, up to the table before it. The name of a sheet is none. */
function linesAbove(source: SourceText, grid: Grid): string[] {
  const start = grid.start;
  const before = grid.table === 0 ? 0 : (source.tables[grid.table - 1]?.end ?? 0);
  const words = source.text.slice(Math.max(before, start - REACH_ABOVE), start);
  const lines = words.split('\n').filter((line) => line.trim() !== '' && !line.includes('\t'));
  return (grid.sheet === null ? lines : lines.slice(0, -1)).slice(-LINES_ABOVE);
}

function readGrid(whole: Grid, above: readonly string[]): LaidForm[] {
  const { grids, shared } = sideBySide(whole);
  return grids.flatMap((grid) => readTables(grid, [...above, ...shared]));
}

/** One below another. */
function readTables(grid: Grid, above: readonly string[]): LaidForm[] {
  const forms: LaidForm[] = [];
  for (let at = 0; at < grid.length;) {
    const { start, lines } = headRows(grid, at);
    if (start >= grid.length) break;
    const head = readHead(at === 0 ? above : [], lines);
    const { form, end } = readTable(grid, { at, start }, head);
    if (form !== null) forms.push(laid(grid, { start, end }, head, form));
    at = Math.max(end, start + 1);
  }
  return forms;
}

/** Rows that a table below another is tried as: what stands under a header, else a card. */
function readTable(
  grid: Grid,
  { at, start }: { at: number; start: number },
  head: Head,
): { form: TableForm | null; end: number } {
  const header = readHeader(grid, start);
  const body = header === null ? null : readBody(grid, header, at);
  if (header !== null && body !== null && body.cardRows === 0)
    return { form: readTableForm(grid, header, body, head), end: body.end };
  const end = endOfCard(grid, start);
  return { form: readCard(grid, start, end, head.unit), end };
}

function laid(grid: Grid, rows: { start: number; end: number }, head: Head, table: TableForm): LaidForm {
  const { title, formNo, maker, approvalNo, validUntil, period, frequency, unit } = head;
  return {
    form: {
      sheet: grid.sheet,
      table: grid.table,
      title,
      marks: { formNo, maker, approvalNo, validUntil },
      period,
      frequency,
      unit,
      shape: table.shape,
      fields: table.fields.map(({ field }) => field),
      rows: table.rows,
    },
    start: grid.row(rows.start)[0]?.start ?? 0,
    end: grid.row(rows.end - 1).at(-1)?.end ?? 0,
    labels: table.fields.map(({ start, end }) => ({ start, end })),
    blankCells: table.blankCells,
    titleLines: head.titleLines,
  };
}
