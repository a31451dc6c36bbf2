import { Refusal, type catalogue, type Page } from '@qingzhuang/contract';
import { assertActsFor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import { assertUnits } from '../../organisations/index.ts';
import type { CountyElement } from '../elements/element.ts';
import { writtenOf } from '../elements/operations.ts';
import { findElement, listElements, lockCatalogue, saveElements, type WrittenElement } from '../elements/store.ts';
import { assertMakesSense, assertMayDecide, assertStillFits, mayDecide, type ProposalState } from './proposal.ts';
import {
  findProposal,
  insertDecision,
  insertProposal,
  listProposals,
  type ProposalFilter,
  type ProposalRow,
} from './store.ts';

/** Proposes a new element, another content, or that an element be used no longer. */
export async function proposeElement(acting: Acting, plan: catalogue.ProposalPlan): Promise<catalogue.Proposal> {
  const { db, actor, clock, chance } = acting;
  const { county, person } = actor;
  const { what, key, unit, reason } = plan;
  assertActsFor(actor, unit, 'drafter', 'unit-lead', 'office');
  const heir = plan.what === 'retire' ? plan.heir : null;
  const element = await findElement(db, county, key);
  assertMakesSense(plan, element, heir === null ? undefined : await findElement(db, county, heir));
  const owner = plan.what === 'add' ? plan.owner : null;
  if (owner !== null) await assertUnits(db, [owner]);
  const id = chance.id();
  const content = plan.what === 'retire' ? null : plan.content;
  const at = clock.now().toISOString();
  const version = element?.version ?? null;
  await insertProposal(db, county, { id, what, key, content, heir, owner, version, unit, reason, person, at });
  return readProposal(acting, id);
}

export async function listShownProposals(acting: Acting, filter: ProposalFilter): Promise<Page<catalogue.Proposal>> {
  const { db, actor } = acting;
  const { items, next } = await listProposals(db, actor.county, filter);
  const elements = new Map((await listElements(db, actor.county, null)).map((element) => [element.key, element]));
  return { items: items.map((row) => toShown(acting, row, elements.get(row.key))), next };
}

async function readProposal(acting: Acting, id: string): Promise<catalogue.Proposal> {
  const { proposal, element } = await getProposal(acting, id);
  return toShown(acting, proposal, element);
}

interface Found {
  readonly proposal: ProposalRow;
  readonly element: CountyElement | undefined;
}

async function getProposal({ db, actor }: Acting, id: string): Promise<Found> {
  const proposal = await findProposal(db, actor.county, id);
  if (proposal === undefined) throw new Refusal('no-such-record');
  return { proposal, element: await findElement(db, actor.county, proposal.key) };
}

/** Who proposed it is told to nobody by name: the unit answers for it. */
function toShown({ actor }: Acting, row: ProposalRow, element: CountyElement | undefined): catalogue.Proposal {
  const { id, what, key, content, heir, unit, unitName, reason, state, decisionReason, madeAt, decidedAt } = row;
  return {
    ...{ id, what, key, content, heir, unit, unitName, reason, state, decisionReason, madeAt, decidedAt },
    owner: element?.owner ?? row.owner,
    mayDecide: mayDecide(row, element, actor),
  };
}

/** Does what was proposed. */
export async function approveProposal(
  acting: Acting,
  { id, reason }: { readonly id: string; readonly reason: string | null },
): Promise<catalogue.Proposal> {
  const { db, actor, clock } = acting;
  const { county, person } = actor;
  await lockCatalogue(db, county);
  const { proposal, element } = await getProposal(acting, id);
  assertMayDecide(proposal, element, actor);
  assertStillFits(proposal, element);
  const at = clock.now().toISOString();
  await insertDecision(db, county, { proposal: id, approved: true, reason, person, at });
  const what = ({ add: 'added', change: 'changed', retire: 'retired' } as const)[proposal.what];
  const change = { what, reason: proposal.reason, proposal: id, person, at };
  await saveElements(db, county, [changed(proposal, element)], change);
  return readProposal(acting, id);
}

function changed(
  { what, key, content, heir, owner }: ProposalState,
  element: CountyElement | undefined,
): WrittenElement {
  const before = element && writtenOf(element);
  const kept = content ?? before?.content;
  if (kept === undefined) throw new Error(`A proposal for ${key} says nothing of it`);
  return {
    key,
    content: kept,
    owner: before?.owner ?? owner,
    state: what === 'retire' ? 'retired' : 'active',
    heir: what === 'retire' ? heir : null,
  };
}

/** Turns a proposal down. */
export async function refuseProposal(
  acting: Acting,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<catalogue.Proposal> {
  const { db, actor, clock } = acting;
  await lockCatalogue(db, actor.county);
  const { proposal, element } = await getProposal(acting, id);
  assertMayDecide(proposal, element, actor);
  const at = clock.now().toISOString();
  await insertDecision(db, actor.county, { proposal: id, approved: false, reason, person: actor.person, at });
  return readProposal(acting, id);
}
