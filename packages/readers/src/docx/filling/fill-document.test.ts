import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fillFile } from '../../fill-file.ts';
import type { FormFill } from '../../form-fill.ts';
import { readBytes } from '../../read-bytes.ts';
import { docxOf, docxParagraph } from '../../testing/build-files.ts';

function cell(text: string, properties = ''): string {
  const run = text === '' ? '' : `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p w:rsidR="00A1"><w:pPr><w:jc w:val="center"/><w:rPr><w:i/></w:rPr></w:pPr>${run}</w:p></w:tc>`;
}

function row(cells: readonly string[], attributes = ''): string {
  return `<w:tr${attributes}>${cells.join('')}</w:tr>`;
}

function table(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

const FRAME = table([row([cell('只有一格的框不是表')])]);
const BODY = [
  docxParagraph('登记表'),
  FRAME,
  table([row([cell('姓名'), cell('旧名')]), row([cell('住址', '<w:gridSpan w:val="2"/>')])]),
  table([
    row([cell('序号'), cell('户主'), cell('人数')]),
    row([cell('1'), cell(''), cell('')], ' w14:paraId="11"'),
    row([cell('2'), cell(''), cell('')], ' w14:paraId="12"'),
    row([cell('合计'), cell('', '<w:gridSpan w:val="2"/>')]),
  ]),
].join('');

const FORM = docxOf({ body: BODY, header: docxParagraph('内部资料') });

function documentOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

const CARD: FormFill = {
  sheet: null,
  table: 0,
  cells: [{ row: 1, column: 2, value: '张三\n<李四>', type: 'text' }],
  records: null,
};
const LIST: FormFill = {
  sheet: null,
  table: 1,
  cells: [{ row: 4, column: 3, value: '9', type: 'number' }],
  records: {
    first: 2,
    last: 3,
    columns: [
      { column: 2, type: 'text' },
      { column: 3, type: 'number' },
    ],
    records: [
      ['甲', '2'],
      ['乙', null],
      ['丙', '3'],
      ['丁', '4'],
    ],
  },
};

test('cells are filled by table, row and column as the reader counts them, and rows are repeated', async () => {
  const { bytes, notes } = await fillFile(FORM, 'a.docx', [CARD, LIST]);

  expect(notes).toEqual([]);
  expect((await readBytes(bytes, 'a.docx')).source.text.split('\n')).toEqual([
    '内部资料',
    '登记表',
    '只有一格的框不是表',
    '姓名\t张三 <李四>',
    '住址',
    '序号\t户主\t人数',
    '1\t甲\t2',
    '2\t乙\t',
    '3\t丙\t3',
    '4\t丁\t4',
    '合计\t9',
    '',
  ]);
});

test('words take the look of what stood in the cell, or of its paragraph', async () => {
  const xml = documentOf((await fillFile(FORM, 'a.docx', [CARD, LIST])).bytes);

  expect(xml).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">张三</w:t><w:br/>');
  expect(xml).toContain(
    '<w:jc w:val="center"/><w:rPr><w:i/></w:rPr></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">甲',
  );
});

test('marks that must be unique are not repeated with a row', async () => {
  const xml = documentOf((await fillFile(FORM, 'a.docx', [LIST])).bytes);

  expect(xml.match(/w14:paraId="12"/gu)).toHaveLength(1);
});

test('other parts and the text around the cells stay as they were', async () => {
  const before = unzipSync(FORM);
  const after = unzipSync((await fillFile(FORM, 'a.docx', [CARD])).bytes);

  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const name of Object.keys(before).filter((part) => part !== 'word/document.xml')) {
    expect(after[name]).toEqual(before[name]);
  }
  const restored = strFromU8(after['word/document.xml'] ?? new Uint8Array()).replace(
    /<w:t xml:space="preserve">张三.*?李四&gt;<\/w:t>/u,
    '<w:t>旧名</w:t>',
  );
  expect(restored).toBe(documentOf(FORM));
});

test('a table that is not there is told', async () => {
  const { notes } = await fillFile(FORM, 'a.docx', [{ ...CARD, table: 7 }]);

  expect(notes).toEqual([{ code: 'form-missing', sentence: '文件里没有第 8 个表格，这部分没有填。' }]);
});
