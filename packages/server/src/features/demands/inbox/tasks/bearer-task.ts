/** What one bearer does with one demand: commands become events, events become the state. No clock, no database. */
import { Refusal, type DeepReadonly, type demands, type inbox } from '@qingzhuang/contract';
import { chinaDayOf } from '../inbox.ts';
import { workingMinutes } from './working-minutes.ts';

type Answer = DeepReadonly<inbox.Answer>;
type Reasons = readonly DeepReadonly<inbox.ReturnReason>[];

export interface BearerTask {
  readonly version: number;
  readonly state: inbox.TaskState;
  readonly answer: Answer | null;
  readonly answeredAt: string | null;
  readonly returnedAt: string | null;
  readonly reasons: Reasons | null;
  /** What the issuer answered to the last return. */
  readonly note: string | null;
  /** When work on it was noticed. */
  readonly moments: readonly string[];
  readonly measuredMinutes: number | null;
}

export type BearerEvent =
  | { readonly type: 'demand-opened'; readonly moment: string }
  | { readonly type: 'time-noted'; readonly moments: readonly string[] }
  | { readonly type: 'demand-answered'; readonly answer: Answer; readonly moment: string }
  | { readonly type: 'demand-returned'; readonly reasons: Reasons; readonly moment: string }
  | { readonly type: 'return-accepted' }
  | { readonly type: 'return-answered'; readonly note: string }
  /** The same order came to the bearer by another road as well. */
  | { readonly type: 'order-registered'; readonly registration: string };

export const UNTOUCHED: BearerTask = {
  version: 0,
  state: 'new',
  answer: null,
  answeredAt: null,
  returnedAt: null,
  reasons: null,
  note: null,
  moments: [],
  measuredMinutes: null,
};

export function evolve(task: BearerTask, event: BearerEvent): BearerTask {
  return { ...task, ...changeOf(task, event), version: task.version + 1 };
}

function changeOf(task: BearerTask, event: BearerEvent): Partial<BearerTask> {
  switch (event.type) {
    case 'demand-opened':
      return { state: task.state === 'new' ? 'opened' : task.state, moments: [...task.moments, event.moment] };
    case 'time-noted':
      return { moments: [...task.moments, ...event.moments] };
    case 'demand-answered': {
      const { answer, moment } = event;
      const moments = [...task.moments, moment];
      const measuredMinutes = workingMinutes(moments);
      return { state: 'answered', answer, answeredAt: moment, ...NOT_RETURNED, moments, measuredMinutes };
    }
    case 'demand-returned':
      return { state: 'returned', reasons: event.reasons, returnedAt: event.moment, note: null };
    case 'return-accepted':
      return { state: 'released' };
    case 'return-answered':
      return { state: 'opened', ...NOT_RETURNED, note: event.note };
    case 'order-registered':
      return {};
  }
}

const NOT_RETURNED = { returnedAt: null, reasons: null } as const;

export type BearerCommand =
  | { readonly do: 'open' }
  | { readonly do: 'note-time'; readonly moments: readonly string[] }
  | { readonly do: 'answer'; readonly answer: Answer }
  /** `known` is the last answer to the same, or null when there is none. */
  | { readonly do: 'confirm'; readonly known: Answer | null }
  | { readonly do: 'return'; readonly reasons: Reasons }
  | { readonly do: 'accept-return' }
  | { readonly do: 'answer-return'; readonly note: string };

/** What the decision must know of the demand and the day. */
export interface BearerFacts {
  readonly demandState: demands.DemandState;
  readonly expiresOn: string;
  /** When the demand came into its state. */
  readonly changedAt: string;
  /** When it happened: see `momentOf`. */
  readonly moment: string;
  /** When the answer was given that the bearer saw before this one; null for none, undefined when he does not say. */
  readonly seen?: string | null;
}

/** The events that a command brings about; none when nothing changes, as with what was sent twice. */
export function decide(task: BearerTask, command: BearerCommand, facts: BearerFacts): readonly BearerEvent[] {
  switch (command.do) {
    case 'open':
      return mayNote(task, 1) ? [{ type: 'demand-opened', moment: facts.moment }] : [];
    case 'note-time':
      return mayNote(task, command.moments.length) ? [{ type: 'time-noted', moments: command.moments }] : [];
    case 'answer':
      return answered(task, command.answer, facts);
    case 'confirm':
      return answered(task, { ...assertKnown(command.known), unchanged: true }, facts);
    case 'return':
      return returned(task, command.reasons, facts);
    case 'accept-return':
      assertReturned(task);
      return [{ type: 'return-accepted' }];
    case 'answer-return':
      assertReturned(task);
      return [{ type: 'return-answered', note: command.note }];
  }
}

function assertKnown(known: Answer | null): Answer {
  if (known === null) throw new Refusal('invalid-input', { errors: [NOTHING_KNOWN] });
  return known;
}

const NOTHING_KNOWN = { pointer: '/unchanged', detail: '没有上次的答复可以沿用，请填写' };

/** Enough for days of work; a client that sends more is broken. */
const MOST_MOMENTS = 5000;

/** Time is measured while there is something to do. */
function mayNote({ state, moments }: BearerTask, more: number): boolean {
  return state !== 'released' && moments.length + more <= MOST_MOMENTS;
}

function answered(task: BearerTask, answer: Answer, facts: BearerFacts): BearerEvent[] {
  if (task.state === 'answered' && isSame(task.answer, answer)) return [];
  if (task.state === 'released' || !isWanted(facts)) throw new Refusal('wrong-state');
  // What was typed without a network must not replace what a colleague has answered meanwhile.
  if (facts.seen !== undefined && facts.seen !== task.answeredAt) throw new Refusal('stale');
  return [{ type: 'demand-answered', answer, moment: facts.moment }];
}

/** The words and the files count, not whether they were typed or confirmed. */
function isSame(one: Answer | null, other: Answer): boolean {
  return one !== null && contentOf(one) === contentOf(other);
}

function contentOf({ text, files }: Answer): string {
  return JSON.stringify([text, files.map(({ sha256 }) => sha256).toSorted()]);
}

const LIVE: readonly demands.DemandState[] = ['admitted', 'running'];

/** An answer is wanted while the code is valid; one that was given in time counts although it arrives later. */
function isWanted({ demandState, expiresOn, changedAt, moment }: BearerFacts): boolean {
  return chinaDayOf(moment) <= expiresOn && (LIVE.includes(demandState) || moment < changedAt);
}

function returned({ state }: BearerTask, reasons: Reasons, { moment }: BearerFacts): BearerEvent[] {
  if (state === 'returned' || state === 'released') return [];
  if (state === 'answered') throw new Refusal('wrong-state');
  if (reasons.length === 0) throw new Refusal('no-grounds');
  return [{ type: 'demand-returned', reasons, moment }];
}

function assertReturned({ state }: BearerTask): void {
  if (state !== 'returned') throw new Refusal('wrong-state');
}

/** A week without a signal is long even in the mountains. */
const LONGEST_OFFLINE_DAYS = 7;
const DAY_MS = 86_400_000;

/** When it happened: what the caller says, unless his clock cannot be right; both are kept. RFC 3339, UTC. */
export function momentOf(saidAt: string | undefined, now: string): string {
  if (saidAt === undefined) return now;
  const said = Date.parse(saidAt);
  const isLikely = said <= Date.parse(now) && said >= Date.parse(now) - LONGEST_OFFLINE_DAYS * DAY_MS;
  return isLikely ? new Date(said).toISOString() : now;
}

/** Whether two titles name the same thing asked at different times: they differ in numbers only. */
export function isSameSeries(title: string, other: string): boolean {
  return withoutNumbers(title) === withoutNumbers(other);
}

const NUMBERS = /[\p{N}〇一二三四五六七八九十上下本]+(?=[年月日号期次周旬季度半])|\p{N}+|[\s第]/gu;

function withoutNumbers(title: string): string {
  return title.replaceAll(NUMBERS, '');
}
