/** Everything around the register of a busy county: its people, signed in; its limits; what has happened so far. */
import { sql } from 'kysely';
import type { Db } from '../packages/server/src/platform/db.ts';
import { COUNTY, DEPARTMENTS, OFFICE, TOWNSHIPS, VILLAGES_PER_TOWNSHIP } from './register.ts';

const VILLAGES = TOWNSHIPS * VILLAGES_PER_TOWNSHIP;

/** Leaders act for the county itself. */
const LEADERS_OFFICE = `${COUNTY}000000`;

/** How many people hold each post; 3,000 in all. */
const CLERKS = 2400;
const DRAFTERS = 400;
const LEADS = 160;
const DECIDERS = 35;
const LEADERS = 5;

const PEOPLE = CLERKS + DRAFTERS + LEADS + DECIDERS + LEADERS;

/** Who is signed in by the token of this number, by his post. */
export interface SignedIn {
  readonly token: string;
  readonly unit: string;
}

/** Somebody with the post; the number chooses whom. */
export function clerk(number: number): SignedIn {
  return { token: tokenOf(number % CLERKS), unit: villageNumber(number % VILLAGES) };
}

export function drafter(number: number): SignedIn {
  const nth = number % DRAFTERS;
  return { token: tokenOf(CLERKS + nth), unit: departmentNumber(nth % DEPARTMENTS) };
}

export function decider(number: number): SignedIn {
  return { token: tokenOf(CLERKS + DRAFTERS + LEADS + (number % DECIDERS)), unit: OFFICE };
}

export function leader(number: number): SignedIn {
  return { token: tokenOf(CLERKS + DRAFTERS + LEADS + DECIDERS + (number % LEADERS)), unit: LEADERS_OFFICE };
}

function tokenOf(person: number): string {
  return `bench-session-${person}`;
}

function villageNumber(number: number): string {
  return `${COUNTY}${101 + Math.floor(number / VILLAGES_PER_TOWNSHIP)}${201 + (number % VILLAGES_PER_TOWNSHIP)}`;
}

function departmentNumber(number: number): string {
  return `${COUNTY}000${String(11 + number).padStart(3, '0')}`;
}

/** Fills a county whose register stands. */
export async function seedCountyLife(owner: Db, today: string): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    // As in the register: what holds by construction need not be checked a million times.
    await sql`set local session_replication_role = replica`.execute(tx);
    await seedPeople(tx, today);
    await seedLimits(tx, today);
    await seedEvents(tx);
    await seedAnswers(tx, today);
  });
  await sql`vacuum analyze`.execute(owner);
}

async function seedPeople(tx: Db, today: string): Promise<void> {
  const at = `${today}T00:00:00Z`;
  await sql`
    insert into person (id, county, name, username)
    select gen_random_uuid(), ${COUNTY}, '人' || n, 'bench' || n from generate_series(0, ${PEOPLE - 1}::int) as n`.execute(
    tx,
  );
  await sql`
    insert into post (county, person, unit, role, granted_at, from_at)
    select ${COUNTY}, id,
      case
        when n < ${CLERKS} then ${COUNTY} || (101 + n % ${VILLAGES} / ${VILLAGES_PER_TOWNSHIP}) || (201 + n % ${VILLAGES_PER_TOWNSHIP})
        when n < ${CLERKS + DRAFTERS + LEADS} then ${COUNTY} || '000' || lpad((11 + (n - ${CLERKS}) % ${DEPARTMENTS})::text, 3, '0')
        when n < ${CLERKS + DRAFTERS + LEADS + DECIDERS} then ${OFFICE}
        else ${LEADERS_OFFICE}
      end,
      case
        when n < ${CLERKS} then 'bearer-clerk'
        when n < ${CLERKS + DRAFTERS} then 'drafter'
        when n < ${CLERKS + DRAFTERS + LEADS} then 'unit-lead'
        when n < ${CLERKS + DRAFTERS + LEADS + DECIDERS} then 'office'
        else 'leader'
      end, ${at}, ${at}
    from (select id, substr(username, 6)::int as n from person where county = ${COUNTY}) as numbered`.execute(tx);
  await sql`
    insert into session (token_hash, person, agent, began_at, seen_at, ends_at)
    select sha256(convert_to('bench-session-' || substr(username, 6), 'UTF8')), id, 'bench', now(), now(), now() + interval '10 days'
    from person where county = ${COUNTY}`.execute(tx);
}

/** Everything that the gate can check is switched on. */
async function seedLimits(tx: Db, today: string): Promise<void> {
  const settings = {
    ceilingHours: { village: 120, township: 160 },
    onlineMeetingShare: 1,
    noMeetingRules: { weekdays: [3], weeks: [1], days: [], exceptions: [] },
  };
  await sql`
    insert into county_setting (county, key, version, value, source, from_day, person, at)
    select ${COUNTY}, key, 1, value, '测试', ${today}::date, gen_random_uuid(), now()
    from jsonb_each(${JSON.stringify(settings)}::jsonb)`.execute(tx);
  const year = Number(today.slice(0, 4));
  await sql`
    insert into cap (county, year, issuer, measure)
    select ${COUNTY}, ${year}::int, code, measure from unit, unnest(
      array['meeting', 'document', 'form', 'inspection', 'task', 'platform', 'plaque', 'campaign', 'minutes']
    ) as measure
    where unit.county = ${COUNTY} and nature = 'department'`.execute(tx);
  await sql`
    insert into cap_change (county, year, issuer, measure, version, change, reason, source, person, at)
    select county, year, issuer, measure, 1, 1000000000, '测试', '测试', gen_random_uuid(), now() from cap`.execute(tx);
  await sql`
    insert into cap_use (county, demand, entry, year, issuer, kind, day, times, minutes, passing, over, at)
    select county, id, 'spent', extract(year from admitted_at), issuer, kind, admitted_at::date,
      (details ->> 'timesPerYear')::int, (total_minutes ->> 'likely')::float8, 'within-cap', false, admitted_at
    from demand`.execute(tx);
}

/** What led to the state of each demand. */
async function seedEvents(tx: Db): Promise<void> {
  const somebody = '00000000-0000-4000-8000-000000000001';
  await sql`
    with named as (
      select demand.*, (
        select jsonb_agg(unit order by unit) from demand_bearer
        where demand_bearer.county = demand.county and demand_bearer.demand = demand.id
      ) as bearers
      from demand
    )
    insert into demand_event (county, demand, version, type, data, person, unit, at)
    select named.county, id, step.version, type, step.data, ${somebody}, issuer, admitted_at
    from named cross join lateral (values
      (1, 'demand-drafted', jsonb_build_object('by', ${somebody}::text, 'document', null, 'draft', jsonb_build_object(
        'title', title, 'ask', ask, 'issuer', issuer, 'bearers', bearers, 'dueAt', due_at, 'expiresOn', expires_on,
        'planItem', null, 'details', details
      ))),
      (2, 'demand-screened', jsonb_build_object('screening', jsonb_build_object(
        'at', admitted_at, 'findings', '[]'::jsonb, 'register', '[]'::jsonb, 'unchecked', '[]'::jsonb,
        'cheaperWays', '[]'::jsonb, 'perBearerMinutes', total_minutes, 'totalMinutes', total_minutes,
        'assumptions', '[]'::jsonb, 'coordination', '[]'::jsonb
      ))),
      (3, 'demand-admitted', jsonb_build_object('code', code, 'reason', null, 'caseByCase', false)),
      (4, case state when 'withdrawn' then 'demand-withdrawn' when 'closed' then 'demand-closed' else 'demand-started' end,
        case state when 'withdrawn' then '{"reason":"不再需要"}'::jsonb else '{}'::jsonb end)
    ) as step (version, type, data)`.execute(tx);
}

/** Nine of ten tasks that were due have been answered. */
async function seedAnswers(tx: Db, today: string): Promise<void> {
  const at = `${today}T00:00:00Z`;
  const answered = sql`
    from demand join demand_bearer on demand_bearer.county = demand.county and demand_bearer.demand = demand.id
    where state = 'running' and due_at < ${at} and hashtext(demand.id::text || unit) % 10 <> 0`;
  await sql`
    insert into bearer_event (county, demand, unit, version, id, type, data, at)
    select demand.county, id, unit, 1, gen_random_uuid(), 'demand-answered',
      jsonb_build_object('answer', '{"text":"已完成","files":[],"unchanged":false}'::jsonb, 'moment', due_at), due_at ${answered}`.execute(
    tx,
  );
  await sql`
    insert into bearer_task (county, demand, unit, version, state, answer, answered_at, changed_at)
    select demand.county, id, unit, 1, 'answered', '{"text":"已完成","files":[],"unchanged":false}'::jsonb, due_at, due_at
    ${answered}`.execute(tx);
}
