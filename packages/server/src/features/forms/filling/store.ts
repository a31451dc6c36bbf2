import type { forms } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { Tally } from '../reuse/reuse.ts';
import type { RemovalReason } from './fill.ts';

export interface FillKey {
  readonly county: string;
  readonly demand: string;
  readonly unit: string;
}

/** A demand as one of its bearers sees it. */
export interface DemandHead {
  readonly title: string;
  readonly ask: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly unitName: string;
  readonly state: string;
  readonly dueAt: string | null;
  /** `YYYY-MM-DD` */
  readonly expiresOn: string;
}

/** The demand of this bearer; undefined where it is not the bearer's or has not passed the gate. */
export function findHead(db: Db, { county, demand, unit }: FillKey): Promise<DemandHead | undefined> {
  return db
    .selectFrom('demandBearer')
    .innerJoin('demand', (join) =>
      join.onRef('demand.county', '=', 'demandBearer.county').onRef('demand.id', '=', 'demandBearer.demand'),
    )
    .innerJoin('unit as issuer', (join) =>
      join.onRef('issuer.county', '=', 'demand.county').onRef('issuer.code', '=', 'demand.issuer'),
    )
    .innerJoin('unit as bearer', (join) =>
      join.onRef('bearer.county', '=', 'demandBearer.county').onRef('bearer.code', '=', 'demandBearer.unit'),
    )
    .select([
      ...(['demand.title', 'demand.ask', 'demand.issuer', 'demand.state', 'demand.dueAt', 'demand.expiresOn'] as const),
      ...(['issuer.name as issuerName', 'bearer.name as unitName'] as const),
    ])
    .where('demandBearer.county', '=', county)
    .where('demandBearer.demand', '=', demand)
    .where('demandBearer.unit', '=', unit)
    .where('demand.code', 'is not', null)
    .executeTakeFirst();
}

/** What is kept of a form that somebody has begun. */
export interface FillStanding {
  readonly version: number;
  readonly state: forms.FillState;
  readonly words: string | null;
  readonly submittedAt: string | null;
  readonly sentAt: string | null;
  /** What the issuer has. */
  readonly content: Buffer | null;
  readonly tally: Tally | null;
  /** What waits for the town. */
  readonly pendingContent: Buffer | null;
  readonly pendingTally: Tally | null;
}

/** Where nobody has begun. */
const NOT_BEGUN: FillStanding = {
  ...{ version: 0, state: 'open', words: null, submittedAt: null, sentAt: null },
  ...{ content: null, tally: null, pendingContent: null, pendingTally: null },
};

export async function findStanding(db: Db, key: FillKey): Promise<FillStanding> {
  return (await standingOf(db, key).executeTakeFirst()) ?? NOT_BEGUN;
}

/** As `findStanding`, for somebody who is about to change it: whoever comes second waits. */
export async function lockStanding(db: Db, key: FillKey): Promise<FillStanding> {
  await db
    .insertInto('formFill')
    .values({ ...key, version: 1, state: 'open' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return standingOf(db, key).forUpdate().executeTakeFirstOrThrow();
}

function standingOf(db: Db, { county, demand, unit }: FillKey) {
  return db
    .selectFrom('formFill')
    .select(['version', 'words', 'submittedAt', 'sentAt', 'content', 'pendingContent'])
    .select([sql<forms.FillState>`state`.as('state'), sql<Tally | null>`tally`.as('tally')])
    .select(sql<Tally | null>`pending_tally`.as('pendingTally'))
    .where('county', '=', county)
    .where('demand', '=', demand)
    .where('unit', '=', unit);
}

/** Writes what has become of a form, as its next version. */
export async function saveStanding(
  db: Db,
  { county, demand, unit }: FillKey,
  { tally, pendingTally, ...standing }: Partial<Omit<FillStanding, 'version'>> & { readonly version: number },
): Promise<void> {
  await db
    .updateTable('formFill')
    .set({
      ...standing,
      ...(tally !== undefined && { tally: spellTally(tally) }),
      ...(pendingTally !== undefined && { pendingTally: spellTally(pendingTally) }),
    })
    .where('county', '=', county)
    .where('demand', '=', demand)
    .where('unit', '=', unit)
    .execute();
}

function spellTally(tally: Tally | null): string | null {
  return tally === null ? null : JSON.stringify(tally);
}

/** A row with which somebody has done something, as it is kept. */
export interface KeptRow {
  readonly row: string;
  readonly form: number;
  readonly isAdded: boolean;
  readonly reason: RemovalReason | null;
  /** It stands again after it was struck out. */
  readonly isRestored: boolean;
  /** Sealed: why it was struck out, in somebody's own words. */
  readonly words: Buffer | null;
  /** Sealed: the cells that somebody has looked at or written. */
  readonly cells: Buffer | null;
}

/** The rows with which somebody has done something, in the order in which they were added; only these of them. */
export function listKeptRows(
  db: Db,
  { county, demand, unit }: FillKey,
  only?: ReadonlySet<string>,
): Promise<KeptRow[]> {
  return db
    .selectFrom('formRow')
    .select(['row', 'form', 'isAdded', 'isRestored', 'words', 'cells'])
    .select(sql<RemovalReason | null>`reason`.as('reason'))
    .where('county', '=', county)
    .where('demand', '=', demand)
    .where('unit', '=', unit)
    .$if(only !== undefined, (query) => query.where(sql<boolean>`row = any(${[...(only ?? [])]}::text[])`))
    .orderBy('position')
    .execute();
}

/** As `listKeptRows`, all of them without what is sealed of them. */
export async function listKeptNames(db: Db, { county, demand, unit }: FillKey): Promise<KeptRow[]> {
  const rows = await db
    .selectFrom('formRow')
    .select(['row', 'form', 'isAdded', 'isRestored', sql<RemovalReason | null>`reason`.as('reason')])
    .where('county', '=', county)
    .where('demand', '=', demand)
    .where('unit', '=', unit)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, words: null, cells: null }));
}

/** Writes the rows; of two with the same name none may be among them. */
export async function saveRows(db: Db, key: FillKey, rows: readonly KeptRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { county, demand, unit } = key;
  await sql`
    insert into form_row (county, demand, unit, row, form, is_added, is_restored, reason, words, cells)
    select ${county}, ${demand}, ${unit}, one.*
    from unnest(
      ${rows.map(({ row }) => row)}::text[], ${rows.map(({ form }) => form)}::int[],
      ${rows.map(({ isAdded }) => isAdded)}::boolean[], ${rows.map(({ isRestored }) => isRestored)}::boolean[],
      ${rows.map(({ reason }) => reason)}::text[], ${rows.map(({ words }) => words)}::bytea[],
      ${rows.map(({ cells }) => cells)}::bytea[]
    ) as one (row, form, is_added, is_restored, reason, words, cells)
    on conflict (county, demand, unit, row) do update set
      reason = excluded.reason, is_restored = excluded.is_restored, words = excluded.words,
      cells = excluded.cells`.execute(db);
}

/** What was done with a form. */
export interface FillEvent {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  /** Sealed. */
  readonly content: Buffer | null;
  readonly saidAt: string | null;
}

/** Those of the events that have happened, wherever; their outcomes stand in `data`. */
export async function listHappened(
  db: Db,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FillKey & { readonly type: string; readonly data: unknown }>> {
  const rows = await db
    .selectFrom('formEvent')
    .select(['id', 'demand', 'unit', 'type', 'data'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, { county, ...row }]));
}

export async function appendFillEvents(
  db: Db,
  key: FillKey,
  events: readonly FillEvent[],
  deed: { readonly person: string; readonly at: string },
): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('formEvent')
    .values(events.map(({ data, ...event }) => ({ ...key, ...event, ...deed, data: JSON.stringify(data) })))
    .execute();
}

/** What one bearer has handed in. */
export interface HandedIn {
  readonly unit: string;
  readonly unitName: string;
  readonly content: Buffer;
}

/** What bearers have sent or the system has produced, by unit; of one unit only, where it is given. */
export async function listHandedIn(
  db: Db,
  { county, demand }: Pick<FillKey, 'county' | 'demand'>,
  unit?: string,
): Promise<HandedIn[]> {
  const rows = await db
    .selectFrom('formFill')
    .innerJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'formFill.county').onRef('unit.code', '=', 'formFill.unit'),
    )
    .select(['formFill.unit', 'unit.name as unitName', 'formFill.content'])
    .where('formFill.county', '=', county)
    .where('formFill.demand', '=', demand)
    .where('formFill.sentAt', 'is not', null)
    .$if(unit !== undefined, (query) => query.where('formFill.unit', '=', unit ?? ''))
    .orderBy('formFill.unit')
    .execute();
  return rows.flatMap(({ content, ...row }) => (content === null ? [] : [{ ...row, content }]));
}
