import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../read-bytes.ts';
import { zipOf } from '../testing/build-files.ts';
import { cellReference } from './cell-reference.ts';

function ledger(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['水库巡查台账'],
    ['库名', '日期', '库容'],
    ['柳溪', 46083, 1234.5],
    [null, null, '=1+1'],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  Object.assign(sheet['B3'] as object, { z: 'yyyy"年"m"月"d"日"' });
  Object.assign(sheet['C3'] as object, { z: '#,##0.00' });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '台账');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['字典']]), '隐藏');
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

describe.each([
  ['xlsx', 'xlsx'],
  ['xls', 'biff8'],
] as const)('%s', (format, bookType) => {
  test('cells are read as displayed, under the name of their visible sheet', async () => {
    const { format: found, source } = await readBytes(bytesOf(ledger(), bookType), `a.${format}`);

    expect(found).toBe(format);
    expect(source.text).toBe('台账\n水库巡查台账\n库名\t日期\t库容\n柳溪\t2026年3月2日\t1,234.50\n\t\t=1+1\n');
    expect(source.blocks[0]).toEqual({ start: 0, end: 2, kind: 'heading', level: 1, place: { sheet: '台账' } });
    expect(source.tables[0]?.cells[0]).toEqual({ start: 3, end: 9, row: 1, column: 1, rowSpan: 1, columnSpan: 3 });
    expect(source.blocks.at(-1)?.place).toEqual({ sheet: '台账', cell: 'C4', table: 1, row: 4, column: 3 });
  });
});

test('a blank merged cell behind the last word and the spaces before words are kept as layout', async () => {
  const sheet = utils.aoa_to_sheet([['耕地面积'], ['　水田']]);
  sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 0, c: 2 } }];
  const { source } = await readBytes(bytesOf({ SheetNames: ['表'], Sheets: { 表: sheet } }, 'xlsx'), 'a.xlsx');

  expect(source.text).toBe('表\n耕地面积\t\n水田\n');
  expect(source.tables[0]?.cells).toMatchObject([
    { row: 1, column: 1 },
    { row: 1, column: 2, columnSpan: 2 },
    { row: 2, column: 1, indent: 2 },
  ]);
});

function dated(bookType: BookType, format: string): Uint8Array {
  const sheet = utils.aoa_to_sheet([[46083.5]]);
  Object.assign(sheet['A1'] as object, { z: format });
  return bytesOf({ SheetNames: ['表'], Sheets: { 表: sheet } }, bookType);
}

describe.each([
  ['m/d/yy', '2026/3/2'],
  ['m/d/yyyy', '2026/3/2'],
  ['mm\\/dd\\/yyyy', '2026/3/2'],
  ['m/d/yy h:mm', '2026/3/2 12:00'],
  ['[$-409]m/d/yyyy\\ h:mm', '2026/3/2 12:00'],
  ['yyyy-mm-dd', '2026-03-02'],
  ['yyyy"年"m"月"', '2026年3月'],
  ['m/d', '3/2'],
])('a day written as %s', (format, expected) => {
  test.each(['xlsx', 'biff8'] as const)('reads the same in %s', async (bookType) => {
    const { source } = await readBytes(dated(bookType, format), 'a');

    expect(source.text).toBe(`表\n${expected}\n`);
  });
});

test('a day of an old workbook that names a Chinese format by number alone is Chinese', async () => {
  const book = dated('biff8', 'm/d/yy');
  // The record of a cell's look: its kind, 20 bytes, the font, the format.
  const at = book.findIndex(
    (_, index) => [0xe0, 0, 20, 0].every((byte, step) => book[index + step] === byte) && book[index + 6] === 14,
  );
  book[at + 6] = 31;

  expect((await readBytes(book, 'a.xls')).source.text).toBe('表\n2026年3月2日\n');
});

test('a long code that was typed as a number keeps its digits', async () => {
  const sheet = utils.aoa_to_sheet([[130101000001, 130101199001011, 1.5e300]]);

  const { source } = await readBytes(bytesOf({ SheetNames: ['表'], Sheets: { 表: sheet } }, 'xlsx'), 'a.xlsx');

  expect(source.text).toBe('表\n130101000001\t130101199001011\t1.5E+300\n');
});

test('an open document spreadsheet is told by its content', async () => {
  const { format, source } = await readBytes(bytesOf(ledger(), 'ods'), 'a.xlsx');

  expect(format).toBe('ods');
  expect(source.text).toContain('库名\t日期\t库容\n');
});

test('a merged range over a whole sheet is refused instead of filling the memory', async () => {
  const book = ledger();
  Object.assign(book.Sheets['台账'] as object, { '!merges': [{ s: { r: 0, c: 0 }, e: { r: 1_000_000, c: 16_000 } }] });

  await expect(readBytes(bytesOf(book, 'xlsx'), 'a.xlsx')).rejects.toMatchObject({ code: 'too-large' });
});

test('quoted values may hold separators, line ends and quotes', async () => {
  const { format, source } = await readBytes(
    new TextEncoder().encode('村,说明\r\n东村,"甲,乙\n""丙"""\r\n,\r\n西村,\r\n'),
    'a.csv',
  );

  expect(format).toBe('csv');
  expect(source.text).toBe('村\t说明\n东村\t甲,乙 "丙"\n西村\t\n');
  expect(source.blocks.at(-1)?.place).toEqual({ table: 1, row: 4, column: 1, cell: 'A4' });
});

test.each([
  [1, 1, 'A1'],
  [10, 26, 'Z10'],
  [3, 27, 'AA3'],
  [1, 16_384, 'XFD1'],
])('row %i, column %i is %s', (row, column, expected) => {
  expect(cellReference(row, column)).toBe(expected);
});

function openDocument(rows: string): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<content><spreadsheet><table name="表">${rows}</table></spreadsheet></content>`,
  });
}

test('repeated and covered cells of an open document keep their columns, trailing blanks are left out', async () => {
  const rows =
    '<table-row><table-cell number-columns-spanned="2"><p>村</p></table-cell><covered-table-cell/><table-cell number-columns-repeated="2"><p>1</p></table-cell><table-cell number-columns-repeated="16380"/></table-row><table-row number-rows-repeated="1048000"/><table-row><table-cell number-columns-repeated="2"/><table-cell><p>末</p></table-cell></table-row>';

  const { source } = await readBytes(openDocument(rows), 'a.ods');

  expect(source.text).toBe('表\n村\t1\t1\n\t\t末\n');
  expect(source.blocks.map(({ place }) => place.cell)).toEqual([undefined, 'A1', 'C1', 'D1', 'C1048002']);
});

test.each([
  '<table-row><table-cell number-columns-repeated="100000000"><p>x</p></table-cell></table-row>',
  '<table-row number-rows-repeated="100000000"><table-cell><p>x</p></table-cell></table-row>',
])('a cell repeated without end is refused at once', async (rows) => {
  await expect(readBytes(openDocument(rows), 'a.ods')).rejects.toMatchObject({ code: 'too-large' });
});
