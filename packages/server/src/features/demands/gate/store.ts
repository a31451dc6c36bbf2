/** What the register says about a draft. Drafts of others are not looked at: what has not passed is nobody's business. */
import { dayNumber, formatDay } from '@qingzhuang/analysis';
import type { caps, DeepReadonly, demands } from '@qingzhuang/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import { dayAt, dayNumberAt, daysOf, monthOf, weekOf, type Period } from './day.ts';
import { NO_FACTS, type Alike, type GateFacts, type Neighbour } from './gate-facts.ts';
import { loadOf } from './load.ts';
import { timeOf } from './neighbours.ts';
import { topicOf } from './topic.ts';

type Draft = DeepReadonly<demands.DemandDraft>;

/** A draft that is about to be screened. */
export interface Asking {
  readonly county: string;
  /** Its own entry is no clash. */
  readonly id: string;
  readonly draft: Draft;
  readonly today: string;
  readonly settings: DeepReadonly<caps.CountySettings>;
}

/** Reads the facts of the gate; registers that do not exist yet stay null. */
export async function findGateFacts(db: Db, asking: Asking): Promise<GateFacts> {
  // Three bearers and three hundred want other plans; one that were to serve both takes three times as long.
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(db);
  return {
    ...NO_FACTS,
    neighbours: await listNeighbours(db, asking),
    alike: await listAlike(db, asking),
    ceilings: await findCeilings(db, asking),
    minutesOwed: await sumMinutesOwed(db, asking),
    meetings: await countMeetings(db, asking),
  };
}

/** Passed the gate and not taken back; of the issuer's own also what waits for a decision. */
export function isCounted({ draft }: Pick<Asking, 'draft'>): RawBuilder<boolean> {
  return sql`(
    demand.state in ('admitted', 'running', 'suspended', 'closed', 'reviewed', 'expired')
    or (demand.state in ('screened', 'consulting', 'coordinating') and demand.submitted and demand.issuer = ${draft.issuer})
  )`;
}

/**
 * The bearers of each demand of the outer query. The offset keeps the list of wanted units out of the index: probed for
 * each of 300 units, a demand takes 0.14 ms; read whole and compared by hash, it takes a hundredth of that.
 */
const bearersOfEach: RawBuilder<unknown> = sql`(
  select bearer.unit from demand_bearer as bearer
  where bearer.county = demand.county and bearer.demand = demand.id offset 0
)`;

/** Windows of visits are looked for as far back. */
const NEAR_DAYS = 31;
/** What begins or ends within a day of the draft's own time may be hung on it, whoever asks for it. */
const CLOSE = '1 day';

/**
 * What the rules ask about and no more, in a county that holds a thousand sessions in these weeks: what is close in time,
 * the issuer's own meetings for a meeting, all visits for a visit.
 */
async function listNeighbours(db: Db, asking: Asking): Promise<readonly Neighbour[]> {
  const { draft, settings } = asking;
  const time = timeOf(draft.details);
  if (time === null) return [];
  const { first, last } = daysAround(daysOf(time), settings.splitMeetingDays);
  const isOfSameKind =
    draft.details.kind === 'meeting'
      ? sql`demand.kind = 'meeting' and demand.issuer = ${draft.issuer}`
      : sql`demand.kind = 'inspection'`;
  const { rows } = await sql<Omit<Neighbour, 'shared'> & { readonly codes: string }>`
    with near as materialized (
      select * from demand
      where demand.county = ${asking.county} and demand.id <> ${asking.id}
        and demand.starts_at >= ${`${formatDay(first - NEAR_DAYS)}T00:00:00+08:00`}
        and demand.starts_at < ${`${formatDay(last + 1)}T00:00:00+08:00`}
        and (${isOfSameKind} or (
          demand.starts_at <= ${time.endsAt}::timestamptz + ${CLOSE}::interval
          and demand.ends_at >= ${time.startsAt}::timestamptz - ${CLOSE}::interval
        ))
        and ${isCounted(asking)}
    )
    select demand.id, demand.kind, demand.title, demand.ask, demand.issuer, demand.starts_at as "startsAt",
      demand.ends_at as "endsAt", demand.details ->> 'series' as series, own.codes
    from near as demand
    cross join lateral (
      -- As one text: an array of three hundred codes takes longer to read than to find.
      select string_agg(unit, '') as codes from ${bearersOfEach} as bearer where unit = any(${draft.bearers}::text[])
    ) as own
    where own.codes is not null
    order by demand.starts_at, demand.id`.execute(db);
  return rows.map(({ codes, ...neighbour }) => ({ ...neighbour, shared: codes.match(UNIT_CODES) ?? [] }));
}

const UNIT_CODES = /.{12}/gu;

/** The days that sessions of one meeting may lie apart, and the whole weeks and months of the first day. */
function daysAround({ first, last }: Period, apart: number): Period {
  const periods = [weekOf(first), monthOf(first)];
  return {
    first: Math.min(first - apart, ...periods.map((period) => period.first)),
    last: Math.max(last + apart, ...periods.map((period) => period.last)),
  };
}

/** Looking further back would say of every yearly task that it has been asked before. */
export const TOPIC_DAYS = 90;
const MOST_ALIKE = 40;
/** What shares fewer of its pairs is too different to be compared. */
const LEAST_SHARED = 0.3;

/** What the gate knows of a demand that a draft may repeat. */
export function asAlike(draft: Draft): RawBuilder<unknown> {
  return sql`demand.id, demand.title, demand.ask, demand.issuer,
      coalesce(demand.starts_at, demand.due_at, demand.changed_at) as at,
      (
        select count(*)::int from ${bearersOfEach} as bearer where unit = any(${draft.bearers}::text[])
      ) as shared,
      exists (
        select from demand_bearer as bearer
        where bearer.county = demand.county and bearer.demand = demand.id and bearer.unit = ${draft.issuer}
      ) as "isFromAbove"`;
}

async function listAlike(db: Db, asking: Asking): Promise<readonly Alike[]> {
  const { county, id, draft, today } = asking;
  const pairs = topicOf(draft);
  if (pairs.length === 0) return [];
  const { rows } = await sql<Omit<Alike, 'day'> & { readonly at: string }>`
    with candidate as materialized (
      select demand as id, count(*) as pairs from demand_topic
      where county = ${county} and pair = any(${pairs}::text[])
        and expires_on >= ${formatDay(dayNumber(today) - TOPIC_DAYS)}
      group by demand having count(*) >= ${Math.ceil(pairs.length * LEAST_SHARED)}
    )
    select ${asAlike(draft)}
    from candidate cross join lateral (
      -- By its key, whatever the planner thinks of their number: there are a thousand, and not a county's worth.
      select * from demand where demand.county = ${county} and demand.id = candidate.id offset 0
    ) as demand
    where demand.id <> ${id} and ${isCounted(asking)}
    order by candidate.pairs::float / cardinality(demand.topic) desc, candidate.pairs desc, demand.id
    limit ${MOST_ALIKE}`.execute(db);
  return rows.map(({ at, ...alike }) => ({ ...alike, day: dayAt(at) }));
}

async function findCeilings(
  db: Db,
  { county, draft, settings: { ceilingHours } }: Asking,
): Promise<ReadonlyMap<string, number> | null> {
  if (ceilingHours === null) return null;
  const { rows } = await sql<{ readonly code: string; readonly minutes: number }>`
    select unit.code, ceiling.value::int * 60 as minutes
    from unit join jsonb_each_text(${JSON.stringify(ceilingHours)}::jsonb) as ceiling on ceiling.key = unit.nature
    where unit.county = ${county} and unit.code = any(${draft.bearers}::text[])`.execute(db);
  return new Map(rows.map(({ code, minutes }) => [code, minutes]));
}

/** As the county's page of a bearer's month counts them: see the feature of caps. */
async function sumMinutesOwed(db: Db, asking: Asking): Promise<ReadonlyMap<string, number>> {
  const { county, id, draft, today, settings } = asking;
  if (settings.ceilingHours === null) return new Map();
  const month = formatDay(monthOf(dayNumber(loadOf(draft, 0, today).day)).first);
  const { rows } = await sql<{ readonly unit: string; readonly minutes: number }>`
    select bearer.unit, sum(demand.load_minutes) as minutes
    from demand cross join lateral ${bearersOfEach} as bearer
    where demand.county = ${county} and demand.id <> ${id} and bearer.unit = any(${draft.bearers}::text[])
      and demand.admitted_at is not null and demand.state in ('admitted', 'running', 'closed', 'reviewed', 'expired')
      and demand.load_from <= ${month}::date and demand.load_until >= ${month}::date
    group by bearer.unit`.execute(db);
  return new Map(rows.map(({ unit, minutes }) => [unit, minutes]));
}

async function countMeetings(db: Db, asking: Asking): Promise<GateFacts['meetings']> {
  const { county, id, draft, settings } = asking;
  if (draft.details.kind !== 'meeting' || settings.onlineMeetingShare === null) return NO_FACTS.meetings;
  const year = Number(formatDay(dayNumberAt(draft.details.startsAt)).slice(0, 4));
  const { rows } = await sql<GateFacts['meetings']>`
    select
      coalesce(sum((details ->> 'timesPerYear')::int) filter (where details ->> 'mode' = 'video'), 0)::int as online,
      coalesce(sum((details ->> 'timesPerYear')::int) filter (where details ->> 'mode' <> 'video'), 0)::int as offline
    from demand
    where county = ${county} and issuer = ${draft.issuer} and kind = 'meeting' and id <> ${id}
      and starts_at >= ${`${year}-01-01T00:00:00+08:00`} and starts_at < ${`${year + 1}-01-01T00:00:00+08:00`}
      and ${isCounted(asking)}`.execute(db);
  return rows[0] ?? NO_FACTS.meetings;
}

/**
 * The bearers, and for a meeting all divisions below them at the levels it goes down to: who has to sit there bears it,
 * whether he is named or not.
 */
export async function listReached(db: Db, county: string, { bearers, details }: Draft): Promise<readonly string[]> {
  if (details.kind !== 'meeting') return bearers;
  const { rows } = await sql<{ readonly code: string }>`
    select code from unit
    where county = ${county} and ended_on is null and not code = any(${bearers}::text[])
      and level = any(${details.levels}::text[])
      and nature in ('township', 'subdistrict', 'village', 'community')
      and (left(code, 9) || '000' = any(${bearers}::text[]) or left(code, 6) || '000000' = any(${bearers}::text[]))
    order by code`.execute(db);
  return [...bearers, ...rows.map(({ code }) => code)];
}
