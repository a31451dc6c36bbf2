import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ChainReport, ReportSection, ReportTable, Run } from './chain-report.ts';

// A4 with the margins of an official document (GB/T 9704), in twentieths of a point.
const MILLIMETRE = 1440 / 25.4;
const MARGIN = { top: 37, bottom: 35, left: 28, right: 26 };
const PAGE = { width: 210, height: 297 };
const TEXT_WIDTH = twips(PAGE.width - MARGIN.left - MARGIN.right);
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEI = { ...SONG, eastAsia: '黑体' };
const HALF_POINTS = { title: 36, heading: 28, part: 24, text: 24, cell: 21, narrow: 17 };
/** More columns than this leave no room for text of the usual size. */
const MOST_WIDE_COLUMNS = 4;

/** The comparison as a Word document: headings that make an outline, tables whose head is repeated on every page. */
export function writeDocxChain({ title, headline, notes, sections, footer }: ChainReport): Promise<Blob> {
  const look = { font: SONG, size: HALF_POINTS.text };
  return Packer.toBlob(
    new Document({
      title,
      creator: '轻装',
      styles: {
        default: {
          document: { run: look },
          title: { run: { font: HEI, size: HALF_POINTS.title }, paragraph: { spacing: { after: 240 } } },
          heading1: headingLook(HALF_POINTS.heading, 360),
          heading2: headingLook(HALF_POINTS.part, 240),
        },
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: twips(PAGE.width), height: twips(PAGE.height) },
              margin: {
                top: twips(MARGIN.top),
                bottom: twips(MARGIN.bottom),
                left: twips(MARGIN.left),
                right: twips(MARGIN.right),
              },
            },
          },
          footers: { default: pageNumbers() },
          children: [
            new Paragraph({ text: title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
            paragraph(headline, true),
            ...notes.map((note) => paragraph(note)),
            ...sections.flatMap(sectionOf),
            paragraph(footer),
          ],
        },
      ],
    }),
  );
}

function sectionOf({ title, notes, tables }: ReportSection): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...notes.map((note) => paragraph(note)),
    ...tables.flatMap((table) => [
      ...(table.title === ''
        ? []
        : [new Paragraph({ text: `${table.title} ${String(table.count)}`, heading: HeadingLevel.HEADING_2 })]),
      tableOf(table),
    ]),
  ];
}

function tableOf({ head, widths, rows }: ReportTable): Table {
  const size = head.length > MOST_WIDE_COLUMNS ? HALF_POINTS.narrow : HALF_POINTS.cell;
  const columnWidths = widths.map((width) => Math.round((TEXT_WIDTH * width) / 100));
  function cell(runs: readonly Run[], column: number, isHead = false): TableCell {
    return new TableCell({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          children: runs.map((run) => new TextRun(lookOf(run, size, isHead))),
        }),
      ],
    });
  }
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((word, column) => cell([{ text: word, strong: false }], column, true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((runs, column) => cell(runs, column)),
          }),
      ),
    ],
  });
}

function lookOf({ text, strong }: Run, size: number, isHead: boolean): IRunOptions {
  return { text, size, bold: isHead || strong, ...(strong ? { underline: {} } : {}) };
}

function paragraph(text: string, isLoud = false): Paragraph {
  const look: IRunOptions = { text, bold: isLoud };
  return new Paragraph({ children: [new TextRun(look)], spacing: { line: 360, after: 60 } });
}

function headingLook(size: number, before: number) {
  return {
    run: { font: HEI, size, bold: false, color: '000000' },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  };
}

function pageNumbers(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: HALF_POINTS.cell })],
      }),
    ],
  });
}

function twips(millimetres: number): number {
  return Math.round(millimetres * MILLIMETRE);
}
