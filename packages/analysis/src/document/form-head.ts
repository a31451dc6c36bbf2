/** Forms inside a text: their head, the marks of a lawful statistical form, and the fields left to fill. */
import type { Line } from './lines.ts';
import { normalise } from './normalise.ts';
import type { NormalisedText } from './normalised.ts';
import type { SourceText, Table } from './source-text.ts';
import type { Span } from './stance.ts';

/** Spans are into the normalised text. */
export interface FormHead extends Span {
  readonly title: string | null;
  readonly formNo: string | null;
  readonly maker: string | null;
  readonly approvalNo: string | null;
  readonly validUntil: string | null;
  readonly frequency: string | null;
  readonly fields: readonly FormField[];
  readonly blankCells: number;
}

export interface FormField extends Span {
  /** From the outermost header to the field's own words. */
  readonly label: readonly string[];
}

interface Cell extends Span {
  readonly words: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const HEAD_REACH = 400;
const MOST_COLUMNS = 200;
const LONGEST_LABEL = 60;
const FEWEST_BLANKS = 2;
const BLANK = /^[ _\-—/年月日□.]*$/u;
const SERIAL = /^(?:\d{1,4}|[一二三四五六七八九十]{1,3}|…+|序号|合计|总计)$/u;
const TITLE = /(?:表|册|台账|回执|报表|问卷|清单|报告单|申请书|登记卡|卡)(?:\([^)]{1,14}\))?$/u;
const VALUE = '(?<value>[^\\s\\t,;。]{1,40})';
const MARKS = {
  formNo: new RegExp(`表 ?号 ?:[ \\t]*${VALUE}`, 'u'),
  maker: new RegExp(`(?:制定|制表)(?:机关|单位) ?:[ \\t]*${VALUE}`, 'u'),
  approvalNo: new RegExp(`(?:批准|备案|批准\\(备案\\)|审批)(?:机关)?(?:文号|\\(备案\\)文号) ?:[ \\t]*${VALUE}`, 'u'),
  validUntil: new RegExp(`有效期(?:限)?(?:至|截至)? ?:?[ \\t]*(?:至)?${VALUE}`, 'u'),
  frequency: new RegExp(`(?:报送|填报|报告|上报)?(?:频率|频次|周期|报告期别?) ?:[ \\t]*${VALUE}`, 'u'),
};
const FORM_LABEL =
  /^(?:表号|制定机关|批准(?:\(备案\))?文号|备案文号|填报单位|填表单位|填表人|填报人|填表日期|填报日期|报告期|报送频率)$/u;

/** The forms of a text in order: its tables that leave cells to fill, or else one made of label lines. */
export function readFormHeads(normalised: NormalisedText, lines: readonly Line[], source: SourceText): FormHead[] {
  const grids =
    source.tables.length > 0
      ? source.tables.map((table) => cellsOf(table, source, normalised))
      : gridsOf(normalised.text, lines);
  const forms = grids.flatMap((cells) => {
    const form = readGrid(normalised.text, lines, cells);
    return form ? [form] : [];
  });
  return forms.length > 0 ? forms : readLabelForm(normalised.text, lines);
}

function cellsOf(table: Table, source: SourceText, normalised: NormalisedText): Cell[] {
  return table.cells.map((cell) => ({
    ...cell,
    words: normalise(source.text.slice(cell.start, cell.end)).text.replace(/\s+/gu, ''),
    start: normalised.fromSource(cell.start),
    end: normalised.fromSource(cell.end),
  }));
}

/** Rows that follow each other, their cells parted by tabs. */
function gridsOf(text: string, lines: readonly Line[]): Cell[][] {
  const grids: Cell[][] = [];
  let open: Cell[] | null = null;
  let row = 0;
  for (const line of lines) {
    if (line.kind !== 'table-row') {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      grids.push(open);
      row = 0;
    }
    row++;
    open.push(...cellsOfRow(text, line, row));
  }
  return grids;
}

function cellsOfRow(text: string, line: Line, row: number): Cell[] {
  const lineEnd = text.indexOf('\n', line.start);
  const from = text.lastIndexOf('\n', line.start - 1) + 1;
  let start = from;
  return text
    .slice(from, lineEnd < 0 ? text.length : lineEnd)
    .split('\t')
    .slice(0, MOST_COLUMNS)
    .map((words, index) => {
      const cell = {
        start,
        end: start + words.length,
        words: words.trim(),
        row,
        column: index + 1,
        rowSpan: 1,
        columnSpan: 1,
      };
      start += words.length + 1;
      return cell;
    });
}

function readGrid(text: string, lines: readonly Line[], cells: readonly Cell[]): FormHead | null {
  const first = cells[0];
  const last = cells.at(-1);
  const blanks = cells.filter(({ words }) => BLANK.test(words));
  if (!first || !last || blanks.length < FEWEST_BLANKS || blanks.length === cells.length) return null;
  const head = text.slice(Math.max(0, first.start - HEAD_REACH), Math.min(last.end, first.start + HEAD_REACH));
  return {
    start: first.start,
    end: last.end,
    title: titleAbove(text, lines, first.start),
    ...marksIn(head),
    fields: fieldsOf(cells, blanks),
    blankCells: blanks.length,
  };
}

function marksIn(words: string): Record<keyof typeof MARKS, string | null> {
  function value(mark: keyof typeof MARKS): string | null {
    return MARKS[mark].exec(words)?.groups?.['value'] ?? null;
  }
  return {
    formNo: value('formNo'),
    maker: value('maker'),
    approvalNo: value('approvalNo'),
    validUntil: value('validUntil'),
    frequency: value('frequency'),
  };
}

/** The nearest line above the grid that names a form. */
function titleAbove(text: string, lines: readonly Line[], start: number): string | null {
  const above = lines.filter((line) => line.end <= start && line.end > line.start && start - line.end < HEAD_REACH);
  const named = above.findLast(
    (line) =>
      line.kind !== 'table-row' &&
      line.kind !== 'label' &&
      line.end - line.start <= LONGEST_LABEL &&
      TITLE.test(text.slice(line.start, line.end)),
  );
  return named ? text.slice(named.numberEnd, named.end) : null;
}

/** One field for each column of a list, one for each blank cell of a card. */
function fieldsOf(cells: readonly Cell[], blanks: readonly Cell[]): FormField[] {
  const firstBlankRow = Math.min(...blanks.map(({ row }) => row));
  const isList = isListBelow(cells, firstBlankRow);
  const seen = new Set<string>();
  const index = indexCells(cells);
  return blanks.flatMap((blank) => {
    const label = isList ? pathAbove(index, blank, firstBlankRow) : cardLabel(index, blank);
    const key = label.join('/');
    if (label.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [{ label, start: blank.start, end: blank.end }];
  });
}

/** From the first blank row down only serial numbers are printed. */
function isListBelow(cells: readonly Cell[], row: number): boolean {
  const below = cells.filter((cell) => cell.row >= row && !BLANK.test(cell.words));
  return row > 1 && below.every(({ words, column }) => SERIAL.test(words) || column === 1);
}

type CellIndex = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/** By row and column; a merged cell stands at each place that it covers. */
function indexCells(cells: readonly Cell[]): CellIndex {
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + Math.min(cell.rowSpan, MOST_COLUMNS); row++) {
      const columns = rows.get(row) ?? new Map<number, Cell>();
      rows.set(row, columns);
      for (let column = cell.column; column < cell.column + Math.min(cell.columnSpan, MOST_COLUMNS); column++)
        columns.set(column, cell);
    }
  }
  return rows;
}

function pathAbove(index: CellIndex, blank: Cell, headerEnd: number): string[] {
  const path: string[] = [];
  for (let row = 1; row < headerEnd; row++) {
    const words = labelAt(index, row, blank.column);
    if (words !== undefined && path.at(-1) !== words) path.push(words);
  }
  const rowHeader = blank.column > 1 ? labelAt(index, blank.row, 1) : undefined;
  return rowHeader !== undefined && !SERIAL.test(rowHeader) ? [rowHeader, ...path] : path;
}

/** Left neighbour first, with the merged cell that groups it; what stands above otherwise. */
function cardLabel(index: CellIndex, blank: Cell): string[] {
  const left = labelAt(index, blank.row, blank.column - 1);
  const above = labelAt(index, blank.row - 1, blank.column);
  if (left === undefined) return above === undefined ? [] : [above];
  const column = index.get(blank.row)?.get(blank.column - 1)?.column ?? 1;
  const group = index.get(blank.row)?.get(column - 1);
  return group && group.rowSpan > 1 && !BLANK.test(group.words) ? [group.words, left] : [left];
}

/** The printed words of a place that are short enough for a label. */
function labelAt(index: CellIndex, row: number, column: number): string | undefined {
  const words = index.get(row)?.get(column)?.words;
  return words !== undefined && !BLANK.test(words) && words.length <= LONGEST_LABEL ? words : undefined;
}

/** 填报单位:____ and its like on lines of their own. */
function readLabelForm(text: string, lines: readonly Line[]): FormHead[] {
  const marked = lines.filter(({ label }) => label !== undefined && FORM_LABEL.test(label));
  const [first] = marked;
  if (!first || marked.length < FEWEST_BLANKS) return [];
  const open = lines.filter(
    ({ label, valueStart = 0, end }) => label !== undefined && BLANK.test(text.slice(valueStart, end)),
  );
  const last = lines.findLast(({ kind }) => kind !== 'blank') ?? first;
  return [
    {
      start: first.start,
      end: last.end,
      title: titleAbove(text, lines, first.start),
      ...marksIn(text.slice(first.start, first.start + HEAD_REACH * 2)),
      fields: open.map(({ label = '', valueStart = 0, end }) => ({ label: [label], start: valueStart, end })),
      blankCells: open.length,
    },
  ];
}
