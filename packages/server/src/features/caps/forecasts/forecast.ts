/** Where a year is heading: a forecast with an interval that a person can check with a calculator. */

export interface ForecastFacts {
  /** What was used so far, in demands or in minutes. */
  readonly used: number;
  /** The sum of squares of what each demand used: one demand of 52 times is less certain than 52 demands. */
  readonly squares: number;
  /** The share of the year that has passed, by the calendar: 0 to 1. */
  readonly elapsed: number;
  /** What earlier years had used up to the same day, and in all. */
  readonly past: readonly { readonly soFar: number; readonly total: number }[];
}

export interface Forecast {
  /** The share of a year's use that falls before this day. */
  readonly share: number;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Nine times of ten the year ends inside. */
const OUTSIDE_EACH_SIDE = 0.05;

/**
 * The use of the whole year. The share of the year behind us is that of earlier years, to which the calendar's share is
 * added with the weight of one demand, so that it alone counts where there is no past. Likely: used ÷ share. Interval:
 * what is still to come follows a negative binomial distribution, which is what a Poisson process of unknown rate gives
 * after `used` events in `share` of its time; sizes other than one stretch it by Σx² ÷ Σx.
 */
export function forecast({ used, squares, elapsed, past }: ForecastFacts): Forecast {
  const size = used > 0 ? Math.max(1, squares / used) : 1;
  const total = sumOf(past.map((year) => year.total));
  const soFar = sumOf(past.map((year) => year.soFar));
  const share = Math.min(1, (soFar + elapsed * size) / (total + size));
  if (share >= 1 || elapsed >= 1) return { share: 1, low: used, likely: used, high: used };
  const events = { shape: used / size + 0.5, chance: share };
  const low = used + Math.floor(size * quantile(events, OUTSIDE_EACH_SIDE));
  const high = used + Math.ceil(size * quantile(events, 1 - OUTSIDE_EACH_SIDE));
  return { share, low, likely: Math.min(high, Math.max(low, Math.round(used / share))), high };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

interface NegativeBinomial {
  /** Events behind us, and a half for those that nobody has seen. */
  readonly shape: number;
  /** The share of the time that is behind us. */
  readonly chance: number;
}

/** From here on the bell curve is as good, and adding up would take long. */
const MOST_SUMMED = 20_000;

/** The smallest number of further events that is not passed with at least this probability. */
function quantile({ shape, chance }: NegativeBinomial, probability: number): number {
  const mean = (shape * (1 - chance)) / chance;
  if (mean > MOST_SUMMED)
    return Math.max(0, mean + NORMAL_QUANTILE * Math.sqrt(mean / chance) * (probability < 0.5 ? -1 : 1));
  // In logarithms: the first terms of a large sum are too small for a plain number.
  let term = shape * Math.log(chance);
  let sum = Math.exp(term);
  let events = 0;
  for (; sum < probability && events < MOST_SUMMED * 50; events += 1) {
    term += Math.log(((events + shape) / (events + 1)) * (1 - chance));
    sum += Math.exp(term);
  }
  return events;
}

/** Of the standard normal distribution, at 95 %. */
const NORMAL_QUANTILE = 1.6449;

/** How it was computed, in one sentence with its numbers. */
export function explain({ used, elapsed, past }: ForecastFacts, { share, low, likely, high }: Forecast): string {
  const basis =
    past.length > 0
      ? `前 ${past.length} 年同期平均用去全年的一部分，连同今年已过的天数（${percent(elapsed)}）折成同期占比 ${percent(share)}`
      : `没有往年数据，按今年已过的天数 ${percent(share)} 推算`;
  return `已用 ${used}；${basis}；可能值＝已用÷占比＝${likely}；区间 ${low}—${high} 按负二项分布取九成（形状为已用次数加 0.5，概率为占比，单次用量不一时按 Σx²÷Σx 放宽）。`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
