import type { Severity } from '../report.ts';

/** The configuration file, as a person writes it. Every key is optional. */
export interface CheckConfig {
  /** Presets applied in order: `recommended`, `strict`, or a local profile such as `jiangmen-2014`. */
  readonly extends?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly suppressions?: readonly Suppression[];
}

export type RuleSetting = Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, unknown>>];

/** A human override: signed by its reason, and it may expire. */
export interface Suppression {
  readonly rule: string;
  /** Only findings whose quote contains these words. */
  readonly quote?: string;
  /** Only files whose path ends with this. */
  readonly path?: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
}
