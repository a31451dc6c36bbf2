import type { Place, SourceText } from '@qingzhuang/analysis';
import { isPageNumber } from '../layout/page-number.ts';
import { SourceBuilder } from '../source-builder.ts';
import { attribute, childAt, childElements, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';
import { readBlocks, type BlockSink, type StoryContext } from './blocks.ts';
import { circled } from '../lists/number-format.ts';
import { readNumbering } from './numbering.ts';
import { openDocumentParts, type DocumentParts } from './package-parts.ts';
import { readStyles } from './styles.ts';

/**
 * Reads a Word document: page headers, body, notes, page footers. List numbers are printed as Word shows them,
 * insertions are in, deletions and hidden text are out.
 */
export function readDocx(zip: ZipPackage, mostCharacters: number): SourceText {
  const parts = openDocumentParts(zip);
  const builder = new SourceBuilder(mostCharacters);
  const context: StoryContext = {
    styles: readStyles(parts.related('styles')[0]),
    numbering: readNumbering(parts.related('numbering')[0]),
    notes: [],
  };

  addPageLines(parts.related('header'), 'page-header', context, builder);
  readBlocks(childAt(parts.main, 'body'), context, bodySink(builder));
  addNotes(parts, context, builder);
  addPageLines(parts.related('footer'), 'page-footer', context, builder);
  return builder.finish();
}

function bodySink(builder: SourceBuilder): BlockSink {
  // Blank paragraphs are not counted: a person counts what is printed.
  let paragraph = 0;
  return {
    paragraph(text, mark) {
      paragraph += 1;
      builder.paragraph(text, { ...mark, place: { paragraph } });
    },
    table(rows) {
      const table = builder.tableCount + 1;
      builder.table(rows, (row, column): Place => ({ table, row, column }));
    },
    unread(kind, count) {
      builder.unread(kind, { paragraph: Math.max(1, paragraph) }, count);
    },
  };
}

/** Headers and footers repeat for first, odd and even pages; each wording is taken once, page numbers not at all. */
function addPageLines(
  parts: readonly XmlElement[],
  kind: 'page-header' | 'page-footer',
  context: StoryContext,
  builder: SourceBuilder,
): void {
  const lines = new Set<string>();
  const sink: BlockSink = {
    paragraph: (text) => lines.add(text.trim()),
    table: (rows) =>
      rows.forEach(({ cells }) =>
        lines.add(
          cells
            .map(({ text }) => text)
            .join(' ')
            .trim(),
        ),
      ),
    unread: (unread, count) => builder.unread(unread, {}, count),
  };
  for (const part of parts) readBlocks(part, context, sink);
  for (const line of lines) {
    if (!isPageNumber(line)) builder.paragraph(line, { kind, place: {} });
  }
}

function addNotes(parts: DocumentParts, context: StoryContext, builder: SourceBuilder): void {
  const notes = new Map<string, XmlElement>();
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const element of childElements(parts.related(`${kind}s`)[0], kind)) {
      notes.set(`${kind} ${attribute(element, 'id') ?? ''}`, element);
    }
  }
  // A note may not refer to notes: the list is fixed before the notes are read.
  for (const [index, { kind, id }] of [...context.notes].entries()) {
    const lines: string[] = [];
    readBlocks(notes.get(`${kind} ${id}`), context, {
      paragraph: (text) => lines.push(text.trim()),
      table: () => undefined,
      unread: (unread, count) => builder.unread(unread, {}, count),
    });
    if (lines.length > 0) builder.paragraph(circled(index + 1) + lines.join(''), { kind: 'paragraph', place: {} });
  }
}
