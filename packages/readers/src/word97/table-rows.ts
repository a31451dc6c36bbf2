import type { CellText, RowText } from '../source-builder.ts';
import type { RowDefinition } from './paragraph-format.ts';

/** A row as it is read: the texts of its cells and, where the file says so, their edges. */
export interface ReadRow {
  readonly cells: readonly string[];
  readonly definition: RowDefinition | undefined;
}

interface OpenCell extends CellText {
  rowSpan: number;
}

/** Edges closer than this, in twentieths of a point, are one: cells are drawn by hand. */
const SAME_EDGE = 40;

/** Finds columns and spans: cells have no column numbers in Word 97, only left and right edges. */
export function placeCells(rows: readonly ReadRow[]): RowText[] {
  const grid = gridOf(rows);
  const open = new Map<number, OpenCell>();
  return rows.map(({ cells, definition }, index) => {
    const placed: OpenCell[] = [];
    for (const [position, text] of cells.entries()) {
      const column = columnOf(grid, definition?.edges[position]) ?? position + 1;
      const next = columnOf(grid, definition?.edges[position + 1]) ?? column + 1;
      const above = definition?.continuesAbove[position] === true ? open.get(column) : undefined;
      if (above !== undefined) {
        above.rowSpan += 1;
        continue;
      }
      const cell = { text, column, rowSpan: 1, columnSpan: Math.max(1, next - column) };
      placed.push(cell);
      open.set(column, cell);
    }
    return { row: index + 1, cells: placed };
  });
}

function gridOf(rows: readonly ReadRow[]): number[] {
  const edges = rows.flatMap(({ definition }) => definition?.edges ?? []).toSorted((left, right) => left - right);
  return edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] ?? 0) > SAME_EDGE);
}

function columnOf(grid: readonly number[], edge: number | undefined): number | undefined {
  if (edge === undefined) return undefined;
  const index = grid.findLastIndex((candidate) => candidate <= edge);
  return index < 0 ? undefined : index + 1;
}
