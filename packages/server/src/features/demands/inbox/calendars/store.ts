import type { inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../../platform/db.ts';
import type { WeekRange, WeekRow } from './week.ts';

export interface NewFeed {
  readonly county: string;
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly person: string;
  readonly unit: string;
  readonly madeAt: string;
}

const SHOWN = ['id', 'unit', 'madeAt'] as const;

export function insertFeed(db: Db, feed: NewFeed): Promise<inbox.CalendarFeed> {
  return db.insertInto('calendarFeed').values(feed).returning(SHOWN).executeTakeFirstOrThrow();
}

/** The person's feeds that still open, the latest first. */
export function listFeeds(db: Db, county: string, person: string): Promise<inbox.CalendarFeed[]> {
  return db
    .selectFrom('calendarFeed')
    .select(SHOWN)
    .where('county', '=', county)
    .where('person', '=', person)
    .where('revokedAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Undefined when the feed is not this person's, or revoked already. */
export function revokeFeed(
  db: Db,
  { county, person, id }: { readonly county: string; readonly person: string; readonly id: string },
  at: string,
): Promise<inbox.CalendarFeed | undefined> {
  return db
    .updateTable('calendarFeed')
    .set({ revokedAt: at })
    .where('county', '=', county)
    .where('person', '=', person)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning(SHOWN)
    .executeTakeFirst();
}

/** The unit of the feed and the units that its person has a post for now; undefined when the token opens nothing. */
export async function findFeed(
  db: Db,
  county: string,
  tokenHash: Buffer,
): Promise<{ readonly unit: string; readonly name: string; readonly postUnits: readonly string[] } | undefined> {
  const { rows } = await sql<{ unit: string; name: string; postUnits: string[] }>`
    select calendar_feed.unit, unit.name, array(
      select own.unit from post cross join lateral family_of(post.county, post.unit) as own (unit)
      where post.county = calendar_feed.county and post.person = calendar_feed.person
        and post.from_at is not null and post.until_at is null
        and (post.role <> 'administrator' or post.unit = calendar_feed.unit)
    ) as post_units
    from calendar_feed
    join person on person.id = calendar_feed.person and person.deactivated_at is null
    join unit on unit.county = calendar_feed.county and unit.code = calendar_feed.unit
    where calendar_feed.county = ${county} and token_hash = ${tokenHash} and revoked_at is null`.execute(db);
  return rows[0];
}

/** An entry of a unit's calendar. */
export interface FeedEntry {
  readonly demand: string;
  readonly version: number;
  readonly state: string;
  readonly kind: string;
  readonly ask: string;
  readonly title: string;
  readonly issuerName: string;
  readonly code: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly dueAt: string | null;
  readonly changedAt: string;
  readonly venues: readonly string[] | null;
}

const MOST_ENTRIES = 2000;

/** What the unit, and those that merged with it, bear from `since` on and have not been let off; the withdrawn as well. */
export async function listFeedEntries(
  db: Db,
  { county, unit }: { readonly county: string; readonly unit: string },
  since: string,
): Promise<FeedEntry[]> {
  const { rows } = await sql<FeedEntry>`
    with borne as (
      select distinct demand_bearer.demand
      from demand_bearer
      left join bearer_task using (county, demand, unit)
      where demand_bearer.county = ${county} and demand_bearer.unit = any(array(select family_of(${county}, ${unit})))
        and bearer_task.state is distinct from 'released'
    )
    select
      demand.id as demand, demand.version, demand.state, demand.kind, ask, title, unit.name as issuer_name, demand.code,
      starts_at, ends_at, due_at, demand.changed_at, details -> 'venues' as venues
    from borne
    join demand on demand.county = ${county} and demand.id = borne.demand
    join unit on unit.county = demand.county and unit.code = demand.issuer
    where demand.code is not null and coalesce(ends_at, due_at) > ${since}
    order by coalesce(starts_at, due_at), demand.id
    limit ${MOST_ENTRIES}`.execute(db);
  return rows;
}

/** What hits these units in the week, with those of them that it hits; with `waiting` what has not passed yet too. */
export async function listWeekRows(
  db: Db,
  { county, first, last }: { readonly county: string; readonly first: string; readonly last: string },
  { begins, ends, waiting }: WeekRange & { readonly waiting: boolean },
): Promise<WeekRow[]> {
  const { rows } = await sql<WeekRow>`
    with hits as materialized (
      select * from demand
      where county = ${county} and (
          state in ('admitted', 'running', 'suspended')
          or ${waiting}::boolean and state in ('screened', 'coordinating') and submitted
        )
        and (starts_at < ${ends} and ends_at > ${begins} or starts_at is null and due_at >= ${begins} and due_at < ${ends})
    )
    select
      hits.id as demand, kind, title, ask, issuer, unit.name as issuer_name, starts_at, ends_at, due_at, total_minutes,
      bearer_count, (details ->> 'timesPerYear')::int as times_per_year, borne.units,
      state in ('screened', 'coordinating') as waiting
    from hits
    join unit on unit.county = hits.county and unit.code = hits.issuer
    cross join lateral (
      select array_agg(demand_bearer.unit order by demand_bearer.unit) as units from demand_bearer
      where demand_bearer.county = hits.county and demand_bearer.demand = hits.id
        and demand_bearer.unit between ${first} and ${last}
    ) borne
    where borne.units is not null
    order by coalesce(starts_at, due_at), hits.id`.execute(db);
  return rows;
}

/** How many units of each nature lie in the range today. */
export function countNatures(
  db: Db,
  { county, first, last }: { readonly county: string; readonly first: string; readonly last: string },
): Promise<{ readonly nature: string; readonly units: number }[]> {
  return db
    .selectFrom('unit')
    .select(({ fn }) => ['nature', fn.countAll<number>().as('units')])
    .where('county', '=', county)
    .where('code', '>=', first)
    .where('code', '<=', last)
    .where('endedOn', 'is', null)
    .groupBy('nature')
    .execute();
}
