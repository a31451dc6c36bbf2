import { Refusal } from '@qingzhuang/contract';
import { sql, type Selectable } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { Person } from '../../../platform/db-schema.gen.ts';

export type PersonRow = Selectable<Person>;

export interface NewPerson {
  readonly county: string;
  readonly name: string;
  readonly username: string;
  readonly madeBy: string | null;
  readonly madeAt: string;
}

/** The person, or undefined when somebody, in whatever county, has the user name. */
export function insertPerson(db: Db, person: NewPerson): Promise<PersonRow | undefined> {
  return db
    .insertInto('person')
    .values(person)
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Locks the person of the own county until the transaction ends. */
export async function getPersonForUpdate(db: Db, id: string): Promise<PersonRow> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new Refusal('no-such-record');
  return row;
}

export async function getPerson(db: Db, id: string): Promise<PersonRow> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('no-such-record');
  return row;
}

export interface PeopleFilter {
  readonly q?: string;
  readonly unit?: string;
  /** The user name of the last person of the page before. */
  readonly after?: string;
  readonly rows: number;
}

/** People of the own county by user name. */
export function listPeople(db: Db, { q, unit, after, rows }: PeopleFilter): Promise<PersonRow[]> {
  let query = db
    .selectFrom('person')
    .selectAll()
    .where('county', '=', sql<string>`current_county()`);
  if (after !== undefined) query = query.where('username', '>', after);
  if (q !== undefined) {
    // `position` knows no wildcards, so nothing in `q` needs escaping.
    query = query.where(sql<boolean>`position(lower(${q}) in lower(name) || ' ' || username) > 0`);
  }
  if (unit !== undefined) {
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('post')
          .select('post.id')
          .where('post.county', '=', sql<string>`current_county()`)
          .where('post.unit', '=', unit)
          .where('post.untilAt', 'is', null)
          .whereRef('post.person', '=', 'person.id'),
      ),
    );
  }
  return query.orderBy('username').limit(rows).execute();
}

export interface PersonChange {
  readonly name?: string;
  readonly mayLink?: boolean;
  readonly deactivatedAt?: string | null;
  readonly deactivatedBy?: string | null;
}

export function updatePerson(db: Db, id: string, change: PersonChange): Promise<PersonRow> {
  return db
    .updateTable('person')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface NewCounty {
  readonly code: string;
  readonly name: string;
  readonly letters: string;
}

/** False when the code or the letters are taken. */
export async function insertCounty(owner: Db, county: NewCounty): Promise<boolean> {
  const made = await owner
    .insertInto('county')
    .values(county)
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst();
  return made !== undefined;
}

/** Whether there is any county, or the one of this code. */
export async function hasCounty(db: Db, code?: string): Promise<boolean> {
  const row = await db
    .selectFrom('county')
    .select('code')
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The county itself is the root of its tree of units. */
export async function insertCountyUnit(tx: Db, { code, name }: NewCounty): Promise<string> {
  const unit = `${code}000000`;
  await tx.insertInto('unit').values({ county: code, code: unit, name, level: 'county', nature: 'county' }).execute();
  return unit;
}

export interface PersonEvent {
  readonly county: string;
  readonly person: string;
  readonly event:
    | 'added'
    | 'renamed'
    | 'deactivated'
    | 'reactivated'
    | 'link-allowed'
    | 'link-forbidden'
    | 'password-reset'
    | 'post-granted'
    | 'post-confirmed'
    | 'post-withdrawn';
  readonly post?: string;
  /** Null for whoever runs the machine. */
  readonly by: string | null;
  readonly at: string;
}

/** Writes down what was done about somebody. It has its place in the audit log. */
export async function insertPersonEvents(db: Db, events: readonly PersonEvent[]): Promise<void> {
  if (events.length > 0) await db.insertInto('personEvent').values(events).execute();
}
