/** The lines above a form: its title, its marks, and where its table begins. */
import { fold, isBrief, isDatum, isFieldName, isLabelLike, withoutLayoutSpaces } from './cell-words.ts';
import type { Grid } from './grid.ts';
import { readHeader } from './header.ts';
import { DEEPEST } from './header-depth.ts';
import { fieldsWithin } from './inner-fields.ts';
import { numberingDepth } from './label.ts';
import { freeCells, isFillersOwn, readMarks, type HeadValues } from './marks.ts';
import {
  bannerOf,
  isAttachmentMark,
  isColumnNumberRow,
  isHeadRow,
  isNote,
  isNumberedNote,
  isSignatureRow,
  isTitle,
} from './row-kind.ts';

export interface Head extends HeadValues {
  readonly title: string | null;
  /** The lines that it is made of. */
  readonly titleLines: readonly string[];
  /** It shows who fills it in, or a mark of a statistical form. */
  readonly isMarked: boolean;
}

/** Index of the row with which the table itself begins, and the lines before it. */
export function headRows(grid: Grid, at: number): { readonly start: number; readonly lines: readonly string[] } {
  let lines: string[] = [];
  const numbered = headerAboveNumbers(grid, at);
  let index = at;
  for (; index < (numbered ?? grid.length); index++) {
    const words = wordsOf(grid, index);
    if (words.length === 0) continue;
    if (numbered === null && (!isAbove(grid, index, words) || opensSection(grid, index))) break;
    if (at > 0 && isFoot(words)) lines = [];
    else lines.push(lineOf(grid, index));
  }
  return { start: index, lines };
}

function wordsOf(grid: Grid, index: number): string[] {
  return grid.printed(index).map((cell) => grid.words(cell));
}

/** Rows in which the numbers of the columns are looked for. */
const NUMBERED_WITHIN = 16;

/** Where the header begins that stands right above a row 甲 乙 1 2; null without such a row. What is above it is head. */
function headerAboveNumbers(grid: Grid, at: number): number | null {
  const last = Math.min(grid.length, at + NUMBERED_WITHIN);
  for (let end = at + 1; end < last; end++) {
    if (isColumnNumberRow(wordsOf(grid, end))) return startOfHeader(grid, at, end);
    if (opensList(grid, end) && readHeader(grid, end)?.end === end + 1 && !isColumnNumberRow(wordsOf(grid, end + 1)))
      return null;
  }
  return null;
}

function startOfHeader(grid: Grid, at: number, end: number): number | null {
  let start: number | null = null;
  for (let index = end - 1; index >= Math.max(at, end - DEEPEST); index--) {
    if (start !== null && isAbove(grid, index, wordsOf(grid, index))) break;
    if (readHeader(grid, index)?.end === end) start = index;
  }
  return start;
}

/** Notes and signatures of the table above. */
function isFoot(words: readonly string[]): boolean {
  const [first = ''] = words;
  return (isSignatureRow(words) || isNote(first) || isNumberedNote(first)) && !words.some(isTitle);
}

const NAMES_SUBJECT = /姓名|户主|身份证|名称|编号|产权人|法定代表人/u;

function lineOf(grid: Grid, index: number): string {
  return grid
    .printed(index)
    .map((cell) => grid.raw(cell))
    .join('\t');
}

function isAbove(grid: Grid, index: number, words: readonly string[]): boolean {
  const [first = ''] = words;
  if (isHeadRow(words) || isAttachmentMark(first) || isNote(first) || isInfoRow(grid, index, words)) return true;
  return words.length === 1 && isLineAbove(grid, index, first) && !opensWithGroup(grid, index);
}

/** The only words of a row: over the whole width, or a title or other words that are no label of a blank beside them. */
function isLineAbove(grid: Grid, index: number, words: string): boolean {
  if (bannerOf(grid, index, grid.lastColumn) !== null) return !asksOfSubject(grid, index, words);
  if (isTitle(words) || isNumberedNote(words) || isDatum(words) || !isLabelLike(words)) return true;
  return grid.row(index).length === 1 && index + 1 < grid.length && isLoneTitle(grid, index, words);
}

/** Alone in its row, over a list, and no name of a field: a title, whatever it ends with. */
function isLoneTitle(grid: Grid, index: number, words: string): boolean {
  const mayAsk = isFieldName(words) && words.length <= LONGEST_NAME;
  const next = wordsOf(grid, index + 1);
  return (!mayAsk && (opensList(grid, index + 1) || isHeadRow(next))) || next.some(isTitle);
}

/** Longer words that end like the name of a field are a title: 全县集贸市场摸排情况. */
const LONGEST_NAME = 8;

const SECTIONS_WITHIN = 30;

/** A line over a card that names its first part: it is numbered, or other such lines follow. */
function opensSection(grid: Grid, index: number): boolean {
  if (!isSectionLine(grid, index) || index + 1 >= grid.length || opensList(grid, index + 1)) return false;
  if (grid.printed(index + 1).length < 2) return false;
  if (numberingDepth(wordsOf(grid, index)[0] ?? '') > 0) return true;
  const last = Math.min(grid.length, index + SECTIONS_WITHIN);
  for (let later = index + 2; later < last; later++) if (isSectionLine(grid, later)) return true;
  return false;
}

function isSectionLine(grid: Grid, index: number): boolean {
  const banner = bannerOf(grid, index, grid.lastColumn);
  if (banner === null) return false;
  const words = grid.words(banner);
  return (
    isBrief(words) && !NO_TITLE.test(words) && !isNote(words) && !isTitle(words) && fieldsWithin(words).length === 0
  );
}

/** 镇（乡） 村 组 at the left, 公示时间：… at the right, right above a header. */
function isInfoRow(grid: Grid, index: number, words: readonly string[]): boolean {
  if (words.length > 3 || words.length === 0 || !words.some((word) => /.:/u.test(word))) return false;
  if (words.some((word) => NAMES_SUBJECT.test(word))) return false;
  return (
    opensList(grid, index + 1) || (index + 1 < grid.length && isInfoRow(grid, index + 1, wordsOf(grid, index + 1)))
  );
}

function opensList(grid: Grid, index: number): boolean {
  return index < grid.length && grid.printed(index).length >= 3 && readHeader(grid, index) !== null;
}

/** A line that leaves blanks for more than who fills the form in, where and when. */
function asksOfSubject(grid: Grid, index: number, words: string): boolean {
  const asked = fieldsWithin(words).map(({ label }) => label.words);
  if (!asked.some((label) => !isFillersOwn(label))) return false;
  return asked.some((label) => NAMES_SUBJECT.test(label)) || !opensList(grid, index + 1);
}

function opensWithGroup(grid: Grid, index: number): boolean {
  const [cell] = grid.printed(index);
  if (cell === undefined || cell.columnSpan < 2 || isTitle(grid.words(cell))) return false;
  // Of tables side by side each has its own line over its header.
  const leftmost = grid.printed(index + 1)[0]?.column ?? 1;
  return (grid.isPart || cell.column > leftmost) && readHeader(grid, index) !== null;
}

/** Title and marks of the lines above, the nearest last; `ownLines` of them stand in the table itself. */
export function readHead(lines: readonly string[], ownLines: readonly string[]): Head {
  const all = [...lines, ...ownLines];
  const values = readMarks(all);
  const own = titleIn(ownLines, true);
  const titleLines = own.length > 0 ? own : titleIn(lines, false);
  const title = titleLines.length === 0 ? null : titleLines.join('');
  return { ...values, title, titleLines, isMarked: isMarked(all, values) };
}

function isMarked(lines: readonly string[], { formNo, maker, approvalNo }: HeadValues): boolean {
  if (formNo !== null || maker !== null || approvalNo !== null) return true;
  return lines.some((line) =>
    /(?:填报|填表|报送|上报) *(?:单位|人|日期|时间)[^:]{0,12}[:]|表 *号[:]/u.test(fold(line)),
  );
}

/** The lines that name the form, those before them that belong to the name included; empty where none does. */
function titleIn(lines: readonly string[], takesAny: boolean): string[] {
  const pieces = lines.map(titlePiece);
  const named = pieces.findLastIndex((piece) => piece !== null && isTitle(piece));
  if (named < 0) return takesAny ? pieces.filter((piece) => piece !== null).slice(0, 1) : [];
  let first = named;
  for (let before = pieces[first - 1]; isLeadOf(before, pieces[first]); before = pieces[first - 1]) first--;
  return pieces.slice(first, named + 1).filter((piece) => piece !== null);
}

function isLeadOf(before: string | null | undefined, piece: string | null | undefined): boolean {
  if (before === undefined || before === null) return false;
  return !isTitle(before) && before.length <= LONGEST_LEAD && !(piece ?? '').startsWith('(');
}

const LONGEST_LEAD = 40;
const NO_TITLE = /[。;!?]|:|^\(?20\d\d年?(?:\d{1,2}月(?:\d{1,2}日)?)?\)?$|^第?\d+页?$|^(?:\(.*\))$/u;

/** What a line says of the title; null for marks, dates, notes and the number of an attachment. */
function titlePiece(line: string): string | null {
  const cells = freeCells(line);
  const free = cells.filter((words) => !isHeadRow([words]));
  const named = free.find((words) => isTitle(withoutAttachment(words))) ?? (free.length === 1 ? free[0] : undefined);
  if (named === undefined) return null;
  const words = withoutLayoutSpaces(withoutNumber(withoutAttachment(named)));
  return words === '' || words.length > 60 || NO_TITLE.test(words) || isAttachmentMark(words) || isNote(words)
    ? null
    : words;
}

function withoutAttachment(words: string): string {
  return words.replace(/^附 ?[件表](?: ?\d{1,2}(?:-\d+)?| ?[一二三四五六七八九十]{1,3})? ?[:：. ]+/u, '');
}

function withoutNumber(words: string): string {
  return words.replace(
    /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|附?表 ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:-\d{1,2})?[:、. ]+(?=.{3}))/u,
    '',
  );
}
