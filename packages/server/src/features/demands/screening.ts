/** What the gate says about a draft: findings, hours, and whether the issuer's own lead may let it pass. */
import { estimateDemandBurden, type Interval } from '@qingzhuang/analysis';
import type { check, DeepReadonly, demands } from '@qingzhuang/contract';
import { activitiesOf } from './activities.ts';

/** What screening is based on, besides the draft. */
export interface ScreeningFacts {
  /** What the checker says about the text, when there is one. */
  readonly document: {
    readonly findings: readonly DeepReadonly<check.Finding>[];
    readonly perBearerMinutes: Interval | null;
  } | null;
  /** What the register says: findings of the `gate` rules. */
  readonly register: readonly DeepReadonly<check.Finding>[];
  readonly isOverCap: boolean;
  /** The issuer is the burden-reduction office itself. */
  readonly isOffice: boolean;
  /** RFC 3339, UTC. */
  readonly now: string;
}

/** Screens a draft. The hours are the larger of what the fields say and what the text orders: neither hides behind the other. */
export function screen(
  draft: DeepReadonly<demands.DemandDraft>,
  facts: ScreeningFacts,
): DeepReadonly<demands.Screening> {
  const { document, register, now } = facts;
  const findings = [...(document?.findings ?? []), ...register];
  const declared = estimateDemandBurden(activitiesOf(draft.details), draft.bearers.length);
  const perBearerMinutes = largerOf(declared.perBearerMinutes, document?.perBearerMinutes ?? null);
  return {
    at: now,
    findings,
    perBearerMinutes,
    totalMinutes: times(perBearerMinutes, draft.bearers.length),
    assumptions: [...declared.assumptions],
    coordination: coordinationOf(facts, findings),
  };
}

function coordinationOf(
  { isOverCap, isOffice }: ScreeningFacts,
  findings: readonly DeepReadonly<check.Finding>[],
): demands.CoordinationReason[] {
  return [
    ...(findings.some(({ severity, exemption }) => severity === 'error' && exemption === null)
      ? (['error-findings'] as const)
      : []),
    ...(isOverCap ? (['over-cap'] as const) : []),
    ...(findings.some(({ ruleId }) => OFF_PLAN.includes(ruleId)) ? (['off-plan'] as const) : []),
    ...(isOffice ? (['own-unit'] as const) : []),
  ];
}

const OFF_PLAN: readonly string[] = ['gate/unplanned', 'gate/unfiled-inspection'];

function largerOf(one: Interval, other: Interval | null): Interval {
  return other !== null && other.likely > one.likely ? other : one;
}

function times({ low, likely, high }: Interval, factor: number): Interval {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}
