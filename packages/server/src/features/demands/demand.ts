/** The life of a demand: commands become events, events become the state. Neither knows a clock or a database. */
import { Refusal, type check, type DeepReadonly, type demands } from '@qingzhuang/contract';
import type { AskingText } from './text-asks.ts';

type Draft = DeepReadonly<demands.DemandDraft>;
type Screening = DeepReadonly<demands.Screening>;

/** What the checker said about the document that a demand was drafted from. */
export interface CheckedDocument extends DeepReadonly<AskingText> {
  readonly findings: readonly DeepReadonly<check.Finding>[];
}

/** What a demand is at a moment of its life. */
export interface Demand {
  readonly version: number;
  readonly state: demands.DemandState;
  readonly draft: Draft;
  /** Stays through every revision: correcting the fields does not make the text another; only another text does. */
  readonly document: CheckedDocument | null;
  /** Whoever drafted or revised it; none of them may decide about it. */
  readonly authors: readonly string[];
  /** Null until it was screened, and again after a revision. */
  readonly screening: Screening | null;
  readonly submittedBy: string | null;
  readonly code: string | null;
  /** When the hours of an emergency use are over; null when there is none, or it has been reviewed. */
  readonly emergencyReviewDueAt: string | null;
  readonly emergency: boolean;
  readonly deferredUntil: string | null;
  readonly mergedInto: string | null;
  /** The one time that its bearers were asked; null before. */
  readonly consultation: {
    readonly askedFrom: 'screened' | 'coordinating';
    readonly isOpen: boolean;
    /** Of all who were asked together. */
    readonly minutes: number;
  } | null;
  /** What it took beside what was estimated; null before it was reviewed. */
  readonly comparison: DeepReadonly<demands.Comparison> | null;
  /** Where a suspended demand goes back to. */
  readonly suspendedFrom: 'admitted' | 'running' | null;
}

export type DemandEvent =
  | {
      readonly type: 'demand-drafted';
      readonly draft: Draft;
      readonly by: string;
      readonly document: CheckedDocument | null;
    }
  | { readonly type: 'demand-revised'; readonly draft: Draft; readonly by: string }
  | {
      readonly type: 'demand-text-replaced';
      readonly document: CheckedDocument;
      readonly file: demands.DemandFile;
      readonly by: string;
    }
  | {
      readonly type: 'demand-superior-chosen';
      readonly superior: string | null;
      readonly findings: CheckedDocument['findings'];
      readonly by: string;
    }
  | { readonly type: 'demand-screened'; readonly screening: Screening }
  | { readonly type: 'demand-submitted'; readonly by: string }
  | {
      readonly type: 'consultation-opened';
      readonly question: string;
      readonly panel: readonly string[];
      readonly closesAt: string;
      readonly minutes: number;
    }
  /** Who said nothing had no objection. */
  | {
      readonly type: 'consultation-closed';
      readonly fit: number;
      readonly unfit: number;
      readonly silent: number;
    }
  | { readonly type: 'coordination-asked'; readonly reasons: readonly demands.CoordinationReason[] }
  | {
      readonly type: 'emergency-declared';
      readonly grounds: string;
      readonly code: string;
      readonly reviewDueAt: string;
    }
  | { readonly type: 'emergency-upheld'; readonly reason: string }
  | { readonly type: 'emergency-overturned'; readonly reason: string }
  | {
      readonly type: 'demand-admitted';
      readonly code: string;
      readonly reason: string | null;
      readonly caseByCase: boolean;
    }
  | { readonly type: 'demand-refused'; readonly reason: string }
  | { readonly type: 'demand-merged'; readonly into: string; readonly reason: string }
  | { readonly type: 'demand-deferred'; readonly until: string; readonly reason: string }
  | { readonly type: 'demand-started' }
  | { readonly type: 'demand-suspended'; readonly reason: string }
  | { readonly type: 'demand-resumed'; readonly reason: string }
  | { readonly type: 'demand-renewed'; readonly expiresOn: string; readonly evidence: string }
  | { readonly type: 'demand-withdrawn'; readonly reason: string }
  | { readonly type: 'demand-expired' }
  | { readonly type: 'demand-closed' }
  | { readonly type: 'demand-reviewed'; readonly comparison: DeepReadonly<demands.Comparison> };

/** The state after the first event, and after each further one. */
export function evolve(demand: Demand | undefined, event: DemandEvent): Demand {
  if (event.type === 'demand-drafted') return draftedFrom(event);
  if (demand === undefined) throw new Error(`A demand begins with a draft, not with ${event.type}.`);
  return { ...demand, ...changeOf(demand, event), version: demand.version + 1 };
}

function draftedFrom({ draft, by, document }: Extract<DemandEvent, { readonly type: 'demand-drafted' }>): Demand {
  return {
    version: 1,
    state: 'draft',
    draft,
    document,
    authors: [by],
    screening: null,
    submittedBy: null,
    code: null,
    emergencyReviewDueAt: null,
    emergency: false,
    deferredUntil: null,
    mergedInto: null,
    consultation: null,
    comparison: null,
    suspendedFrom: null,
  };
}

type LaterEvent = Exclude<DemandEvent, { readonly type: 'demand-drafted' }>;

// One line for each event: what it changes. A new event without a line does not compile.
const CHANGES: {
  readonly [Type in LaterEvent['type']]: (
    demand: Demand,
    event: Extract<LaterEvent, { readonly type: Type }>,
  ) => Partial<Demand>;
} = {
  'demand-revised': (demand, { draft, by }) => ({ ...revisedBy(demand, by), draft }),
  'demand-text-replaced': (demand, { document, by }) => ({ ...revisedBy(demand, by), document }),
  'demand-superior-chosen': (demand, { findings, by }) => ({
    ...revisedBy(demand, by),
    document: demand.document && { ...demand.document, findings },
  }),
  'demand-screened': ({ state }, { screening }) => ({ state: state === 'draft' ? 'screened' : state, screening }),
  'demand-submitted': (_, { by }) => ({ submittedBy: by }),
  'consultation-opened': ({ state }, { minutes }) => ({
    state: 'consulting',
    consultation: { askedFrom: state === 'coordinating' ? 'coordinating' : 'screened', isOpen: true, minutes },
  }),
  'consultation-closed': ({ state, consultation, screening }) => ({
    // An emergency may have overtaken it.
    state: state === 'consulting' ? (consultation?.askedFrom ?? 'screened') : state,
    consultation: consultation && { ...consultation, isOpen: false },
    screening: screening && { ...screening, register: screening.register.filter(isNotAboutAsking) },
  }),
  'coordination-asked': () => ({ state: 'coordinating' }),
  'emergency-declared': (_, { code, reviewDueAt }) => ({
    state: 'running',
    emergency: true,
    emergencyReviewDueAt: reviewDueAt,
    code,
  }),
  'emergency-upheld': () => ({ emergencyReviewDueAt: null }),
  'emergency-overturned': () => ({ state: 'withdrawn', emergencyReviewDueAt: null }),
  'demand-admitted': (_, { code }) => ({ state: 'admitted', code, deferredUntil: null }),
  'demand-refused': () => ({ state: 'refused' }),
  'demand-merged': (_, { into }) => ({ state: 'merged', mergedInto: into }),
  'demand-deferred': (_, { until }) => ({ deferredUntil: until }),
  'demand-started': () => ({ state: 'running' }),
  'demand-suspended': ({ state }) => ({
    state: 'suspended',
    suspendedFrom: state === 'admitted' ? 'admitted' : 'running',
  }),
  'demand-resumed': ({ suspendedFrom }) => ({ state: suspendedFrom ?? 'running', suspendedFrom: null }),
  'demand-renewed': ({ state, draft }, { expiresOn }) => ({
    state: state === 'expired' ? 'running' : state,
    draft: { ...draft, expiresOn },
  }),
  'demand-withdrawn': () => ({ state: 'withdrawn' }),
  'demand-expired': () => ({ state: 'expired' }),
  'demand-closed': () => ({ state: 'closed' }),
  'demand-reviewed': (_, { comparison }) => ({ state: 'reviewed', comparison }),
};

/** A draft again, which nobody has asked a decision about. */
function revisedBy({ authors }: Demand, by: string): Partial<Demand> {
  return { state: 'draft', authors: [...new Set([...authors, by])], screening: null, submittedBy: null };
}

function isNotAboutAsking({ ruleId }: { readonly ruleId: string }): boolean {
  return ruleId !== 'gate/no-consultation';
}

function changeOf(demand: Demand, event: LaterEvent): Partial<Demand> {
  // The table pairs each type with its own event, which the index type cannot say.
  const change = CHANGES[event.type] as (demand: Demand, event: LaterEvent) => Partial<Demand>;
  return change(demand, event);
}

/** The state that a history of events leads to. */
export function replay(events: readonly DemandEvent[]): Demand {
  const demand = events.reduce<Demand | undefined>(evolve, undefined);
  if (demand === undefined) throw new Error('A demand without events.');
  return demand;
}

/** Which states each action is possible in. Who may do it is another question: see `availableActions`. */
const POSSIBLE_IN: Readonly<Record<demands.DemandAction, readonly demands.DemandState[]>> = {
  revise: ['draft', 'screened', 'coordinating', 'refused'],
  submit: ['screened'],
  consult: ['screened', 'coordinating'],
  'declare-emergency': ['draft', 'screened', 'consulting', 'coordinating'],
  admit: ['screened', 'coordinating'],
  refuse: ['screened', 'coordinating'],
  merge: ['screened', 'coordinating'],
  defer: ['coordinating'],
  'review-emergency': ['running', 'suspended', 'closed', 'reviewed', 'expired'],
  start: ['admitted'],
  suspend: ['admitted', 'running'],
  resume: ['suspended'],
  renew: ['admitted', 'running', 'expired'],
  close: ['running'],
  withdraw: ['draft', 'screened', 'consulting', 'coordinating', 'admitted', 'running', 'suspended'],
};

/** Throws `wrong-state` when the demand is not where this action is possible. */
export function assertPossible(demand: Demand, action: demands.DemandAction): void {
  if (!isPossible(demand, action)) throw new Refusal('wrong-state');
}

/** Whether the demand's state allows the action, whoever asks. */
export function isPossible(demand: Demand, action: demands.DemandAction): boolean {
  return POSSIBLE_IN[action].includes(demand.state) && (CONDITIONS[action]?.(demand) ?? true);
}

function isSubmitted({ submittedBy }: Demand): boolean {
  return submittedBy !== null;
}

/** What else an action needs. */
const CONDITIONS: Readonly<Partial<Record<demands.DemandAction, (demand: Demand) => boolean>>> = {
  submit: (demand) => !isSubmitted(demand),
  // Once is enough: whoever is asked gives his time.
  consult: ({ consultation }) => consultation === null,
  admit: isSubmitted,
  refuse: isSubmitted,
  merge: isSubmitted,
  'declare-emergency': ({ emergency }) => !emergency,
  'review-emergency': ({ emergencyReviewDueAt }) => emergencyReviewDueAt !== null,
};
