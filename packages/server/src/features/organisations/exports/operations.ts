import type { Acting } from '../../../platform/context.ts';
import type { Exchange } from '../../../platform/api.ts';
import { toCsv } from '../../../platform/spreadsheets/csv.ts';
import { toWorkbook } from '../../../platform/spreadsheets/workbook.ts';
import { toTable } from '../imports/unit-table.ts';
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
  const table = await readTable(acting);
  exchange.setHeader('content-disposition', 'attachment; filename="units.xlsx"');
  return toWorkbook('单位', table);
}

async function readTable({ db, actor }: Acting): Promise<string[][]> {
  assertAdministers(actor);
  return toTable(await listTree(db, countyUnit(actor.county)));
}
