import { readAttribute, spansOf, tagsOf, type Span } from '../../markup.ts';
import { columnNumber } from '../cell-reference.ts';
import type { SheetCell } from './formula-cell.ts';

/** A row as it stands in the data of a sheet. */
export interface SheetRow {
  /** From 1; a row without number follows the one before it. */
  readonly number: number;
  readonly span: Span;
}

export interface RowMarkup {
  /** The opening tag; never a self-closing one. */
  readonly tag: string;
  readonly cells: readonly SheetCell[];
}

/** The rows between two offsets, in order. */
export function* rowsOf(xml: string, from: number, to: number): Generator<SheetRow> {
  let number = 0;
  for (const span of spansOf(xml, 'row', from, to)) {
    const stated = Number(readAttribute(xml.slice(span.start, span.innerStart), 'r'));
    number = Number.isSafeInteger(stated) && stated > 0 ? stated : number + 1;
    yield { number, span };
  }
}

/** The cells of a row in order; a cell without reference stands right of the one before it. */
export function readRow(xml: string, { span }: SheetRow): RowMarkup {
  const cells: SheetCell[] = [];
  let column = 0;
  for (const cell of spansOf(xml, 'c', span.innerStart, span.innerEnd)) {
    const tag = xml.slice(cell.start, cell.innerStart);
    const letters = /^\$?([A-Za-z]{1,3})/u.exec(readAttribute(tag, 'r') ?? '')?.[1];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    cells.push({ column, tag: opened(tag), inner: xml.slice(cell.innerStart, cell.innerEnd) });
  }
  return { tag: opened(xml.slice(span.start, span.innerStart)), cells };
}

export function hasFormula(xml: string, from: number, to: number): boolean {
  for (const { name, kind } of tagsOf(xml, from, to)) if (name === 'f' && kind !== 'close') return true;
  return false;
}

/** The look of a row: its height and the styles of its cells. Rows of one look may stand for each other. */
export function lookOf(row: RowMarkup | undefined): string {
  if (row === undefined) return '';
  const styles = row.cells.map(({ column, tag }) => `${column}:${readAttribute(tag, 's') ?? ''}`);
  return [readAttribute(row.tag, 'ht') ?? '', readAttribute(row.tag, 's') ?? '', ...styles].join(' ');
}

function opened(tag: string): string {
  return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}
