import type { Finding } from '@qingzhuang/analysis';
import type { Rulebook } from './check-protocol.ts';

/** The rules and profiles the checker knows, as the page shows them. */
export function describeRules(): Rulebook {
  return { rules: [], profiles: [] };
}

/** Chinese names of the rules behind these findings, by rule id. */
export function titlesOf(findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ ruleId }) => [ruleId, ruleId]));
}
