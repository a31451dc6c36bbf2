/** What the gate says about a draft: findings, hours, and whether the issuer's own lead may let it pass. */
import type { Interval } from '@qingzhuang/analysis';
import type { check, DeepReadonly, demands } from '@qingzhuang/contract';
import { burdenOf } from './burden.ts';
import type { CheckedDocument } from './demand.ts';
import { cheaperWays } from './gate/cheaper-ways.ts';
import { askRegister, type GateSettings } from './gate/gate.ts';
import type { GateCase, GateFacts } from './gate/gate-facts.ts';
import { orderedBy } from './text-asks.ts';

/** What screening is based on, besides the draft. */
export interface ScreeningFacts {
  /** What the checker says about the text, when there is one. */
  readonly document: CheckedDocument | null;
  /** What the register says. */
  readonly gate: GateFacts;
  readonly settings: GateSettings;
  /** The issuer is the burden-reduction office itself. */
  readonly isOffice: boolean;
  /** RFC 3339, UTC. */
  readonly now: string;
  readonly today: string;
}

/** What screening is based on, and by which of its own settings the county came to it. */
export interface KnownFacts extends ScreeningFacts {
  /** Versions by key; defaults have none. */
  readonly settingVersions: Readonly<Record<string, number>>;
}

/** Screens a draft. */
export function screen(
  draft: DeepReadonly<demands.DemandDraft>,
  facts: ScreeningFacts,
): DeepReadonly<demands.Screening> {
  const { document, gate, settings, now, today } = facts;
  const { perBearerMinutes, assumptions } = burdenOf(draft.details, orderedBy(document, draft.details));
  const given: GateCase = { draft, perBearerMinutes, text: document, today, facts: gate };
  const findings = document?.findings ?? [];
  const { findings: register, unchecked } = askRegister(given, settings, findings);
  const crowded = register.find(({ ruleId }) => ruleId === 'gate/over-burden')?.units ?? [];
  return {
    at: now,
    findings,
    register,
    unchecked,
    cheaperWays: cheaperWays(given, crowded),
    perBearerMinutes,
    totalMinutes: times(perBearerMinutes, draft.bearers.length),
    assumptions: [...assumptions],
    coordination: coordinationOf(facts, [...findings, ...register]),
  };
}

type AnyFinding = Pick<check.Finding, 'ruleId' | 'severity' | 'exemption'>;

function coordinationOf({ isOffice }: ScreeningFacts, findings: readonly AnyFinding[]): demands.CoordinationReason[] {
  const counted = findings.filter(({ exemption }) => exemption === null);
  const ids = new Set(counted.map(({ ruleId }) => ruleId));
  return [
    ...(counted.some(({ severity }) => severity === 'error') ? (['error-findings'] as const) : []),
    ...(ids.has('gate/over-cap') ? (['over-cap'] as const) : []),
    ...(OFF_PLAN.some((id) => ids.has(id)) ? (['off-plan'] as const) : []),
    ...(isOffice ? (['own-unit'] as const) : []),
  ];
}

const OFF_PLAN: readonly string[] = ['gate/unplanned', 'gate/unfiled-inspection'];

function times({ low, likely, high }: Interval, factor: number): Interval {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}
