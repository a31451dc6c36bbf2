import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const FILL_FILE = new URL('../../fill-file.ts', import.meta.url).href;
const BUILD_WORKBOOK = new URL('../../testing/build-workbook.ts', import.meta.url).href;

/** A program of its own, so that its memory can be measured. */
const PROGRAM = `
  const { fillFile } = await import('${FILL_FILE}');
  const { workbookOf } = await import('${BUILD_WORKBOOK}');
  const columns = Array.from({ length: 20 }, (_, index) => ({ column: index + 1, type: 'text' }));
  const records = Array.from({ length: 10000 }, (_, row) => columns.map(({ column }) => '村民' + row + ' 第' + column + '项'));
  const cells = columns.map(({ column }) => '<c r="' + String.fromCharCode(64 + column) + '2" s="1"/>').join('');
  const form = workbookOf({ sheets: { 表:
    '<sheetData><row r="2">' + cells + '<c r="U2"><f>A2</f></c></row><row r="3"><c r="A3"><f>COUNTA(A2:A2)</f></c></row></sheetData>' } });
  const start = process.cpuUsage();
  const fill = { sheet: '表', table: null, cells: [], records: { first: 2, last: 2, columns, records } };
  await fillFile(form, 'a.xlsx', [fill]);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
`;

test('10,000 records of 20 values are filled within 5 s of processor time and 512 MB', { timeout: 60_000 }, () => {
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], { encoding: 'utf8' });
  const { seconds, megabytes } = JSON.parse(printed) as { seconds: number; megabytes: number };

  expect(seconds).toBeLessThan(5);
  expect(megabytes).toBeLessThan(512);
});
