import type { Block, SourceText, Table, TableCell } from '@qingzhuang/analysis';

/** What one piece of the text looks like on the sheet. Offsets are those of the source. */
export type LayoutBlock = Paragraph | Grid;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly start: number;
  readonly end: number;
  readonly role: 'title' | 'heading' | 'text' | 'chat' | 'furniture';
  readonly align: 'left' | 'center' | 'right';
  readonly sender?: string;
  readonly sentAt?: string;
}

export interface Grid {
  readonly kind: 'grid';
  readonly start: number;
  readonly end: number;
  readonly rows: readonly (readonly TableCell[])[];
}

/** A run of blocks that is rendered, and skipped by the browser while off screen, as one. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly LayoutBlock[];
}

/** A paragraph longer than this is cut, so that one endless line cannot stall the page. */
const LONGEST_PARAGRAPH = 4000;
const SECTION_CHARACTERS = 6000;
/** Pushed far to the right with blanks, as plain text sets a signature and its date. */
const SIGNATURE = /^(?: {16,}|\u3000{8,})\S.{0,30}$/u;
/** A title stands among the first lines, below the letterhead. */
const LINES_BEFORE_TITLE = 20;
const MOST_TITLE_LINES = 4;

/** Paragraphs and grids in reading order; together they cover all of the text but its line ends. */
export function layOut(source: SourceText, title: string | null): LayoutBlock[] {
  const tables = source.tables.toSorted((a, b) => a.start - b.start);
  const result: LayoutBlock[] = [];
  const lines = createLineLayout(source, title);
  let from = 0;
  for (const table of tables) {
    if (table.start < from) continue;
    lines.add(from, table.start, result);
    result.push(gridOf(table));
    from = table.end;
  }
  lines.add(from, source.text.length, result);
  return result;
}

/** Groups blocks into sections of about 6,000 characters. */
export function intoSections(blocks: readonly LayoutBlock[]): Section[] {
  const sections: Section[] = [];
  let current: LayoutBlock[] = [];
  let size = 0;
  function close(): void {
    const [first, last] = [current.at(0), current.at(-1)];
    if (first && last) sections.push({ start: first.start, end: last.end, blocks: current });
    current = [];
    size = 0;
  }
  for (const block of blocks) {
    if (size > 0 && size + (block.end - block.start) > SECTION_CHARACTERS) close();
    current.push(block);
    size += block.end - block.start + 20;
  }
  close();
  return sections;
}

function createLineLayout(source: SourceText, title: string | null) {
  const { text } = source;
  const blocks = source.blocks.filter(({ kind }) => kind !== 'cell').toSorted((a, b) => a.start - b.start);
  // In a chat log, what stands outside the messages says who wrote and when.
  const isChat = blocks.some(({ kind }) => kind === 'chat-message');
  const titleLines = title === null ? new Set<number>() : findTitleLines(text, title);
  let nextBlock = 0;

  function blockAt(start: number, end: number): Block | undefined {
    while ((blocks[nextBlock]?.end ?? Infinity) <= start) nextBlock += 1;
    const block = blocks[nextBlock];
    return block && block.start < end ? block : undefined;
  }

  function add(from: number, to: number, result: LayoutBlock[]): void {
    for (let start = from; start < to;) {
      const newline = text.indexOf('\n', start);
      const lineEnd = newline === -1 || newline > to ? to : newline;
      const end = Math.min(lineEnd, start + LONGEST_PARAGRAPH);
      const line = text.slice(start, end);
      if (line.trim() !== '') {
        const block = blockAt(start, end);
        const role = titleLines.has(start) ? 'title' : isChat && !block ? 'furniture' : roleOf(block);
        result.push(paragraphOf({ start, end }, block, role, line));
      }
      start = end < lineEnd ? end : lineEnd + 1;
    }
  }
  return { add };
}

function paragraphOf(
  span: { start: number; end: number },
  block: Block | undefined,
  role: Paragraph['role'],
  line: string,
): Paragraph {
  return {
    kind: 'paragraph',
    ...span,
    role,
    align: role === 'title' ? 'center' : (block?.align ?? (SIGNATURE.test(line) ? 'right' : 'left')),
    ...(block?.sender === undefined ? {} : { sender: block.sender }),
    ...(block?.sentAt === undefined ? {} : { sentAt: block.sentAt }),
  };
}

function roleOf(block: Block | undefined): Paragraph['role'] {
  switch (block?.kind) {
    case 'heading':
      return 'heading';
    case 'chat-message':
      return 'chat';
    case 'page-header':
    case 'page-footer':
      return 'furniture';
    case 'cell':
    case 'list-item':
    case 'paragraph':
    case undefined:
      return 'text';
  }
}

function gridOf(table: Table): Grid {
  const rows = new Map<number, TableCell[]>();
  for (const cell of table.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const ordered = [...rows.entries()].toSorted(([a], [b]) => a - b);
  return {
    kind: 'grid',
    start: table.start,
    end: table.end,
    rows: ordered.map(([, cells]) => cells.toSorted((a, b) => a.column - b.column)),
  };
}

/** Where the lines begin that make up the title together. The same words elsewhere, a signature say, are no title. */
function findTitleLines(text: string, title: string): Set<number> {
  const wanted = squeeze(title);
  const lines: { start: number; words: string }[] = [];
  for (let start = 0; lines.length < LINES_BEFORE_TITLE && start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const words = squeeze(text.slice(start, Math.min(end, start + LONGEST_PARAGRAPH)));
    if (words !== '') lines.push({ start, words });
    start = end + 1;
  }
  for (const [first] of lines.entries()) {
    const run = lines.slice(first, first + MOST_TITLE_LINES);
    const last = run.findIndex((_, index) => joined(run.slice(0, index + 1)) === wanted);
    if (last !== -1) return new Set(run.slice(0, last + 1).map(({ start }) => start));
  }
  return new Set();
}

function joined(lines: readonly { readonly words: string }[]): string {
  return lines.map(({ words }) => words).join('');
}

/** Without spaces, quotation marks and brackets, whose width the title may have changed. */
function squeeze(text: string): string {
  return text.replace(/[\s"'“”‘’()（）]+/gu, '');
}
