/** Hand-written texts as a reader would hand them over: rows of cells joined by tabs are tables. */
import type { SourceText, Table, TableCell } from '../../src/document/source-text.ts';

export function sourceOf(text: string): SourceText {
  return { text, blocks: [], tables: tablesOf(text), unread: [] };
}

function tablesOf(text: string): Table[] {
  return [...text.matchAll(/(?:^[^\n]*\t[^\n]*(?:\n|$))+/gm)].map(({ 0: grid, index: start }) => ({
    start,
    end: start + grid.length,
    cells: [...grid.matchAll(/[^\n]+/g)].flatMap((line, row) => cellsOf(line[0], start + line.index, row + 1)),
  }));
}

function cellsOf(line: string, offset: number, row: number): TableCell[] {
  let start = offset;
  return line.split('\t').map((words, at) => {
    const cell = { start, end: start + words.length, row, column: at + 1, rowSpan: 1, columnSpan: 1 };
    start = cell.end + 1;
    return cell;
  });
}
