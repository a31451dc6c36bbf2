import type { Area } from './reference.ts';

/** The merged areas of a sheet, by the cells that they cover. */
export class Merges {
  /** Merges within one row by that row; a list may have thousands. */
  readonly #flat = new Map<number, Area[]>();
  readonly #tall: readonly Area[];

  constructor(areas: readonly Area[]) {
    this.#tall = areas.filter(({ firstRow, lastRow }) => firstRow !== lastRow);
    for (const area of areas) {
      if (area.firstRow !== area.lastRow) continue;
      const row = this.#flat.get(area.firstRow);
      if (row === undefined) this.#flat.set(area.firstRow, [area]);
      else row.push(area);
    }
  }

  /** The cell that shows what is written at a place: the top left one of a merged area. */
  shownAt(row: number, column: number): { readonly row: number; readonly column: number } {
    const areas = this.#flat.get(row) ?? [];
    const area =
      areas.find((flat) => covers(flat, row, column)) ?? this.#tall.find((tall) => covers(tall, row, column));
    return area === undefined ? { row, column } : { row: area.firstRow, column: area.firstColumn };
  }
}

function covers({ firstRow, lastRow, firstColumn, lastColumn }: Area, row: number, column: number): boolean {
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
}
