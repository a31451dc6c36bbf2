import {
  type CheckConfig,
  cite,
  type Finding,
  PRESETS,
  RECOMMENDED,
  type Rule,
  rules,
  shownExample,
} from '@qingzhuang/analysis';
import type { RuleEntry, Rulebook } from './check-protocol.ts';

/** Marks a basis that no clause stands behind. */
const HOUSE = /^h(?:\/|$)/u;

/** The rules and profiles the checker knows, as the page shows them. */
export function describeRules(): Rulebook {
  const profiles = Object.entries(PRESETS)
    .filter(([name]) => name !== 'recommended')
    .map(([name, { title }]) => ({ name, title }));
  return { rules: rules.map(entryOf), profiles };
}

/** The configuration for a chosen profile. One that is no longer known is the plain recommended set. */
export function configOf(profile: string | null): CheckConfig {
  return profile !== null && profile in PRESETS ? { extends: [profile] } : {};
}

/** Chinese names of the rules behind these findings, by rule id. */
export function titlesOf(findings: readonly Finding[]): Record<string, string> {
  const wanted = new Set(findings.map(({ ruleId }) => ruleId));
  return Object.fromEntries(rules.filter(({ id }) => wanted.has(id)).map(({ id, title }) => [id, title]));
}

function entryOf({ id, title, basis, suggestion, register, options, examples }: Rule): RuleEntry {
  return {
    id,
    title,
    severity: RECOMMENDED[id] ?? 'off',
    suggestion,
    basis: basis.filter((key) => !HOUSE.test(key)).map((key) => cite(key)),
    needsMore: register !== undefined,
    options: Object.values(options).map(({ meaning, default: value, source }) => ({
      meaning,
      value: value === null ? '—' : String(value),
      source,
    })),
    bad: examples.bad.map(asShown),
    good: examples.good.map(asShown),
  };
}

/** Examples are typed with the commas of the keyboard; on a page Chinese text has its own. */
function asShown(example: string): string {
  return shownExample(example).replace(/(?<=[\p{Script=Han}⟧”]),/gu, '，');
}
