import type { Acting } from '../../../platform/context.ts';
import type { Exchange } from '../../../platform/api.ts';
import { toCsv, toTable } from '../imports/unit-table.ts';
import { assertAdministers } from '../operations.ts';
import { listTree } from '../store.ts';
import { countyUnit } from '../unit-code.ts';

/** The living units of the county, for a spreadsheet and for importing again. */
export async function exportUnits(acting: Acting, _: undefined, exchange: Exchange): Promise<string> {
  const table = await readTable(acting);
  exchange.setHeader('content-disposition', 'attachment; filename="units.csv"');
  return toCsv(table);
}

export async function exportUnitWorkbook(acting: Acting, _: undefined, exchange: Exchange): Promise<Uint8Array> {
  // Loaded on first use: it is large, and starting must be quick.
  const { utils, write } = await import('@e965/xlsx');
  // Cells made of texts are texts: whatever they look like, no spreadsheet computes them or rounds a code.
  const sheet = utils.aoa_to_sheet(await readTable(acting));
  const bytes: unknown = write({ SheetNames: ['单位'], Sheets: { 单位: sheet } }, { type: 'array', bookType: 'xlsx' });
  exchange.setHeader('content-disposition', 'attachment; filename="units.xlsx"');
  return new Uint8Array(bytes as ArrayBuffer);
}

async function readTable({ db, actor }: Acting): Promise<string[][]> {
  assertAdministers(actor);
  return toTable(await listTree(db, countyUnit(actor.county)));
}
