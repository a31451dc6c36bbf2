import type { consultations } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { DemandKey } from '../store.ts';

export async function insertSeats(db: Db, { county, id }: DemandKey, panel: readonly string[]): Promise<void> {
  await db
    .insertInto('consultationSeat')
    .values(panel.map((unit) => ({ county, demand: id, unit })))
    .execute();
}

/** How many bearers of the demand have been asked, and the asking has ended; 0 when none has been. */
export async function countAsked(db: Db, { county, id }: DemandKey): Promise<number> {
  const { rows } = await sql<{ readonly asked: number }>`
    select count(*)::int as asked from consultation_seat as seat
    where seat.county = ${county} and seat.demand = ${id} and exists (
      select from demand_event as event
      where event.county = seat.county and event.demand = seat.demand and event.type = 'consultation-closed'
    )`.execute(db);
  return rows[0]?.asked ?? 0;
}

/** What the panel has said so far, by verdict. */
export async function countVerdicts(
  db: Db,
  { county, id }: DemandKey,
): Promise<{ fit: number; unfit: number; silent: number }> {
  const { rows } = await sql<{ fit: number; unfit: number; silent: number }>`
    select count(*) filter (where last.verdict = 'fit')::int as fit,
      count(*) filter (where last.verdict = 'unfit')::int as unfit,
      count(*) filter (where last.verdict is null)::int as silent
    from consultation_seat as seat left join lateral ${lastOpinion} as last on true
    where seat.county = ${county} and seat.demand = ${id}`.execute(db);
  return rows[0] ?? { fit: 0, unfit: 0, silent: 0 };
}

/** The opinion of a seat that holds. */
const lastOpinion = sql`(
  select opinion.id, opinion.verdict, opinion.words, reply.words as reply
  from opinion left join opinion_reply as reply on reply.county = opinion.county and reply.opinion = opinion.id
  where opinion.county = seat.county and opinion.demand = seat.demand and opinion.unit = seat.unit
  order by opinion.at desc, opinion.id desc limit 1
)`;

/** The opinions that hold, in an order that says nothing: their numbers are chance. */
export async function listOpinions(db: Db, { county, id }: DemandKey): Promise<consultations.Opinion[]> {
  const { rows } = await sql<consultations.Opinion>`
    select last.* from consultation_seat as seat cross join lateral ${lastOpinion} as last
    where seat.county = ${county} and seat.demand = ${id}
    order by md5(last.id::text)`.execute(db);
  return rows;
}

export interface OpeningRow {
  readonly question: string;
  readonly closesAt: string;
  readonly minutes: number;
  readonly openedAt: string;
}

/** How the demand's consultation was opened. */
export async function findOpening(db: Db, { county, id }: DemandKey): Promise<OpeningRow | undefined> {
  const { rows } = await sql<OpeningRow>`
    select data ->> 'question' as question, data ->> 'closesAt' as closes_at, (data ->> 'minutes')::int as minutes,
      at as opened_at
    from demand_event
    where county = ${county} and demand = ${id} and type = 'consultation-opened'`.execute(db);
  return rows[0];
}

/** The panel is hidden, so an answer may be that of any bearer; among fewer than these it is soon guessed whose it is. */
const FEWEST_UNKNOWN = 3;

/** What a unit is asked, or was asked since a day; one demand when it is named. */
export async function listInvitations(
  db: Db,
  { county, unit }: { readonly county: string; readonly unit: string },
  narrowed: { readonly since: string; readonly demand?: string },
): Promise<consultations.Invitation[]> {
  const { rows } = await sql<consultations.Invitation>`
    select demand.id as demand, demand.title, demand.ask, demand.kind, issuer.name as issuer_name,
      round((demand.total_minutes ->> 'likely')::numeric / demand.bearer_count)::int as minutes,
      opening.data ->> 'question' as question, opening.data ->> 'closesAt' as closes_at,
      demand.state = 'consulting' as is_open, last.verdict, last.words, last.reply,
      demand.bearer_count < ${FEWEST_UNKNOWN} as is_guessable
    from consultation_seat as seat
    join demand on demand.county = seat.county and demand.id = seat.demand
    join unit as issuer on issuer.county = demand.county and issuer.code = demand.issuer
    join demand_event as opening on opening.county = seat.county and opening.demand = seat.demand
      and opening.type = 'consultation-opened'
    left join lateral ${lastOpinion} as last on true
    where seat.county = ${county} and seat.unit = ${unit} and opening.at >= ${narrowed.since}
      and (${narrowed.demand ?? null}::uuid is null or demand.id = ${narrowed.demand ?? null})
    order by is_open desc, opening.at desc limit 100`.execute(db);
  return rows;
}

export interface NewOpinion {
  readonly county: string;
  readonly id: string;
  readonly demand: string;
  readonly unit: string;
  readonly verdict: consultations.Verdict;
  readonly words: string | null;
  readonly at: string;
}

/** False when this number has been used. */
export async function insertOpinion(db: Db, opinion: NewOpinion): Promise<boolean> {
  const row = await db
    .insertInto('opinion')
    .values(opinion)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the number stands for this opinion already. */
export async function isSameOpinion(db: Db, opinion: Omit<NewOpinion, 'at'>): Promise<boolean> {
  const { rows } = await sql`
    select from opinion where county = ${opinion.county} and id = ${opinion.id} and demand = ${opinion.demand}
      and unit = ${opinion.unit} and verdict = ${opinion.verdict} and words is not distinct from ${opinion.words}`.execute(
    db,
  );
  return rows.length > 0;
}

interface Reply {
  readonly county: string;
  readonly words: string;
  readonly person: string;
  readonly at: string;
}

/** False when there is a reply already. */
export async function insertOpinionReply(db: Db, reply: Reply & { readonly opinion: string }): Promise<boolean> {
  const row = await db
    .insertInto('opinionReply')
    .values(reply)
    .onConflict((conflict) => conflict.doNothing())
    .returning('opinion')
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewProposal {
  readonly county: string;
  readonly id: string;
  readonly demand: string;
  readonly unit: string;
  readonly words: string;
  readonly at: string;
  readonly replyDueAt: string;
}

/** False when this number has been used. */
export async function insertProposal(db: Db, proposal: NewProposal): Promise<boolean> {
  const row = await db
    .insertInto('amendmentProposal')
    .values(proposal)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Proposals to a demand, the last first; those of one unit when it is named. */
export async function listAmendments(
  db: Db,
  { county, id }: DemandKey,
  narrowed: { readonly unit?: string; readonly amendment?: string } = {},
): Promise<consultations.Amendment[]> {
  const { rows } = await sql<consultations.Amendment & { readonly replyAt: string | null }>`
    select proposal.id, proposal.words, proposal.at, proposal.reply_due_at, reply.at as reply_at,
      case when reply.at is not null then
        jsonb_build_object('adopted', reply.adopted, 'words', reply.words) end as reply
    from amendment_proposal as proposal
    left join amendment_reply as reply on reply.county = proposal.county and reply.proposal = proposal.id
    where proposal.county = ${county} and proposal.demand = ${id}
      and (${narrowed.unit ?? null}::text is null or proposal.unit = ${narrowed.unit ?? null})
      and (${narrowed.amendment ?? null}::uuid is null or proposal.id = ${narrowed.amendment ?? null})
    order by proposal.at desc, proposal.id desc limit 200`.execute(db);
  return rows.map(({ replyAt, ...row }) => ({
    ...row,
    reply: row.reply && replyAt !== null ? { ...row.reply, at: replyAt } : null,
  }));
}

/** False when there is a reply already. */
export async function insertAmendmentReply(
  db: Db,
  reply: Reply & { readonly proposal: string; readonly adopted: boolean },
): Promise<boolean> {
  const row = await db
    .insertInto('amendmentReply')
    .values(reply)
    .onConflict((conflict) => conflict.doNothing())
    .returning('proposal')
    .executeTakeFirst();
  return row !== undefined;
}

/** When the next reply to a proposal is due, after a moment; undefined when none waits. */
export async function findNextReplyDue(db: Db, { county, id }: DemandKey, after: string): Promise<string | undefined> {
  const { rows } = await sql<{ readonly dueAt: string | null }>`
    select min(reply_due_at) as due_at from amendment_proposal as proposal
    where county = ${county} and demand = ${id} and reply_due_at > ${after} and not exists (
      select from amendment_reply as reply where reply.county = proposal.county and reply.proposal = proposal.id
    )`.execute(db);
  return rows[0]?.dueAt ?? undefined;
}

/** Whether a proposal has had no reply although it was due. */
export async function isReplyOverdue(db: Db, { county, id }: DemandKey, now: string): Promise<boolean> {
  const { rows } = await sql`
    select from amendment_proposal as proposal
    where county = ${county} and demand = ${id} and reply_due_at <= ${now} and not exists (
      select from amendment_reply as reply where reply.county = proposal.county and reply.proposal = proposal.id
    )
    limit 1`.execute(db);
  return rows.length > 0;
}

/** Whether the unit bears the demand. */
export async function isBearer(db: Db, { county, id }: DemandKey, unit: string): Promise<boolean> {
  const { rows } = await sql`
    select from demand_bearer where county = ${county} and demand = ${id} and unit = ${unit}`.execute(db);
  return rows.length > 0;
}
