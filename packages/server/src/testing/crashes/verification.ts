import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { demands, inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { exportAudit, verifyAudit } from '../../audit-tools.ts';
import { COUNTY } from '../../demo/county.ts';
import { verifyLogFile } from '../../features/audit/index.ts';
import { openDb, type Db } from '../../platform/db.ts';
import { findRunningPostgres } from '../../platform/postgres/embedded.ts';
import type { Ledger } from './ledger.ts';
import type { Office } from './writers.ts';

/** Of each round so many acknowledged writes are sent once more. */
const REPEATED = 5;

/** What is not as it was acknowledged, in words; empty when all is well. Takes from the ledger what it has looked at. */
export async function listLosses(ledger: Ledger, office: Office, dataDirectory: string): Promise<string[]> {
  return [
    ...(await listLostVersions(office)),
    ...(await listLostFiles(office)),
    ...(await listChangedReplies(ledger)),
    ...(await listHalves(office, dataDirectory)),
    ...(await listAuditFaults(dataDirectory)),
  ];
}

async function listLostVersions({
  promised: { versions, tasks },
  drafter,
  bearer,
  bearerUnit,
}: Office): Promise<string[]> {
  const losses: string[] = [];
  for (const [id, version] of versions) {
    const found = await drafter.call(demands.readDemand, { id }).catch(() => undefined);
    if (found === undefined || found.version < version) losses.push(`demand ${id} has lost version ${version}`);
    const steps = await drafter.call(demands.readDemandHistory, { id }).catch(() => []);
    if (steps.length !== found?.version) losses.push(`demand ${id} has ${steps.length} steps`);
  }
  for (const [demand, version] of tasks) {
    const found = await bearer.call(inbox.readTask, { unit: bearerUnit, demand }).catch(() => undefined);
    if (found === undefined || found.version < version) losses.push(`task ${demand} has lost version ${version}`);
  }
  versions.clear();
  tasks.clear();
  return losses;
}

async function listLostFiles({ promised: { files } }: Office): Promise<string[]> {
  const losses: string[] = [];
  for (const { bytes, read } of files.splice(0)) {
    const found = await read().catch(() => undefined);
    if (new TextDecoder().decode(found) !== bytes) losses.push(`a file is lost: ${bytes.slice(0, 60)}`);
  }
  return losses;
}

/** A write that is repeated under its key is answered as it was, and done no second time. */
async function listChangedReplies({ acknowledged }: Ledger): Promise<string[]> {
  const losses: string[] = [];
  for (const { reply, repeat } of acknowledged.splice(0).slice(-REPEATED)) {
    const again = await repeat().catch((error: unknown) => error);
    if (!isDeepStrictEqual(again, reply))
      losses.push(`a repeated write is answered otherwise: ${JSON.stringify(again)}`);
  }
  return losses;
}

/** What stands in one table and not in another, or twice. */
async function listHalves({ promised: { titles } }: Office, dataDirectory: string): Promise<string[]> {
  const connection = await findRunningPostgres(dataDirectory);
  if (connection === undefined) return ['the database does not run'];
  const db = openDb(connection, () => undefined);
  try {
    const doubles = await ask(
      db,
      sql`
      select 'drafted ' || count(*) || ' times: ' || title as fault from demand
      where title = any (${titles}) group by title having count(*) > 1`,
    );
    const halves = await ask(
      db,
      sql`
      select 'demand ' || coalesce(demand.id, event.demand) || ' is half there' as fault
      from demand
      full join (
        select county, demand, count(*) as count, max(version) as version from demand_event group by county, demand
      ) event on event.county = demand.county and event.demand = demand.id
      left join (
        select county, demand, count(*) as count from demand_bearer group by county, demand
      ) bearer on bearer.county = demand.county and bearer.demand = demand.id
      where demand.version is distinct from event.version or event.count is distinct from event.version
        or demand.bearer_count is distinct from bearer.count`,
    );
    const halfTasks = await ask(
      db,
      sql`
      select 'task ' || task.demand || ' is half there' as fault from bearer_task task
      left join (
        select county, demand, unit, count(*) as count from bearer_event group by county, demand, unit
      ) event using (county, demand, unit)
      where task.version is distinct from event.count`,
    );
    return [...doubles, ...halves, ...halfTasks];
  } finally {
    await db.destroy();
  }
}

async function ask(db: Db, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(db);
  return (rows as { fault: string }[]).map(({ fault }) => fault);
}

let exports = 0;

/** The log as it lies in the database, and as it is exported. */
async function listAuditFaults(dataDirectory: string): Promise<string[]> {
  const place = { dataDirectory, databaseUrl: undefined };
  const file = path.join(dataDirectory, `exported-${(exports += 1)}.log`);
  await exportAudit(place, file, { county: COUNTY.code, personal: true });
  const reports = [...(await verifyAudit(place)), await verifyLogFile(file)];
  return reports.flatMap((report) => {
    if (report === undefined) return ['audit: nothing was exported'];
    return report.faults.map((fault) => `audit: ${JSON.stringify(fault)}`);
  });
}
