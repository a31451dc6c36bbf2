import type { SourceText } from '@qingzhuang/analysis';
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  LineRuleType,
  Packer,
  Paragraph,
  Table as WordTable,
  TableCell as WordCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Grid, layOut, type Paragraph as LaidOutParagraph } from '../../sheet/layout.ts';
import { changesWithin, type Edit, revise } from './revision.ts';

export interface DocxParts {
  readonly source: SourceText;
  readonly edits: readonly Edit[];
  readonly title: string | null;
  /** Shows each change as a revision that can be accepted or rejected in Word. */
  readonly tracked: boolean;
  readonly at: Date;
}

// The usual page of an official document (GB/T 9704): A4, margins in millimetres, 三号 text of 16 pt on lines of 28 pt.
const MILLIMETRE = 1440 / 25.4;
const PAGE = {
  size: { width: Math.round(210 * MILLIMETRE), height: Math.round(297 * MILLIMETRE) },
  margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
};
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
const TEXT_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const TITLE_FONT = { ...TEXT_FONT, eastAsia: '方正小标宋简体' };
const HALF_POINTS = { text: 32, title: 44, cell: 24 };

/** The revised text as a Word file in the layout of an official document. */
export function writeDocx({ source, edits, title, tracked, at }: DocxParts): Promise<Blob> {
  const date = at.toISOString();
  const shown = tracked ? source : revise(source, edits);
  const children = layOut(shown, title).map((block) => {
    if (block.kind === 'grid') return gridOf(block, shown.text);
    const runs = tracked ? trackedRuns(source.text, edits, block, date) : plainRuns(shown.text, block);
    return paragraphOf(block, runs, shown.text);
  });
  const font = { font: TEXT_FONT, size: HALF_POINTS.text };
  return Packer.toBlob(
    new Document({
      styles: { default: { document: { run: font } } },
      sections: [{ properties: { page: PAGE }, children }],
    }),
  );
}

type Run = TextRun | InsertedTextRun | DeletedTextRun;

function paragraphOf({ role, align, start, end }: LaidOutParagraph, children: Run[], text: string): Paragraph {
  const alignments = { left: AlignmentType.BOTH, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
  const isAddressee = /[：:]\s*$/u.test(text.slice(start, end)) && end - start < 60;
  // Two characters of indent, but not before spaces that the text brings along, nor on the addressee line.
  const indented = align === 'left' && role !== 'title' && !isAddressee && !/^\s/u.test(text.slice(start, end));
  return new Paragraph({
    children,
    alignment: alignments[align],
    spacing: role === 'title' ? { ...LINE, line: 640, before: 240, after: 240 } : LINE,
    ...(indented ? { indent: { firstLine: HALF_POINTS.text * 20 } } : {}),
  });
}

function plainRuns(text: string, block: LaidOutParagraph): Run[] {
  return [new TextRun({ text: text.slice(block.start, block.end), ...lookOf(block) })];
}

function trackedRuns(text: string, edits: readonly Edit[], block: LaidOutParagraph, date: string): Run[] {
  const author = { author: '轻装', date };
  return changesWithin(text, edits, block.start, block.end).flatMap((change, index): Run[] => {
    if (change.kind === 'kept') return [new TextRun({ text: change.after, ...lookOf(block) })];
    const id = block.start * 2 + index;
    return [
      new DeletedTextRun({ text: change.before, id, ...author, ...lookOf(block) }),
      ...(change.after === ''
        ? []
        : [new InsertedTextRun({ text: change.after, id: id + 1, ...author, ...lookOf(block) })]),
    ];
  });
}

function lookOf({ role }: LaidOutParagraph) {
  if (role === 'title') return { font: TITLE_FONT, size: HALF_POINTS.title };
  return role === 'heading' ? { font: { ...TEXT_FONT, eastAsia: '黑体' }, size: HALF_POINTS.text } : {};
}

function gridOf({ rows }: Grid, text: string): WordTable {
  return new WordTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            ({ start, end, rowSpan, columnSpan }) =>
              new WordCell({
                rowSpan,
                columnSpan,
                children: text
                  .slice(start, end)
                  .split('\n')
                  .map((line) => new Paragraph({ children: [new TextRun({ text: line, size: HALF_POINTS.cell })] })),
              }),
          ),
        }),
    ),
  });
}

function twips(millimetres: number): number {
  return Math.round(millimetres * MILLIMETRE);
}
