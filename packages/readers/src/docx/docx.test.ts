import { expect, test } from 'vitest';
import type { SourceText } from '@qingzhuang/analysis';
import { MOST_CHARACTERS } from '../limits.ts';
import { docxOf, docxParagraph as p, type DocxParts } from '../testing/build-files.ts';
import { ZipPackage } from '../zip.ts';
import { readDocx } from './docx.ts';

function read(parts: DocxParts): SourceText {
  return readDocx(new ZipPackage(docxOf(parts)), MOST_CHARACTERS);
}

function level(depth: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

function numbered(text: string, depth: number, list = 1): string {
  return p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
}

const OUTLINE = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}</w:abstractNum>`;
const LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const RESTARTED =
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';

test('automatic numbers are printed as Word shows them', () => {
  const body =
    numbered('范围', 0) + numbered('水库', 1) + numbered('山塘', 1) + numbered('大的', 2) + numbered('时间', 0);

  const { text, blocks } = read({ body: body + numbered('春季', 1) + numbered('上旬', 3), numbering: OUTLINE + LIST });

  expect(text).toBe('一、范围\n（一）水库\n（二）山塘\n1. 大的\n二、时间\n（一）春季\n2.1 上旬\n');
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['list-item']));
});

test('two lists of one definition count on unless the second says where it starts', () => {
  const same = '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>';
  const body = numbered('甲', 0, 1) + numbered('乙', 0, 3) + numbered('丙', 0, 2) + numbered('丁', 0, 2);

  expect(read({ body, numbering: OUTLINE + LIST + RESTARTED + same }).text).toBe('一、甲\n二、乙\n一、丙\n二、丁\n');
});

test('a style gives level, alignment and number to its paragraphs', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/><w:pPr><w:jc w:val="center"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="child"><w:basedOn w:val="h"/></w:style>';

  const { text, blocks } = read({ body: p('要求', '<w:pStyle w:val="child"/>'), styles, numbering: OUTLINE + LIST });

  expect(text).toBe('一、要求\n');
  expect(blocks).toEqual([{ start: 0, end: 4, kind: 'heading', level: 2, align: 'center', place: { paragraph: 1 } }]);
});

test('insertions are in, deletions and hidden text are out', () => {
  const body =
    '<w:p><w:r><w:t>报县</w:t></w:r><w:del><w:r><w:delText>防汛科</w:delText></w:r></w:del><w:ins><w:r><w:t>水库股</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>勿外传</w:t></w:r></w:p>';

  expect(read({ body }).text).toBe('报县水库股\n');
});

test('a deleted paragraph mark joins two paragraphs', () => {
  const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>${p('后半')}`;

  expect(read({ body }).text).toBe('前半后半\n');
});

test('field codes are out, their results are in', () => {
  function run(inner: string): string {
    return `<w:r>${inner}</w:r>`;
  }
  const body = `<w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>REF x</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>第三条</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}</w:p>`;

  expect(read({ body }).text).toBe('第三条\n');
});

test('merged cells stand once with their spans', () => {
  function cell(text: string, properties = ''): string {
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  }
  const body = `<w:tbl><w:tr>${cell('乡镇', '<w:vMerge w:val="restart"/>')}${cell('水库', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('座数')}${cell('库容')}</w:tr></w:tbl>`;

  const { text, tables, blocks } = read({ body });

  expect(text).toBe('乡镇\t水库\n座数\t库容\n');
  expect(tables[0]?.cells).toEqual([
    { start: 0, end: 2, row: 1, column: 1, rowSpan: 2, columnSpan: 1 },
    { start: 3, end: 5, row: 1, column: 2, rowSpan: 1, columnSpan: 2 },
    { start: 6, end: 8, row: 2, column: 2, rowSpan: 1, columnSpan: 1 },
    { start: 9, end: 11, row: 2, column: 3, rowSpan: 1, columnSpan: 1 },
  ]);
  expect(blocks[3]).toEqual({ start: 9, end: 11, kind: 'cell', place: { table: 1, row: 2, column: 3 } });
});

test('a frame of one cell is running text', () => {
  const { text, tables } = read({ body: `<w:tbl><w:tr><w:tc>${p('甲')}${p('乙')}</w:tc></w:tr></w:tbl>` });

  expect(text).toBe('甲\n乙\n');
  expect(tables).toEqual([]);
});

test('notes follow the text under the sign that refers to them', () => {
  const body =
    '<w:p><w:r><w:t>不少于6</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>座</w:t></w:r></w:p>';

  expect(read({ body, footnotes: `<w:footnote w:id="2">${p('含在建。')}</w:footnote>` }).text).toBe(
    '不少于6①座\n①含在建。\n',
  );
});

test('page lines are marked as such and page numbers left out', () => {
  const { text, blocks } = read({ body: p('正文'), header: p('县水务局文件'), footer: p('— 1 —') });

  expect(text).toBe('县水务局文件\n正文\n');
  expect(blocks.map(({ kind }) => kind)).toEqual(['page-header', 'paragraph']);
});

test('a text box is read once, though it is stored twice for older programs', () => {
  function box(name: string): string {
    return `<w:${name}><w:drawing><w:txbxContent>${p('县水务局文件')}</w:txbxContent></w:drawing></w:${name}>`;
  }
  const body = `<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:AlternateContent>${box('Choice')}${box('Fallback')}</w:AlternateContent></w:r></w:p>`;

  expect(read({ body }).text).toBe('正文\n县水务局文件\n');
});

test('pictures and embedded objects are reported as unread', () => {
  const body = `${p('正文')}<w:p><w:r><w:drawing><w:blip/></w:drawing></w:r><w:r><w:object><w:OLEObject/></w:object></w:r></w:p>`;

  expect(read({ body }).unread).toEqual([
    { kind: 'image', place: { paragraph: 1 } },
    { kind: 'embedded-object', place: { paragraph: 1 } },
  ]);
});
