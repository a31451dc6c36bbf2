import { valuesOf, type FormFill, type RecordsFill } from '../../form-fill.ts';
import { Growth, type Insertion } from './growth.ts';
import { contentOfList, modelOf, planInsertion, type ListContent, type ListRows } from './list-rows.ts';
import { Merges } from './merges.ts';
import type { Value } from './row-writer.ts';
import { mergesOf, type SheetPart } from './sheet-part.ts';
import { readRow, rowsOf, type RowMarkup } from './sheet-rows.ts';

/** What is to be done on one sheet. */
export interface SheetPlan {
  readonly growth: Growth;
  /** By row, then column, of the grown sheet. */
  readonly values: ReadonlyMap<number, ReadonlyMap<number, Value>>;
  readonly constants: ReadonlySet<number>;
  /** Cells of the sender's form whose value another one of the same merged area has pushed out. */
  readonly lost: readonly { readonly row: number; readonly column: number }[];
}

/** Works out which rows a sheet gets and where each value of its forms goes. */
export function planSheet(part: SheetPart, fills: readonly FormFill[]): SheetPlan {
  const lists = fills.flatMap(({ records }) => (records === null || records.records.length === 0 ? [] : [records]));
  const rows = listRows(part, lists);
  const insertions = new Map<RecordsFill, Insertion>(lists.map((list) => [list, planInsertion(list, rows)]));
  const growth = new Growth([...insertions.values()]);
  const placing = new Placing(growth, new Merges(mergesOf(part)));
  const constants = new Set<number>();

  for (const { cells } of fills) for (const { row, column, ...value } of cells) placing.add(row, column, value);
  for (const [list, insertion] of insertions) {
    placing.addRecords(list, insertion);
    if (insertion.count === 0) continue;
    const content = contentOfList(list.first, list.last, rows);
    placing.addSerials(list, content, insertion);
    for (const column of content.constants) constants.add(column);
  }
  return { growth, values: placing.values, constants, lost: placing.lost };
}

/** The rows of all lists, as they stand in the part. */
function listRows({ xml, data }: SheetPart, lists: readonly RecordsFill[]): ListRows {
  const rows = new Map<number, RowMarkup>();
  const growing = lists.filter(({ first, last, records }) => records.length > last - first + 1);
  if (growing.length === 0) return rows;
  for (const row of rowsOf(xml, data.innerStart, data.innerEnd)) {
    const isListed = growing.some(({ first, last }) => row.number >= first && row.number <= last);
    if (isListed) rows.set(row.number, readRow(xml, row));
  }
  return rows;
}

class Placing {
  readonly values = new Map<number, Map<number, Value>>();
  readonly lost: { row: number; column: number }[] = [];
  readonly #growth: Growth;
  readonly #merges: Merges;

  constructor(growth: Growth, merges: Merges) {
    this.#growth = growth;
    this.#merges = merges;
  }

  /** Puts a value where the sender's sheet shows it. */
  add(row: number, column: number, value: Value): void {
    const shown = this.#merges.shownAt(row, column);
    const written = this.#put(this.#growth.row(shown.row), shown.column, value);
    if (!written) this.lost.push({ row, column });
  }

  addRecords(list: RecordsFill, insertion: Insertion): void {
    const start = this.#growth.row(list.first);
    for (const { record, column, value, type } of valuesOf(list)) {
      const place = list.first + record;
      // New rows are merged like the row they are made after.
      const model = place <= list.last ? place : modelOf(insertion, place);
      const shown = this.#merges.shownAt(model, column);
      const row = shown.row === model ? start + record : this.#growth.row(shown.row);
      if (!this.#put(row, shown.column, { value, type })) this.lost.push({ row: start + record, column });
    }
  }

  /** Serial numbers go on through all rows that have a record. */
  addSerials({ first, records, columns }: RecordsFill, { serials }: ListContent, { at }: Insertion): void {
    const start = this.#growth.row(first);
    for (const [column, number] of serials) {
      if (columns.some((given) => given.column === column)) continue;
      for (let index = at - first; index < records.length; index += 1) {
        this.#put(start + index, column, { value: String(number + index), type: 'number' });
      }
    }
  }

  /** False when a merged area already got another value. */
  #put(row: number, column: number, value: Value): boolean {
    const columns = this.values.get(row) ?? new Map<number, Value>();
    const present = columns.get(column);
    if (present !== undefined) return present.value === value.value;
    columns.set(column, value);
    this.values.set(row, columns);
    return true;
  }
}
