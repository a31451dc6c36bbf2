/** One line of a benchmark's output. */
export interface Measurement {
  readonly name: string;
  readonly unit: string;
  /** The median, unless the name says otherwise. */
  readonly value: number;
  readonly p50: number;
  readonly p95: number;
  /** Number of samples. */
  readonly n: number;
  readonly peer: string | null;
  /** The peer's value divided by ours: above 1 we take less. Null without a peer. */
  readonly ratio: number | null;
}

/** Sums samples up. */
export function summarise(name: string, unit: string, samples: readonly number[]): Measurement {
  const p50 = percentile(samples, 0.5);
  return { name, unit, value: p50, p50, p95: percentile(samples, 0.95), n: samples.length, peer: null, ratio: null };
}

/** The smallest sample that at least this share of the samples does not exceed (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN);
}

export function print(measurement: Measurement): void {
  console.log(JSON.stringify(measurement));
}

/** Four significant digits: no benchmark is more certain than that. */
export function round(value: number): number {
  return Number(value.toPrecision(4));
}
