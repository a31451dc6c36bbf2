import type { DeepReadonly, demands, Page } from '@qingzhuang/contract';
import {
  sql,
  type ExpressionBuilder,
  type SqlBool,
  type Expression,
  type Selectable,
  type SelectQueryBuilder,
} from 'kysely';
import { z } from 'zod';
import { holdsRole, type Actor } from '../../platform/actor.ts';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../platform/cursor.ts';
import type { Db } from '../../platform/db.ts';
import type { DB } from '../../platform/db-schema.gen.ts';
import type { AddressableUnit } from './reading.ts';
import { timeOf } from './gate/neighbours.ts';
import { topicOf } from './gate/topic.ts';
import { replay, type Demand, type DemandEvent } from './demand.ts';

/** What is kept beside the events of one demand. */
export interface DemandKey {
  readonly county: string;
  readonly id: string;
}

/** Who did something, and when. */
export interface Deed {
  readonly person: string | null;
  readonly unit: string | null;
  /** RFC 3339. */
  readonly at: string;
}

/**
 * The state that the events lead to; undefined without events. A change needs the lock: two people who act on one
 * demand take turns, so the second decides on what the first has left.
 */
export async function findDemand(db: Db, key: DemandKey): Promise<Demand | undefined> {
  const events = await listEvents(db, key);
  return events.length === 0 ? undefined : replay(events);
}

/** Everything that has happened to a demand; the first is its version 1. */
export async function listEvents(db: Db, { county, id }: DemandKey): Promise<DemandEvent[]> {
  const rows = await db
    .selectFrom('demandEvent')
    .select(['type', 'data'])
    .where('county', '=', county)
    .where('demand', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(readEvent);
}

export async function lockDemand(db: Db, { county, id }: DemandKey): Promise<void> {
  await db
    .selectFrom('demand')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

function readEvent({ type, data }: { readonly type: string; readonly data: unknown }): DemandEvent {
  // Only `appendEvents` writes them, and rows never change.
  return { type, ...(data as object) } as DemandEvent;
}

/** Appends what happened after the given version. */
export async function appendEvents(
  db: Db,
  { county, id }: DemandKey,
  after: number,
  happened: { readonly events: readonly DemandEvent[]; readonly deed: Deed },
): Promise<void> {
  const { events, deed } = happened;
  await db
    .insertInto('demandEvent')
    .values(
      events.map(({ type, ...data }, index) => ({
        county,
        demand: id,
        version: after + index + 1,
        type,
        data: JSON.stringify(data),
        ...deed,
      })),
    )
    .execute();
}

/** Writes the demand as queries need it. */
export async function saveDemand(db: Db, { county, id }: DemandKey, demand: Demand, changedAt: string): Promise<void> {
  const row = { ...columnsOf(demand), changedAt };
  // The code is given by whatever lets a demand pass, so the first change with a code is that moment.
  const admittedAt = demand.code === null ? null : changedAt;
  await db
    .insertInto('demand')
    .values({ county, id, ...row, admittedAt })
    .onConflict((conflict) =>
      conflict.columns(['county', 'id']).doUpdateSet((eb) => ({
        ...row,
        admittedAt: eb.fn.coalesce(eb.ref('demand.admittedAt'), eb.ref('excluded.admittedAt')),
      })),
    )
    .execute();
}

function columnsOf({ version, state, draft, screening, submittedBy, emergency, code }: Demand): Columns {
  const { title, ask, issuer, planItem, dueAt, expiresOn, bearers, details } = draft;
  return {
    version,
    state,
    kind: details.kind,
    issuer,
    title,
    ask,
    details: JSON.stringify(details),
    planItem,
    dueAt,
    ...timesOf(details),
    expiresOn,
    code,
    bearerCount: bearers.length,
    submitted: submittedBy !== null,
    emergency,
    errors: countFindings(screening, 'error'),
    warnings: countFindings(screening, 'warning'),
    totalMinutes: screening === null ? null : JSON.stringify(screening.totalMinutes),
    topic: [...topicOf(draft)],
  };
}

type Columns = Record<string, string | number | boolean | null | string[]> & {
  readonly version: number;
  readonly state: string;
  readonly kind: string;
  readonly issuer: string;
  readonly title: string;
  readonly ask: string;
  readonly details: string;
  readonly expiresOn: string;
  readonly bearerCount: number;
  readonly submitted: boolean;
  readonly emergency: boolean;
  readonly topic: string[];
};

function timesOf(details: DeepReadonly<demands.DemandDetails>): { startsAt: string | null; endsAt: string | null } {
  const time = timeOf(details);
  return { startsAt: time?.startsAt ?? null, endsAt: time?.endsAt ?? null };
}

/** A finding of the register that the text has shown already counts once. */
function countFindings(
  screening: DeepReadonly<demands.Screening> | null,
  severity: 'error' | 'warning',
): number | null {
  if (screening === null) return null;
  const ofRegister = screening.register.filter(({ sameAs }) => sameAs === null);
  return [...screening.findings, ...ofRegister].filter((finding) => finding.severity === severity).length;
}

/** Replaces the bearers of a demand. */
export async function saveBearers(db: Db, { county, id }: DemandKey, units: readonly string[]): Promise<void> {
  await db.deleteFrom('demandBearer').where('county', '=', county).where('demand', '=', id).execute();
  await sql`
    insert into demand_bearer (county, demand, unit, bound_until)
    select county, id, unnest(${[...units]}::text[]), bound_until(demand)
    from demand where county = ${county} and id = ${id}`.execute(db);
}

/** The file that bearers read from now on: nobody is asked by one text and counted by another. */
export async function replaceFile(db: Db, { county, id }: DemandKey, file: demands.DemandFile): Promise<void> {
  await db.deleteFrom('demandFile').where('county', '=', county).where('demand', '=', id).execute();
  await db
    .insertInto('demandFile')
    .values({ county, demand: id, ...file })
    .execute();
}

export async function listFiles(db: Db, { county, id }: DemandKey): Promise<demands.DemandFile[]> {
  return db
    .selectFrom('demandFile')
    .select(['sha256', 'name', 'bytes'])
    .where('county', '=', county)
    .where('demand', '=', id)
    .orderBy('name')
    .execute();
}

/** The units that a document of the county may address. */
export function listAddressableUnits(db: Db, county: string): Promise<AddressableUnit[]> {
  return db
    .selectFrom('unit')
    .select(['code', 'name', 'nature'])
    .where('county', '=', county)
    .where('endedOn', 'is', null)
    .orderBy('code')
    .execute();
}

export async function isCodeTaken(db: Db, county: string, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('demand')
    .select('id')
    .where('county', '=', county)
    .where('code', '=', code)
    .executeTakeFirst();
  return row !== undefined;
}

export async function getCountyLetters(db: Db, county: string): Promise<string> {
  const { letters } = await db
    .selectFrom('county')
    .select('letters')
    .where('code', '=', county)
    .executeTakeFirstOrThrow();
  return letters;
}

const SEES_ALL = ['office', 'leader', 'supervisor', 'auditor'] as const;

/** The register is public inside the county; what has not passed the gate is seen by its issuer and by those who decide. */
export function visibleTo(actor: Actor): (eb: ExpressionBuilder<DB, 'demand'>) => Expression<SqlBool> {
  return (eb) => {
    if (SEES_ALL.some((role) => holdsRole(actor, role))) return eb.lit(true);
    const units = [...new Set(actor.posts.map(({ unit }) => unit))];
    return eb.or([
      // What was withdrawn as a draft never had one.
      eb('demand.code', 'is not', null),
      ...(units.length > 0 ? [eb('demand.issuer', 'in', units)] : []),
    ]);
  };
}

export async function isVisible(db: Db, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('demand')
    .select('id')
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst();
  return row !== undefined;
}

/** What a list may be narrowed to. */
export interface DemandFilter extends PageRequest {
  readonly state?: demands.DemandState | readonly demands.DemandState[];
  readonly kind?: demands.DemandKind;
  readonly issuer?: string;
  readonly bearer?: string;
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** The demands that the actor may see, the last changed first. */
export async function listDemands(db: Db, actor: Actor, filter: DemandFilter): Promise<Page<demands.DemandSummary>> {
  const after = readCursor(filter, Key);
  const { state, kind, issuer, bearer } = filter;
  const rows = await summaries(db, actor.county)
    .where(visibleTo(actor))
    .$if(state !== undefined, (query) => query.where('demand.state', 'in', [state ?? []].flat()))
    .$if(kind !== undefined, (query) => query.where('demand.kind', '=', kind ?? ''))
    .$if(issuer !== undefined, (query) => query.where('demand.issuer', '=', issuer ?? ''))
    .$if(bearer !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('demandBearer')
            .select('demandBearer.unit')
            .whereRef('demandBearer.county', '=', 'demand.county')
            .whereRef('demandBearer.demand', '=', 'demand.id')
            .where('demandBearer.unit', '=', bearer ?? ''),
        ),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('demand.changedAt', 'demand.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? '')),
      ),
    )
    .orderBy('demand.changedAt', 'desc')
    .orderBy('demand.id', 'desc')
    .limit(rowsFor(filter))
    .execute();
  return toPage(rows.map(asSummary), filter, ({ changedAt, id }) => [changedAt, id]);
}

export async function getSummary(db: Db, { county, id }: DemandKey): Promise<demands.DemandSummary> {
  const row = await summaries(db, county).where('demand.id', '=', id).executeTakeFirstOrThrow();
  return asSummary(row);
}

/** The checks of the table say that state, kind and minutes are those of the contract. */
function asSummary(row: object): demands.DemandSummary {
  return row as demands.DemandSummary;
}

function summaries(db: Db, county: string) {
  return withIssuer(db, county).select(['demand.version', 'demand.submitted', 'demand.errors', 'demand.warnings']);
}

type ListedDemand = Pick<
  Selectable<DB['demand']>,
  | ('id' | 'state' | 'code' | 'kind' | 'title' | 'ask' | 'issuer' | 'dueAt')
  | ('expiresOn' | 'emergency' | 'bearerCount' | 'totalMinutes' | 'changedAt')
> & { readonly issuerName: string };

/** The demands of a county as every list shows them. */
export function withIssuer(db: Db, county: string): SelectQueryBuilder<DB, 'demand' | 'unit', ListedDemand> {
  return db
    .selectFrom('demand')
    .innerJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'demand.county').onRef('unit.code', '=', 'demand.issuer'),
    )
    .select([
      'demand.id',
      'demand.state',
      'demand.code',
      'demand.kind',
      'demand.title',
      'demand.ask',
      'demand.issuer',
      'unit.name as issuerName',
      'demand.dueAt',
      'demand.expiresOn',
      'demand.emergency',
      'demand.bearerCount',
      'demand.totalMinutes',
      'demand.changedAt',
    ])
    .where('demand.county', '=', county);
}

/** The steps of a demand; whoever may see the demand may see them, but not which person took them. */
export function listSteps(db: Db, { county, id }: DemandKey): Promise<demands.DemandStep[]> {
  return (
    db
      .selectFrom('demandEvent')
      .select(['version', 'type', 'at', 'unit'])
      // Each event that needs grounds names them by its own word.
      .select(sql<string | null>`coalesce(data ->> 'reason', data ->> 'grounds', data ->> 'evidence')`.as('reason'))
      .where('county', '=', county)
      .where('demand', '=', id)
      .orderBy('version')
      .execute()
  );
}
