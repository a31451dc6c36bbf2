/** Where a card ends: at notes, signatures, the title of another form, or a table of its own below the blanks. */
import { readBody } from './body.ts';
import type { Grid } from './grid.ts';
import type { Head } from './head.ts';
import { readHeader, type Header } from './header.ts';
import { ownWords, type HeaderColumn } from './header-column.ts';
import { isSerialLabel } from './field-of.ts';
import { bannerOf, isNote, isNumberedNote, isSignatureRow, isTitle } from './row-kind.ts';
import { matrixRuns } from './table-shape.ts';

/** Index of the first row behind the card that begins at a row. */
export function endOfCard(grid: Grid, at: number, head: Head): number {
  for (let index = at + 1; index < grid.length; index++) {
    const words = grid.printed(index).map((cell) => grid.words(cell));
    const isEnd = words.length === 1 ? endsCard(grid, index, words[0] ?? '') : isFoot(words);
    if (isEnd || (index - at <= FEW_BLANKS && opensTable(grid, index, head))) return index;
  }
  return grid.length;
}

function endsCard(grid: Grid, index: number, words: string): boolean {
  if (grid.row(index).length > 1) return false;
  if (isNote(words) || isNumberedNote(words)) return true;
  const isBanner = bannerOf(grid, index, grid.lastColumn) !== null;
  return isTitle(words) && isBanner && /[表卡册]/u.test(words) && index + 1 < grid.length;
}

function isFoot(words: readonly string[]): boolean {
  return isSignatureRow(words) && words.every((word) => word.includes(':'));
}

/** Rows of blanks above a table, such as who was inspected and when. */
const FEW_BLANKS = 6;
const FEWEST_COLUMNS = 3;

/** A numbered list or a matrix; below a line that names a section stands a part of the card. */
function opensTable(grid: Grid, index: number, head: Head): boolean {
  if (grid.printed(index - 1).length < 2 || grid.printed(index).length < FEWEST_COLUMNS) return false;
  const header = readHeader(grid, index);
  const [first] = header?.columns ?? [];
  return header !== null && first?.column === 1 && isTable(grid, { header, first, head });
}

function isTable(grid: Grid, { header, first, head }: { header: Header; first: HeaderColumn; head: Head }): boolean {
  const body = readBody(grid, header);
  if (body.cardRows > 0 || body.subjects.length === 0) return false;
  const zone = grid.zone(header.end, (body.subjects.at(-1) ?? 0) + 1);
  return isSerialLabel(ownWords(first)) || matrixRuns({ zone, header, body, head }) !== null;
}
