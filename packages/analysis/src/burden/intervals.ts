import type { Interval } from '../report.ts';

const NOTHING: Interval = { low: 0, likely: 0, high: 0 };

/** Both intervals added end to end: the bounds are those of the worst case, not of a probability. */
function plus(left: Interval, right: Interval): Interval {
  return { low: left.low + right.low, likely: left.likely + right.likely, high: left.high + right.high };
}

/** Every bound multiplied; `factor` is not negative. */
export function scaled({ low, likely, high }: Interval, factor: number): Interval {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}

/** The sum, or null as soon as one part is unknown. */
export function total(parts: readonly (Interval | null)[]): Interval | null {
  let sum = NOTHING;
  for (const part of parts) {
    if (part === null) return null;
    sum = plus(sum, part);
  }
  return sum;
}
