/** Which clocks run for a demand, and what they do when they ring. Days are working days in China. */
import { addWorkingDays } from '@qingzhuang/analysis';
import type { Role } from '@qingzhuang/contract';
import type { Demand, DemandEvent } from '../demand.ts';

export type ClockKind =
  /** A decision waits for one working day: the office is reminded. */
  | 'remind-office'
  /** It waits for two: it climbs to the leader. */
  | 'tell-leader'
  | 'remind-emergency-review'
  /** The hours for the review of an emergency are over: counted against the office, told to the leader. */
  | 'emergency-review-overdue'
  /** The day after its last one: the demand ends by itself. */
  | 'expire'
  /** Whoever was asked and said nothing has no objection. */
  | 'close-consultation'
  /** A proposal of a bearer has had no reply: told to the office. */
  | 'amendment-reply-overdue'
  /** What it took is compared with what was estimated. */
  | 'review';

/** What an event does to the clocks of its demand. */
export interface ClockChange {
  readonly set: readonly { readonly kind: ClockKind; readonly ringsAt: string }[];
  readonly stop: readonly ClockKind[];
}

const DECISION: readonly ClockKind[] = ['remind-office', 'tell-leader'];
const REVIEW: readonly ClockKind[] = ['remind-emergency-review', 'emergency-review-overdue'];
const ALL: readonly ClockKind[] = [...DECISION, ...REVIEW, 'expire', 'close-consultation', 'amendment-reply-overdue'];

const REMIND_AFTER_DAYS = 1;
const CLIMB_AFTER_DAYS = 2;
/** Half of the 48 hours are left. */
const REMIND_BEFORE_REVIEW_MS = 24 * 3_600_000;

const NOTHING: ClockChange = { set: [], stop: [] };

/** The change that an event brings, given the demand after it and the moment it happened (RFC 3339). */
export function clockChange(event: DemandEvent, demand: Demand, at: string): ClockChange {
  // The table pairs each type with its own event, which the index type cannot say.
  const change = CHANGES[event.type] as Change<DemandEvent> | undefined;
  return change?.(event, demand, at) ?? NOTHING;
}

type Change<Event> = (event: Event, demand: Demand, at: string) => ClockChange;

const CHANGES: {
  readonly [Type in DemandEvent['type']]?: Change<Extract<DemandEvent, { readonly type: Type }>>;
} = {
  'demand-submitted': (_, __, at) => ({ set: decisionClocks(at), stop: [] }),
  // The wait begins again at the start of the day it was put off to.
  'demand-deferred': ({ until }) => ({ set: decisionClocks(startOfDay(until)), stop: [] }),
  'consultation-opened': ({ closesAt }) => ({
    set: [{ kind: 'close-consultation', ringsAt: closesAt }],
    stop: DECISION,
  }),
  // Whoever decides could not while others were being asked.
  'consultation-closed': (_, demand, at) => ({
    set: demand.submittedBy === null ? [] : decisionClocks(at),
    stop: ['close-consultation'],
  }),
  'demand-revised': () => ({ set: [], stop: DECISION }),
  'demand-text-replaced': () => ({ set: [], stop: DECISION }),
  'demand-superior-chosen': () => ({ set: [], stop: DECISION }),
  'emergency-declared': ({ reviewDueAt }, demand) => ({
    set: [...reviewClocks(reviewDueAt), expiry(demand)],
    stop: DECISION,
  }),
  'emergency-upheld': () => ({ set: [], stop: REVIEW }),
  'emergency-overturned': () => ({ set: [], stop: ALL }),
  'demand-admitted': (_, demand) => ({ set: [expiry(demand)], stop: DECISION }),
  'demand-renewed': (_, demand) => ({ set: [expiry(demand)], stop: [] }),
  'demand-refused': ended,
  'demand-merged': ended,
  'demand-withdrawn': ended,
  'demand-closed': (_, demand, at) => ({ ...ended(), set: [reviewClock(demand, at)] }),
  'demand-expired': ended,
};

/** The review of an emergency stays due after the demand itself has ended. */
function ended(): ClockChange {
  return { set: [], stop: [...DECISION, 'expire', 'close-consultation'] };
}

function decisionClocks(at: string): ClockChange['set'] {
  return [
    { kind: 'remind-office', ringsAt: workingDaysAfter(at, REMIND_AFTER_DAYS) },
    { kind: 'tell-leader', ringsAt: workingDaysAfter(at, CLIMB_AFTER_DAYS) },
  ];
}

/** Answers are measured when they are given; how long a meeting took is told afterwards. */
const REVIEW_AFTER_DAYS = 14;

function reviewClock({ draft }: Demand, at: string): ClockChange['set'][number] {
  const waits = draft.details.kind === 'meeting' ? REVIEW_AFTER_DAYS * DAY_MS : 0;
  return { kind: 'review', ringsAt: new Date(Date.parse(at) + waits).toISOString() };
}

function reviewClocks(dueAt: string): ClockChange['set'] {
  return [
    { kind: 'remind-emergency-review', ringsAt: new Date(Date.parse(dueAt) - REMIND_BEFORE_REVIEW_MS).toISOString() },
    { kind: 'emergency-review-overdue', ringsAt: dueAt },
  ];
}

function expiry({ draft }: Demand): ClockChange['set'][number] {
  return { kind: 'expire', ringsAt: new Date(Date.parse(startOfDay(draft.expiresOn)) + DAY_MS).toISOString() };
}

const DAY_MS = 24 * 3_600_000;
const CHINA_MS = 8 * 3_600_000;

/** The same time of day so many working days later; what comes on a day off counts from its end. */
function workingDaysAfter(at: string, days: number): string {
  const local = new Date(Date.parse(at) + CHINA_MS).toISOString();
  const day = addWorkingDays(local.slice(0, 10), days);
  return new Date(Date.parse(`${day}${local.slice(10)}`) - CHINA_MS).toISOString();
}

function startOfDay(day: string): string {
  return new Date(Date.parse(day) - CHINA_MS).toISOString();
}

/** Whom a clock tells. An expiry is an event of its own and tells the issuer. */
export function toldBy(kind: ClockKind, demand: Demand): { readonly role: Role; readonly unit: string | null } {
  switch (kind) {
    case 'remind-office':
      // What the gate did not stop waits for the issuer's own lead.
      return demand.state === 'screened'
        ? { role: 'unit-lead', unit: demand.draft.issuer }
        : { role: 'office', unit: null };
    case 'remind-emergency-review':
      return { role: 'office', unit: null };
    case 'tell-leader':
    case 'emergency-review-overdue':
      return { role: 'leader', unit: null };
    case 'expire':
    case 'close-consultation':
    case 'review':
      return { role: 'drafter', unit: demand.draft.issuer };
    case 'amendment-reply-overdue':
      return { role: 'office', unit: null };
  }
}

type Test = (demand: Demand) => boolean;

// One line for each clock. A new one without a line does not compile.
const MATTERS: Readonly<Record<ClockKind, Test>> = {
  'remind-office': isIn('screened', 'coordinating'),
  'tell-leader': isIn('screened', 'coordinating'),
  'remind-emergency-review': waitsForReview,
  'emergency-review-overdue': waitsForReview,
  'close-consultation': isIn('consulting'),
  'amendment-reply-overdue': () => true,
  review: isIn('closed'),
  expire: isIn('admitted', 'running', 'suspended'),
};

function isIn(...states: readonly Demand['state'][]): Test {
  return ({ state }) => states.includes(state);
}

function waitsForReview({ emergencyReviewDueAt }: Demand): boolean {
  return emergencyReviewDueAt !== null;
}

/** Whether a clock that rings still means something: somebody may have acted in the same second. */
export function stillMatters(kind: ClockKind, demand: Demand): boolean {
  return MATTERS[kind](demand);
}
