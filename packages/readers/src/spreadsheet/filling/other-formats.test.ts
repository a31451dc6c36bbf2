import { utils, write, type BookType } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../decode-text.ts';
import { encodeText } from '../../encode-text.ts';
import { fillFile } from '../../fill-file.ts';
import type { FormFill } from '../../form-fill.ts';
import { readBytes } from '../../read-bytes.ts';

function fillOf(sheet: string | null): FormFill {
  return {
    sheet,
    table: null,
    cells: [{ row: 4, column: 2, value: '"王五",组长', type: 'text' }],
    records: {
      first: 2,
      last: 3,
      columns: [
        { column: 1, type: 'text' },
        { column: 2, type: 'number' },
      ],
      records: [
        ['甲', '-1'],
        ['乙', null],
        ['=丙', '3'],
      ],
    },
  };
}

function bookOf(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['村名', '人数'],
    [null, null],
    [null, 7],
    ['组长', null, 46083],
  ]);
  Object.assign(sheet['C4'] as object, { z: '#,##0.0' });
  return new Uint8Array(
    write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'array', bookType }) as ArrayBuffer,
  );
}

describe.each([
  ['.xls', 'biff8'],
  ['.ods', 'ods'],
  ['.xlsb', 'xlsb'],
] as const)('%s', (extension, bookType) => {
  test('comes out as xlsx with its values, and the lost layout is told', async () => {
    const filled = await fillFile(bookOf(bookType), `a${extension}`, [fillOf('表')]);

    expect(filled.extension).toBe('.xlsx');
    expect(filled.notes.map(({ code }) => code)).toEqual(['layout-lost']);
    expect((await readBytes(filled.bytes, 'a.xlsx')).source.text).toBe(
      '表\n村名\t人数\n甲\t-1\n乙\t7\n=丙\t3\n组长\t"王五",组长\t46,083.0\n',
    );
  });
});

describe('csv', () => {
  const TEXT = '村名;人数;备注\r\n;;"a;b"\r\n;7;\r\n组长;;';
  const FILLED = '村名;人数;备注\r\n甲;-1;"a;b"\r\n乙;7;\r\n\'=丙;3;\r\n组长;"""王五"",组长";';

  test.each([
    ['utf-8', false],
    ['utf-8', true],
    ['gb18030', false],
    ['utf-16le', true],
  ] as const)(
    'in %s (mark: %s) keeps its encoding, separator, line ends and other cells',
    async (encoding, hasMark) => {
      const filled = await fillFile(encodeText(TEXT, encoding, hasMark), 'a.csv', [fillOf(null)]);

      expect(filled.bytes).toEqual(encodeText(FILLED, encoding, hasMark));
      expect(filled.extension).toBe('.csv');
    },
  );

  test('a text that a spreadsheet program would run is marked, and that is told', async () => {
    const { notes } = await fillFile(encodeText(TEXT, 'utf-8', false), 'a.csv', [fillOf(null)]);

    expect(notes).toEqual([
      { code: 'formula-escaped', sentence: '1 个值以 = + - @ 开头，前面加了单引号，以免被表格软件当作公式。' },
    ]);
  });
});

test.each(['村民登记表，共１２户', '€ㄅ𠮷㐀ｱéḿ'])('GB18030 keeps every sign of %s', (text) => {
  const sentence = `各村请于月底前把名单报送到镇里：${text}`;

  expect(decodeText(encodeText(sentence, 'gb18030', false))).toBe(sentence);
});

test.each([
  ['a.txt', '一段话'],
  ['a.html', '<html><table><tr><td>a</td></tr></table></html>'],
])('%s has no form that could be filled', async (name, text) => {
  await expect(fillFile(new TextEncoder().encode(text), name, [])).rejects.toMatchObject({ code: 'unsupported' });
});
