import { escapeXml, prefixAt, readAttribute, writeAttribute, type Span } from '../../markup.ts';
import { cellReference } from '../cell-reference.ts';
import type { FillType } from '../../form-fill.ts';
import type { CellFormats } from './cell-formats.ts';
import { contentOf, writeContent } from './cell-content.ts';
import type { SheetCell, SheetFormulas } from './formula-cell.ts';
import type { Growth } from './growth.ts';
import { modelOf } from './list-rows.ts';
import { hasFormula, readRow, rowsOf, type RowMarkup, type SheetRow } from './sheet-rows.ts';

export interface Value {
  readonly value: string;
  readonly type: FillType;
}

/** Values by row, then by column, both of the grown sheet. */
export type Values = ReadonlyMap<number, ReadonlyMap<number, Value>>;

export interface RowPlan {
  readonly growth: Growth;
  readonly values: Values;
  readonly formulas: SheetFormulas;
  readonly formats: CellFormats;
  readonly is1904: boolean;
  /** Columns whose words are copied into new rows. */
  readonly constants: ReadonlySet<number>;
  /** The style that a column gives to cells that are not in the file. */
  readonly styleOfColumn: (column: number) => string | undefined;
  /** Called for each value that finds a formula in its place and is left out. */
  readonly onFormula: (reference: string) => void;
}

/** The inner markup of the data of a sheet after rows were put in, moved and filled. Untouched rows stay as written. */
export function writeRows(xml: string, data: Span, plan: RowPlan): string {
  return new RowWriter(xml, data, plan).write();
}

class RowWriter {
  readonly #xml: string;
  readonly #data: Span;
  readonly #plan: RowPlan;
  readonly #prefix: string;
  readonly #parts: string[] = [];
  /** New rows and rows with values, in order; those that the sheet has are met there first. */
  readonly #wanted: readonly number[];
  /** Rows that new ones are made after, with their formulas grown, by their number in the sender's sheet. */
  readonly #models = new Map<number, RowMarkup>();
  /** The sender's row for each new one. */
  readonly #modelOfRow = new Map<number, number>();
  #next = 0;

  constructor(xml: string, data: Span, plan: RowPlan) {
    this.#xml = xml;
    this.#data = data;
    this.#plan = plan;
    this.#prefix = prefixAt(xml, data.start);
    const wanted = new Set(plan.values.keys());
    for (const insertion of plan.growth.insertions) {
      const start = plan.growth.row(insertion.at) - insertion.count;
      for (let index = 0; index < insertion.count; index += 1) {
        this.#modelOfRow.set(start + index, modelOf(insertion, insertion.at + index));
        wanted.add(start + index);
      }
    }
    this.#wanted = [...wanted].toSorted((left, right) => left - right);
  }

  write(): string {
    let written = this.#data.innerStart;
    const models = new Set(this.#modelOfRow.values());
    for (const row of rowsOf(this.#xml, this.#data.innerStart, this.#data.innerEnd)) {
      const number = this.#plan.growth.row(row.number);
      this.#parts.push(this.#xml.slice(written, row.span.start));
      this.#addWantedBefore(number);
      if (this.#wanted[this.#next] === number) this.#next += 1;
      this.#addRow(row, number, models.has(row.number));
      written = row.span.end;
    }
    this.#addWantedBefore(Infinity);
    this.#parts.push(this.#xml.slice(written, this.#data.innerEnd));
    return this.#parts.join('');
  }

  #addWantedBefore(number: number): void {
    for (let next = this.#wanted[this.#next]; next !== undefined && next < number; next = this.#wanted[this.#next]) {
      this.#next += 1;
      const source = this.#modelOfRow.get(next);
      const model = source === undefined ? undefined : this.#models.get(source);
      const row =
        model === undefined ? this.#blankRow() : this.#copyOf(model, next - this.#plan.growth.row(source ?? next));
      this.#addMarkup(row, next);
    }
  }

  #addRow(row: SheetRow, number: number, isModel: boolean): void {
    const { span } = row;
    const isUntouched =
      number === row.number &&
      !isModel &&
      !this.#plan.values.has(number) &&
      !hasFormula(this.#xml, span.start, span.end);
    if (isUntouched) {
      this.#parts.push(this.#xml.slice(span.start, span.end));
      return;
    }
    const markup = readRow(this.#xml, row);
    const cells = markup.cells.map((cell) => this.#plan.formulas.rewrite(cell, row.number) ?? cell);
    if (isModel) this.#models.set(row.number, { tag: markup.tag, cells });
    this.#addMarkup({ tag: markup.tag, cells }, number);
  }

  #blankRow(): RowMarkup {
    return { tag: `<${this.#prefix}row>`, cells: [] };
  }

  #copyOf({ tag, cells }: RowMarkup, rows: number): RowMarkup {
    let copy = tag;
    // A list that is hidden or folded in the blank form must not swallow the records that did not fit.
    for (const name of ['hidden', 'collapsed']) copy = writeAttribute(copy, name, undefined);
    return { tag: copy, cells: cells.map((cell) => this.#copyOfCell(cell, rows)) };
  }

  #copyOfCell(cell: SheetCell, rows: number): SheetCell {
    const formula = this.#plan.formulas.copy(cell, rows);
    if (formula !== undefined) return formula;
    if (this.#plan.constants.has(cell.column)) return cell;
    return { column: cell.column, tag: this.#cellTag(readAttribute(cell.tag, 's'), undefined), inner: '' };
  }

  #addMarkup({ tag, cells }: RowMarkup, number: number): void {
    const values = this.#plan.values.get(number);
    const filled = values === undefined ? cells : this.#fill(cells, values, { tag, number });
    const markup = filled.map(({ column, tag: cell, inner }) => {
      const placed = writeAttribute(cell, 'r', cellReference(number, column));
      return inner === '' ? `${placed.slice(0, -1)}/>` : `${placed}${inner}</${this.#prefix}c>`;
    });
    // The columns that a row is said to span are only a hint, which a new cell or a copy makes wrong.
    const row = writeAttribute(writeAttribute(tag, 'r', String(number)), 'spans', undefined);
    this.#parts.push(markup.length === 0 ? `${row.slice(0, -1)}/>` : `${row}${markup.join('')}</${this.#prefix}row>`);
  }

  #fill(
    cells: readonly SheetCell[],
    values: ReadonlyMap<number, Value>,
    { tag, number }: { readonly tag: string; readonly number: number },
  ): SheetCell[] {
    const filled = new Map(cells.map((cell) => [cell.column, cell]));
    const rowStyle = readAttribute(tag, 'customFormat') === undefined ? undefined : readAttribute(tag, 's');
    for (const [column, value] of values) {
      const cell = filled.get(column);
      if (this.#isFormula(cell, number, column)) {
        this.#plan.onFormula(cellReference(number, column));
        continue;
      }
      const style = cell === undefined ? (rowStyle ?? this.#plan.styleOfColumn(column)) : readAttribute(cell.tag, 's');
      filled.set(column, this.#filledCell(column, value, style));
    }
    return [...filled.values()].toSorted((left, right) => left.column - right.column);
  }

  #isFormula(cell: SheetCell | undefined, row: number, column: number): boolean {
    if (cell !== undefined && hasFormula(cell.inner, 0, cell.inner.length)) return true;
    return this.#plan.formulas.isInArray(row, column);
  }

  #filledCell(column: number, { value, type }: Value, style: string | undefined): SheetCell {
    const kind = { format: this.#plan.formats.of(style), is1904: this.#plan.is1904 };
    const content = writeContent(contentOf(value, type, kind), this.#prefix);
    return { column, tag: this.#cellTag(style, content.type), inner: content.inner };
  }

  #cellTag(style: string | undefined, type: string | undefined): string {
    const attributes = [
      style === undefined ? '' : ` s="${escapeXml(style)}"`,
      type === undefined ? '' : ` t="${type}"`,
    ];
    return `<${this.#prefix}c${attributes.join('')}>`;
  }
}
