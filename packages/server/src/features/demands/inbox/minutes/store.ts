import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../../platform/db.ts';
import type { HeldMeeting, Measurement } from './honesty.ts';

export interface NewMeetingHeld {
  readonly county: string;
  readonly demand: string;
  readonly id: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly person: string;
  readonly at: string;
}

export async function insertMeetingHeld(db: Db, held: NewMeetingHeld): Promise<void> {
  await db.insertInto('meetingHeld').values(held).execute();
}

/** What is done on the page from opening to answering; other kinds are mostly done elsewhere. */
const DONE_ON_THE_PAGE = ['form', 'document'];

/** Measured answers to the issuer's demands in the order in which they came. */
export function listMeasurements(db: Db, county: string, issuer: string): Promise<Measurement[]> {
  return measurements(db, county).where('demand.issuer', '=', issuer).execute();
}

/** Measured answers to one demand. */
export function listMeasurementsOf(db: Db, county: string, demand: string): Promise<Measurement[]> {
  return measurements(db, county).where('demand.id', '=', demand).execute();
}

function measurements(db: Db, county: string) {
  return db
    .selectFrom('bearerTask')
    .innerJoin('demand', (join) =>
      join.onRef('demand.county', '=', 'bearerTask.county').onRef('demand.id', '=', 'bearerTask.demand'),
    )
    .select(['bearerTask.unit'])
    .select(sql<number>`measured_minutes`.as('measured'))
    .select(
      sql<number>`(total_minutes ->> 'likely')::float / bearer_count / (details ->> 'timesPerYear')::int`.as(
        'estimated',
      ),
    )
    .where('bearerTask.county', '=', county)
    .where('demand.kind', 'in', DONE_ON_THE_PAGE)
    .where('bearerTask.measuredMinutes', 'is not', null)
    .where('demand.totalMinutes', 'is not', null)
    .orderBy('bearerTask.changedAt')
    .orderBy('bearerTask.unit');
}

/** The issuer's meetings whose real length is known. */
export function listHeldMeetings(db: Db, county: string, issuer: string): Promise<HeldMeeting[]> {
  return heldMeetings(db, county, sql`demand.issuer = ${issuer}`);
}

/** The real length of one meeting, when it is known. */
export async function findHeldMeeting(db: Db, county: string, demand: string): Promise<HeldMeeting | undefined> {
  const [held] = await heldMeetings(db, county, sql`demand.id = ${demand}`);
  return held;
}

async function heldMeetings(db: Db, county: string, which: RawBuilder<unknown>): Promise<HeldMeeting[]> {
  const { rows } = await sql<HeldMeeting>`
    select distinct on (demand.id)
      extract(epoch from demand.ends_at - demand.starts_at)::float / 60 as planned,
      extract(epoch from meeting_held.ended_at - meeting_held.started_at)::float / 60 as actual,
      demand.bearer_count as bearers
    from meeting_held join demand on demand.county = meeting_held.county and demand.id = meeting_held.demand
    where meeting_held.county = ${county} and ${which} and demand.kind = 'meeting'
    order by demand.id, meeting_held.at desc`.execute(db);
  return rows;
}
