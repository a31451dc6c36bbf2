/** Runs the rules on the structured demand. */
import type { check, DeepReadonly, demands } from '@qingzhuang/contract';
import type { GateCase } from './gate-facts.ts';
import type { GateVerdict } from './gate-rule.ts';
import { GATE_RULES } from './rules.ts';

/** The county's numbers, by rule and option. What is not there keeps its default. */
export type GateSettings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * What the register says about a draft. A burden that the text has already shown is named again, with the rule it is
 * the same as, and counts once; a register that is missing is named once, however many rules would ask it.
 */
export function askRegister(
  given: GateCase,
  settings: GateSettings,
  ofText: readonly DeepReadonly<check.Finding>[] = [],
): GateVerdict {
  const shown = new Set(ofText.filter(({ exemption }) => exemption === null).map(({ ruleId }) => ruleId));
  const verdicts = GATE_RULES.map((rule) => ({ rule, verdict: rule.run(given, settings[rule.id]) }));
  return {
    findings: verdicts.flatMap(({ rule, verdict }) => {
      const sameAs = rule.sameAs.find((id) => shown.has(id)) ?? null;
      return verdict.findings.map((finding): DeepReadonly<demands.GateFinding> => ({ ...finding, sameAs }));
    }),
    unchecked: [...new Set(verdicts.flatMap(({ verdict }) => verdict.unchecked))],
  };
}
