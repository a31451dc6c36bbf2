import { FINGERPRINT_VERSION } from '@qingzhuang/analysis';
import type { documents, Page } from '@qingzhuang/contract';
import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../platform/cursor.ts';
import type { Db } from '../../platform/db.ts';
import type { DB } from '../../platform/db-schema.gen.ts';
import { fromColumn, toColumn } from './fingerprint-column.ts';

export interface DocumentKey {
  readonly county: string;
  readonly id: string;
}

/** What of a document is written when it is taken in, or when its text is replaced. */
export interface WrittenText {
  readonly level: documents.DocumentLevel;
  readonly issuer: string | null;
  readonly issuerName: string | null;
  readonly title: string;
  readonly docNumber: string | null;
  readonly titleKey: string | null;
  readonly numberKey: string | null;
  /** `YYYY-MM-DD` */
  readonly datedOn: string | null;
  readonly text: string;
  readonly sha256: string;
  readonly superior: string | null;
  readonly superiorBy: documents.SuperiorBy | null;
  /** The rarest first. */
  readonly fingerprints: Uint32Array;
  /** RFC 3339. */
  readonly addedAt: string;
}

/** Takes in what came from above; undefined when the library has this very text. */
export async function insertReceived(db: Db, { county, id }: DocumentKey, written: WrittenText): Promise<boolean> {
  const inserted = await db
    .insertInto('document')
    .values({ county, id, demand: null, ...columnsOf(written) })
    .onConflict((conflict) => conflict.columns(['county', 'sha256']).where('demand', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Notes who took it in. */
export async function insertAddition(
  db: Db,
  { county, id }: DocumentKey,
  { level, title, sha256, addedAt: at }: WrittenText,
  person: string,
): Promise<void> {
  await db.insertInto('documentAddition').values({ county, document: id, level, title, sha256, person, at }).execute();
}

/** Writes the text of a demand: a corrected one takes the place of the one before and keeps its number. */
export async function saveTextOfDemand(
  db: Db,
  key: DocumentKey & { readonly demand: string },
  written: WrittenText,
): Promise<void> {
  const columns = columnsOf(written);
  await db
    .insertInto('document')
    .values({ ...key, ...columns })
    .onConflict((conflict) => conflict.columns(['county', 'demand']).doUpdateSet(columns))
    .execute();
}

type Columns = Omit<WrittenText, 'fingerprints'> & {
  readonly fingerprints: number[];
  readonly fingerprintVersion: number;
};

function columnsOf({ fingerprints, ...written }: WrittenText): Columns {
  return { ...written, fingerprints: toColumn(fingerprints), fingerprintVersion: FINGERPRINT_VERSION };
}

/** What a text was taken from, as it stands in its row. */
export interface Superior {
  readonly superior: string | null;
  readonly superiorBy: documents.SuperiorBy | null;
}

export async function saveSuperior(db: Db, county: string, demand: string, superior: Superior): Promise<void> {
  await db.updateTable('document').set(superior).where('county', '=', county).where('demand', '=', demand).execute();
}

/** The text of a demand, as it stands in the library. */
export interface TextOfDemand extends Superior {
  readonly id: string;
  readonly level: documents.DocumentLevel;
  readonly fingerprints: Uint32Array;
}

/** The text of a demand; undefined where it was not drafted from one. */
export async function findTextOfDemand(db: Db, county: string, demand: string): Promise<TextOfDemand | undefined> {
  const row = await db
    .selectFrom('document')
    .select(['id', 'level', 'superior', 'superiorBy', 'fingerprints'])
    .where('county', '=', county)
    .where('demand', '=', demand)
    .executeTakeFirst();
  // The checks of the table say the same of level and way.
  return row && ({ ...row, fingerprints: fromColumn(row.fingerprints) } as TextOfDemand);
}

/** The file that a demand was drafted from, as it was sent. */
export async function findFileOfDemand(
  db: Db,
  county: string,
  demand: string,
): Promise<{ readonly sha256: string; readonly name: string } | undefined> {
  return db
    .selectFrom('demandFile')
    .select(['sha256', 'name'])
    .where('county', '=', county)
    .where('demand', '=', demand)
    .executeTakeFirst();
}

/** The issuer of a demand that the actor may see; undefined where there is none. */
export async function findIssuer(
  db: Db,
  actor: Actor,
  visibleTo: VisibleTo,
  demand: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('demand')
    .select('demand.issuer')
    .where('demand.county', '=', actor.county)
    .where('demand.id', '=', demand)
    .where(visibleTo(actor))
    .executeTakeFirst();
  return row?.issuer;
}

/** These documents with their words, by their numbers. */
export async function findTexts(
  db: Db,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly level: documents.DocumentLevel; readonly text: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .select(['id', 'level', 'text'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
  // The check of the table says the same of the level.
  return new Map(rows.map(({ id, level, text }) => [id, { text, level: level as documents.DocumentLevel }]));
}

/** Which demands somebody may see; only whoever keeps the demands knows. */
export type VisibleTo = (actor: Actor) => (eb: ExpressionBuilder<DB, 'demand'>) => Expression<SqlBool>;

/** What a list of documents may be narrowed to. */
export interface DocumentFilter extends PageRequest {
  readonly words?: string;
  readonly levels?: readonly documents.DocumentLevel[];
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** What came from above and the texts of demands that the actor may see, the last taken in first. */
export async function listDocuments(
  db: Db,
  actor: Actor,
  visibleTo: VisibleTo,
  filter: DocumentFilter,
): Promise<Page<documents.DocumentSummary>> {
  const after = readCursor(filter, Key);
  const { words = '', levels } = filter;
  const rows = await visible(db, actor, visibleTo)
    .$if(levels !== undefined, (query) => query.where(sql<SqlBool>`document.level = any(${levels}::text[])`))
    .where((eb) =>
      eb.and(
        words
          .split(/\s+/u)
          .filter(Boolean)
          .map((word) => hasWord(word)),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('document.addedAt', 'document.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? '')),
      ),
    )
    .orderBy('document.addedAt', 'desc')
    .orderBy('document.id', 'desc')
    .limit(rowsFor(filter))
    .execute();
  return toPage(rows.map(asSummary), filter, ({ addedAt, id }) => [addedAt, id]);
}

function hasWord(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`strpos(lower(document.title || ' ' || coalesce(document.doc_number, '')), lower(${word})) > 0`;
}

/** A document that the actor may see; undefined where there is none. */
export async function findDocument(
  db: Db,
  actor: Actor,
  visibleTo: VisibleTo,
  id: string,
): Promise<documents.LibraryDocument | undefined> {
  const row = await visible(db, actor, visibleTo)
    .select('document.text')
    .where('document.id', '=', id)
    .executeTakeFirst();
  return row && { ...asSummary(row), text: row.text };
}

/** Those of these documents that the actor may see, by their numbers. */
export async function findSummaries(
  db: Db,
  actor: Actor,
  visibleTo: VisibleTo,
  ids: readonly string[],
): Promise<ReadonlyMap<string, documents.DocumentSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await visible(db, actor, visibleTo)
    .where('document.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, asSummary(row)]));
}

function visible(db: Db, actor: Actor, visibleTo: VisibleTo) {
  const { county } = actor;
  return db
    .selectFrom('document')
    .leftJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'document.county').onRef('unit.code', '=', 'document.issuer'),
    )
    .select([
      ...(['document.id', 'document.demand', 'document.level', 'document.issuer', 'document.title'] as const),
      ...(['document.docNumber', 'document.datedOn', 'document.addedAt'] as const),
      sql<string | null>`coalesce(unit.name, document.issuer_name)`.as('issuerName'),
      sql<number>`length(document.text)`.as('characters'),
    ])
    .where('document.county', '=', county)
    .where((eb) =>
      eb.or([
        eb('document.demand', 'is', null),
        eb.exists(
          eb
            .selectFrom('demand')
            .select('demand.id')
            .whereRef('demand.county', '=', 'document.county')
            .whereRef('demand.id', '=', 'document.demand')
            .where(visibleTo(actor)),
        ),
      ]),
    );
}

/** The checks of the table say that the level is one of the contract. */
function asSummary(row: object): documents.DocumentSummary {
  const { id, demand, level, issuer, issuerName, title, docNumber, datedOn, characters, addedAt } =
    row as documents.DocumentSummary;
  return { id, demand, level, issuer, issuerName, title, docNumber, datedOn, characters, addedAt };
}
