/** What one demand took beside what was estimated, without the time of any one bearer. */
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import { SMALLEST_GROUP, type HeldMeeting, type Measurement } from './honesty.ts';

type Comparison = DeepReadonly<demands.Comparison>;

/** A meeting as its convenor told it, else the measured answers, from five different bearers on. */
export function comparisonOf(measurements: readonly Measurement[], meeting: HeldMeeting | undefined): Comparison {
  if (meeting !== undefined) {
    const { planned, actual, bearers } = meeting;
    return compare(planned * bearers, actual * bearers, bearers);
  }
  const count = new Set(measurements.map(({ unit }) => unit)).size;
  if (count < SMALLEST_GROUP) return { estimatedMinutes: null, measuredMinutes: null, count: 0, ratio: null };
  return compare(sum(measurements.map((one) => one.estimated)), sum(measurements.map((one) => one.measured)), count);
}

function compare(estimated: number, measured: number, count: number): Comparison {
  return {
    estimatedMinutes: Math.round(estimated),
    measuredMinutes: Math.round(measured),
    count,
    ratio: estimated > 0 ? Math.round((measured / estimated) * 100) / 100 : null,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
