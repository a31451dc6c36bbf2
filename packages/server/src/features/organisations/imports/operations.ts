import { Refusal, type organisations } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { createWorkerPool } from '../../../platform/worker-pool.ts';
import { assertAdministers } from '../operations.ts';
import { insertUnits, listAllUnits, lockTree, updateUnits } from '../store.ts';
import { planImport, type ImportPlan } from './unit-import.ts';
import { readUnitLines, type UnitLine } from './unit-table.ts';
import type { TableAnswer, TableTask } from './worker.ts';

export interface UnitTable {
  /** Undefined where no heading names the column of names. */
  readonly lines: readonly UnitLine[] | undefined;
  readonly dryRun: boolean;
}

const WORKER = {
  script: new URL('worker.ts', import.meta.url),
  size: 1,
  mostWaiting: 1,
  timeLimitMs: 10_000,
  mostMegabytes: 512,
};

/** Reads what was sent, in a worker of its own: imports are rare, and a hostile file may cost seconds. */
export async function readUnitTable(
  request: organisations.UnitTableText | organisations.UnitTableFile,
): Promise<UnitTable> {
  const bytes = 'text' in request ? new TextEncoder().encode(request.text) : await bytesOf(request.file);
  if (bytes.length === 0) throw new Refusal('empty');
  const readers = createWorkerPool<TableTask, TableAnswer>(WORKER);
  try {
    const answer = await readers.run(bytes, [bytes.buffer]);
    if ('refusal' in answer) throw new Refusal(answer.refusal);
    const lines = answer.tables.map(readUnitLines).find((found) => found !== undefined);
    return { lines, dryRun: request.dryRun };
  } finally {
    await readers.stop();
  }
}

async function bytesOf(file: File): Promise<TableTask> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Writes the lines: all of them, or none where one is in conflict. */
export async function importUnits(
  { db, clock, actor }: Acting,
  { lines, dryRun }: UnitTable,
): Promise<organisations.UnitImport> {
  const { county } = actor;
  assertAdministers(actor);
  await lockTree(db);
  const { create, update, ignored, conflicts } =
    lines === undefined ? NO_HEADING : planImport(lines, await listAllUnits(db), county);
  const applied = !dryRun && conflicts.length === 0;
  if (applied) {
    await insertUnits(db, county, create);
    await updateUnits(db, update, clock.today());
  }
  return { applied, created: create.length, updated: update.length, ignored, conflicts };
}

const NO_HEADING: ImportPlan = {
  create: [],
  update: [],
  ignored: 0,
  conflicts: [{ line: 1, reason: '没有找到表头，应有“单位名称”一列' }],
};
