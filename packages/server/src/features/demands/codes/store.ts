import type { demands } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, type PageRequest } from '../../../platform/cursor.ts';
import type { Db } from '../../../platform/db.ts';
import { withIssuer } from '../store.ts';

/** An admitted demand as the register tells of it. */
export interface RegisterRow {
  readonly id: string;
  readonly state: demands.DemandState;
  readonly code: string;
  readonly kind: demands.DemandKind;
  readonly title: string;
  readonly ask: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly dueAt: string | null;
  readonly expiresOn: string;
  readonly emergency: boolean;
  readonly bearerCount: number;
  readonly totalMinutes: { readonly low: number; readonly likely: number; readonly high: number } | null;
  readonly changedAt: string;
}

/** What the register may be narrowed to. */
export interface RegisterFilter extends PageRequest {
  readonly kind?: demands.DemandKind;
  readonly issuer?: string;
  /** Characters of title, ask, issuer or code. */
  readonly q?: string;
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** Admitted demands and what became of them, the last changed first; one more than the page holds. */
export async function listRegistered(db: Db, county: string, filter: RegisterFilter): Promise<RegisterRow[]> {
  const after = readCursor(filter, Key);
  const { kind, issuer, q } = filter;
  const rows = await registered(db, county)
    .$if(kind !== undefined, (query) => query.where('demand.kind', '=', kind ?? ''))
    .$if(issuer !== undefined, (query) => query.where('demand.issuer', '=', issuer ?? ''))
    .$if(q !== undefined, (query) =>
      query.where(
        sql<boolean>`position(lower(${q ?? ''}) in lower(concat_ws(' | ', demand.title, demand.ask, unit.name, demand.code))) > 0`,
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
  return rows.map(asRow);
}

export async function findByCode(db: Db, county: string, code: string): Promise<RegisterRow | undefined> {
  const row = await registered(db, county).where('demand.code', '=', code).executeTakeFirst();
  return row && asRow(row);
}

export async function findRegistered(db: Db, county: string, id: string): Promise<RegisterRow | undefined> {
  const row = await registered(db, county).where('demand.id', '=', id).executeTakeFirst();
  return row && asRow(row);
}

/** The checks of the table say that state, kind and minutes are those of the contract; a code is asked for. */
function asRow(row: object): RegisterRow {
  return row as RegisterRow;
}

function registered(db: Db, county: string) {
  return withIssuer(db, county).where('demand.code', 'is not', null);
}

/** The day in China on which the demand got its code, and who must do it. */
export async function getAdmission(
  db: Db,
  county: string,
  id: string,
): Promise<{ readonly admittedOn: string; readonly bearers: readonly string[] }> {
  const { rows } = await sql<{ admittedOn: string; bearers: string[] }>`
    select
      (select (min(at) at time zone 'Asia/Shanghai')::date from demand_event
        where county = ${county} and demand = ${id} and data ? 'code') as admitted_on,
      (select array_agg(unit order by unit) from demand_bearer where county = ${county} and demand = ${id}) as bearers`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A demand without admission.');
  return row;
}

export interface CountyRow {
  readonly code: string;
  readonly name: string;
}

export function findCountyByLetters(db: Db, letters: string): Promise<CountyRow | undefined> {
  return db.selectFrom('county').select(['code', 'name']).where('letters', '=', letters).executeTakeFirst();
}

export function findCounty(db: Db, code: string): Promise<CountyRow | undefined> {
  return db.selectFrom('county').select(['code', 'name']).where('code', '=', code).executeTakeFirst();
}

/** Every county of this machine; that there is one is no secret. */
export function listCounties(db: Db): Promise<CountyRow[]> {
  return db.selectFrom('county').select(['code', 'name']).orderBy('code').execute();
}
