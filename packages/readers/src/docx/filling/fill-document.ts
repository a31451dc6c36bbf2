import { valuesOf, type FilledFile, type FillNote, type FormFill, type RecordsFill } from '../../form-fill.ts';
import { decodePart, firstSpan, type Span } from '../../markup.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import type { XmlElement } from '../../xml.ts';
import type { ZipPackage } from '../../zip.ts';
import { PackageEdits, writePackage } from '../../zip-writing.ts';
import type { TableCell, TableRow } from '../blocks.ts';
import { mainPartOf } from '../package-parts.ts';
import { applyEdits, writeCell, type Edit } from './cell-text.ts';
import { readTablePlaces } from './table-places.ts';

/**
 * Fills tables of a text document. Words take the look of what stood in their cell; rows are repeated where records
 * outnumber them; every other part stays as it is, byte for byte.
 */
export function fillDocument(zip: ZipPackage, fills: readonly FormFill[], extension: string): FilledFile {
  const path = mainPartOf(zip);
  const bytes = zip.read(path);
  if (bytes === undefined) throw new UnreadableFile('damaged');
  const xml = decodePart(bytes);
  const { tables, startOf } = readTablePlaces(xml);
  const notes: FillNote[] = [];
  const edits: Edit[] = [];
  for (const fill of fills) {
    const rows = tables[fill.table ?? -1];
    if (rows === undefined) {
      const number = fill.table === null ? '' : `第 ${fill.table + 1} 个`;
      notes.push({ code: 'form-missing', sentence: `文件里没有${number}表格，这部分没有填。` });
    } else edits.push(...new TableFilling(xml, rows, startOf).edits(fill));
  }
  const parts = new PackageEdits();
  parts.set(path, applyEdits(xml, edits));
  return { bytes: writePackage(zip, parts), extension, notes };
}

class TableFilling {
  readonly #xml: string;
  readonly #rows: readonly TableRow[];
  readonly #startOf: (element: XmlElement) => number;
  /** The text of each cell that is written. */
  readonly #texts = new Map<TableCell, string>();

  constructor(xml: string, rows: readonly TableRow[], startOf: (element: XmlElement) => number) {
    this.#xml = xml;
    this.#rows = rows;
    this.#startOf = startOf;
  }

  edits({ cells, records }: FormFill): Edit[] {
    for (const { row, column, value } of cells) this.#put(row, column, value);
    const added = records === null ? [] : this.#addRecords(records);
    const written = [...this.#texts].flatMap(([cell, text]) => this.#cellEdits(cell, text));
    return [...written, ...added];
  }

  #put(row: number, column: number, text: string): void {
    const cell = this.#cellAt(row, column);
    if (cell !== undefined && !this.#texts.has(cell)) this.#texts.set(cell, text);
  }

  /** The cell that covers a place, one merged from above included. */
  #cellAt(row: number, column: number): TableCell | undefined {
    for (const { row: first, cells } of this.#rows) {
      const found = cells.find((cell) => {
        const isInRows = row >= first && row < first + cell.rowSpan;
        return isInRows && column >= cell.column && column < cell.column + cell.columnSpan;
      });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #addRecords(list: RecordsFill): Edit[] {
    const { first, last, records } = list;
    const rows = records.map(() => new Map<number, string>());
    const serials = this.#serialsOf(first, last);
    for (const [index, texts] of rows.entries()) {
      if (first + index > last) for (const [column, start] of serials) texts.set(column, String(start + index));
    }
    for (const { record, column, value } of valuesOf(list)) rows[record]?.set(column, value);

    const present = last - first + 1;
    for (const [index, texts] of rows.slice(0, present).entries()) {
      for (const [column, text] of texts) this.#put(first + index, column, text);
    }
    const model = this.#rows[last - 1];
    if (model === undefined || rows.length <= present) return [];
    const { end } = this.#spanOf(model.element);
    return [
      {
        start: end,
        end,
        text: rows
          .slice(present)
          .map((texts) => this.#clone(model, texts))
          .join(''),
      },
    ];
  }

  #clone({ element, cells }: TableRow, texts: ReadonlyMap<number, string>): string {
    const { start, end } = this.#spanOf(element);
    const edits = cells.flatMap((cell) => this.#cellEdits(cell, textWithin(cell, texts)));
    // Marks that must be unique in a document are not repeated.
    return applyEdits(this.#xml, edits, start, end)
      .replace(/<(?:[\w.-]+:)?bookmark(?:Start|End)\b[^>]*\/>/gu, '')
      .replace(/\s(?:[\w.-]+:)?(?:paraId|textId)="[^"]*"/gu, '');
  }

  #cellEdits({ element }: TableCell, text: string): Edit[] {
    return writeCell(this.#xml, this.#spanOf(element), text);
  }

  #spanOf(element: XmlElement): Span {
    const span = firstSpan(this.#xml, element.name, this.#startOf(element));
    if (span === undefined) throw new UnreadableFile('damaged');
    return span;
  }

  /** Columns whose rows are numbered one by one, with the first number. */
  #serialsOf(first: number, last: number): ReadonlyMap<number, number> {
    const serials = new Map<number, number>();
    const rows = this.#rows.slice(first - 1, last);
    for (const { column, text } of rows[0]?.cells ?? []) {
      const start = Number(text.trim());
      const isSerial = rows.every(({ cells }, index) => {
        return cells.find((cell) => cell.column === column)?.text.trim() === String(start + index);
      });
      if (isSerial && (rows.length > 1 || start === 1)) serials.set(column, start);
    }
    return serials;
  }
}

function textWithin({ column, columnSpan }: TableCell, texts: ReadonlyMap<number, string>): string {
  for (let at = column; at < column + columnSpan; at += 1) {
    const text = texts.get(at);
    if (text !== undefined) return text;
  }
  return '';
}
