import type { Citation, Severity } from '@qingzhuang/analysis';

/** A rule as a person reads about it. */
export interface RuleEntry {
  readonly id: string;
  readonly title: string;
  /** Under the recommended preset. */
  readonly severity: Severity | 'off';
  readonly message: string;
  readonly suggestion: string;
  readonly basis: readonly Citation[];
  readonly options: readonly { readonly name: string; readonly meaning: string; readonly value: string }[];
  /** Sentences that are reported (with `⟦ ⟧` round the evidence) and sentences that are not. */
  readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] };
}

/** Every rule, in the order of the rulebook. */
export function listRules(): readonly RuleEntry[] {
  return [];
}
