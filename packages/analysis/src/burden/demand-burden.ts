/**
 * What a demand costs one bearer, from what it asks: minutes × people × times a year, whatever it is called and by
 * whichever channel it comes. The kinds below only say where the factors stand; none of them has a price of its own.
 */
import type { Interval } from '../report.ts';
import type { ActivityKind, Factors } from './activities.ts';
import { estimate, type Estimate } from './estimate.ts';
import { scaled, total } from './intervals.ts';

/** One thing that a bearer has to do. */
export interface Activity {
  readonly activity: ActivityKind;
  readonly factors: Factors;
}

export interface DemandBurden {
  /** For one bearer in a year. */
  readonly perBearerMinutes: Interval;
  /** For all bearers together. */
  readonly totalMinutes: Interval;
  /** Chinese sentences, one for each assumed cost. */
  readonly assumptions: readonly string[];
}

/** Adds up the activities for one bearer and for all. A factor that is not known counts as none. */
export function estimateDemandBurden(activities: readonly Activity[], bearers: number): DemandBurden {
  const estimates = activities.map(({ activity, factors }) => estimate(activity, factors));
  const perBearerMinutes = total(estimates.flatMap(minutesOf)) ?? NOTHING;
  return {
    perBearerMinutes,
    totalMinutes: scaled(perBearerMinutes, bearers),
    assumptions: [...new Set(estimates.flatMap(({ assumptions }) => assumptions))],
  };
}

const NOTHING: Interval = { low: 0, likely: 0, high: 0 };

function minutesOf({ minutes }: Estimate): Interval[] {
  return minutes === null ? [] : [minutes];
}
