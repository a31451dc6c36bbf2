import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillFile } from '../../fill-file.ts';
import type { FormFill } from '../../form-fill.ts';
import { textRow, workbookOf, type WorkbookParts } from '../../testing/build-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** Five records into the rows 2 and 3 of a sheet: three rows are put in, everything from row 4 on moves. */
const FIVE: FormFill = {
  sheet: '表',
  table: null,
  cells: [],
  records: {
    first: 2,
    last: 3,
    columns: [{ column: 2, type: 'number' }],
    records: [['1'], ['2'], ['3'], ['4'], ['5']],
  },
};

async function grow(
  parts: Partial<WorkbookParts> & { readonly rows?: string; readonly tail?: string },
): Promise<(name?: string) => string> {
  const { rows = '', tail = '', sheets = {}, ...others } = parts;
  const form = workbookOf({
    ...others,
    sheets: { 表: `<sheetData>${textRow(1, ['号', '数'])}${rows}</sheetData>${tail}`, ...sheets },
  });
  const { bytes } = await fillFile(form, 'a.xlsx', [FIVE]);
  const files = unzipSync(bytes);
  return (name = SHEET) => strFromU8(files[name] ?? new Uint8Array());
}

/** The styles of the cells of column B from row 2 on. */
function stylesOf(xml: string): string[] {
  return Array.from(xml.matchAll(/<c s="(\d+)" r="B\d+"/gu), ([, style = '']) => style);
}

function row(number: number, style: number, more = ''): string {
  return `<row r="${number}"${more}><c r="B${number}" s="${style}"/></row>`;
}

/** A row with its serial number, a value to come, a word that all rows share and one of its own. */
function cells(number: number): string {
  return `<row r="${number}"><c r="A${number}"><v>${number - 1}</v></c><c r="B${number}"/><c r="C${number}" t="s"><v>7</v></c><c r="D${number}" t="s"><v>${number}</v></c></row>`;
}

/** A picture from row 2 to row 6. */
function anchor(attribute: string): string {
  return `<xdr:twoCellAnchor${attribute}><xdr:from><xdr:col>0</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:row>5</xdr:row></xdr:to></xdr:twoCellAnchor>`;
}

describe('the look of new rows', () => {
  test('two looks go on in turn', async () => {
    expect(stylesOf((await grow({ rows: row(2, 1) + row(3, 2) }))())).toEqual(['1', '2', '1', '2', '1']);
  });

  test('a last row of its own look stays the last one', async () => {
    const form = workbookOf({
      sheets: { 表: `<sheetData>${[2, 3, 4].map((number) => row(number, 1)).join('')}${row(5, 9)}</sheetData>` },
    });
    const records = {
      ...FIVE.records,
      first: 2,
      last: 5,
      columns: FIVE.records?.columns ?? [],
      records: FIVE.records?.records ?? [],
    };

    const { bytes } = await fillFile(form, 'a.xlsx', [{ ...FIVE, records }]);

    expect(stylesOf(strFromU8(unzipSync(bytes)[SHEET] ?? new Uint8Array()))).toEqual(['1', '1', '1', '1', '9']);
  });

  test('height and grouping are taken over, hiding is not', async () => {
    const xml = (
      await grow({ rows: row(2, 1) + row(3, 1, ' ht="30" customHeight="1" outlineLevel="1" hidden="1"') })
    )();

    expect(xml).toContain('<row r="5" ht="30" customHeight="1" outlineLevel="1">');
    expect(xml).toContain('<row r="3" ht="30" customHeight="1" outlineLevel="1" hidden="1">');
  });

  test('serial numbers go on, and words that stand in every row are repeated', async () => {
    const xml = (await grow({ rows: cells(2) + cells(3) }))();

    expect(xml).toContain('<c r="A6"><v>5</v></c><c r="B6"><v>5</v></c><c r="C6" t="s"><v>7</v></c><c r="D6"/></row>');
  });

  test('cells merged side by side are merged in every new row', async () => {
    const xml = (
      await grow({
        rows: row(2, 1) + row(3, 1),
        tail: '<mergeCells count="3"><mergeCell ref="B2:C2"/><mergeCell ref="B3:C3"/><mergeCell ref="A4:C5"/></mergeCells>',
      })
    )();

    expect(xml).toContain(
      '<mergeCells count="6"><mergeCell ref="B2:C2"/><mergeCell ref="B3:C3"/><mergeCell ref="A7:C8"/><mergeCell ref="B4:C4"/><mergeCell ref="B5:C5"/><mergeCell ref="B6:C6"/></mergeCells>',
    );
  });
});

describe('formulas', () => {
  test('those of a row are copied, shared ones become plain, results go', async () => {
    const xml = (
      await grow({
        rows: '<row r="2"><c r="C2"><f t="shared" ref="C2:C4" si="0">B2*$B$4</f><v>0</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>0</v></c></row><row r="4"><c r="C4" t="str"><f t="shared" si="0"/><v>x</v></c></row>',
      })
    )();

    expect(Array.from(xml.matchAll(/<c r="C\d"><f>([^<]*)<\/f><\/c>/gu), ([, formula]) => formula)).toEqual([
      'B2*$B$7',
      'B3*$B$7',
      'B4*$B$7',
      'B5*$B$7',
      'B6*$B$7',
      'B7*$B$7',
    ]);
  });

  test('a formula over one cell is copied, one over several is not', async () => {
    const xml = (
      await grow({
        rows: '<row r="2"/><row r="3"><c r="C3" cm="1"><f t="array" ref="C3">B3</f><v>0</v></c><c r="D3"><f t="array" ref="D3:E3">B3</f></c></row>',
      })
    )();

    expect(xml).toContain('<c r="C5" cm="1"><f t="array" ref="C5">B5</f></c><c r="D5"/></row>');
  });

  test('those of other sheets, names and print titles follow', async () => {
    const part = await grow({
      sheets: {
        "o'b": `<sheetData><row r="1"><c r="A1"><f>SUM(表!B2:B3)&amp;"&lt;表!B4"</f><v>1</v></c></row></sheetData>`,
      },
      afterSheets:
        '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">表!$A:$B,表!$4:$4</definedName><definedName name="n">\'o\'\'b\'!$A$4</definedName></definedNames><calcPr calcId="191029"/>',
    });

    expect(part('xl/worksheets/sheet2.xml')).toContain('<f>SUM(表!B2:B6)&amp;"&lt;表!B4"</f></c>');
    expect(part('xl/workbook.xml')).toContain('表!$A:$B,表!$7:$7');
    expect(part('xl/workbook.xml')).toContain("'o''b'!$A$4</definedName>");
    expect(part('xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  test('the order of calculation is dropped with all that speaks of it', async () => {
    const part = await grow({
      rows: '<row r="4"><c r="B4"><f>SUM(B2:B3)</f></c></row>',
      workbookLinks: ['calcChain calcChain.xml'],
      parts: { 'xl/calcChain.xml': '<calcChain><c r="B4" i="1"/></calcChain>' },
    });

    expect(part('xl/calcChain.xml')).toBe('');
    expect(part('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(part('[Content_Types].xml')).not.toContain('calcChain');
  });
});

describe('what stands around the rows', () => {
  test.each([
    ['<autoFilter ref="A1:B3"/>', '<autoFilter ref="A1:B6"/>'],
    [
      '<dataValidation sqref="B2:B3 B9"><formula1>B9</formula1></dataValidation>',
      '<dataValidation sqref="B2:B6 B12"><formula1>B12</formula1></dataValidation>',
    ],
    ['<dataValidation sqref="B3"/>', '<dataValidation sqref="B3:B6"/>'],
    [
      '<conditionalFormatting sqref="B2:B3"><cfRule><formula>B2&gt;$B$4</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="B2:B6"><cfRule><formula>B2&gt;$B$7</formula></cfRule></conditionalFormatting>',
    ],
    ['<hyperlink ref="A4" location="表!B4"/>', '<hyperlink ref="A7" location="表!B7"/>'],
    [
      '<rowBreaks><brk id="4" max="16383"/></rowBreaks><colBreaks><brk id="4"/></colBreaks><ignoredErrors><ignoredError sqref="B4"/></ignoredErrors>',
      '<rowBreaks><brk id="7" max="16383"/></rowBreaks><colBreaks><brk id="4"/></colBreaks><ignoredErrors><ignoredError sqref="B7"/></ignoredErrors>',
    ],
    [
      '<extLst><ext><x14:dataValidation><x14:formula1><xm:f>别!$B$4</xm:f></x14:formula1><xm:sqref>B4</xm:sqref></x14:dataValidation></ext></extLst>',
      '<extLst><ext><x14:dataValidation><x14:formula1><xm:f>别!$B$4</xm:f></x14:formula1><xm:sqref>B7</xm:sqref></x14:dataValidation></ext></extLst>',
    ],
    [
      '<headerFooter><oddHeader>A4 > B4</oddHeader></headerFooter>',
      '<headerFooter><oddHeader>A4 > B4</oddHeader></headerFooter>',
    ],
  ])('%s', async (tail, expected) => {
    expect((await grow({ tail }))()).toContain(expected);
  });

  test('tables, comments, pictures and charts move along', async () => {
    const part = await grow({
      sheetLinks: [
        'table ../tables/t.xml',
        'comments ../comments1.xml',
        'drawing ../drawings/d.xml',
        'vmlDrawing ../drawings/v.vml',
      ],
      parts: {
        'xl/tables/t.xml': '<table ref="A1:B4" totalsRowCount="1"><autoFilter ref="A1:B3"/></table>',
        'xl/comments1.xml': '<comments><commentList><comment ref="B4"/></commentList></comments>',
        'xl/drawings/d.xml': `<xdr:wsDr>${anchor('')}${anchor(' editAs="oneCell"')}${anchor(' editAs="absolute"')}</xdr:wsDr>`,
        'xl/drawings/v.vml':
          '<xml><x:ClientData><x:MoveWithCells/><x:Anchor>2, 15, 2, 10, 4, 31, 8, 9</x:Anchor><x:Row>3</x:Row></x:ClientData></xml>',
        'xl/charts/chart1.xml': '<c:chart><c:f>表!$B$2:$B$3</c:f></c:chart>',
      },
    });

    expect(part('xl/tables/t.xml')).toBe('<table ref="A1:B7" totalsRowCount="1"><autoFilter ref="A1:B6"/></table>');
    expect(part('xl/comments1.xml')).toContain('<comment ref="B7"/>');
    const rows = Array.from(part('xl/drawings/d.xml').matchAll(/<xdr:row>(\d+)</gu), ([, at]) => at);
    expect(rows).toEqual(['1', '8', '1', '5', '1', '5']);
    expect(part('xl/drawings/v.vml')).toContain('<x:Row>6</x:Row>');
    expect(part('xl/charts/chart1.xml')).toContain('<c:f>表!$B$2:$B$6</c:f>');
  });
});
