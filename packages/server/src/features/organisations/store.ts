import { rangeOf, Refusal, type organisations, type Page } from '@qingzhuang/contract';
import {
  sql,
  type ExpressionBuilder,
  type ExpressionWrapper,
  type RawBuilder,
  type Selectable,
  type SelectQueryBuilder,
} from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage } from '../../platform/cursor.ts';
import type { Db } from '../../platform/db.ts';
import type { DB } from '../../platform/db-schema.gen.ts';
import { superiorOf } from './unit-code.ts';
import { levelOf, type EndedUnit, type NewUnit, type UnitChange, type UnitRow } from './unit.ts';

/** Refuses with `unknown-unit` unless each code is a unit of the county that has not ended; says which are not. */
export async function assertUnits(db: Db, codes: readonly string[]): Promise<void> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return;
  const rows = await living(db).select('code').where('code', 'in', wanted).execute();
  if (rows.length === wanted.length) return;
  const known = new Set(rows.map(({ code }) => code));
  const unknown = wanted.filter((code) => !known.has(code));
  throw new Refusal('unknown-unit', {
    errors: unknown.slice(0, MOST_NAMED).map((code) => ({ pointer: '', detail: `没有单位 ${code}，或它已撤并` })),
  });
}

const MOST_NAMED = 50;

/**
 * The names of these units by code, as they are now or as they were on the day; a unit that had not begun then has its
 * first name. A code that no unit has is missing from the map.
 */
export async function namesOf(db: Db, codes: readonly string[], day?: string): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await units(db)
    .select('code')
    .select((unit) => (day === undefined ? unit.ref('unit.name').as('name') : nameOn(unit, day).as('name')))
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The former name that ended next after the day; the present name when none did. */
function nameOn(unit: ExpressionBuilder<DB, 'unit'>, day: string): ExpressionWrapper<DB, 'unit', string> {
  return unit.fn.coalesce(
    unit
      .selectFrom('formerName')
      .select('formerName.name')
      .whereRef('formerName.county', '=', 'unit.county')
      .whereRef('formerName.unit', '=', 'unit.code')
      .where('formerName.untilDay', '>', day)
      .orderBy('formerName.untilDay')
      .limit(1),
    unit.ref('unit.name'),
  );
}

/** The codes of the units below this one, at any depth, that have not ended, in the order of the tree. */
export async function unitsBelow(db: Db, code: string): Promise<string[]> {
  return (await listBelow(db, code)).map((unit) => unit.code);
}

/** The units below this one, at any depth, that have not ended, in the order of the tree. */
export async function listBelow(db: Db, code: string): Promise<UnitRow[]> {
  const { first, last } = rangeOf(code);
  const rows = await living(db)
    .select(COLUMNS)
    .where('code', '>', first)
    .where('code', '<=', last)
    .orderBy('code')
    .execute();
  return rows.map(toUnitRow);
}

/** The unit itself and all below it that have not ended, in the order of the tree. */
export async function listTree(db: Db, code: string): Promise<organisations.UnitSummary[]> {
  const { first, last } = rangeOf(code);
  const rows = await living(db)
    .select(COLUMNS)
    .where('code', '>=', first)
    .where('code', '<=', last)
    .orderBy('code')
    .execute();
  return rows.map(toSummary);
}

/** Every unit of the county, ended ones included. */
export async function listAllUnits(db: Db): Promise<UnitRow[]> {
  return (await units(db).select(COLUMNS).orderBy('code').execute()).map(toUnitRow);
}

/** The units that fit, in the order of the tree; with `q` the most similar names first. */
export async function listUnits(db: Db, request: organisations.UnitFilter): Promise<Page<organisations.UnitSummary>> {
  const { within, level, nature, q, ended } = request;
  const { first, last } = within === undefined ? WHOLE_COUNTY : rangeOf(within);
  const rank = q === undefined ? sql<number | null>`0` : rankOf(q);
  const [afterRank, afterCode] = readCursor(request, z.tuple([z.int(), z.string()])) ?? [-1, ''];
  const rows = await units(db)
    .select([...COLUMNS, rank.as('rank')])
    .where('code', '>=', first)
    .where('code', '<=', last)
    .where(rank, 'is not', null)
    .where(sql<boolean>`(${rank}, code) > (${afterRank}, ${afterCode})`)
    .$if(ended !== 'true', (query) => query.where('endedOn', 'is', null))
    .$if(level !== undefined, (query) => query.where('level', '=', level ?? ''))
    .$if(nature !== undefined, (query) => query.where('nature', '=', nature ?? ''))
    .orderBy('rank')
    .orderBy('code')
    .limit(rowsFor(request))
    .execute();
  const { items, next } = toPage(rows, request, ({ rank: ranked, code }) => [ranked, code]);
  return { items: items.map(toSummary), next };
}

const WHOLE_COUNTY = { first: '0', last: '9~' };

/**
 * How near a name is to what was typed, 0 the nearest; null when it is another one. People shorten names by leaving
 * characters out, so it is enough that theirs stand in the name in this order.
 */
function rankOf(q: string): RawBuilder<number | null> {
  const letters = Array.from(q.replaceAll(/\s/gu, ''), (letter) => letter.replace(/[\\%_]/u, '\\$&'));
  const pattern = `%${letters.join('%')}%`;
  return sql<number | null>`
    case
      when unit.name = ${q} then 0
      when starts_with(unit.name, ${q}) then 1
      when position(${q} in unit.name) > 0 then 2
      when unit.name ilike ${pattern} then 3
      when exists (
        select from former_name
        where former_name.county = unit.county and former_name.unit = unit.code and former_name.name ilike ${pattern}
      ) then 4
    end`;
}

/** The unit with its former names and its children. Throws `no-such-record`. */
export async function getUnit(db: Db, code: string): Promise<organisations.Unit> {
  const unit = await units(db)
    .select([...COLUMNS, 'version', 'successor'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (unit === undefined) throw new Refusal('no-such-record');
  const { version, successor, foundedOn } = unit;
  return {
    ...toSummary(unit),
    version,
    foundedOn,
    successor,
    formerNames: await listFormerNames(db, code),
    children: (await living(db).select(COLUMNS).where('parent', '=', code).orderBy('code').execute()).map(toSummary),
  };
}

/** From the latest to the first. */
function listFormerNames(db: Db, code: string): Promise<organisations.Unit['formerNames']> {
  return db
    .selectFrom('formerName')
    .select(['name', 'untilDay as until'])
    .where('county', '=', ownCounty)
    .where('unit', '=', code)
    .orderBy('untilDay', 'desc')
    .execute();
}

/**
 * Makes changes of the county's tree take turns until the transaction ends: codes are given, names compared and units
 * ended by what the whole tree holds.
 */
export async function lockTree(db: Db): Promise<void> {
  await units(db).select('code').where('nature', '=', 'county').forNoKeyUpdate().execute();
}

export async function findUnit(db: Db, code: string): Promise<VersionedUnit | undefined> {
  const row = await units(db)
    .select([...COLUMNS, 'version'])
    .where('code', '=', code)
    .executeTakeFirst();
  return row && { ...toUnitRow(row), version: row.version };
}

export interface VersionedUnit extends UnitRow {
  readonly version: number;
}

/** The first day of the present name where it was preceded by another, else undefined. */
export async function findLastRenaming(db: Db, code: string): Promise<string | undefined> {
  return (await listFormerNames(db, code))[0]?.until;
}

/** The living unit with this name below the parent. */
export async function findNamesake(db: Db, parent: string | null, name: string): Promise<string | undefined> {
  const row = await living(db)
    .select('code')
    .where('parent', 'is not distinct from', parent)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.code;
}

export async function insertUnits(db: Db, county: string, made: readonly NewUnit[]): Promise<void> {
  const rows = made.map((unit) => ({
    county,
    ...unit,
    level: levelOf(unit),
    parent: superiorOf(unit.code) ?? null,
  }));
  // One parameter however many rows there are.
  await sql`
    insert into unit (county, code, name, level, nature, parent, founded_on)
    select county, code, name, level, nature, parent, "foundedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as made (county text, code text, name text, level text, nature text, parent text, "foundedOn" date)`.execute(db);
  await countUp(
    db,
    rows.map(({ parent }) => parent),
  );
}

/**
 * Gives units another name and nature, and keeps the names that they had before the day. A name that began on that very
 * day was a mistake and is not kept.
 */
export async function updateUnits(db: Db, changes: readonly UnitChange[], from: string): Promise<void> {
  const made = sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as made (code text, name text, nature text)`;
  await sql`
    insert into former_name (county, unit, until_day, name)
    select unit.county, unit.code, ${from}, unit.name
    from unit join ${made} on made.code = unit.code
    where unit.county = current_county() and unit.name <> made.name and unit.founded_on is distinct from ${from}::date
    on conflict do nothing`.execute(db);
  await sql`
    update unit set name = made.name, nature = made.nature
    from ${made} where unit.county = current_county() and made.code = unit.code`.execute(db);
  await countUp(
    db,
    changes.flatMap(({ code }) => [code, superiorOf(code) ?? null]),
  );
}

/** Ends units, each with what it has merged into. */
export async function endUnits(db: Db, on: string, ended: readonly EndedUnit[]): Promise<void> {
  await sql`
    update unit set ended_on = ${on}, successor = made.successor
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as made (code text, successor text)
    where unit.county = current_county() and made.code = unit.code`.execute(db);
  await countUp(
    db,
    ended.flatMap(({ code }) => [code, superiorOf(code) ?? null]),
  );
}

/** A unit is shown with its children, so its version counts their changes too. */
async function countUp(db: Db, codes: readonly (string | null)[]): Promise<void> {
  const changed = [...new Set(codes)].filter((code) => code !== null);
  await sql`
    update unit set version = version + 1
    where county = current_county() and code = any(${changed})`.execute(db);
}

const COLUMNS = ['code', 'name', 'level', 'nature', 'parent', 'foundedOn', 'endedOn'] as const;

type Row = Selectable<Pick<DB['unit'], (typeof COLUMNS)[number]>>;

function units(db: Db): SelectQueryBuilder<DB, 'unit', object> {
  // The wall names the county as well; said here, the key is used whatever the planner makes of the wall.
  return db.selectFrom('unit').where('unit.county', '=', ownCounty);
}

function living(db: Db): SelectQueryBuilder<DB, 'unit', object> {
  return units(db).where('unit.endedOn', 'is', null);
}

const ownCounty = sql<string>`current_county()`;

function toUnitRow({ code, name, level, nature, parent, foundedOn, endedOn }: Row): UnitRow {
  // The table's constraints admit nothing else.
  return {
    code,
    name,
    level: level as organisations.UnitLevel,
    nature: nature as organisations.UnitNature,
    parent,
    foundedOn,
    endedOn,
  };
}

function toSummary(row: Row): organisations.UnitSummary {
  const { code, name, level, nature, parent, endedOn } = toUnitRow(row);
  return { code, name, level, nature, parent, endedOn };
}
