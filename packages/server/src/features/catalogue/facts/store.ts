import type { catalogue, facts } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { Source } from './fact.ts';

/** A subject without its values. */
export interface SubjectRow {
  readonly id: number;
  readonly entity: catalogue.Entity;
  readonly unit: string;
  readonly code: string | null;
  readonly endedOn: string | null;
}

/** A value as it lies in the database. */
export interface StoredFact {
  readonly subject: number;
  readonly element: string;
  readonly value: string | null;
  readonly sealed: Buffer | null;
  readonly asOf: string;
  readonly batch: number;
  readonly place: string | null;
  readonly confidence: number;
  readonly byOwner: boolean;
  readonly version: number;
}

export interface UnitRange {
  readonly first: string;
  readonly last: string;
}

/** The living subjects of a kind in these ranges of units, by unit; `after` and `most` for a part of them. */
export async function listSubjects(
  db: Db,
  { county, entity, ranges, after = ['', 0], most }: SubjectPlace & SubjectPart,
): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select subject.id, subject.entity, subject.unit, subject.code, subject.ended_on
    from unnest(${ranges.map(({ first }) => first)}::text[], ${ranges.map(({ last }) => last)}::text[]) as range (first, last)
    cross join lateral (
      select * from subject
      where subject.county = ${county} and subject.entity = ${entity}
        and subject.unit between range.first and range.last and subject.ended_on is null
        and (subject.unit, subject.id) > (${after[0]}, ${after[1]})
      order by subject.unit, subject.id
      limit ${most ?? null}
    ) as subject
    order by subject.unit, subject.id
    limit ${most ?? null}`.execute(db);
  return rows;
}

interface SubjectPlace {
  readonly county: string;
  readonly entity: catalogue.Entity;
  readonly ranges: readonly UnitRange[];
}

interface SubjectPart {
  /** Unit and number of the last one before. */
  readonly after?: readonly [string, number];
  readonly most?: number;
}

/** These subjects by their numbers, ended ones included. */
export async function findSubjects(db: Db, county: string, ids: readonly number[]): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select id, entity, unit, code, ended_on from subject
    where county = ${county} and id = any(${ids}::bigint[]) order by unit, id`.execute(db);
  return rows;
}

/** Those of these subjects that are of a kind and in a place, ended ones included. */
export async function findSubjectsIn(
  db: Db,
  { county, entity, ranges }: SubjectPlace,
  ids: readonly number[],
): Promise<SubjectRow[]> {
  const found = await findSubjects(db, county, ids);
  return found.filter(
    (one) => one.entity === entity && ranges.some(({ first, last }) => one.unit >= first && one.unit <= last),
  );
}

/** The subjects of a kind that have one of these digests, with the digest as hex. */
export async function findByDigest(
  db: Db,
  { county, entity, digests }: { county: string; entity: catalogue.Entity; digests: readonly Buffer[] },
): Promise<(SubjectRow & { readonly digest: string })[]> {
  const { rows } = await sql<SubjectRow & { readonly digest: string }>`
    select id, entity, unit, code, ended_on, encode(digest, 'hex') as digest from subject
    where county = ${county} and entity = ${entity} and digest = any(${digests}::bytea[])
    order by unit, id`.execute(db);
  return rows;
}

/** The values of these subjects. One descent of the index for each, whatever the planner thinks of their number. */
export async function listFacts(
  db: Db,
  { county, subjects, elements }: { county: string; subjects: readonly number[]; elements: readonly string[] },
): Promise<StoredFact[]> {
  if (subjects.length === 0 || elements.length === 0) return [];
  const { rows } = await sql<StoredFact>`
    select fact.* from unnest(${subjects}::bigint[]) as wanted (subject)
    cross join lateral (
      select subject, element, value, sealed, as_of, batch, place, confidence, by_owner, version from fact
      where fact.county = ${county} and fact.subject = wanted.subject and fact.element = any(${elements}::text[])
      offset 0
    ) as fact`.execute(db);
  return rows;
}

/** What the value was before, the last first. */
export async function listPastFacts(
  db: Db,
  county: string,
  { subject, element }: { readonly subject: number; readonly element: string },
): Promise<StoredFact[]> {
  const rows = await db
    .selectFrom('factPast')
    .select(['subject', 'element', 'value', 'sealed', 'asOf', 'batch', 'place', 'confidence', 'byOwner', 'version'])
    .where('county', '=', county)
    .where('subject', '=', subject)
    .where('element', '=', element)
    .orderBy('version', 'desc')
    .execute();
  return rows;
}

/** The sources of these batches, by number. */
export async function findSources(
  db: Db,
  county: string,
  batches: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Source>> {
  if (batches.size === 0) return new Map();
  const { rows } = await sql<Source & { readonly id: number }>`
    select id, kind, name, unit from fact_batch
    where county = ${county} and id = any(${[...batches]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, ...source }) => [id, source]));
}

/** Which values of these subjects are in dispute, as `subject element`. */
export async function listDisputed(db: Db, county: string, subjects: readonly number[]): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const { rows } = await sql<{ readonly subject: number; readonly element: string }>`
    select conflict.subject, conflict.element from fact_conflict as conflict
    where conflict.county = ${county} and conflict.subject = any(${subjects}::bigint[]) and not exists (
      select from conflict_resolution as resolution
      where resolution.county = conflict.county and resolution.conflict = conflict.id
    )`.execute(db);
  return new Set(rows.map(({ subject, element }) => `${subject} ${element}`));
}

/** How many values of a day there are, of an element in these ranges. */
export interface DayCount {
  readonly element: string;
  readonly asOf: string;
  readonly facts: number;
  readonly source: string | null;
}

export async function countFacts(
  db: Db,
  { county, elements, ranges }: { county: string; elements: readonly string[]; ranges: readonly UnitRange[] },
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select counted.element, counted.as_of, counted.facts, fact_batch.name as source
    from (
      select kept.element, kept.as_of, sum(kept.facts)::int as facts, max(kept.batch) as batch
      from unnest(${ranges.map(({ first }) => first)}::text[], ${ranges.map(({ last }) => last)}::text[])
        as range (first, last)
      join fact_count as kept on kept.unit between range.first and range.last
      where kept.county = ${county} and kept.element = any(${elements}::text[])
      group by kept.element, kept.as_of having sum(kept.facts) > 0
    ) as counted
    left join fact_batch on fact_batch.county = ${county} and fact_batch.id = counted.batch
    order by counted.element, counted.as_of desc`.execute(db);
  return rows;
}

/** How many living subjects of each kind there are in these ranges. */
export async function countSubjects(
  db: Db,
  county: string,
  ranges: readonly UnitRange[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly entity: string; readonly subjects: number }>`
    select kept.entity, sum(kept.subjects)::int as subjects
    from unnest(${ranges.map(({ first }) => first)}::text[], ${ranges.map(({ last }) => last)}::text[])
      as range (first, last)
    join subject_count as kept on kept.unit between range.first and range.last
    where kept.county = ${county}
    group by kept.entity`.execute(db);
  return new Map(rows.map(({ entity, subjects }) => [entity, subjects]));
}

/** A batch as lists show it, the last first. */
export async function listBatches(
  db: Db,
  county: string,
  { kind, before, most }: { readonly kind?: facts.SourceKind; readonly before?: number; readonly most: number },
): Promise<facts.FactBatch[]> {
  const rows = await db
    .selectFrom('factBatch')
    .select(['id', 'kind', 'name', 'unit', 'demand', 'created', 'updated', 'confirmed', 'conflicts', 'at'])
    .where('county', '=', county)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  // The check of the table says the same of the kind.
  return rows as facts.FactBatch[];
}
