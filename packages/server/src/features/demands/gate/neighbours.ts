/** What takes place near in time for the same bearers. */
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import type { GateCase, Neighbour } from './gate-facts.ts';
import { likeness } from './topic.ts';

export interface Time {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Longer than this it is a window of days: which of them it will be is not fixed. */
const LONGEST_BOOKING_MS = 7 * 86_400_000;

/** When a meeting or a visit takes place; null for what has no time of its own. */
export function timeOf(details: DeepReadonly<demands.DemandDetails>): Time | null {
  if (details.kind === 'meeting') return details;
  if (details.kind !== 'inspection') return null;
  return { startsAt: `${details.from}T00:00:00+08:00`, endsAt: `${details.until}T23:59:59+08:00` };
}

/** Whether a bearer would have to be at both at once. */
export function isInWay(details: DeepReadonly<demands.DemandDetails>, other: Neighbour): boolean {
  const own = timeOf(details);
  return (
    own !== null && [own, other].every((time) => lengthOf(time) <= LONGEST_BOOKING_MS) && gapMinutes(own, other) < 0
  );
}

function lengthOf({ startsAt, endsAt }: Time): number {
  return Date.parse(endsAt) - Date.parse(startsAt);
}

/** Minutes from the end of one to the start of the other, whichever comes first; below 0 they overlap. */
export function gapMinutes(one: Time, other: Time): number {
  const gap = Math.max(
    Date.parse(other.startsAt) - Date.parse(one.endsAt),
    Date.parse(one.startsAt) - Date.parse(other.endsAt),
  );
  return gap / 60_000;
}

export function minutesOf(time: Time): number {
  return Math.round(lengthOf(time) / 60_000);
}

/** Meetings that this share of the draft's bearers, or more, has to attend as well. */
export function meetingsOfSamePeople({ draft, facts }: GateCase, share: number): readonly Neighbour[] {
  const needed = share * draft.bearers.length;
  return facts.neighbours.filter(({ kind, shared }) => kind === 'meeting' && shared.length >= needed);
}

/** The same series, or a subject in the same words. */
export function isOnSameSubject({ draft }: GateCase, other: Neighbour, similarity: number): boolean {
  const { details } = draft;
  const isSameSeries = details.kind === 'meeting' && details.series !== null && details.series === other.series;
  return isSameSeries || likeness(draft, other) >= similarity;
}
