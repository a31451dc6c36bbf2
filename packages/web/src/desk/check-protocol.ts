import type { CheckFacts, CheckResult, Citation, Severity, SourceText } from '@qingzhuang/analysis';

/** What the page asks of the worker. Files go as they are and never leave the browser. */
export interface CheckRequest {
  readonly id: number;
  readonly input: CheckInput;
  readonly facts: CheckFacts;
  /** Name of the preset on top of the recommended set, or null. */
  readonly profile: string | null;
}

/** Asks what the checker knows; answered with a rulebook. */
export interface DescribeRequest {
  readonly id: number;
  readonly describe: true;
}

export type CheckInput = { readonly file: File } | { readonly text: string } | { readonly source: SourceText };

export type Stage = 'reading' | 'checking';

export type CheckReply =
  { readonly id: number; readonly kind: 'stage'; readonly stage: Stage } | ({ readonly id: number } & FinalReply);

export type FinalReply = CheckOutcome | { readonly kind: 'described'; readonly rulebook: Rulebook };

export type CheckOutcome =
  | {
      readonly kind: 'done';
      readonly source: SourceText;
      readonly result: CheckResult;
      /** Chinese names of the rules that have findings, by rule id. */
      readonly titles: Readonly<Record<string, string>>;
      readonly milliseconds: number;
    }
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** The codes of unreadable files, and `crashed` for a fault of our own. */
export type FailureCode = 'encrypted' | 'damaged' | 'too-large' | 'unsupported' | 'empty' | 'crashed';

/** What the rules page shows and the settings offer. */
export interface Rulebook {
  readonly rules: readonly RuleEntry[];
  readonly profiles: readonly { readonly name: string; readonly title: string }[];
}

export interface RuleEntry {
  readonly id: string;
  readonly title: string;
  /** In the plain `recommended` set. */
  readonly severity: Severity | 'off';
  readonly suggestion: string;
  readonly basis: readonly Citation[];
  /** True when only a register or a second document makes it certain. */
  readonly needsMore: boolean;
  readonly options: readonly { readonly meaning: string; readonly value: string; readonly source: string }[];
  /** `⟦ ⟧` marks the words that are reported. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}
