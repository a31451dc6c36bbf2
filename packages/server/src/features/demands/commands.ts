/** What people may do with a demand, and what follows from it. */
import { Refusal, type DeepReadonly, type demands, type Role } from '@qingzhuang/contract';
import { assertPossible, isPossible, type CheckedDocument, type Demand, type DemandEvent } from './demand.ts';

/** Whoever acts, as far as these decisions ask. */
export interface Person {
  readonly person: string;
  readonly posts: readonly { readonly unit: string; readonly role: Role }[];
  /** He has broken the glass for this demand: no second person can be had. */
  readonly decidesAlone?: boolean;
}

/** How long an emergency use may wait for its review, in hours. */
const EMERGENCY_REVIEW_HOURS = 48;

/** What a drafter says his text was taken from; null says that there is none. */
export interface SuperiorChoice {
  readonly superior: string | null;
  /** What the checker says about the text beside it. */
  readonly findings: CheckedDocument['findings'];
}

export type Command =
  | { readonly do: 'revise'; readonly draft: DeepReadonly<demands.DemandDraft> }
  | { readonly do: 'revise'; readonly text: { readonly document: CheckedDocument; readonly file: demands.DemandFile } }
  | ({ readonly do: 'revise' } & SuperiorChoice)
  | { readonly do: 'submit' }
  | {
      readonly do: 'consult';
      readonly question: string;
      readonly panel: readonly string[];
      readonly closesAt: string;
      readonly minutes: number;
    }
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
  // The table pairs each command with its own decision, which the index type cannot say.
  const follow = CONSEQUENCES[command.do] as Consequence<Command>;
  return follow({ demand, command, actor, moment });
}

interface Case<Given> {
  readonly demand: Demand;
  readonly command: Given;
  readonly actor: Person;
  readonly moment: Moment;
}

type Consequence<Given> = (given: Case<Given>) => readonly DemandEvent[];

// One entry for each command. A new command without one does not compile.
const CONSEQUENCES: {
  readonly [Do in Command['do']]: Consequence<Extract<Command, { readonly do: Do }>>;
} = {
  revise: revised,
  submit: submitted,
  consult: ({ command: { question, panel, closesAt, minutes } }) => [
    { type: 'consultation-opened', question, panel, closesAt, minutes },
  ],
  'declare-emergency': ({ command: { grounds, code }, moment: { now } }) => [
    { type: 'emergency-declared', grounds, code, reviewDueAt: hoursAfter(now, EMERGENCY_REVIEW_HOURS) },
  ],
  'review-emergency': ({ command: { upheld, reason } }) => [
    { type: upheld ? 'emergency-upheld' : 'emergency-overturned', reason },
  ],
  admit: admitted,
  refuse: ({ command: { reason } }) => [{ type: 'demand-refused', reason }],
  merge: ({ command: { into, reason } }) => [{ type: 'demand-merged', into, reason }],
  defer({ command: { until, reason }, moment: { today } }) {
    assertLater(until, today, '/until');
    return [{ type: 'demand-deferred', until, reason }];
  },
  start: () => [{ type: 'demand-started' }],
  suspend: ({ command: { reason } }) => [{ type: 'demand-suspended', reason }],
  resume: ({ command: { reason } }) => [{ type: 'demand-resumed', reason }],
  renew({ command: { expiresOn, evidence }, moment: { today } }) {
    assertLater(expiresOn, today, '/expiresOn');
    return [{ type: 'demand-renewed', expiresOn, evidence }];
  },
  withdraw: ({ command: { reason } }) => [{ type: 'demand-withdrawn', reason }],
  close: () => [{ type: 'demand-closed' }],
};

function revised({
  demand,
  command,
  actor: { person: by },
}: Case<Extract<Command, { readonly do: 'revise' }>>): DemandEvent[] {
  if ('draft' in command) return [{ type: 'demand-revised', draft: command.draft, by }];
  if ('text' in command) return [{ type: 'demand-text-replaced', ...command.text, by }];
  if (demand.document === null) throw new Refusal('wrong-state');
  const { superior, findings } = command;
  return [{ type: 'demand-superior-chosen', superior, findings, by }];
}

function submitted({ demand, actor: { person } }: Case<unknown>): DemandEvent[] {
  const reasons = demand.screening?.coordination ?? [];
  return [
    { type: 'demand-submitted', by: person },
    ...(reasons.length > 0 ? [{ type: 'coordination-asked' as const, reasons }] : []),
  ];
}

function admitted({
  demand: { state, draft, deferredUntil },
  command: { code, reason, caseByCase },
  actor,
  moment: { today },
}: Case<Extract<Command, { readonly do: 'admit' }>>): DemandEvent[] {
  assertLater(draft.expiresOn, today, '/expiresOn');
  if (deferredUntil !== null && today < deferredUntil) throw new Refusal('wrong-state');
  if (caseByCase && !mayDecideForCounty(actor, draft.issuer)) throw new Refusal('not-allowed');
  if (caseByCase ? reason === null : state === 'coordinating') {
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
  consult: 'owner',
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

/** Whether only the opened glass lets the actor decide this. */
export function needsGlass(demand: Demand, action: demands.DemandAction, actor: Person): boolean {
  return refusalFor(demand, action, { posts: actor.posts, person: actor.person }) === 'four-eyes';
}

/** Throws `four-eyes` where somebody else must decide, `not-allowed` where the post is missing. */
function assertMayDo(demand: Demand, action: demands.DemandAction, actor: Person): void {
  const refusal = refusalFor(demand, action, actor);
  if (refusal !== undefined) throw new Refusal(refusal);
}

/** What the actor may do with the demand now: the page draws its buttons from it. */
export function availableActions(demand: Demand, actor: Person): demands.DemandAction[] {
  return (Object.keys(DUTY_OF) as demands.DemandAction[]).filter(
    (action) => isPossible(demand, action) && refusalFor(demand, action, actor) === undefined,
  );
}

type Denial = 'not-allowed' | 'four-eyes';

function refusalFor(demand: Demand, action: demands.DemandAction, actor: Person): Denial | undefined {
  const duty = DUTY_OF[action];
  if (duty === 'decider' || duty === 'office') return refusalToDecide(demand, duty, actor);
  const { issuer } = demand.draft;
  const forIssuer = holds(actor, duty === 'stopper' ? ['unit-lead'] : ['drafter', 'unit-lead', 'office'], issuer);
  const forCounty = duty !== 'issuer' && holds(actor, ['office', 'leader']);
  return forIssuer || forCounty ? undefined : 'not-allowed';
}

/** Nobody decides on his own demand, and the office not on demands of the office: those go to a leader. */
function refusalToDecide(
  { state, draft, authors, submittedBy }: Demand,
  duty: 'decider' | 'office',
  actor: Person,
): Denial | undefined {
  const { issuer } = draft;
  if (actor.decidesAlone === true && holds(actor, ['office'])) return undefined;
  const byLead = duty === 'decider' && state === 'screened' && holds(actor, ['unit-lead'], issuer);
  if (!byLead && !decidesForCounty(actor, issuer)) {
    return holds(actor, ['office'], issuer) ? 'four-eyes' : 'not-allowed';
  }
  return authors.includes(actor.person) || submittedBy === actor.person ? 'four-eyes' : undefined;
}

function mayDecideForCounty(actor: Person, issuer: string): boolean {
  return decidesForCounty(actor, issuer) || (actor.decidesAlone === true && holds(actor, ['office']));
}

/** A leader, or the office of another unit than the issuer's. */
function decidesForCounty(actor: Person, issuer: string): boolean {
  return holds(actor, ['leader']) || (holds(actor, ['office']) && !holds(actor, ['office'], issuer));
}

function holds({ posts }: Person, roles: readonly Role[], unit?: string): boolean {
  return posts.some((post) => roles.includes(post.role) && (unit === undefined || post.unit === unit));
}
