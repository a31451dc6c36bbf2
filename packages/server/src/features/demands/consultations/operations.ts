import { Refusal, type consultations, type DeepReadonly, type demands } from '@qingzhuang/contract';
import { holdsRole } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import type { Db } from '../../../platform/db.ts';
import { settingsOn } from '../../caps/index.ts';
import { applyClockChange } from '../clocks/store.ts';
import type { Demand } from '../demand.ts';
import { assertBears, assertOwnUnit } from '../inbox/operations.ts';
import { insertPerson } from '../inbox/store.ts';
import { actsForIssuer, assertMayFollow } from '../inbox/tasks/operations.ts';
import { takeStep } from '../operations.ts';
import { findDemand, isVisible, lockDemand, type DemandKey } from '../store.ts';
import { BYTES_PER_UNIT, closesAt, drawPanel, minutesOf, replyDueAt } from './consultation.ts';
import {
  countVerdicts,
  findNextReplyDue,
  findOpening,
  insertAmendmentReply,
  insertOpinion,
  insertOpinionReply,
  insertProposal,
  insertSeats,
  isBearer,
  isSameOpinion,
  listAmendments as listStoredAmendments,
  listInvitations as listStoredInvitations,
  listOpinions,
} from './store.ts';

const DAY_MS = 86_400_000;
/** How long an invitation that has ended is shown. */
const SHOWN_DAYS = 30;
const MOST_WAITING = 3;

/** Draws a small panel of the bearers by chance and asks it. */
export async function consultDemand(
  acting: Acting,
  { id, question }: { readonly id: string; readonly question: string },
): Promise<DeepReadonly<demands.Demand>> {
  const { db, actor, chance, clock } = acting;
  const key = { county: actor.county, id };
  // Before the panel is drawn: another might have drawn one meanwhile.
  await lockDemand(db, key);
  const demand = await findDemand(db, key);
  if (demand === undefined) throw new Refusal('no-such-record');
  const { bearers } = demand.draft;
  const { consultationPanel, consultationDays } = await settingsOn(db, clock.today());
  const panel = drawPanel(bearers, consultationPanel, chance.bytes(bearers.length * BYTES_PER_UNIT));
  const view = await takeStep(acting, id, {
    do: 'consult',
    ...{ question, panel, minutes: minutesOf(panel.length) },
    closesAt: closesAt(clock.today(), consultationDays),
  });
  await insertSeats(db, key, panel);
  return view;
}

/** What was asked and, when it has ended, what was said. Whose opinion it is nobody is told. */
export async function readConsultation(acting: Acting, id: string): Promise<consultations.Consultation> {
  const { db, actor } = acting;
  const key = { county: actor.county, id };
  const { state } = await assertMayFollow(acting, id);
  const opening = await findOpening(db, key);
  if (opening === undefined) throw new Refusal('no-such-record');
  const { fit, unfit, silent } = await countVerdicts(db, key);
  const isOpen = state === 'consulting';
  return {
    demand: id,
    ...opening,
    isOpen,
    asked: fit + unfit + silent,
    answered: fit + unfit,
    // While it is open, nobody shall guess who has just answered.
    opinions: isOpen ? [] : await listOpinions(db, key),
  };
}

export async function replyToOpinion(
  acting: Acting,
  { id, opinion, words }: { readonly id: string; readonly opinion: string; readonly words: string },
): Promise<consultations.Consultation> {
  const { db, actor, clock } = acting;
  if (!actsForIssuer(actor, await assertMayFollow(acting, id))) throw new Refusal('not-allowed');
  const { opinions } = await readConsultation(acting, id);
  if (!opinions.some((one) => one.id === opinion)) throw new Refusal('no-such-record');
  const at = clock.now().toISOString();
  const isFirst = await insertOpinionReply(db, { county: actor.county, opinion, words, person: actor.person, at });
  if (!isFirst) throw new Refusal('wrong-state');
  return readConsultation(acting, id);
}

/** What the unit is asked now, or was asked not long ago. */
export async function listInvitations(
  { db, actor, clock }: Acting,
  unit: string,
): Promise<{ items: consultations.Invitation[] }> {
  assertOwnUnit(actor, unit);
  const since = new Date(clock.now().getTime() - SHOWN_DAYS * DAY_MS).toISOString();
  return { items: await listStoredInvitations(db, { county: actor.county, unit }, { since }) };
}

/** What a bearer says of a demand that its issuer asks about. */
export interface Said {
  readonly unit: string;
  readonly demand: string;
  readonly event: string;
  readonly verdict: consultations.Verdict;
  readonly words?: string;
}

export async function giveOpinion(acting: Acting, said: Said): Promise<consultations.Invitation> {
  const { db, actor, clock } = acting;
  const { unit, demand, event, verdict, words } = said;
  const { county, person } = actor;
  assertBears(actor, unit);
  // Whoever closes it waits, or closes it before this opinion.
  await lockDemand(db, { county, id: demand });
  const invitation = await getInvitation(db, county, said);
  const at = clock.now().toISOString();
  const opinion = { county, id: event, demand, unit, verdict, words: words ?? null, at };
  if (await isSameOpinion(db, opinion)) return invitation;
  if (!invitation.isOpen || at >= invitation.closesAt) throw new Refusal('wrong-state');
  if (!(await insertOpinion(db, opinion))) throw new Refusal('key-reused');
  await insertPerson(db, county, event, person);
  return getInvitation(db, county, said);
}

async function getInvitation(
  db: Db,
  county: string,
  { unit, demand }: Pick<Said, 'unit' | 'demand'>,
): Promise<consultations.Invitation> {
  const [invitation] = await listStoredInvitations(db, { county, unit }, { since: '-infinity', demand });
  if (invitation === undefined) throw new Refusal('no-such-record');
  return invitation;
}

/** What a bearer proposes. */
export interface Proposed {
  readonly id: string;
  readonly unit: string;
  readonly event: string;
  readonly words: string;
}

/** A bearer may propose at any time while the demand binds it; the issuer has to reply in time. */
export async function proposeAmendment(acting: Acting, proposed: Proposed): Promise<consultations.Amendment> {
  const { db, actor, clock } = acting;
  const { id, unit, event, words } = proposed;
  const key = { county: actor.county, id };
  assertBears(actor, unit);
  await lockDemand(db, key);
  const demand = await findDemand(db, key);
  if (demand?.code == null || !(await isBearer(db, key, unit))) throw new Refusal('no-such-record');
  const own = await listStoredAmendments(db, key, { unit });
  const before = own.find((one) => one.id === event);
  if (before?.words === words) return before;
  if (!IN_FORCE.includes(demand.state)) throw new Refusal('wrong-state');
  if (own.filter(({ reply }) => reply === null).length >= MOST_WAITING) throw new Refusal('too-many');
  const [at, dueAt] = [clock.now().toISOString(), replyDueAt(clock.today())];
  const proposal = { county: key.county, id: event, demand: id, unit, words, at, replyDueAt: dueAt };
  if (!(await insertProposal(db, proposal))) throw new Refusal('key-reused');
  await insertPerson(db, key.county, event, actor.person);
  await setReplyClock(db, key, at);
  return getAmendment(db, key, event);
}

const IN_FORCE: readonly demands.DemandState[] = ['admitted', 'running', 'suspended'];

/** One clock for all proposals of a demand: it rings for the one that is due first. */
export async function setReplyClock(db: Db, key: DemandKey, now: string): Promise<void> {
  const next = await findNextReplyDue(db, key, now);
  await applyClockChange(db, key, {
    stop: next === undefined ? ['amendment-reply-overdue'] : [],
    set: next === undefined ? [] : [{ kind: 'amendment-reply-overdue', ringsAt: next }],
  });
}

/** All proposals for the issuer and those who watch; his own for a bearer. */
export async function listAmendments(
  acting: Acting,
  { id, unit }: { readonly id: string; readonly unit?: string },
): Promise<{ items: consultations.Amendment[] }> {
  const { db, actor } = acting;
  const key = { county: actor.county, id };
  const demand = await findDemand(db, key);
  if (demand === undefined || !(await isVisible(db, actor, id))) throw new Refusal('no-such-record');
  // The list of one unit would say whose proposal it is, so it is for that unit alone.
  if (unit !== undefined) assertOwnUnit(actor, unit);
  else if (!seesAll(acting, demand)) throw new Refusal('not-allowed');
  return { items: await listStoredAmendments(db, key, unit === undefined ? {} : { unit }) };
}

function seesAll({ actor }: Acting, demand: Demand): boolean {
  const watches = (['office', 'leader', 'supervisor', 'auditor'] as const).some((role) => holdsRole(actor, role));
  return watches || actsForIssuer(actor, demand);
}

export async function replyToAmendment(
  acting: Acting,
  { id, amendment, adopted, words }: { id: string; amendment: string; adopted: boolean; words: string },
): Promise<consultations.Amendment> {
  const { db, actor, clock } = acting;
  const key = { county: actor.county, id };
  if (!actsForIssuer(actor, await assertMayFollow(acting, id))) throw new Refusal('not-allowed');
  await lockDemand(db, key);
  await getAmendment(db, key, amendment);
  const at = clock.now().toISOString();
  const reply = { county: key.county, proposal: amendment, adopted, words, person: actor.person, at };
  if (!(await insertAmendmentReply(db, reply))) throw new Refusal('wrong-state');
  await setReplyClock(db, key, at);
  return getAmendment(db, key, amendment);
}

async function getAmendment(db: Db, key: DemandKey, amendment: string): Promise<consultations.Amendment> {
  const [found] = await listStoredAmendments(db, key, { amendment });
  if (found === undefined) throw new Refusal('no-such-record');
  return found;
}
