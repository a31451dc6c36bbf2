import type { notices } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Post } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db.ts';
import type { DemandKey } from '../store.ts';
import type { ClockChange, ClockKind } from './clock.ts';

/** A clock that has come due. */
export interface RingingClock extends DemandKey {
  readonly kind: ClockKind;
}

export async function applyClockChange(db: Db, { county, id }: DemandKey, { set, stop }: ClockChange): Promise<void> {
  if (stop.length > 0) {
    await db
      .deleteFrom('demandClock')
      .where('county', '=', county)
      .where('demand', '=', id)
      .where('kind', 'in', [...stop])
      .execute();
  }
  if (set.length === 0) return;
  await db
    .insertInto('demandClock')
    .values(set.map((clock) => ({ county, demand: id, ...clock })))
    .onConflict((conflict) =>
      conflict.columns(['county', 'demand', 'kind']).doUpdateSet((eb) => ({ ringsAt: eb.ref('excluded.ringsAt') })),
    )
    .execute();
}

/** The clocks of all counties that are due. Only the owner of the tables sees them all. */
export async function listRinging(owner: Db, now: string, most: number): Promise<RingingClock[]> {
  const rows = await owner
    .selectFrom('demandClock')
    .select(['county', 'demand as id', 'kind'])
    .where('ringsAt', '<=', now)
    .orderBy('ringsAt')
    .limit(most)
    .execute();
  return rows as RingingClock[];
}

/** Takes the clock away, if it is still there and due: whoever gets it does what it stands for. */
export async function takeClock(db: Db, { county, id, kind }: RingingClock, now: string): Promise<boolean> {
  const { rows } = await sql`
    delete from demand_clock
    where county = ${county} and demand = ${id} and kind = ${kind} and rings_at <= ${now}
    returning kind`.execute(db);
  return rows.length > 0;
}

export async function insertNotice(
  db: Db,
  { county, id }: DemandKey,
  notice: { readonly kind: string; readonly role: string; readonly unit: string | null; readonly at: string },
): Promise<void> {
  await db
    .insertInto('notice')
    .values({ county, demand: id, ...notice })
    .execute();
}

const MOST_NOTICES = 50;

/**
 * What the holders of these posts have been told and what still stands, the latest first, each thing once. That a demand
 * has ended stands from `since` on; that a webhook was given up, until it is resumed or deleted.
 */
export async function listNotices(
  db: Db,
  { county, posts, since }: { readonly county: string; readonly posts: readonly Post[]; readonly since: string },
): Promise<notices.Notice[]> {
  const held = JSON.stringify(posts.map(({ role, unit }) => ({ role, unit })));
  const { rows } = await sql<notices.Notice>`
    select * from (
      select distinct on (notice.demand, notice.webhook, notice.kind)
        notice.id, notice.kind, notice.demand, coalesce(demand.ask, webhook.description) as ask,
        unit.name as issuer_name, notice.at
      from notice
      left join demand on demand.county = notice.county and demand.id = notice.demand
      left join unit on unit.county = demand.county and unit.code = demand.issuer
      left join webhook on webhook.county = notice.county and webhook.id = notice.webhook
      where notice.county = ${county}
        and exists (
          select from json_to_recordset(${held}::json) as post (role text, unit text)
          where post.role = notice.role and (notice.unit is null or post.unit = notice.unit)
        )
        and case
          when notice.kind in ('remind-office', 'tell-leader') then demand.state in ('screened', 'coordinating')
          when notice.kind = 'expire' then demand.state = 'expired' and notice.at >= ${since}
          when notice.kind = 'break-glass' then notice.at >= ${since}
          when notice.kind = 'close-consultation' then
            demand.state in ('screened', 'coordinating') and notice.at >= ${since}
          when notice.kind = 'review' then notice.at >= ${since}
          when notice.kind = 'webhook-disabled' then webhook.state = 'disabled'
          when notice.kind = 'amendment-reply-overdue' then exists (
            select from amendment_proposal as proposal
            where proposal.county = notice.county and proposal.demand = notice.demand
              and proposal.reply_due_at <= notice.at and not exists (
                select from amendment_reply as reply
                where reply.county = proposal.county and reply.proposal = proposal.id
              )
          )
          else not exists (
            select from demand_event
            where demand_event.county = notice.county and demand_event.demand = notice.demand
              and demand_event.type in ('emergency-upheld', 'emergency-overturned')
          )
        end
      order by notice.demand, notice.webhook, notice.kind, notice.at desc
    ) as told
    order by at desc, id
    limit ${MOST_NOTICES}`.execute(db);
  return rows;
}
