import type { Block } from '@qingzhuang/analysis';
import type { BlockMark, CellText, RowText } from '../source-builder.ts';
import { attribute, childAt, childElements, type XmlElement } from '../xml.ts';
import { chosen, readInline, type Inline, type NoteReference } from './inline.ts';
import type { Numbering } from '../lists/numbering.ts';
import { wholeNumber, type ParagraphFormat, type Styles } from './styles.ts';

/** What a story (body, cell, header, note) hands its blocks to. */
export interface BlockSink {
  readonly paragraph: (text: string, mark: Omit<BlockMark, 'place'>) => void;
  readonly table: (rows: readonly TableRow[]) => void;
  readonly unread: (kind: 'image' | 'embedded-object', count: number) => void;
}

/** A row with the elements that it was read from. */
export interface TableRow extends RowText {
  readonly element: XmlElement;
  readonly cells: readonly TableCell[];
}

export interface TableCell extends Required<CellText> {
  readonly element: XmlElement;
}

export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: NoteReference[];
}

const WRAPPERS: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag']);
const WIDEST_SPAN = 1000;

/** Reads the blocks of a body, cell, text box, header or note into the sink. */
export function readBlocks(container: XmlElement | undefined, context: StoryContext, sink: BlockSink): void {
  // Text before a deleted paragraph mark belongs to the paragraph that follows it.
  let carried = '';
  for (const element of blockElements(container)) {
    if (element.name === 'p') {
      carried = readParagraph(element, carried, context, sink);
    } else if (element.name === 'tbl') {
      readTable(element, context, sink);
    } else {
      sink.unread('embedded-object', 1);
    }
  }
  if (carried !== '') sink.paragraph(carried, { kind: 'paragraph' });
}

function* blockElements(container: XmlElement | undefined): Generator<XmlElement> {
  for (const child of childElements(container)) {
    if (child.name === 'p' || child.name === 'tbl' || child.name === 'altChunk') yield child;
    else if (WRAPPERS.has(child.name)) yield* blockElements(child);
    else if (child.name === 'AlternateContent') yield* blockElements(chosen(child));
  }
}

/** Answers the text to carry into the next paragraph, empty unless the mark between them is deleted. */
function readParagraph(paragraph: XmlElement, carried: string, context: StoryContext, sink: BlockSink): string {
  const properties = childAt(paragraph, 'pPr');
  const inline = readInline(paragraph, context.notes);
  const text = carried + inline.text;
  const mark = childAt(properties, 'rPr');
  if (childAt(mark, 'del') !== undefined || childAt(mark, 'moveFrom') !== undefined) {
    readHangings(inline, context, sink);
    return text;
  }

  const format = context.styles.formatOf(properties);
  const label = labelOf(format, context, properties);
  for (const box of inline.boxesBefore) readBlocks(box, context, sink);
  if (text.trim() !== '') sink.paragraph(label + text, markOf(format, label));
  readHangings({ ...inline, boxesBefore: [] }, context, sink);
  return '';
}

function readHangings(inline: Inline, context: StoryContext, sink: BlockSink): void {
  for (const box of [...inline.boxesBefore, ...inline.boxesAfter]) readBlocks(box, context, sink);
  sink.unread('image', inline.images);
  sink.unread('embedded-object', inline.objects);
}

function labelOf(format: ParagraphFormat, { numbering, styles }: StoryContext, properties?: XmlElement): string {
  return format.numbering === undefined ? '' : numbering.labelOf(format.numbering, styles.styleIdOf(properties));
}

function markOf({ outline = 0, align }: ParagraphFormat, label: string): Omit<BlockMark, 'place'> {
  const kind: Block['kind'] = outline > 0 ? 'heading' : label === '' ? 'paragraph' : 'list-item';
  return { kind, ...(outline > 0 && { level: outline }), ...(align !== undefined && { align }) };
}

interface OpenCell extends TableCell {
  rowSpan: number;
  columnSpan: number;
}

function readTable(table: XmlElement, context: StoryContext, sink: BlockSink): void {
  const rows = [...wrapped(table, 'tr')].filter((row) => childAt(row, 'trPr', 'del') === undefined);
  const only = onlyCell(rows);
  if (only !== undefined) {
    // A frame around running text, not a table: its paragraphs keep their own lines.
    readBlocks(only, context, sink);
    return;
  }

  // The cell that is still open at a grid column, for cells merged downwards.
  const open = new Map<number, OpenCell>();
  const read = rows.map((element, index) => {
    return { row: index + 1, element, cells: readRow(element, open, context, sink) };
  });
  if (read.length > 0) sink.table(read);
}

function onlyCell(rows: readonly XmlElement[]): XmlElement | undefined {
  const [row, ...more] = rows;
  if (row === undefined || more.length > 0) return undefined;
  const [cell, ...others] = [...wrapped(row, 'tc')];
  return others.length === 0 ? cell : undefined;
}

function readRow(row: XmlElement, open: Map<number, OpenCell>, context: StoryContext, sink: BlockSink): OpenCell[] {
  const cells: OpenCell[] = [];
  let column = 1 + spanOf(attribute(childAt(row, 'trPr', 'gridBefore'), 'val'), 0);
  for (const element of wrapped(row, 'tc')) {
    const properties = childAt(element, 'tcPr');
    const columnSpan = spanOf(attribute(childAt(properties, 'gridSpan'), 'val'), 1);
    const above = continues(properties, 'vMerge') ? open.get(column) : undefined;
    const before = continues(properties, 'hMerge') ? cells.at(-1) : undefined;
    if (above !== undefined) {
      above.rowSpan += 1;
    } else if (before !== undefined) {
      before.columnSpan += columnSpan;
    } else {
      const cell = { element, text: cellText(element, context, sink), column, rowSpan: 1, columnSpan };
      cells.push(cell);
      open.set(column, cell);
    }
    column += columnSpan;
  }
  return cells;
}

function spanOf(value: string | undefined, fallback: number): number {
  return Math.min(wholeNumber(value) ?? fallback, WIDEST_SPAN);
}

/** A merge mark without a value, or any value but `restart`, continues the cell before it. */
function continues(properties: XmlElement | undefined, name: string): boolean {
  const merge = childAt(properties, name);
  return merge !== undefined && attribute(merge, 'val') !== 'restart';
}

function cellText(cell: XmlElement, context: StoryContext, sink: BlockSink): string {
  const lines: string[] = [];
  readBlocks(cell, context, {
    paragraph: (text) => lines.push(text),
    table: (rows) => lines.push(...rows.map(({ cells }) => cells.map(({ text }) => text).join(' '))),
    unread: sink.unread,
  });
  return lines.join('\n');
}

function* wrapped(container: XmlElement, name: string): Generator<XmlElement> {
  for (const child of childElements(container)) {
    if (child.name === name) yield child;
    else if (WRAPPERS.has(child.name)) yield* wrapped(child, name);
  }
}
