import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillFile } from '../../fill-file.ts';
import type { CellFill, FilledFile, FormFill, RecordsFill } from '../../form-fill.ts';
import { readBytes } from '../../read-bytes.ts';
import { textRow, workbookOf, type WorkbookParts } from '../../testing/build-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

function partOf(bytes: Uint8Array, name = SHEET): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** Fills rows from row 2 on, in column A. */
function listOf(records: readonly string[], last = 2, column = 1): RecordsFill {
  return { first: 2, last, columns: [{ column, type: 'text' }], records: records.map((value) => [value]) };
}

function fillForm(form: Uint8Array, fill: Partial<FormFill>, name = 'a.xlsx'): Promise<FilledFile> {
  return fillFile(form, name, [{ sheet: '表', table: null, cells: [], records: null, ...fill }]);
}

function cellFill(row: number, column: number, value: string, type: CellFill['type'] = 'text'): CellFill {
  return { row, column, value, type };
}

function formOf(rows: string, around: Partial<WorkbookParts> & { readonly tail?: string } = {}): Uint8Array {
  const { tail = '', ...parts } = around;
  return workbookOf({ sheets: { 表: `<sheetData>${rows}</sheetData>${tail}` }, ...parts });
}

describe('what stays', () => {
  test('every part that holds no filled cell and no formula comes out byte for byte', async () => {
    const form = formOf(textRow(1, ['姓名', '']), {
      styles: '<cellXfs><xf/></cellXfs>',
      parts: {
        'xl/vbaProject.bin': Uint8Array.from([1, 2, 3]),
        'xl/theme/theme1.xml': '<a/>',
        'docProps/app.xml': '<b/>',
      },
    });

    const before = unzipSync(form);
    const after = unzipSync((await fillForm(form, { cells: [cellFill(1, 2, '甲')] }, 'a.xlsm')).bytes);

    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter(
      (name) => strFromU8(after[name] ?? new Uint8Array()) !== strFromU8(before[name] ?? new Uint8Array()),
    );
    expect(changed).toEqual([SHEET]);
  });

  test('rows without value stay as they were written', async () => {
    const odd = "<row  r='3'  hidden='1' ><c r='A3' t='s' ><v>0</v></c ><!-- note --></row>";
    const form = formOf(`${textRow(1, ['姓名', ''])}${odd}`);

    expect(partOf((await fillForm(form, { cells: [cellFill(1, 2, '甲')] })).bytes)).toContain(odd);
  });

  test('formulas are never overwritten, and that is told', async () => {
    const form = formOf(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="array" ref="B1:C1">A1:B1</f></c><c r="C1"><v>1</v></c></row>',
    );

    const { bytes, notes } = await fillForm(form, { cells: [cellFill(1, 1, '5'), cellFill(1, 3, '6')] });

    expect(notes).toEqual([{ code: 'formula-kept', sentence: 'A1、C1 是公式，保留公式，没有填入数值。' }]);
    expect(partOf(bytes)).toContain('<f>1+1</f>');
    expect(partOf(bytes)).toContain('<c r="C1"><v>1</v></c>');
  });
});

describe('values', () => {
  const STYLES =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[$-804]aaaa;@"/></numFmts><cellXfs><xf/><xf numFmtId="49"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="31"/></cellXfs>';

  test.each([
    ['a code in a general cell', '0012', 'text', 0, '<t xml:space="preserve">0012</t>'],
    ['a number', '12.50', 'number', 0, '><v>12.50</v>'],
    ['a number with 18 digits', '130102199001011234', 'number', 0, '<t xml:space="preserve">130102199001011234</t>'],
    ['a number with a leading zero', '012', 'number', 0, '<t xml:space="preserve">012</t>'],
    ['a word where a number is due', '不详', 'number', 0, '<t xml:space="preserve">不详</t>'],
    ['a share', '7', 'number', 4, '<v>0.07</v>'],
    ['a small share', '-0.5', 'number', 4, '<v>-0.005</v>'],
    ['a large share', '120', 'number', 4, '<v>1.2</v>'],
    ['a date in a cell of dates', '2026-03-02', 'date', 2, '<v>46083</v>'],
    ['a date in a Chinese format', '2026-03-02', 'date', 5, '<v>46083</v>'],
    ['a date in a cell of text', '2026-03-02', 'date', 1, '<t xml:space="preserve">2026-03-02</t>'],
    ['a date in a general cell', '2026-03-02', 'date', 0, '<t xml:space="preserve">2026-03-02</t>'],
    ['a month where months are shown', '2026-03', 'date', 3, '<v>46082</v>'],
    ['a month where days are shown', '2026-03', 'date', 2, '<t xml:space="preserve">2026-03</t>'],
    ['a day that is none', '2026-02-30', 'date', 2, '<t xml:space="preserve">2026-02-30</t>'],
    ['a day on which programs disagree', '1900-02-01', 'date', 2, '<t xml:space="preserve">1900-02-01</t>'],
    ['a text like a formula', '=HYPERLINK("x")', 'text', 0, '<t xml:space="preserve">=HYPERLINK("x")</t>'],
    ['markup', '<a>&', 'text', 0, '<t xml:space="preserve">&lt;a&gt;&amp;</t>'],
    ['a written code of a sign', '_x0041_', 'text', 0, '<t xml:space="preserve">_x005F_x0041_</t>'],
    ['signs that no file may hold', 'a\u0000\ud800b', 'text', 0, '<t xml:space="preserve">ab</t>'],
  ] as const)('%s: %j as %s in style %i', async (_, value, type, style, expected) => {
    const form = formOf(`<row r="1"><c r="A1" s="${style}"/></row>`, { styles: STYLES });

    const { bytes } = await fillForm(form, { cells: [cellFill(1, 1, value, type)] });

    expect(partOf(bytes)).toContain(`s="${style}"`);
    expect(partOf(bytes)).toContain(expected);
  });

  test('days count from 1904 where the workbook does', async () => {
    const form = formOf('<row r="1"><c r="A1" s="2"/></row>', {
      styles: STYLES,
      beforeSheets: '<workbookPr date1904="1"/>',
    });

    const { bytes } = await fillForm(form, { cells: [cellFill(1, 1, '2026-03-02', 'date')] });

    expect(partOf(bytes)).toContain('<v>44621</v>');
    expect((await readBytes(bytes, 'a.xlsx')).source.text).toBe('表\n2026/3/2\n');
  });

  test('a cell that is not in the file takes the style of its row or column', async () => {
    const form = workbookOf({
      styles: STYLES,
      sheets: {
        表: '<cols><col min="2" max="3" style="1"/></cols><sheetData><row r="2" s="2" customFormat="1"/></sheetData>',
      },
    });

    const { bytes } = await fillForm(form, { cells: [cellFill(1, 3, '甲'), cellFill(2, 3, '2026-03-02', 'date')] });

    expect(partOf(bytes)).toContain('<row r="1"><c s="1" t="inlineStr" r="C1">');
    expect(partOf(bytes)).toContain('<c s="2" r="C2"><v>46083</v></c>');
  });

  test('an empty value clears a cell and keeps its style', async () => {
    const { bytes } = await fillForm(formOf(textRow(1, ['旧'], 3)), { cells: [cellFill(1, 1, '')] });

    expect(partOf(bytes)).toContain('<row r="1"><c s="3" r="A1"/></row>');
  });

  test('a merged area takes a value at its top left, and a second one is told', async () => {
    const form = formOf(textRow(1, ['', '', '']), {
      tail: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    });

    const { bytes, notes } = await fillForm(form, { cells: [cellFill(2, 2, '甲'), cellFill(1, 2, '乙')] });

    expect((await readBytes(bytes, 'a.xlsx')).source.text).toBe('表\n甲\n');
    expect(notes).toEqual([{ code: 'cell-merged', sentence: 'B1 与别的格合并，只能显示一个值，没有填。' }]);
  });

  test('a sheet that is not there is told', async () => {
    const { notes } = await fillForm(formOf(''), { sheet: '别的' });

    expect(notes).toEqual([{ code: 'form-missing', sentence: '文件里没有工作表“别的”，这部分没有填。' }]);
  });
});

describe('sheets written in other ways', () => {
  test('prefixed names, missing numbers, self-closing rows and gaps are understood', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const form = workbookOf({
      sheets: {
        表: `<?xml version="1.0" encoding="UTF-8"?><x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>头</x:t></x:is></x:c></x:row><x:row/><x:row r="9"><x:c><x:f>SUM(B2:B2)</x:f></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    });

    const { bytes } = await fillForm(form, { records: listOf(['1', '2', '3'], 2, 2) });

    expect(partOf(bytes)).toContain('<x:row r="4"><x:c t="inlineStr" r="B4"><x:is>');
    expect(partOf(bytes)).toContain('<x:row r="11"><x:c r="A11"><x:f>SUM(B2:B4)</x:f></x:c></x:row>');
  });

  test('a part in UTF-16 is filled and says that it is UTF-8 now', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>头</t></is></c></row></sheetData></worksheet>';
    const bytes16 = new Uint8Array(new Uint16Array(Array.from(`\ufeff${xml}`, (sign) => sign.charCodeAt(0))).buffer);
    const form = workbookOf({ sheets: { 表: '' }, parts: { [SHEET]: bytes16 } });

    const { bytes } = await fillForm(form, { cells: [cellFill(2, 1, '甲')] });

    expect(partOf(bytes)).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/u);
    expect((await readBytes(bytes, 'a.xlsx')).source.text).toBe('表\n头\n甲\n');
  });
});
