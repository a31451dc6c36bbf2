import { Refusal, type demands, type inbox, type Page } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../../platform/cursor.ts';
import type { Db } from '../../../../platform/db.ts';
import type { BearerKey } from '../store.ts';
import type { MatchCandidate, OrderFacts } from './matching.ts';

const MOST_CANDIDATES = 60;

/** The demands in force that the order may be: the most similar by trigrams, and all with its number, code or times. */
export async function listCandidates(
  db: Db,
  { county, unit }: BearerKey,
  { order, words }: { readonly order: OrderFacts; readonly words: string },
): Promise<MatchCandidate[]> {
  const { rows } = await sql<MatchCandidate>`
    select
      demand.id, demand.title, demand.ask, demand.details ->> 'docNumber' as doc_number, demand.code, demand.issuer,
      unit.name as issuer_name, demand.due_at, demand.starts_at,
      exists (
        select from demand_bearer
        where demand_bearer.county = demand.county and demand_bearer.demand = demand.id and demand_bearer.unit = ${unit}
      ) as is_bearer
    from demand join unit on unit.county = demand.county and unit.code = demand.issuer
    where demand.county = ${county} and demand.state in ('admitted', 'running', 'suspended')
    order by
      coalesce(demand.due_at = ${order.dueAt} or demand.starts_at = ${order.startsAt}, false)
        or position(demand.code in ${order.text}) > 0
        or coalesce(demand.details ->> 'docNumber' = ${order.docNumber}, false) desc,
      similarity(demand.title || demand.ask, ${words}) desc
    limit ${MOST_CANDIDATES}`.execute(db);
  return rows;
}

/** Orders past the gate that were registered in the last weeks, by this unit or another. */
export async function listOffGateCandidates(
  db: Db,
  county: string,
  { since, words }: { readonly since: string; readonly words: string },
): Promise<MatchCandidate[]> {
  const { rows } = await sql<MatchCandidate>`
    select
      off_gate_demand.id, title, ask, doc_number, null as code, issuer, unit.name as issuer_name, due_at, starts_at,
      true as is_bearer
    from off_gate_demand
    left join unit on unit.county = off_gate_demand.county and unit.code = issuer
    where off_gate_demand.county = ${county} and registered_at > ${since}
    order by similarity(title || ask, ${words}) desc
    limit ${MOST_CANDIDATES}`.execute(db);
  return rows;
}

export interface NewOffGateDemand {
  readonly id: string;
  readonly issuer: string | null;
  readonly issuerWords: string | null;
  readonly kind: demands.DemandKind;
  readonly title: string;
  readonly ask: string;
  readonly docNumber: string | null;
  readonly dueAt: string | null;
  readonly startsAt: string | null;
  readonly minutes: demands.Screening['perBearerMinutes'];
  readonly registeredAt: string;
}

export async function insertOffGateDemand(db: Db, county: string, order: NewOffGateDemand): Promise<void> {
  await db
    .insertInto('offGateDemand')
    .values({ county, ...order, minutes: JSON.stringify(order.minutes) })
    .execute();
}

export interface NewRegistration {
  readonly id: string;
  readonly unit: string;
  readonly demand: string | null;
  readonly offGate: string | null;
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly sha256: string;
  readonly fileName: string;
  readonly at: string;
}

export async function insertRegistration(db: Db, county: string, registration: NewRegistration): Promise<void> {
  await db
    .insertInto('offGateRegistration')
    .values({ county, ...registration, reasons: [...registration.reasons] })
    .execute();
}

/** Orders of a county are registered one after the other, so that one order in two hands becomes one record. */
export async function lockOrders(db: Db, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`off-gate/${county}`}, 0))`.execute(db);
}

/** A registration with what it was found to be. */
export interface RegistrationRow {
  readonly id: string;
  readonly unit: string;
  readonly reasons: string[];
  readonly at: string;
  readonly demand: string | null;
  readonly title: string | null;
  readonly ask: string | null;
  /** Of one past the gate. */
  readonly offGateAsk: string | null;
  readonly code: string | null;
  readonly demandIssuerName: string | null;
  readonly offGateIssuerName: string | null;
}

function registrations(db: Db, { county, unit }: BearerKey) {
  return db
    .selectFrom('offGateRegistration as registration')
    .leftJoin('demand', (join) =>
      join.onRef('demand.county', '=', 'registration.county').onRef('demand.id', '=', 'registration.demand'),
    )
    .leftJoin('unit as issuer', (join) =>
      join.onRef('issuer.county', '=', 'demand.county').onRef('issuer.code', '=', 'demand.issuer'),
    )
    .leftJoin('offGateDemand as order', (join) =>
      join.onRef('order.county', '=', 'registration.county').onRef('order.id', '=', 'registration.offGate'),
    )
    .leftJoin('unit as blamed', (join) =>
      join.onRef('blamed.county', '=', 'order.county').onRef('blamed.code', '=', 'order.issuer'),
    )
    .select([
      'registration.id',
      'registration.unit',
      'registration.reasons',
      'registration.at',
      'registration.demand',
      'demand.title',
      'demand.ask',
      'order.ask as offGateAsk',
      'demand.code',
      'issuer.name as demandIssuerName',
      'blamed.name as offGateIssuerName',
    ])
    .where('registration.county', '=', county)
    .where('registration.unit', '=', unit);
}

export async function getRegistration(db: Db, key: BearerKey, id: string): Promise<RegistrationRow> {
  return registrations(db, key).where('registration.id', '=', id).executeTakeFirstOrThrow();
}

/** What the unit has registered with exactly these bytes. */
export async function findRegistration(db: Db, key: BearerKey, sha256: string): Promise<RegistrationRow | undefined> {
  return registrations(db, key).where('registration.sha256', '=', sha256).executeTakeFirst();
}

const LastSeen = z.tuple([z.iso.datetime(), z.uuid()]);

export async function listRegistrations(db: Db, key: BearerKey, page: PageRequest): Promise<Page<RegistrationRow>> {
  const after = readCursor(page, LastSeen);
  const rows = await registrations(db, key)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('registration.at', 'registration.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? '')),
      ),
    )
    .orderBy('registration.at', 'desc')
    .orderBy('registration.id', 'desc')
    .limit(rowsFor(page))
    .execute();
  return toPage(rows, page, ({ at, id }) => [at, id]);
}

export type OffGateRow = Omit<inbox.OffGateDemand, 'totalMinutes'>;

function offGateDemands(db: Db, county: string) {
  return db
    .selectFrom('offGateDemand')
    .leftJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'offGateDemand.county').onRef('unit.code', '=', 'offGateDemand.issuer'),
    )
    .select([
      'offGateDemand.id',
      'offGateDemand.kind',
      'offGateDemand.title',
      'offGateDemand.ask',
      'offGateDemand.docNumber',
      'offGateDemand.issuer',
      'unit.name as issuerName',
      'offGateDemand.issuerWords',
      'offGateDemand.dueAt',
      'offGateDemand.minutes',
      'offGateDemand.registeredAt',
    ])
    .select(
      sql<number>`(
        select count(distinct registration.unit) from off_gate_registration registration
        where registration.county = off_gate_demand.county and registration.off_gate = off_gate_demand.id
      )`.as('bearerCount'),
    )
    .where('offGateDemand.county', '=', county);
}

export interface OffGateFilter extends PageRequest {
  readonly issuer?: string;
  readonly unknown?: 'true' | 'false';
}

/** Orders past the gate, the last first. Who registered them is not among the columns. */
export async function listOffGateDemands(db: Db, county: string, filter: OffGateFilter): Promise<Page<OffGateRow>> {
  const after = readCursor(filter, LastSeen);
  const { issuer, unknown } = filter;
  const rows = await offGateDemands(db, county)
    .$if(issuer !== undefined, (query) => query.where('offGateDemand.issuer', '=', issuer ?? ''))
    .$if(unknown === 'true', (query) => query.where('offGateDemand.issuer', 'is', null))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('offGateDemand.registeredAt', 'offGateDemand.id'),
          '<',
          eb.tuple(after?.[0] ?? '', after?.[1] ?? ''),
        ),
      ),
    )
    .orderBy('offGateDemand.registeredAt', 'desc')
    .orderBy('offGateDemand.id', 'desc')
    .limit(rowsFor(filter))
    .execute();
  return toPage(rows as object[] as OffGateRow[], filter, ({ registeredAt, id }) => [registeredAt, id]);
}

/** Throws `no-such-record`. */
export async function getOffGateDemand(db: Db, county: string, id: string): Promise<OffGateRow> {
  const row = await offGateDemands(db, county).where('offGateDemand.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('no-such-record');
  return row as object as OffGateRow;
}

export async function updateIssuer(db: Db, county: string, id: string, issuer: string): Promise<void> {
  await db.updateTable('offGateDemand').set({ issuer }).where('county', '=', county).where('id', '=', id).execute();
}

export function listOffGateFiles(
  db: Db,
  county: string,
  id: string,
): Promise<{ readonly sha256: string; readonly name: string }[]> {
  return db
    .selectFrom('offGateRegistration')
    .select(['sha256', 'fileName as name'])
    .distinct()
    .where('county', '=', county)
    .where('offGate', '=', id)
    .orderBy('sha256')
    .execute();
}
