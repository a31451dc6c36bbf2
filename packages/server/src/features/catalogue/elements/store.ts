import { catalogue, type Page } from '@qingzhuang/contract';
import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage } from '../../../platform/cursor.ts';
import type { Db } from '../../../platform/db.ts';
import type { Element as ElementRow } from '../../../platform/db-schema.gen.ts';
import type { Content, CountyElement } from './element.ts';

/** All elements in use, for matching and for writing; with `state` null the retired ones as well. By key. */
export async function listElements(
  db: Db,
  county: string,
  state: catalogue.ElementState | null = 'active',
): Promise<CountyElement[]> {
  const rows = await elementsOf(db, county)
    .$if(state !== null, (query) => query.where('state', '=', state ?? ''))
    .orderBy('key')
    .execute();
  return rows.map(toElement);
}

/** Undefined where the county has none of this key. */
export async function findElement(db: Db, county: string, key: string): Promise<CountyElement | undefined> {
  const row = await elementsOf(db, county).where('key', '=', key).executeTakeFirst();
  return row && toElement(row);
}

/** The same, held until the transaction ends. */
export async function findElementForUpdate(db: Db, county: string, key: string): Promise<CountyElement | undefined> {
  const row = await elementsOf(db, county).where('key', '=', key).forUpdate().executeTakeFirst();
  return row && toElement(row);
}

function elementsOf(db: Db, county: string) {
  return db.selectFrom('element').selectAll().$narrowType<Words>().where('county', '=', county);
}

/** Kinds and classes: the checks of the table say the same. */
type Words = Pick<CountyElement, 'entity' | 'type' | 'updatePeriod' | 'sharing' | 'personal' | 'state'>;
type ReadElement = Omit<Selectable<ElementRow>, keyof Words> & Words;

function toElement(row: ReadElement): CountyElement {
  const { key, name, aliases, unit, options, definition, source, legalBasis, owner, heir, version } = row;
  const { entity, type, updatePeriod, sharing, personal, state } = row;
  return {
    ...{ key, name, aliases, entity, type, unit, options, definition, source, updatePeriod, sharing, legalBasis },
    ...{ personal, owner, state, heir, version },
  };
}

export async function findShownElement(db: Db, county: string, key: string): Promise<catalogue.Element | undefined> {
  const row = await shown(db, county).where('element.key', '=', key).executeTakeFirst();
  return row && toShown(row);
}

const ShownKey = z.tuple([z.int(), z.string()]);

/** Where an entity stands among all of them, from 1: people are asked for first. */
const placeOfEntity = sql<number>`array_position(${catalogue.Entity.options}::text[], element.entity)`;

export async function listShownElements(
  db: Db,
  county: string,
  filter: catalogue.ElementFilter,
): Promise<Page<catalogue.Element>> {
  const after = readCursor(filter, ShownKey);
  const { words = '', entity, owner, sharing, state = 'active' } = filter;
  const rows = await shown(db, county)
    .select(placeOfEntity.as('place'))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(${placeOfEntity}, element.key) > (${after?.[0] ?? 0}, ${after?.[1] ?? ''})`),
    )
    .where('element.state', '=', state)
    .$if(entity !== undefined, (query) => query.where('element.entity', '=', entity ?? ''))
    .$if(owner !== undefined, (query) => query.where('element.owner', '=', owner ?? ''))
    .$if(sharing !== undefined, (query) => query.where('element.sharing', '=', sharing ?? ''))
    .where((eb) =>
      eb.and(
        words
          .split(/\s+/u)
          .filter(Boolean)
          .map((word) => hasWord(word)),
      ),
    )
    .orderBy('place')
    .orderBy('element.key')
    .limit(rowsFor(filter))
    .execute();
  const { items, next } = toPage(rows, filter, ({ place, key }) => [place, key]);
  return { items: items.map(toShown), next };
}

function hasWord(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`strpos(
    lower(element.key || ' ' || element.name || ' ' || array_to_string(element.aliases, ' ')), lower(${word})
  ) > 0`;
}

function shown(db: Db, county: string) {
  return db
    .selectFrom('element')
    .leftJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'element.county').onRef('unit.code', '=', 'element.owner'),
    )
    .selectAll('element')
    .$narrowType<Words>()
    .select('unit.name as ownerName')
    .where('element.county', '=', county);
}

function toShown(row: ReadElement & { readonly ownerName: string | null }): catalogue.Element {
  const { aliases, options, ...element } = toElement(row);
  return {
    ...element,
    aliases: [...aliases],
    options: options && [...options],
    ownerName: row.ownerName,
    changedAt: row.changedAt,
  };
}

/** What is written of an element. */
export interface WrittenElement {
  readonly key: string;
  readonly content: Content;
  readonly owner: string | null;
  readonly state: catalogue.ElementState;
  readonly heir: string | null;
}

/** Why an element is what it is from now on. */
export interface Change {
  readonly what: catalogue.ElementWithHistory['history'][number]['what'];
  readonly reason: string | null;
  readonly proposal: string | null;
  readonly person: string | null;
  /** RFC 3339. */
  readonly at: string;
}

/** Writes elements as they are from now on, new or not, each with its next version and how it came to it. */
export async function saveElements(
  db: Db,
  county: string,
  elements: readonly WrittenElement[],
  change: Change,
): Promise<void> {
  if (elements.length === 0) return;
  const rows = elements.map(({ key, content, ...rest }) => ({
    ...{ county, key, entity: key.slice(0, key.indexOf('.')), changedAt: change.at },
    ...content,
    ...rest,
  }));
  const saved = await db
    .insertInto('element')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['county', 'key']).doUpdateSet((eb) => ({
        ...Object.fromEntries(CHANGING.map((column) => [column, eb.ref(`excluded.${column}`)])),
        version: eb('element.version', '+', 1),
      })),
    )
    .returning(['key', 'version'])
    .execute();
  const versions = new Map(saved.map(({ key, version }) => [key, version]));
  await db
    .insertInto('elementVersion')
    .values(
      elements.map(({ key, ...element }) => ({
        ...{ county, key, version: versions.get(key) ?? 0, content: JSON.stringify(element) },
        ...change,
      })),
    )
    .execute();
}

const CHANGING = [
  ...(['name', 'aliases', 'type', 'unit', 'options', 'definition', 'source', 'updatePeriod', 'sharing'] as const),
  ...(['legalBasis', 'personal', 'owner', 'state', 'heir', 'changedAt'] as const),
] as const;

/** How an element came to be what it is, the last change first. */
export async function listVersions(
  db: Db,
  county: string,
  key: string,
): Promise<catalogue.ElementWithHistory['history']> {
  const rows = await db
    .selectFrom('elementVersion')
    .select(['version', 'proposal', 'reason', 'at'])
    // The check of the table says the same of what was done, and only `saveElements` writes the content.
    .select([
      sql<Change['what']>`what`.as('what'),
      sql<string>`content #>> '{content,name}'`.as('name'),
      sql<string | null>`content ->> 'owner'`.as('owner'),
    ])
    .where('county', '=', county)
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .execute();
  return rows;
}

/** One writer of the catalogue at a time. */
export async function lockCatalogue(db: Db, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`catalogue ${county}`}))`.execute(db);
}

/** The county's departments that live, by whose names a keeper is found. */
export async function listDepartments(db: Db, county: string): Promise<{ code: string; name: string }[]> {
  return db
    .selectFrom('unit')
    .select(['code', 'name'])
    .where('county', '=', county)
    .where('nature', 'in', ['department', 'general-office', 'office'])
    .where('endedOn', 'is', null)
    .execute();
}
