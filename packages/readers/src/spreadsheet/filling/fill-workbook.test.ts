import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fillFile } from '../../fill-file.ts';
import type { FormFill, RecordsFill } from '../../form-fill.ts';
import { readBytes } from '../../read-bytes.ts';
import { textRow, workbookOf } from '../../testing/build-workbook.ts';

function fill(sheet: string, records: RecordsFill): FormFill {
  return { sheet, table: null, cells: [], records };
}

function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

const NAMES = {
  columns: [
    { column: 1, type: 'text' },
    { column: 2, type: 'number' },
  ],
} as const;

test('records beyond the rows of a list get rows of their own, and its sum takes them in', async () => {
  const form = workbookOf({
    sheets: {
      表: `<dimension ref="A1:B3"/><sheetData>${textRow(1, ['姓名', '人数'])}${textRow(2, ['', ''], 1)}<row r="3"><c r="B3"><f>SUM(B2:B2)</f><v>0</v></c></row></sheetData>`,
    },
  });

  const { bytes, notes } = await fillFile(form, 'a.xlsx', [
    fill('表', {
      ...NAMES,
      first: 2,
      last: 2,
      records: [
        ['甲', '1'],
        ['=乙', '2'],
        ['丙', '3'],
      ],
    }),
  ]);

  expect(notes).toEqual([]);
  expect((await readBytes(bytes, 'a.xlsx')).source.text).toBe('表\n姓名\t人数\n甲\t1\n=乙\t2\n丙\t3\n');
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<row r="5"><c r="B5"><f>SUM(B2:B4)</f></c></row>');
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<dimension ref="A1:B5"/>');
});
