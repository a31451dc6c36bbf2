/** Where a card ends: at notes, signatures, the title of another form, or a table of its own below the blanks. */
import { readBody, type Body } from './body.ts';
import type { Grid } from './grid.ts';
import { readHeader } from './header.ts';
import { isIndicatorLabel, ownWords } from './header-column.ts';
import { isSerialLabel } from './field-of.ts';
import { bannerOf, isNote, isNumberedNote, isSignatureRow, isTitle } from './row-kind.ts';

/** Index of the first row behind the card that begins at a row. */
export function endOfCard(grid: Grid, at: number): number {
  let isParted = false;
  for (let index = at + 1; index < grid.length; index++) {
    const words = grid.printed(index).map((cell) => grid.words(cell));
    const isEnd = words.length === 1 ? endsCard(grid, index, words[0] ?? '') : isFoot(words);
    isParted ||= words.length === 1;
    if (isEnd || (!isParted && index - at <= FEW_BLANKS && opensTable(grid, index))) return index;
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

/** Numbered rows, or rows of indicators, over the whole width; in a part of the card with a name they belong to it. */
function opensTable(grid: Grid, index: number): boolean {
  if (grid.printed(index).length < FEWEST_COLUMNS) return false;
  const header = readHeader(grid, index);
  const [first] = header?.columns ?? [];
  if (header === null || first?.column !== 1) return false;
  const isDeep = header.end > index + 1;
  const opens =
    isDeep || isSerialLabel(ownWords(first)) || header.columns.some((one) => isIndicatorLabel(ownWords(one)));
  return opens && isTable(readBody(grid, header), isDeep);
}

/** A header of several rows is one though nothing is printed below it. */
function isTable({ cardRows, subjects }: Body, isDeep: boolean): boolean {
  return cardRows === 0 && (isDeep || subjects.length > 0);
}
