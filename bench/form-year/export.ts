/** A process that writes a workbook of 10,000 rows so many times, and prints how long it took and its most memory. */
import { performance } from 'node:perf_hooks';
import { fillFile } from '../../packages/readers/src/index.ts';
import { workbook } from '../../packages/server/src/testing/forms.ts';

const ROWS = 10_000;
const COLUMNS = 20;
const TEMPLATE_ROWS = 10;
const KILOBYTE = 1024;

const headers = Array.from({ length: COLUMNS }, (_, index) => `第${String(index + 1)}栏`);
const bytes = new Uint8Array(await workbook('一张大表', headers, TEMPLATE_ROWS).arrayBuffer());
const records = Array.from({ length: ROWS }, (_, row) =>
  headers.map((_header, column) => `第${String(row)}行${String(column)}`),
);
const columns = headers.map((_, index) => ({ column: index + 1, type: 'text' as const }));

const times: number[] = [];
for (let run = 0; run < Number(process.argv[2]); run += 1) {
  const began = performance.now();
  await fillFile(bytes, '表.xlsx', [
    { sheet: '表1', table: null, cells: [], records: { first: 3, last: 2 + TEMPLATE_ROWS, columns, records } },
  ]);
  times.push(performance.now() - began);
}
const megabytes = process.resourceUsage().maxRSS / KILOBYTE;
process.stdout.write(JSON.stringify({ times, megabytes }));
