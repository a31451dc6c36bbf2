import type { Block } from '@qingzhuang/analysis';
import type { BlockMark, CellText, RowText, SourceBuilder } from '../source-builder.ts';
import { attribute, childElements, firstDescendant, type XmlElement } from '../xml.ts';
import { isFrame } from './main-content.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote body center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const ALIGN = /text-align\s*:\s*(left|center|right)/iu;
/** Pictures up to this many pixels are icons and spacers. */
const LARGEST_ICON = 32;
const WIDEST_SPAN = 1000;

type Align = NonNullable<Block['align']>;

/** What the words that are being collected will become. */
interface Open {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly align?: Align;
}

interface Page {
  readonly builder: SourceBuilder;
  paragraph: number;
  words: string;
}

/** Reads block elements as paragraphs, headings, list items and tables. `before` paragraphs were already added. */
export function readHtmlBlocks(container: XmlElement, builder: SourceBuilder, before: number): void {
  const page: Page = { builder, paragraph: before, words: '' };
  readChildren(container, page, { kind: 'paragraph' });
  flush(page, { kind: 'paragraph' });
}

function readChildren(element: XmlElement, page: Page, open: Open): void {
  for (const child of element.children) {
    if (typeof child === 'string') page.words += element.name === 'pre' ? child : squeeze(child);
    else if (!isFrame(child)) readElement(child, page, open);
  }
}

function readElement(element: XmlElement, page: Page, open: Open): void {
  if (element.name === 'br') page.words += '\n';
  else if (element.name === 'img') readImage(element, page);
  else if (element.name === 'table' && isDataTable(element)) readTable(element, page, open);
  else if (BLOCKS.has(element.name)) readBlock(element, page, open);
  else readChildren(element, page, open);
}

function readBlock(element: XmlElement, page: Page, outer: Open): void {
  flush(page, outer);
  const open = openBlock(element, outer);
  readChildren(element, page, open);
  flush(page, open);
}

function openBlock(element: XmlElement, outer: Open): Open {
  const align = alignOf(element) ?? outer.align;
  const aligned = align === undefined ? {} : { align };
  const level = /^h([1-6])$/u.exec(element.name)?.[1];
  if (level !== undefined) return { kind: 'heading', level: Number(level), ...aligned };
  if (element.name === 'li') return { kind: 'list-item', ...aligned };
  return { ...outer, ...aligned };
}

function alignOf(element: XmlElement): Align | undefined {
  if (element.name === 'center') return 'center';
  const named = attribute(element, 'align') ?? ALIGN.exec(attribute(element, 'style') ?? '')?.[1];
  return (['left', 'center', 'right'] as const).find((align) => align === named?.toLowerCase());
}

function flush(page: Page, open: Open): void {
  const words = mendEntities(page.words);
  page.words = '';
  if (words.trim() === '') return;
  page.paragraph += 1;
  const mark: BlockMark = { ...open, place: { paragraph: page.paragraph } };
  page.builder.paragraph(words, mark);
}

function readImage(element: XmlElement, page: Page): void {
  const sides = ['width', 'height'].map((name) => Number.parseInt(attribute(element, name) ?? '', 10));
  if (!sides.some((side) => side <= LARGEST_ICON)) page.builder.unread('image', { paragraph: page.paragraph + 1 });
}

/** Tables that only lay out a page hold tables, or a single cell: these are read as running text. */
function isDataTable(table: XmlElement): boolean {
  if (firstDescendant(table, 'table') !== undefined) return false;
  const cells = [...rowsOf(table)].flatMap((row) => cellsOf(row));
  return cells.length > 1;
}

function* rowsOf(table: XmlElement): Generator<XmlElement> {
  for (const child of childElements(table)) {
    if (child.name === 'tr') yield child;
    else if (/^t(?:head|body|foot)$/u.test(child.name)) yield* rowsOf(child);
  }
}

function cellsOf(row: XmlElement): XmlElement[] {
  return childElements(row).filter(({ name }) => name === 'td' || name === 'th');
}

function readTable(table: XmlElement, page: Page, open: Open): void {
  flush(page, open);
  // For each column the rows that a cell from above still covers.
  const covered = new Map<number, number>();
  const rows: RowText[] = [];
  for (const [index, row] of [...rowsOf(table)].entries()) {
    rows.push({ row: index + 1, cells: readRow(row, covered, page) });
  }
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  if (filled.length === 0) return;
  const number = page.builder.tableCount + 1;
  page.builder.table(filled, (row, column) => ({ table: number, row, column }));
}

function readRow(row: XmlElement, covered: Map<number, number>, page: Page): CellText[] {
  const cells: CellText[] = [];
  const opened = new Map<number, number>();
  let column = 1;
  for (const cell of cellsOf(row)) {
    while ((covered.get(column) ?? 0) > 0) column += 1;
    const rowSpan = spanOf(cell, 'rowspan');
    const columnSpan = spanOf(cell, 'colspan');
    cells.push({ text: cellText(cell, page), column, rowSpan, columnSpan });
    for (let offset = 0; offset < columnSpan; offset += 1) opened.set(column + offset, rowSpan);
    column += columnSpan;
  }
  for (const [key, rows] of covered) covered.set(key, Math.max(0, rows - 1));
  for (const [key, rows] of opened) covered.set(key, rows - 1);
  return cells;
}

function spanOf(cell: XmlElement, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), WIDEST_SPAN);
}

function cellText(cell: XmlElement, page: Page): string {
  let text = '';
  for (const child of cell.children) {
    if (typeof child === 'string') text += squeeze(child);
    else if (child.name === 'br') text += '\n';
    else if (child.name === 'img') readImage(child, page);
    else if (!isFrame(child)) text += BLOCKS.has(child.name) ? `\n${cellText(child, page)}\n` : cellText(child, page);
  }
  return mendEntities(text).trim();
}

function squeeze(text: string): string {
  return text.replace(/[ \t\r\n\f\u00a0]+/gu, ' ');
}

/** Pages that were escaped twice leave entities in the text; only those of typing and spacing are mended. */
function mendEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot|amp|lt|gt);/gu,
    (whole, name: string) => {
      return REMNANTS.get(name) ?? whole;
    },
  );
}

const REMNANTS: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', '\u3000'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['middot', '·'],
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
]);
