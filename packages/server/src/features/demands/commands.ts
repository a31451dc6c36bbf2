/** What people may do with a demand, and what follows from it. */
import { Refusal, type DeepReadonly, type demands, type Role } from '@qingzhuang/contract';
import { assertPossible, isPossible, type Demand, type DemandEvent } from './demand.ts';

/** Whoever acts, as far as these decisions ask. */
export interface Person {
  readonly person: string;
  readonly posts: readonly { readonly unit: string; readonly role: Role }[];
}

/** How long an emergency use may wait for its review, in hours. */
export const EMERGENCY_REVIEW_HOURS = 48;

export type Command =
  | { readonly do: 'revise'; readonly draft: DeepReadonly<demands.DemandDraft> }
  | { readonly do: 'submit' }
  | { readonly do: 'declare-emergency'; readonly grounds: string; readonly code: string }
  | { readonly do: 'review-emergency'; readonly upheld: boolean; readonly reason: string }
  | { readonly do: 'admit'; readonly code: string; readonly reason: string | null; readonly caseByCase: boolean }
  | { readonly do: 'refuse'; readonly reason: string }
  | { readonly do: 'merge'; readonly into: string; readonly reason: string }
  | { readonly do: 'defer'; readonly until: string; readonly reason: string }
  | { readonly do: 'start' }
  | { readonly do: 'suspend'; readonly reason: string }
  | { readonly do: 'resume'; readonly reason: string }
  | { readonly do: 'renew'; readonly expiresOn: string; readonly evidence: string }
  | { readonly do: 'withdraw'; readonly reason: string }
  | { readonly do: 'close' };

/** What the decision needs to know of the day. */
export interface Moment {
  /** RFC 3339, UTC. */
  readonly now: string;
  readonly today: string;
}

/** The events that a command brings about. Refuses what the state, the person or the dates do not allow. */
export function decide(demand: Demand, command: Command, actor: Person, moment: Moment): readonly DemandEvent[] {
  assertPossible(demand, command.do);
  assertMayDo(demand, command.do, actor);
  switch (command.do) {
    case 'revise':
      return [{ type: 'demand-revised', draft: command.draft, by: actor.person }];
    case 'submit':
      return submitted(demand, actor);
    case 'declare-emergency':
      return [
        {
          type: 'emergency-declared',
          grounds: command.grounds,
          code: command.code,
          reviewDueAt: hoursAfter(moment.now, EMERGENCY_REVIEW_HOURS),
        },
      ];
    case 'review-emergency':
      return [{ type: command.upheld ? 'emergency-upheld' : 'emergency-overturned', reason: command.reason }];
    case 'admit':
      return admitted(demand, command, moment);
    case 'refuse':
      return [{ type: 'demand-refused', reason: command.reason }];
    case 'merge':
      return [{ type: 'demand-merged', into: command.into, reason: command.reason }];
    case 'defer':
      assertLater(command.until, moment.today, '/until');
      return [{ type: 'demand-deferred', until: command.until, reason: command.reason }];
    case 'start':
      return [{ type: 'demand-started' }];
    case 'suspend':
      return [{ type: 'demand-suspended', reason: command.reason }];
    case 'resume':
      return [{ type: 'demand-resumed', reason: command.reason }];
    case 'renew':
      assertLater(command.expiresOn, moment.today, '/expiresOn');
      return [{ type: 'demand-renewed', expiresOn: command.expiresOn, evidence: command.evidence }];
    case 'withdraw':
      return [{ type: 'demand-withdrawn', reason: command.reason }];
    case 'close':
      return [{ type: 'demand-closed' }];
  }
}

function submitted({ screening }: Demand, { person }: Person): DemandEvent[] {
  const reasons = screening?.coordination ?? [];
  return [
    { type: 'demand-submitted', by: person },
    ...(reasons.length > 0 ? [{ type: 'coordination-asked' as const, reasons }] : []),
  ];
}

function admitted(
  { state, draft, deferredUntil }: Demand,
  { code, reason, caseByCase }: Extract<Command, { readonly do: 'admit' }>,
  { today }: Moment,
): DemandEvent[] {
  assertLater(draft.expiresOn, today, '/expiresOn');
  if (deferredUntil !== null && today < deferredUntil) throw new Refusal('wrong-state');
  if (state === 'coordinating' && (!caseByCase || reason === null)) {
    // What the gate stopped passes by a decision with a reason, or not at all.
    throw new Refusal('invalid-input', { errors: [{ pointer: '/reason', detail: '一事一议须说明理由' }] });
  }
  return [{ type: 'demand-admitted', code, reason, caseByCase }];
}

function assertLater(day: string, today: string, pointer: string): void {
  if (day <= today) throw new Refusal('invalid-input', { errors: [{ pointer, detail: '应晚于今天' }] });
}

function hoursAfter(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}

type Duty = 'issuer' | 'decider' | 'office' | 'stopper' | 'owner';

const DUTY_OF: Readonly<Record<demands.DemandAction, Duty>> = {
  revise: 'issuer',
  submit: 'issuer',
  'declare-emergency': 'issuer',
  admit: 'decider',
  refuse: 'decider',
  merge: 'decider',
  defer: 'decider',
  'review-emergency': 'office',
  start: 'issuer',
  suspend: 'stopper',
  resume: 'stopper',
  renew: 'issuer',
  close: 'issuer',
  withdraw: 'owner',
};

/** Throws `four-eyes` where somebody else must decide, `not-allowed` where the post is missing. */
export function assertMayDo(demand: Demand, action: demands.DemandAction, actor: Person): void {
  const refusal = refusalFor(demand, action, actor);
  if (refusal !== undefined) throw new Refusal(refusal);
}

/** What the actor may do with the demand now: the page draws its buttons from it. */
export function availableActions(demand: Demand, actor: Person): demands.DemandAction[] {
  return (Object.keys(DUTY_OF) as demands.DemandAction[]).filter(
    (action) => isPossible(demand, action) && refusalFor(demand, action, actor) === undefined,
  );
}

function refusalFor(
  demand: Demand,
  action: demands.DemandAction,
  actor: Person,
): 'not-allowed' | 'four-eyes' | undefined {
  const { issuer } = demand.draft;
  const duty = DUTY_OF[action];
  switch (duty) {
    case 'issuer':
      return holds(actor, ['drafter', 'unit-lead', 'office'], issuer) ? undefined : 'not-allowed';
    case 'owner':
      return holds(actor, ['drafter', 'unit-lead', 'office'], issuer) || holds(actor, ['office', 'leader'])
        ? undefined
        : 'not-allowed';
    case 'stopper':
      return holds(actor, ['unit-lead'], issuer) || holds(actor, ['office', 'leader']) ? undefined : 'not-allowed';
    case 'decider':
    case 'office':
      return refusalToDecide(demand, duty, actor);
  }
}

/** Nobody decides on his own demand, and the office not on demands of the office: those go to a leader. */
function refusalToDecide(
  { state, draft, authors, submittedBy }: Demand,
  duty: 'decider' | 'office',
  actor: Person,
): 'not-allowed' | 'four-eyes' | undefined {
  const { issuer } = draft;
  const byLead = duty === 'decider' && state === 'screened' && holds(actor, ['unit-lead'], issuer);
  const byOffice = holds(actor, ['office']) && !holds(actor, ['office'], issuer);
  if (!byLead && !byOffice && !holds(actor, ['leader'])) {
    return holds(actor, ['office'], issuer) ? 'four-eyes' : 'not-allowed';
  }
  return authors.includes(actor.person) || submittedBy === actor.person ? 'four-eyes' : undefined;
}

function holds({ posts }: Person, roles: readonly Role[], unit?: string): boolean {
  return posts.some((post) => roles.includes(post.role) && (unit === undefined || post.unit === unit));
}
