/** Parts a sheet whose tables stand beside each other, a blank column between them. */
import { isLabelLike } from './cell-words.ts';
import { MOST_COLUMNS, type Grid } from './grid.ts';

export interface SideBySide {
  readonly grids: readonly Grid[];
  /** Lines over all of them; empty for one table. */
  readonly shared: readonly string[];
}

/** The grid itself where its columns belong together. */
export function sideBySide(grid: Grid): SideBySide {
  const spacers = spacersOf(grid);
  const parts = partsBetween(spacers, grid);
  if (parts.length < 2 || !areTablesOfTheirOwn(grid, parts)) return { grids: [grid], shared: [] };
  return { grids: parts.map(({ first, last }) => grid.between(first, last)), shared: linesOverAll(grid, parts) };
}

function linesOverAll(grid: Grid, parts: readonly Part[]): string[] {
  const [first] = parts;
  const lines: string[] = [];
  for (let index = 0; index < Math.min(grid.length, LOOKED); index++) {
    for (const cell of grid.printed(index))
      if (cell.column + cell.columnSpan - 1 > (first?.last ?? 0) && cell.column <= (first?.last ?? 0))
        lines.push(grid.raw(cell));
  }
  return lines;
}

/** Columns in which nothing is printed; a line merged over the whole sheet stands over all its tables. */
function spacersOf(grid: Grid): Set<number> {
  const used = new Uint8Array(MOST_COLUMNS + 1);
  let last = 0;
  for (let index = 0; index < grid.length; index++) {
    const stored = grid.row(index).filter(({ start, end, column }) => start !== end && column <= MOST_COLUMNS);
    if (stored.length === 1 && (stored[0]?.columnSpan ?? 0) > 1) continue;
    for (const { column, columnSpan } of stored) {
      const to = Math.min(MOST_COLUMNS, column + columnSpan - 1);
      used.fill(1, column, to + 1);
      last = Math.max(last, to);
    }
  }
  const spacers = new Set<number>();
  for (let column = 1; column < last; column++) if (used[column] === 0) spacers.add(column);
  return spacers;
}

interface Part {
  readonly first: number;
  readonly last: number;
}

function partsBetween(spacers: ReadonlySet<number>, grid: Grid): Part[] {
  if (spacers.size === 0) return [];
  const bounds = [0, ...spacers, lastColumn(grid) + 1];
  return bounds.slice(1).flatMap((next, at) => {
    const part = { first: (bounds[at] ?? 0) + 1, last: next - 1 };
    return part.last >= part.first ? [part] : [];
  });
}

function lastColumn(grid: Grid): number {
  let last = 0;
  for (const { column, columnSpan } of grid.cells) last = Math.max(last, column + columnSpan - 1);
  return Math.min(last, MOST_COLUMNS);
}

const LOOKED = 8;

/** Each part has labels side by side in its upper rows, as a card with blank columns for its values has not. */
function areTablesOfTheirOwn(grid: Grid, parts: readonly Part[]): boolean {
  return parts.every(({ first, last }) => {
    if (last === first) return false;
    for (let index = 0; index < Math.min(grid.length, LOOKED); index++) {
      const own = grid.printed(index).filter(({ column }) => column >= first && column <= last);
      const labels = own.filter((cell) => isLabelLike(grid.words(cell)));
      if (
        labels.length >= 2 &&
        labels.length >= own.length * 0.75 &&
        own.every((cell, at) => at === 0 || cell.column === (own[at - 1]?.column ?? 0) + (own[at - 1]?.columnSpan ?? 1))
      )
        return true;
    }
    return false;
  });
}
