import { Refusal, type catalogue, type Role } from '@qingzhuang/contract';
import type { CountyElement } from '../elements/element.ts';
import type { Content } from '../elements/element.ts';

interface Post {
  readonly unit: string;
  readonly role: Role;
}

/** A proposal as it lies in its rows. */
export interface ProposalState {
  readonly id: string;
  readonly what: catalogue.Proposal['what'];
  readonly key: string;
  readonly content: Content | null;
  readonly heir: string | null;
  /** Of a new element. */
  readonly owner: string | null;
  /** Of the element that it was made from; null for a new one. */
  readonly version: number | null;
  readonly unit: string;
  readonly person: string;
  readonly state: catalogue.Proposal['state'];
}

interface Person {
  readonly person: string;
  readonly posts: readonly Post[];
}

/**
 * Whether somebody may decide on a proposal: the lead of the element's owner, or the office; never who made it, and
 * never the office on one of its own but by another of its people.
 */
export function mayDecide(proposal: ProposalState, element: CountyElement | undefined, person: Person): boolean {
  return proposal.state === 'open' && proposal.person !== person.person && speaksFor(proposal, element, person);
}

function speaksFor(
  { owner }: Pick<ProposalState, 'owner'>,
  element: CountyElement | undefined,
  { posts }: Person,
): boolean {
  const answering = element?.owner ?? owner;
  return posts.some(({ unit, role }) => role === 'office' || (role === 'unit-lead' && unit === answering));
}

/** Refuses whoever may not decide, and what cannot be decided any more. */
export function assertMayDecide(proposal: ProposalState, element: CountyElement | undefined, person: Person): void {
  if (!speaksFor(proposal, element, person)) throw new Refusal('not-allowed');
  if (proposal.person === person.person) throw new Refusal('four-eyes');
  if (proposal.state !== 'open') throw new Refusal('wrong-state');
}

/** Refuses an approval that would not do what was proposed: the element has changed, or has come to be, meanwhile. */
export function assertStillFits(proposal: ProposalState, element: CountyElement | undefined): void {
  if (proposal.what === 'add') {
    if (element !== undefined) throw new Refusal('already-exists');
    return;
  }
  if (element?.state !== 'active' || element.version !== proposal.version) throw new Refusal('wrong-state');
}

/** Refuses a proposal that could never be approved. */
export function assertMakesSense(
  plan: catalogue.ProposalPlan,
  element: CountyElement | undefined,
  heir: CountyElement | undefined,
): void {
  if (plan.what === 'add') {
    if (element !== undefined) throw new Refusal('already-exists');
    return;
  }
  if (element === undefined) throw new Refusal('no-such-record');
  if (element.state === 'retired') throw new Refusal('wrong-state');
  if (plan.what === 'retire' && plan.heir !== null) assertMayInherit(element, heir);
  // Stored values are spelt by their type: another type is another element.
  if (plan.what === 'change' && plan.content.type !== element.type) {
    const detail = '类型不能改；请新增一个元素接替它';
    throw new Refusal('invalid-input', { errors: [{ pointer: '/content/type', detail }] });
  }
}

function assertMayInherit(element: CountyElement, heir: CountyElement | undefined): void {
  const fits = heir?.state === 'active' && heir.entity === element.entity && heir.key !== element.key;
  if (!fits) {
    const detail = '接替的元素须在用、说的是同一类对象，且不是它自己';
    throw new Refusal('invalid-input', { errors: [{ pointer: '/heir', detail }] });
  }
}
