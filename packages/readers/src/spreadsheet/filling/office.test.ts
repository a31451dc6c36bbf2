import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fillFile } from '../../fill-file.ts';
import { readBytes } from '../../read-bytes.ts';
import { textRow, workbookOf } from '../../testing/build-workbook.ts';

const OFFICE = 'soffice';

const folder = mkdtempSync(join(tmpdir(), 'filled-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What LibreOffice makes of a file; undefined where it, or its part for spreadsheets, is not installed. */
function convert(bytes: Uint8Array, name: string, extension: string): Uint8Array | undefined {
  const input = join(folder, name);
  const output = mkdtempSync(join(folder, 'out-'));
  writeFileSync(input, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync(OFFICE, [profile, '--headless', '--convert-to', extension, '--outdir', output, input]);
  const [result] = readdirSync(output);
  return result === undefined ? undefined : Uint8Array.from(readFileSync(join(output, result)));
}

const hasOffice = convert(new TextEncoder().encode('a,b\n'), 'probe.csv', 'xlsx') !== undefined;

const STYLES = [
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>',
  '<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="6"><xf/><xf fontId="1"/><xf borderId="1" applyBorder="1"/><xf borderId="1" fillId="2" applyBorder="1" applyFill="1"/>',
  '<xf numFmtId="49" borderId="1" applyBorder="1" applyNumberFormat="1"/><xf numFmtId="164" borderId="1" applyBorder="1" applyNumberFormat="1"/></cellXfs>',
].join('');

const SUMMARY = "'汇 总'";
const LEDGER = [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F8"/>',
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
  '<cols><col min="1" max="1" width="6" customWidth="1"/><col min="3" max="3" width="24" customWidth="1" style="4"/></cols><sheetData>',
  textRow(1, ['困难群众登记表'], 1),
  textRow(3, ['序号', '姓名', '身份证号', '出生日期', '金额', '半数'], 2),
  '<row r="4" ht="20" customHeight="1"><c r="A4" s="2"><v>1</v></c><c r="B4" s="2"/><c r="C4" s="4"/><c r="D4" s="5"/><c r="E4" s="2"/><c r="F4" s="2"><f>E4/2</f><v>0</v></c></row>',
  '<row r="5" ht="20" customHeight="1"><c r="A5" s="3"><v>2</v></c><c r="B5" s="3"/><c r="C5" s="4"/><c r="D5" s="5"/><c r="E5" s="3"/><c r="F5" s="3"><f>E5/2</f><v>0</v></c></row>',
  '<row r="6"><c r="A6" s="1" t="inlineStr"><is><t>合计</t></is></c><c r="E6" s="1"><f>SUM(E4:E5)</f><v>0</v></c><c r="F6"><f>E6/COUNTA(B4:B5)</f><v>0</v></c></row>',
  '<row r="8"><c r="A8" t="inlineStr"><is><t>填表人：</t></is></c></row></sheetData>',
  '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A6:D6"/></mergeCells>',
  '<dataValidations count="1"><dataValidation type="decimal" sqref="E4:E5"><formula1>0</formula1></dataValidation></dataValidations>',
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>',
].join('');

const form = workbookOf({
  styles: STYLES,
  sheets: {
    登记表: LEDGER,
    '汇 总':
      '<sheetData><row r="1"><c r="A1"><f>登记表!E6</f><v>0</v></c><c r="B1"><f>SUM(登记表!E4:E5)*2</f><v>0</v></c></row><row r="2"><c r="A2"><f>登记表!A8</f><v/></c></row></sheetData>',
  },
  afterSheets: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">登记表!$A$1:$F$8</definedName><definedName name="总额">登记表!$E$6</definedName><definedName name="一格">${SUMMARY}!$A$1</definedName></definedNames>`,
});

const RECORDS = {
  first: 4,
  last: 5,
  columns: [
    { column: 2, type: 'text' },
    { column: 3, type: 'text' },
    { column: 4, type: 'date' },
    { column: 5, type: 'number' },
  ],
  records: [
    ['甲', '130102199001011234', '1990-01-01', '100.5'],
    ['乙', '13010219910202002X', '1991-02-02', '200'],
    ['=丙', '013010219920303003', '1992-03-03', '300'],
    ['丁', '130102199304040045', '1993-04-04', '-4'],
  ],
} as const;

async function filled(): Promise<Uint8Array> {
  const { bytes, notes } = await fillFile(form, '登记表.xlsx', [
    { sheet: '登记表', table: null, cells: [], records: RECORDS },
  ]);
  expect(notes).toEqual([]);
  return bytes;
}

describe.skipIf(!hasOffice)('a filled workbook in LibreOffice (its spreadsheets are not installed here)', () => {
  test('shows texts, dates, and the results of formulas over the new rows', { timeout: 120_000 }, async () => {
    const saved = convert(await filled(), 'filled.xlsx', 'xlsx') ?? new Uint8Array();

    expect((await readBytes(saved, 'a.xlsx')).source.text.split('\n')).toEqual([
      '登记表',
      '困难群众登记表',
      '序号\t姓名\t身份证号\t出生日期\t金额\t半数',
      '1\t甲\t130102199001011234\t1990年1月1日\t100.5\t50.25',
      '2\t乙\t13010219910202002X\t1991年2月2日\t200\t100',
      '3\t=丙\t013010219920303003\t1992年3月3日\t300\t150',
      '4\t丁\t130102199304040045\t1993年4月4日\t-4\t-2',
      '合计\t596.5\t149.125',
      '填表人：',
      '汇 总',
      '596.5\t1193',
      '填表人：',
      '',
    ]);
  });

  test(
    'keeps the colours of turning rows, merged cells, the paper and the printed area',
    { timeout: 120_000 },
    async () => {
      const saved = convert(await filled(), 'filled.xlsx', 'fods') ?? new Uint8Array();
      const xml = new TextDecoder().decode(saved);

      expect(xml).toContain('table:print-ranges="登记表.A1:登记表.F10"');
      expect(xml).toContain('table:number-columns-spanned="4"');
      expect(xml).toContain('style:print-orientation="landscape"');
      const styles = [...xml.matchAll(/table:style-name="(ce\d+)" office:value-type="float" office:value="[1234]"/gu)];
      expect(new Set(styles.map(([, style]) => style)).size).toBe(2);
    },
  );

  test('is printed', { timeout: 120_000 }, async () => {
    const pdf = convert(await filled(), 'filled.xlsx', 'pdf') ?? new Uint8Array();

    expect((await readBytes(pdf, 'a.pdf')).source.text).toContain('130102199304040045');
  });
});
