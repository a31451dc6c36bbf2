import type { demands, inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../../platform/db.ts';
import { bearersWithTasks, type BearerKey } from '../store.ts';
import { evolve, UNTOUCHED, type BearerEvent, type BearerTask } from './bearer-task.ts';

export interface TaskKey extends BearerKey {
  readonly demand: string;
}

/** False when the unit is no bearer of the demand. Two clerks of one unit who act on it take turns. */
export async function lockBearer(db: Db, { county, unit, demand }: TaskKey): Promise<boolean> {
  const row = await db
    .selectFrom('demandBearer')
    .select('unit')
    .where('county', '=', county)
    .where('demand', '=', demand)
    .where('unit', '=', unit)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** What the events of this bearer with this demand come to. */
export async function readBearerTask(db: Db, { county, unit, demand }: TaskKey): Promise<BearerTask> {
  const rows = await db
    .selectFrom('bearerEvent')
    .select(['type', 'data'])
    .where('county', '=', county)
    .where('demand', '=', demand)
    .where('unit', '=', unit)
    .orderBy('version')
    .execute();
  // Only `appendBearerEvents` writes them, and rows never change.
  return rows.map(({ type, data }) => ({ type, ...(data as object) }) as BearerEvent).reduce(evolve, UNTOUCHED);
}

/** The demand and bearer that an event id was used for, if it was. */
export async function findBearerEvent(
  db: Db,
  county: string,
  id: string,
): Promise<{ readonly demand: string; readonly unit: string } | undefined> {
  return db
    .selectFrom('bearerEvent')
    .select(['demand', 'unit'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** When something happened by the caller's clock and by ours. */
export interface Told {
  readonly id: string;
  readonly saidAt: string | null;
  readonly at: string;
}

/** Appends one event and writes the task as queries need it. */
export async function appendBearerEvent(
  db: Db,
  { county, unit, demand }: TaskKey,
  before: BearerTask,
  { event: { type, ...data }, told }: { readonly event: BearerEvent; readonly told: Told },
): Promise<BearerTask> {
  const after = evolve(before, { type, ...data } as BearerEvent);
  const key = { county, demand, unit };
  await db
    .insertInto('bearerEvent')
    .values({ ...key, version: after.version, type, data: JSON.stringify(data), ...told })
    .execute();
  const { state, answer, answeredAt, returnedAt, reasons, note, measuredMinutes } = after;
  const row = {
    ...{ version: after.version, state, answeredAt, returnedAt, note, measuredMinutes },
    answer: answer === null ? null : JSON.stringify(answer),
    reasons: reasons === null ? null : JSON.stringify(reasons),
    changedAt: told.at,
  };
  // What was only registered by another road has not been opened.
  if (after.state === 'new') return after;
  await db
    .insertInto('bearerTask')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['county', 'demand', 'unit']).doUpdateSet(row))
    .execute();
  return after;
}

export interface AnsweredBefore {
  readonly demand: string;
  readonly title: string;
  readonly answer: inbox.Answer;
  readonly answeredAt: string;
}

const MOST_ANSWERS = 50;

/** The unit's last answers to the same issuer, the latest first. */
export async function listAnswersTo(db: Db, { county, unit }: BearerKey, issuer: string): Promise<AnsweredBefore[]> {
  const rows = await db
    .selectFrom('bearerTask')
    .innerJoin('demand', (join) =>
      join.onRef('demand.county', '=', 'bearerTask.county').onRef('demand.id', '=', 'bearerTask.demand'),
    )
    .select(['demand.id as demand', 'demand.title', 'bearerTask.answer', 'bearerTask.answeredAt'])
    .where('bearerTask.county', '=', county)
    .where('bearerTask.unit', '=', unit)
    .where('bearerTask.answer', 'is not', null)
    .where('demand.issuer', '=', issuer)
    .orderBy('bearerTask.changedAt', 'desc')
    .limit(MOST_ANSWERS)
    .execute();
  return rows as object[] as AnsweredBefore[];
}

/** One bearer of a demand as its issuer may see it: no person, no minutes, no moment of opening. */
export interface StatusRow {
  readonly unit: string;
  readonly name: string;
  readonly state: inbox.TaskState | null;
  readonly answer: inbox.Answer | null;
  readonly answeredAt: string | null;
  readonly returnedAt: string | null;
  readonly reasons: inbox.ReturnReason[] | null;
  readonly note: string | null;
}

/** The bearers of a demand in the order of the tree; of one unit only, where it is given. */
export async function listStatusRows(
  db: Db,
  { county, demand, unit }: { readonly county: string; readonly demand: string; readonly unit?: string },
): Promise<StatusRow[]> {
  const rows = await bearersWithTasks(db, county)
    .innerJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'demandBearer.county').onRef('unit.code', '=', 'demandBearer.unit'),
    )
    .select([
      'demandBearer.unit',
      'unit.name',
      'bearerTask.state',
      'bearerTask.answer',
      'bearerTask.answeredAt',
      'bearerTask.returnedAt',
      'bearerTask.reasons',
      'bearerTask.note',
    ])
    .where('demandBearer.demand', '=', demand)
    .$if(unit !== undefined, (query) => query.where('demandBearer.unit', '=', unit ?? ''))
    .orderBy('demandBearer.unit')
    .execute();
  return rows as object[] as StatusRow[];
}

export interface ReturnPerson {
  readonly unit: string;
  readonly returnedAt: string;
  readonly person: string;
  readonly name: string;
}

/** Who returned the demand. Opens the table of persons for this transaction: the caller has made sure who asks. */
export async function listReturnPersons(db: Db, county: string, demand: string): Promise<ReturnPerson[]> {
  await sql`select set_config('qingzhuang.bearer_persons', 'open', true)`.execute(db);
  const rows = await db
    .selectFrom('bearerEvent')
    .innerJoin('bearerPerson', (join) =>
      join.onRef('bearerPerson.county', '=', 'bearerEvent.county').onRef('bearerPerson.deed', '=', 'bearerEvent.id'),
    )
    .innerJoin('person', 'person.id', 'bearerPerson.person')
    .select(['bearerEvent.unit', 'bearerEvent.at as returnedAt', 'person.id as person', 'person.name'])
    .where('bearerEvent.county', '=', county)
    .where('bearerEvent.demand', '=', demand)
    .where('bearerEvent.type', '=', 'demand-returned')
    .orderBy('bearerEvent.at')
    .execute();
  await sql`select set_config('qingzhuang.bearer_persons', '', true)`.execute(db);
  return rows;
}

/** The name and size of a file that stands in the unit's answer to the demand. */
export async function findAnswerFile(db: Db, key: TaskKey, sha256: string): Promise<demands.DemandFile | undefined> {
  const [row] = await listStatusRows(db, key);
  return row?.answer?.files.find((file) => file.sha256 === sha256);
}
