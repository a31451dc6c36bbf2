import { utils, write, type BookType } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { unzipSync } from 'fflate';
import { docxOf, docxParagraph, ofdLine, ofdOf, pdfLine, pdfOf } from './build-files.ts';
import type { FuzzSeed } from './fuzz.ts';

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const TABLE =
  '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>户数</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';

/** One small file of each format that can be built here. */
export function builtSeeds(): FuzzSeed[] {
  const docx = docxOf({
    body: docxParagraph('通知', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + TABLE,
    numbering: NUMBERING,
  });
  const ofd = ofdOf([ofdLine('各村：', 20, 30) + ofdLine('请于周五前反馈。', 30, 40)]);
  return [
    { name: 'a.docx', bytes: docx },
    { name: 'stored.docx', bytes: stored(docx) },
    { name: 'a.ofd', bytes: ofd },
    { name: 'stored.ofd', bytes: stored(ofd) },
    { name: 'a.pdf', bytes: pdfOf([pdfLine('各村请于周五前反馈', 72, 700)]) },
    { name: 'a.xlsx', bytes: workbook('xlsx') },
    { name: 'stored.xlsx', bytes: stored(workbook('xlsx')) },
    { name: 'a.xls', bytes: workbook('biff8') },
    { name: 'a.ods', bytes: workbook('ods') },
    {
      name: 'a.html',
      bytes: strToU8('<html><body><h1>通知</h1><p>各村</p><table><tr><td rowspan=2>甲<td>乙</table></body></html>'),
    },
    { name: 'a.csv', bytes: strToU8('姓名,电话\n"张,三",123\n') },
    { name: 'a.md', bytes: strToU8('# 通知\n\n- **各村** [反馈](a)\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n') },
    { name: 'a.txt', bytes: strToU8('张三 2026-03-02 09:00\n请各村今天报数\n李四 2026-03-02 09:01\n收到\n') },
  ];
}

function workbook(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['村名', '户数'],
    ['东村', 12],
    ['合计', 12],
  ]);
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '台账');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** The same package without compression, so that damage reaches the text of the parts. */
function stored(bytes: Uint8Array): Uint8Array {
  return zipSync(unzipSync(bytes), { level: 0 });
}
