import type { SourceText } from '@qingzhuang/analysis';
import type { Compound } from '../compound.ts';
import { isPageNumber } from '../layout/page-number.ts';
import { circled } from '../lists/number-format.ts';
import type { Numbering } from '../lists/numbering.ts';
import { SourceBuilder, type BlockMark } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { PART, readFileInformation, type FileInformation } from './file-information.ts';
import { readLists } from './lists.ts';
import { readParagraphFormat, type ParagraphFormat } from './paragraph-format.ts';
import { readPieces } from './pieces.ts';
import { readPropertyRuns, runAt, type PropertyRun } from './property-runs.ts';
import { readStory, type StoryParagraph, type StorySource } from './story.ts';
import { placeCells, type ReadRow } from './table-rows.ts';

interface WordFile extends StorySource {
  readonly information: FileInformation;
  readonly table: DataView;
  readonly paragraphRuns: readonly PropertyRun[];
  readonly numbering: Numbering;
}

/** A text box whose anchor stands among the first paragraphs holds the letterhead and is read first. */
const LETTERHEAD_PARAGRAPHS = 3;

/** Reads Word 97 to 2003 and the files of WPS Writer that use its format. */
export function readDoc(compound: Compound, mostCharacters: number): SourceText {
  const file = openWordFile(compound);
  const { characters } = file.information;
  const builder = new SourceBuilder(mostCharacters);
  const footnotesAt = characters.body;
  const headersAt = footnotesAt + characters.footnotes;
  const endnotesAt = headersAt + characters.headers + characters.macros + characters.annotations;
  const boxesAt = endnotesAt + characters.endnotes;

  let notes = 0;
  const body = [...readStory(file, 0, characters.body, () => circled((notes += 1)))];
  const boxes = [...readStory(file, boxesAt, boxesAt + characters.boxes)];
  const isLetterhead = body.slice(0, LETTERHEAD_PARAGRAPHS).some(({ anchors }) => anchors > 0);

  addPageLines(file, headersAt, 'page-header', builder);
  if (isLetterhead) addParagraphs(boxes, file, builder, 0);
  const count = addParagraphs(body, file, builder, isLetterhead ? boxes.length : 0);
  if (!isLetterhead) addParagraphs(boxes, file, builder, count);
  addNotes([...readStory(file, footnotesAt, headersAt), ...readStory(file, endnotesAt, boxesAt)], builder);
  addPageLines(file, headersAt, 'page-footer', builder);
  return builder.finish();
}

function openWordFile(compound: Compound): WordFile {
  const stream = compound.read('WordDocument');
  if (stream === undefined) throw new UnreadableFile('damaged');
  const view = viewOf(stream);
  const information = readFileInformation(view);
  const tableBytes = compound.read(information.tableStream);
  if (tableBytes === undefined) throw new UnreadableFile('damaged');
  const table = viewOf(tableBytes);
  const { at, bytes } = information.part(PART.pieces);
  return {
    information,
    table,
    pieces: readPieces(stream, table, at, bytes),
    paragraphRuns: readPropertyRuns(view, table, information.part(PART.paragraphRuns), 'paragraph'),
    characterRuns: readPropertyRuns(view, table, information.part(PART.characterRuns), 'character'),
    numbering: readLists(table, information),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Adds paragraphs and tables; answers how many paragraphs there are by now. */
function addParagraphs(
  paragraphs: readonly StoryParagraph[],
  file: WordFile,
  builder: SourceBuilder,
  before: number,
): number {
  let count = before;
  let rows: ReadRow[] = [];
  let cells: string[] = [];
  let lines: string[] = [];

  function closeTable(): void {
    const table = builder.tableCount + 1;
    if (rows.length > 0) builder.table(placeCells(rows), (row, column) => ({ table, row, column }));
    rows = [];
  }

  for (const paragraph of paragraphs) {
    const format = readParagraphFormat(runAt(file.paragraphRuns, file.pieces.fileAtOf(paragraph.markAt)));
    for (let image = 0; image < paragraph.images; image += 1)
      builder.unread('image', { paragraph: Math.max(1, count) });
    const label = format.numbering === undefined ? '' : file.numbering.labelOf(format.numbering, undefined);
    const isBlank = paragraph.text.trim() === '';
    if (format.endsRow) {
      rows.push({ cells, definition: format.row });
      cells = [];
      lines = [];
    } else if (format.inTable || paragraph.isCell) {
      if (!isBlank) lines.push(label + paragraph.text);
      if (!paragraph.isCell) continue;
      cells.push(lines.join('\n'));
      lines = [];
    } else {
      closeTable();
      if (isBlank) continue;
      count += 1;
      builder.paragraph(label + paragraph.text, { ...markOf(format, label), place: { paragraph: count } });
    }
  }
  closeTable();
  return count;
}

function markOf({ outline, align }: ParagraphFormat, label: string): Omit<BlockMark, 'place'> {
  const aligned = align === undefined ? {} : { align };
  if (outline > 0) return { kind: 'heading', level: outline, ...aligned };
  return { kind: label === '' ? 'paragraph' : 'list-item', ...aligned };
}

function addNotes(paragraphs: readonly StoryParagraph[], builder: SourceBuilder): void {
  const notes = paragraphs.filter(({ text }) => text.trim() !== '');
  for (const [index, { text }] of notes.entries()) {
    builder.paragraph(circled(index + 1) + text.trim(), { kind: 'paragraph', place: {} });
  }
}

/**
 * Each section has six stories: headers of even and odd pages, footers of even and odd pages, header and footer of the
 * first page. Six separators of notes stand before them.
 */
function addPageLines(
  { information, table, ...source }: WordFile,
  storiesAt: number,
  kind: 'page-header' | 'page-footer',
  builder: SourceBuilder,
): void {
  const { at, bytes } = information.part(PART.headers);
  const wanted = kind === 'page-header' ? [0, 1, 4] : [2, 3, 5];
  const lines = new Set<string>();
  for (let story = 6; 4 * (story + 2) <= bytes; story += 1) {
    if (!wanted.includes(story % 6)) continue;
    const start = table.getUint32(at + 4 * story, true);
    const end = Math.min(table.getUint32(at + 4 * story + 4, true), information.characters.headers);
    for (const { text } of readStory(source, storiesAt + start, storiesAt + end)) lines.add(text.trim());
  }
  for (const line of lines) {
    if (!isPageNumber(line)) builder.paragraph(line, { kind, place: {} });
  }
}
