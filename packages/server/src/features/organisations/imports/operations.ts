import type { organisations } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { readTables } from '../../../platform/spreadsheets/read-tables.ts';
import { assertAdministers } from '../operations.ts';
import { insertUnits, listAllUnits, lockTree, updateUnits } from '../store.ts';
import { planImport, type ImportPlan } from './unit-import.ts';
import { readUnitLines, type UnitLine } from './unit-table.ts';

export interface UnitTable {
  /** The tables that have a heading for the names of units. */
  readonly tables: readonly (readonly UnitLine[])[];
  readonly dryRun: boolean;
}

/** The largest county has some 1,500 units; planning so many lines takes one or two seconds. */
const MOST_LINES = 20_000;

/** Reads what was sent, before any transaction begins. */
export async function readUnitTable(
  request: organisations.UnitTableText | organisations.UnitTableFile,
): Promise<UnitTable> {
  const tables = await readTables('text' in request ? request.text : request.file);
  return { tables: tables.map(readUnitLines).filter((lines) => lines !== undefined), dryRun: request.dryRun };
}

/** Writes the lines: all of them, or none where one is in conflict. */
export async function importUnits(
  { db, clock, actor }: Acting,
  { tables, dryRun }: UnitTable,
): Promise<organisations.UnitImport> {
  const { county } = actor;
  assertAdministers(actor);
  await lockTree(db);
  const [lines = []] = tables;
  const reason = faultOfTables(tables);
  const { create, update, ignored, changes, conflicts } =
    reason === undefined ? planImport(lines, await listAllUnits(db), county) : refuseTable(reason);
  const applied = !dryRun && conflicts.length === 0;
  if (applied) {
    await insertUnits(db, county, create);
    await updateUnits(db, update, clock.today());
  }
  return { applied, created: create.length, updated: update.length, ignored, changes, conflicts };
}

/** Why the file cannot be taken as one table, in a sentence. */
function faultOfTables(tables: UnitTable['tables']): string | undefined {
  const [lines, ...others] = tables;
  if (lines === undefined) return '没有找到表头，应有“单位名称”一列';
  if (others.length > 0) return '工作簿中有几个工作表都有“单位名称”一列，请只留一个';
  return lines.length > MOST_LINES ? `超过 ${MOST_LINES} 行，请分成几份` : undefined;
}

function refuseTable(reason: string): ImportPlan {
  return { create: [], update: [], ignored: 0, changes: [], conflicts: [{ line: 1, reason }] };
}
