import { type Citation, cite, RECOMMENDED, type Rule, rules, type Severity, shownExample } from '@qingzhuang/analysis';
import { UsageError } from './failures.ts';
import { findNearest } from './nearest.ts';

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
  return rules.map(toEntry);
}

/** The rule of an id. Throws `UsageError`. */
export function getRule(id: string): RuleEntry {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new UsageError(describeUnknown(id));
  return toEntry(rule);
}

/** Throws `UsageError` with the nearest id for one that does not exist. */
export function assertRuleExists(id: string): void {
  if (!rules.some((rule) => rule.id === id)) throw new UsageError(describeUnknown(id));
}

/** Puts the default settings into a message; what only a text can say becomes dots. */
function fillIn(message: string, options: Rule['options']): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = options[name]?.default;
    return typeof value === 'number' || typeof value === 'string' ? String(value) : '…';
  });
}

function describeUnknown(id: string): string {
  const nearest = findNearest(
    id,
    rules.map((rule) => rule.id),
  );
  return `没有规则 ${id}。${nearest === null ? '用 qingzhuang rules 查看全部规则。' : `是不是 ${nearest}？`}`;
}

function toEntry({ id, title, message, suggestion, basis, options, examples }: Rule): RuleEntry {
  return {
    ...{ id, title },
    examples: { bad: examples.bad.map(shownExample), good: examples.good.map(shownExample) },
    message: fillIn(message, options),
    suggestion: fillIn(suggestion, options),
    severity: RECOMMENDED[id] ?? 'off',
    basis: basis.map(cite),
    options: Object.entries(options).map(([name, setting]) => {
      return { name, meaning: setting.meaning, value: JSON.stringify(setting.default) };
    }),
  };
}
