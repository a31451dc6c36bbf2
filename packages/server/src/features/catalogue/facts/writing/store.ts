import type { catalogue } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../../platform/db.ts';
import type { Source } from '../fact.ts';
import type { StoredFact } from '../store.ts';

/** The number of the batch that is being written; its row follows when its counts are known. */
export async function takeBatchNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ readonly number: number }>`
    select nextval(pg_get_serial_sequence('fact_batch', 'id')) as number`.execute(db);
  return rows[0]?.number ?? 0;
}

/** What was written, by whom and from what. */
export interface BatchRow extends Source {
  readonly id: number;
  readonly demand: string | null;
  readonly form: number | null;
  readonly person: string;
  readonly created: number;
  readonly updated: number;
  readonly confirmed: number;
  readonly conflicts: number;
  readonly moved: number;
  readonly digest: string;
  /** RFC 3339. */
  readonly at: string;
}

export async function insertBatch(db: Db, county: string, batch: BatchRow): Promise<void> {
  await db
    .insertInto('factBatch')
    .values({ county, ...batch })
    .execute();
}

/** A subject that nobody has told of before. */
export interface NewSubject {
  readonly entity: catalogue.Entity;
  readonly unit: string;
  readonly code: string | null;
  readonly digest: Buffer;
}

/** Adds those that are not there yet; another transaction that adds one of them is waited for. */
export async function insertSubjects(db: Db, county: string, subjects: readonly NewSubject[]): Promise<void> {
  await sql`
    insert into subject (county, entity, unit, code, digest)
    select ${county}, entity, unit, code, digest
    from unnest(
      ${subjects.map(({ entity }) => entity)}::text[], ${subjects.map(({ unit }) => unit)}::text[],
      ${subjects.map(({ code }) => code)}::text[], ${subjects.map(({ digest }) => digest)}::bytea[]
    ) as made (entity, unit, code, digest)
    on conflict (county, entity, digest) do nothing`.execute(db);
}

/** Which of these codes are living units of the county. */
export async function findUnits(db: Db, county: string, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly code: string }>`
    select code from unit
    where county = ${county} and code = any(${[...new Set(codes)]}::text[]) and ended_on is null`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

export interface Move {
  readonly id: number;
  readonly to: string;
}

export async function moveSubjects(db: Db, county: string, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    update subject set unit = moved.unit
    from unnest(${moves.map(({ id }) => id)}::bigint[], ${moves.map(({ to }) => to)}::text[]) as moved (id, unit)
    where subject.county = ${county} and subject.id = moved.id`.execute(db);
}

/** A subject that is found by another code from now on. */
export interface Recoded {
  readonly id: number;
  readonly before: Buffer;
  readonly digest: Buffer;
  readonly code: string | null;
}

export async function recodeSubjects(db: Db, county: string, recoded: readonly Recoded[]): Promise<void> {
  if (recoded.length === 0) return;
  await sql`
    update subject set digest = given.digest, code = given.code
    from unnest(
      ${recoded.map(({ id }) => id)}::bigint[], ${recoded.map(({ before }) => before)}::bytea[],
      ${recoded.map(({ digest }) => digest)}::bytea[], ${recoded.map(({ code }) => code)}::text[]
    ) as given (id, before, digest, code)
    where subject.county = ${county} and subject.id = given.id and subject.digest = given.before`.execute(db);
}

/** Writers of one subject take turns: what is read of it afterwards stays so until the transaction ends. */
export async function lockSubjects(db: Db, county: string, ids: readonly number[]): Promise<void> {
  await sql`
    select from subject where county = ${county} and id = any(${ids}::bigint[]) order by id for update`.execute(db);
}

type WrittenFact = Omit<StoredFact, 'version'>;

/** Values that nobody has told before. */
export async function insertFacts(db: Db, county: string, facts: readonly WrittenFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    insert into fact (county, subject, element, value, sealed, as_of, batch, place, confidence, by_owner)
    select ${county}, * from ${columnsOf(facts)}`.execute(db);
}

/** Values that take the place of others; a trigger keeps what they were. */
export async function updateFacts(db: Db, county: string, facts: readonly WrittenFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    update fact set
      value = given.value, sealed = given.sealed, as_of = given.as_of, batch = given.batch, place = given.place,
      confidence = given.confidence, by_owner = given.by_owner, version = fact.version + 1
    from ${columnsOf(facts)}
    where fact.county = ${county} and fact.subject = given.subject and fact.element = given.element`.execute(db);
}

function columnsOf(facts: readonly WrittenFact[]): ReturnType<typeof sql> {
  return sql`unnest(
    ${facts.map(({ subject }) => subject)}::bigint[], ${facts.map(({ element }) => element)}::text[],
    ${facts.map(({ value }) => value)}::text[], ${facts.map(({ sealed }) => sealed)}::bytea[],
    ${facts.map(({ asOf }) => asOf)}::date[], ${facts.map(({ batch }) => batch)}::bigint[],
    ${facts.map(({ place }) => place)}::text[], ${facts.map(({ confidence }) => confidence)}::real[],
    ${facts.map(({ byOwner }) => byOwner)}::boolean[]
  ) as given (subject, element, value, sealed, as_of, batch, place, confidence, by_owner)`;
}

/** A value that disagrees, to be looked at by the owner of its element. */
export interface NewConflict {
  readonly id: string;
  readonly subject: number;
  readonly element: string;
  readonly value: string | null;
  readonly sealed: Buffer | null;
  readonly digest: Buffer;
  readonly asOf: string;
  readonly batch: number;
  readonly place: string | null;
}

/** Notes what disagrees; the same said again of the same day is noted once. */
export async function insertConflicts(db: Db, county: string, conflicts: readonly NewConflict[]): Promise<void> {
  if (conflicts.length === 0) return;
  await db
    .insertInto('factConflict')
    .values(conflicts.map((conflict) => ({ county, ...conflict })))
    .onConflict((conflict) => conflict.columns(['county', 'subject', 'element', 'digest', 'asOf']).doNothing())
    .execute();
}
