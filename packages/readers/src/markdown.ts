import type { SourceText } from '@qingzhuang/analysis';
import { SourceBuilder, type RowText } from './source-builder.ts';

const HEADING = /^ {0,3}(#{1,6})\s+(.*)$/u;
const LIST_ITEM = /^\s*(?:[-*+]\s+(.*)|(\d{1,9}[.)]\s+.*))$/u;
/** The rule below the head of a table. */
const TABLE_RULE = /^[\s:|-]+$/u;
// Bounded, and without what opens the next one: unclosed brackets must not be searched for to the end of the text.
const IMAGE = /!\[[^\][]{0,300}\]\([^()]{0,2000}\)/gu;
const LINK = /\[([^\][]{0,300})\]\([^()]{0,2000}\)/gu;

/** Reads Markdown: headings, list items and tables as such, marks of emphasis and links left out. */
export function readMarkdown(text: string, mostCharacters: number): SourceText {
  const builder = new SourceBuilder(mostCharacters);
  let paragraph = 0;
  let rows: RowText[] = [];

  function closeTable(): void {
    const table = builder.tableCount + 1;
    if (rows.length > 0) builder.table(rows, (row, column) => ({ table, row, column }));
    rows = [];
  }

  for (const line of text.split(/\r\n?|\n/u)) {
    const row = tableRow(line);
    if (row !== undefined) {
      if (!TABLE_RULE.test(line)) rows.push(readRow(row, rows.length + 1));
      continue;
    }
    closeTable();
    if (line.trim() === '' || /^\s*(?:`{3,}|-{3,}|\*{3,}|_{3,})\w*\s*$/u.test(line)) continue;
    paragraph += 1;
    builder.unread('image', { paragraph }, line.match(IMAGE)?.length ?? 0);
    addLine(line, paragraph, builder);
  }
  closeTable();
  return builder.finish();
}

function addLine(line: string, paragraph: number, builder: SourceBuilder): void {
  const place = { paragraph };
  const heading = HEADING.exec(line);
  if (heading !== null) {
    builder.paragraph(plain(withoutClosingMarks(heading[2] ?? '')), {
      kind: 'heading',
      level: (heading[1] ?? '#').length,
      place,
    });
    return;
  }
  const item = LIST_ITEM.exec(line);
  if (item === null) builder.paragraph(plain(line.replace(/^\s*>+\s?/u, '')), { kind: 'paragraph', place });
  else builder.paragraph(plain(item[1] ?? item[2] ?? ''), { kind: 'list-item', place });
}

/** What stands between the outer bars of a line of a table. */
function tableRow(line: string): string | undefined {
  const row = line.trim();
  return row.length > 1 && row.startsWith('|') && row.endsWith('|') ? row.slice(1, -1) : undefined;
}

/** A heading may be closed by the marks that opened it. */
function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && /[#\s]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function readRow(row: string, number: number): RowText {
  const cells = row.split(/(?<!\\)\|/u).map((text, index) => ({ text: plain(text.trim()), column: index + 1 }));
  return { row: number, cells };
}

/** The words without marks of emphasis, links, images and escapes. */
function plain(text: string): string {
  return text
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,500}?)\1/gu, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]{1,500}?)\*(?![\w*])/gu, '$1')
    .replace(/`([^`]{1,500})`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1');
}
