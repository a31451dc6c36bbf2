import { facts, Refusal } from '@qingzhuang/contract';
import { assertActsFor, type Actor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { readTables } from '../../../platform/spreadsheets/read-tables.ts';
import { listElements } from '../elements/store.ts';
import { CODE_ELEMENTS } from '../facts/fact.ts';
import { decideScope } from '../facts/scope.ts';
import { writeFacts } from '../facts/writing/operations.ts';
import type { WriteResult } from '../facts/writing/writing.ts';
import { readRegister, readRows, type Origin, type Register, type TableRow } from './register.ts';
import { listUnitsWithin } from './store.ts';
import { createUnitFinder } from './unit-names.ts';

/** A register as it was sent, its tables read. */
export type RegisterTables = Omit<facts.RegisterRequest, 'text' | 'file'> & {
  readonly tables: readonly (readonly TableRow[])[];
};

const WORKER_LIMIT_MS = 60_000;

/** Reads what was sent, before any transaction begins. */
export async function readRegisterFile(request: facts.RegisterRequest, actor: Actor): Promise<RegisterTables> {
  assertActsFor(actor, request.by, 'drafter', 'unit-lead', 'bearer-clerk', 'office');
  const { unit, entity, name, asOf, by, columns, dryRun } = request;
  const tables = await readTables('text' in request ? request.text : request.file, WORKER_LIMIT_MS);
  return { unit, entity, name, asOf, by, dryRun, ...(columns !== undefined && { columns }), tables };
}

const NO_HEADING = { line: 1, column: null, reason: '没有找到表头：第一行应是各列的名称' };

/** Takes a register in: what is new, what has changed, what disagrees, and the cells that hold no value. */
export async function importRegister(
  acting: Acting,
  seals: Seals,
  { unit, entity, name, asOf, by, columns = {}, dryRun, tables }: RegisterTables,
): Promise<facts.RegisterImport> {
  const { db, actor, clock } = acting;
  const { county } = actor;
  const today = clock.today();
  if (asOf > today) throw new Refusal('invalid-input', { errors: [{ pointer: '/asOf', detail: '不能晚于今天' }] });
  const units = await listUnitsWithin(db, county, unit);
  if (units.length === 0) throw new Refusal('unknown-unit');
  const elements = await listElements(db, county);
  const writable = new Set(decideScope(elements, { by, unit, posts: actor.posts }));
  // What tells subjects apart is read by whoever owns it: it says whose row it is.
  const codes = writable.size === 0 ? [] : CODE_ELEMENTS[entity];
  const scope = elements.filter((element) => writable.has(element) || codes.includes(element.key));
  const register = tables
    .map((table) => readRegister(table, scope, { said: columns, entity, title: name }))
    .find((one) => one !== undefined);
  if (register === undefined) return { ...EMPTY, faultCount: 1, faults: [NO_HEADING] };
  const read = readRows(register, { entity, unit, today, writable, findUnit: createUnitFinder(units) });
  const source = { kind: 'register', name, unit: by, asOf, dryRun } as const;
  const result = await writeFacts(acting, seals, read.writes, source);
  const faults = [...read.faults, ...refusedCells(result, read.origins)].toSorted(
    (one, other) => one.line - other.line,
  );
  return {
    ...reportOf(result, faults, !dryRun),
    rows: read.rows,
    newSubjects: result.newSubjects,
    columns: toShownColumns(register),
  };
}

const EMPTY: facts.RegisterImport = {
  ...{ applied: false, created: 0, updated: 0, ignored: 0, confirmed: 0, conflicts: 0, faultCount: 0, faults: [] },
  ...{ rows: 0, newSubjects: 0, columns: [] },
};

function toShownColumns({ columns }: Register): facts.RegisterImport['columns'] {
  return columns.map(({ header, element, confidence }) => ({
    column: header,
    element: element?.key ?? null,
    name: element?.name ?? null,
    confidence,
  }));
}

/** A subject that cannot be written is told once, not for each of its cells. */
function refusedCells({ refused }: WriteResult, origins: readonly Origin[]): facts.CellFault[] {
  const told = new Set<string>();
  return refused.flatMap(({ index, reason }) => {
    const origin = origins[index];
    if (origin === undefined || told.has(`${origin.line} ${reason}`)) return [];
    told.add(`${origin.line} ${reason}`);
    return [{ line: origin.line, column: origin.column, reason }];
  });
}

/** What became of a delivery of facts, for whoever sent it. */
export function reportOf(
  { created, updated, confirmed, unchanged, conflicts }: WriteResult,
  faults: readonly facts.CellFault[],
  applied: boolean,
): facts.WriteReport {
  return {
    ...{ applied, created, updated, confirmed, conflicts, ignored: confirmed + unchanged },
    faultCount: faults.length,
    faults: faults.slice(0, facts.MOST_FAULTS_SHOWN),
  };
}
