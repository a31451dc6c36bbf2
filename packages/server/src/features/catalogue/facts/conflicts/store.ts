import type { catalogue, facts } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../../platform/cursor.ts';
import type { Db } from '../../../../platform/db.ts';
import type { UnitRange } from '../store.ts';

/** A conflict as it lies in its rows, with the value that is held now. */
export interface ConflictRow {
  readonly id: string;
  readonly batch: number;
  readonly subject: number;
  readonly entity: catalogue.Entity;
  readonly unit: string;
  readonly unitName: string | null;
  readonly element: string;
  readonly elementName: string;
  readonly owner: string | null;
  readonly personal: catalogue.PersonalClass;
  readonly value: string | null;
  readonly sealed: Buffer | null;
  readonly asOf: string;
  readonly source: string;
  readonly place: string | null;
  /** Of who said it. */
  readonly by: string;
  readonly madeAt: string;
  readonly state: facts.Conflict['state'];
  readonly heldValue: string | null;
  readonly heldSealed: Buffer | null;
  readonly heldAsOf: string | null;
  readonly heldSource: string | null;
}

export interface ConflictFilter extends PageRequest {
  readonly unit?: string;
  readonly element?: string;
  readonly state?: facts.Conflict['state'];
}

/** Whose conflicts may be seen: of these units' subjects what is not closed, those of these owners' elements, those of nobody's. */
export interface ConflictSight {
  readonly ranges: readonly UnitRange[];
  readonly owners: readonly string[];
  readonly unowned: boolean;
}

export async function listConflicts(
  db: Db,
  county: string,
  filter: ConflictFilter,
  sight: ConflictSight,
): Promise<{ readonly items: readonly ConflictRow[]; readonly next: string | null }> {
  const [batch, id] = readCursor(filter, z.tuple([z.int(), z.uuid()])) ?? [null, null];
  const { unit, element, state = 'open' } = filter;
  const { rows } = await sql<ConflictRow>`
    ${select(county)}
      and (${batch}::bigint is null or (conflict.batch, conflict.id) < (${batch}::bigint, ${id}::uuid))
      and (${unit ?? null}::text is null or subject.unit = ${unit ?? null})
      and (${element ?? null}::text is null or conflict.element = ${element ?? null})
      and ${STATE} = ${state}
      and ${seen(sight)}
    order by conflict.batch desc, conflict.id desc
    limit ${rowsFor(filter)}`.execute(db);
  return toPage(rows, filter, (row) => [row.batch, row.id]);
}

/** A conflict that may be seen, held until the transaction ends; undefined where there is none. */
export async function findConflict(
  db: Db,
  county: string,
  id: string,
  sight: ConflictSight,
): Promise<ConflictRow | undefined> {
  await sql`select from fact_conflict where county = ${county} and id = ${id} for update`.execute(db);
  const { rows } = await sql<ConflictRow>`
    ${select(county)} and conflict.id = ${id} and ${seen(sight)}`.execute(db);
  return rows[0];
}

const STATE = sql`case resolution.take when 'held' then 'kept' when 'offered' then 'taken' else 'open' end`;

function seen({ ranges, owners, unowned }: ConflictSight): ReturnType<typeof sql> {
  return sql`(
    element.owner = any(${owners}::text[]) or (${unowned} and element.owner is null) or exists (
      select from unnest(${ranges.map(({ first }) => first)}::text[], ${ranges.map(({ last }) => last)}::text[])
        as range (first, last)
      where subject.unit between range.first and range.last and element.sharing <> 'closed'
    )
  )`;
}

function select(county: string): ReturnType<typeof sql> {
  return sql`
    select conflict.id, conflict.batch, conflict.subject, subject.entity, subject.unit, unit.name as unit_name,
      conflict.element, element.name as element_name, element.owner, element.personal,
      conflict.value, conflict.sealed, conflict.as_of, batch.name as source, conflict.place, batch.unit as by,
      batch.at as made_at, ${STATE} as state,
      held.value as held_value, held.sealed as held_sealed, held.as_of as held_as_of, held_batch.name as held_source
    from fact_conflict as conflict
    join subject on subject.county = conflict.county and subject.id = conflict.subject
    join element on element.county = conflict.county and element.key = conflict.element
    join fact_batch as batch on batch.county = conflict.county and batch.id = conflict.batch
    left join unit on unit.county = conflict.county and unit.code = subject.unit
    left join conflict_resolution as resolution
      on resolution.county = conflict.county and resolution.conflict = conflict.id
    left join fact as held
      on held.county = conflict.county and held.subject = conflict.subject and held.element = conflict.element
    left join fact_batch as held_batch on held_batch.county = held.county and held_batch.id = held.batch
    where conflict.county = ${county}`;
}

export async function insertResolution(
  db: Db,
  county: string,
  resolution: {
    readonly conflict: string;
    readonly take: 'held' | 'offered';
    readonly unit: string;
    readonly reason: string;
    readonly person: string;
    readonly at: string;
  },
): Promise<void> {
  await db
    .insertInto('conflictResolution')
    .values({ county, ...resolution })
    .execute();
}
