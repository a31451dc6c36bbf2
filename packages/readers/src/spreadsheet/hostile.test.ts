import { utils, write as writeBook } from '@e965/xlsx';
import { find, read, write, type CFB$Container } from 'cfb';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../encode-text.ts';
import { fillFile } from '../fill-file.ts';
import { readBytes } from '../read-bytes.ts';
import { zipOf } from '../testing/build-files.ts';
import { textRow, workbookOf, type WorkbookParts } from '../testing/build-workbook.ts';

async function textOf(data: string, around: Partial<WorkbookParts> = {}): Promise<string> {
  const book = workbookOf({ sheets: { 表: `<sheetData>${data}</sheetData>` }, ...around });
  const { source } = await readBytes(book, 'a.xlsx');
  return source.text.replace(/^表\n/u, '').trimEnd();
}

function number(value: string, style = 0): string {
  return `<row r="1"><c r="A1" s="${style}"><v>${value}</v></c></row>`;
}

describe('size', () => {
  test('rows beyond number with nothing but a style do not hide the filled ones, the very last included', async () => {
    const blank = Array.from(
      { length: 450_000 },
      (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="1"/></row>`,
    );
    const rows = `${textRow(1, ['姓名', '人数'])}${textRow(2, ['甲', '3'])}${blank.join('')}${textRow(1_048_576, ['末行'])}`;

    expect(await textOf(rows)).toBe('姓名\t人数\n甲\t3\n末行');
  }, 30_000);

  test('a sheet that is as wide as can be is read when it holds little', async () => {
    expect(await textOf('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>')).toMatch(/^1\t+2$/u);
  });

  test('450,000 rows with words are refused', async () => {
    const rows = Array.from({ length: 450_000 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`);

    await expect(textOf(rows.join(''))).rejects.toMatchObject({ code: 'too-large' });
  }, 30_000);

  test('more than 210,000 filled cells among a million rows are refused before they take memory', async () => {
    const rows = Array.from({ length: 105_001 }, (_, index) => {
      const row = index * 9 + 1;
      return `<row r="${row}"><c r="A${row}"><v>1</v></c><c r="B${row}"><v>2</v></c></row><row r="${row + 1}"/>`;
    });

    await expect(textOf(rows.join(''))).rejects.toMatchObject({ code: 'too-large' });
  }, 30_000);

  test('thirty rows with words in their last column are refused', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );

    await expect(textOf(rows.join(''))).rejects.toMatchObject({ code: 'too-large' });
  });

  test('a file of 100 MB is refused unopened', async () => {
    const bytes = new Uint8Array(100 * 1024 * 1024);
    bytes.set([0x50, 0x4b, 0x03, 0x04]);

    await expect(readBytes(bytes, 'a.xlsx')).rejects.toMatchObject({ code: 'too-large' });
  });

  test('a package in a package is told to be an archive', async () => {
    const inner = zipOf({ 'xl/workbook.xml': '<workbook/>' });

    await expect(readBytes(zipOf({ 'a.xlsx': inner }), 'a.xlsx')).rejects.toMatchObject({ code: 'unsupported' });
  });
});

describe('numbers that are codes', () => {
  const WHOLE =
    '<numFmts><numFmt numFmtId="164" formatCode="0"/></numFmts><cellXfs><xf/><xf numFmtId="1"/><xf numFmtId="164"/></cellXfs>';

  test.each([
    ['12 digits', '130101000001', 0, '130101000001'],
    ['15 digits, as a sheet writes them', '1.30101199001011E14', 0, '130101199001011'],
    ['16 digits of which the last may be lost', '6222021234567890', 1, '6.22202123456789E+15'],
    ['16 digits that are all there', '6222021234567891', 1, '6222021234567891'],
    ['18 digits that show zeros', '130102199001011000', 1, '1.30102199001011E+17'],
    ['18 digits in a format of the sender', '1.30102199001011E+17', 2, '1.30102199001011E+17'],
    ['18 digits in a general cell', '130102199001011234', 0, '1.30102199001011E+17'],
    ['a number that nobody counts', '1.5E300', 0, '1.5E+300'],
  ])('%s', async (_, value, style, expected) => {
    expect(await textOf(number(value, style), { styles: WHOLE })).toBe(expected);
  });

  test.each(['1.30102E+17', '013010219900101', '130102199001011234'])('%s as text stays as it is', async (text) => {
    expect(await textOf(textRow(1, [text]))).toBe(text);
  });
});

test('dates of the 1904 system are shown as the day that was meant', async () => {
  const text = await textOf(number('44621', 1), {
    beforeSheets: '<workbookPr date1904="1"/>',
    styles: '<cellXfs><xf/><xf numFmtId="31"/></cellXfs>',
  });

  expect(text).toBe('2026年3月2日');
});

test('formulas in a circle are read with the results that are stored', async () => {
  expect(await textOf('<row r="1"><c r="A1"><f>B1+1</f><v>7</v></c><c r="B1"><f>A1+1</f><v>8</v></c></row>')).toBe(
    '7\t8',
  );
});

test('headers that occur twice and macros change nothing', async () => {
  const text = await textOf(textRow(1, ['人数', '人数']), { parts: { 'xl/vbaProject.bin': Uint8Array.from([0xff]) } });

  expect(text).toBe('人数\t人数');
});

test('an older workbook with a password is encrypted', async () => {
  const book = { SheetNames: ['表'], Sheets: { 表: utils.aoa_to_sheet([['密']]) } };
  const container: CFB$Container = read(
    new Uint8Array(writeBook(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer),
    { type: 'array' },
  );
  const stream = find(container, 'Workbook');
  if (stream === null) throw new Error('no stream');
  const records = Uint8Array.from(stream.content);
  // A FilePass record right behind the first record, with RC4 of 40 bits.
  const at = 4 + (records[2] ?? 0);
  const locked = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, () => 7)];
  stream.content = Uint8Array.from([...records.subarray(0, at), ...locked, ...records.subarray(at)]);
  stream.size = stream.content.length;
  const bytes = Uint8Array.from(write(container, { type: 'array' }) as number[]);

  await expect(readBytes(bytes, 'a.xls')).rejects.toMatchObject({ code: 'encrypted' });
});

describe('a table whose lines are of two encodings', () => {
  const utf8 = encodeText('村名,户主\n东风村,王建国\n', 'utf-8', false);
  const gb = encodeText('柳林村,刘秀英\n前进村,赵小军\n', 'gb18030', false);

  test('is not filled either', async () => {
    const bytes = Uint8Array.from([...utf8, ...gb]);

    await expect(fillFile(bytes, 'a.csv', [])).rejects.toMatchObject({ code: 'unsupported' });
  });

  test('is refused, whichever comes first', async () => {
    for (const bytes of [Uint8Array.from([...utf8, ...gb]), Uint8Array.from([...gb, ...utf8])]) {
      await expect(readBytes(bytes, 'a.csv')).rejects.toMatchObject({
        code: 'unsupported',
        message: expect.stringContaining('两种编码') as string,
      });
    }
  });

  test('is not seen where there is but one', async () => {
    expect((await readBytes(gb, 'a.csv')).source.text).toContain('柳林村\t刘秀英');
    expect((await readBytes(utf8, 'a.csv')).source.text).toContain('东风村\t王建国');
  });
});
