import type { caps } from '@qingzhuang/contract';
import type { Exchange } from '../../../platform/api.ts';
import type { Acting } from '../../../platform/context.ts';
import { toCsv } from '../../../platform/spreadsheets/csv.ts';
import { readTables } from '../../../platform/spreadsheets/read-tables.ts';
import { toWorkbook } from '../../../platform/spreadsheets/workbook.ts';
import { planChanges, readPlanLines, toPlanTable, type PlanLine } from './plan-table.ts';
import { listIssuers, listPlan, lockPlan, savePlanItems } from './store.ts';

export interface PlanRequest {
  readonly year: number;
  readonly dryRun: boolean;
  /** Undefined where no heading names the columns. */
  readonly lines: readonly PlanLine[] | undefined;
}

/** Reads what was sent, before any transaction begins. */
export async function readPlan(request: caps.PlanTableText | caps.PlanTableFile): Promise<PlanRequest> {
  const tables = await readTables('text' in request ? request.text : request.file);
  const lines = tables.map(readPlanLines).find((found) => found !== undefined);
  return { year: request.year, dryRun: request.dryRun, lines };
}

/** Writes the lines of a year's plan: all of them, or none where one is in conflict. Items it does not name stay. */
export async function importPlan(
  { db, actor, clock }: Acting,
  { year, dryRun, lines }: PlanRequest,
): Promise<caps.PlanImport> {
  const { county, person } = actor;
  await lockPlan(db, county, year);
  const facts = { entries: await listPlan(db, county, year), units: await listIssuers(db, county) };
  const { created, updated, ignored, conflicts } = planChanges(lines, facts);
  const applied = !dryRun && conflicts.length === 0;
  const at = clock.now().toISOString();
  if (applied) await savePlanItems(db, { county, year, person, at }, [...created, ...updated]);
  return { applied, created: created.length, updated: updated.length, ignored, conflicts: [...conflicts] };
}

/** The plan of a year, for a spreadsheet and for importing again. */
export async function exportPlan(acting: Acting, { year }: OfYear, exchange: Exchange): Promise<string> {
  const table = await readTable(acting, year);
  exchange.setHeader('content-disposition', `attachment; filename="plan-${year}.csv"`);
  return toCsv(table);
}

export async function exportPlanWorkbook(acting: Acting, { year }: OfYear, exchange: Exchange): Promise<Uint8Array> {
  const table = await readTable(acting, year);
  exchange.setHeader('content-disposition', `attachment; filename="plan-${year}.xlsx"`);
  return toWorkbook('年度计划', table);
}

interface OfYear {
  readonly year: number;
}

async function readTable({ db, actor }: Acting, year: number): Promise<string[][]> {
  return toPlanTable(await listPlan(db, actor.county, year));
}
