import { estimateDemandBurden, type Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import { activitiesOf } from './activities.ts';

export interface Burden {
  /** In a year. */
  readonly perBearerMinutes: Interval;
  readonly assumptions: readonly string[];
}

/** The larger of what the fields say and what the text orders of each bearer: neither hides behind the other. */
export function burdenOf(details: DeepReadonly<demands.DemandDetails>, orderedByText: Interval | null): Burden {
  const { perBearerMinutes, assumptions } = estimateDemandBurden(activitiesOf(details), 1);
  return { perBearerMinutes: largerOf(perBearerMinutes, orderedByText), assumptions };
}

/** The one whose likely value is larger; the first when the second is missing. */
export function largerOf(one: Interval, other: Interval | null): Interval {
  return other !== null && other.likely > one.likely ? other : one;
}
