export * from './report.ts';
export * from './document/source-text.ts';
export { createChecker, type Checker, type CheckFacts } from './rules/check.ts';
export { struckSpan } from './rewriting.ts';
export { rules } from './rules/index.ts';
export { cite } from './rules/instruments.ts';
export { PRESETS, RECOMMENDED, type Preset } from './rules/presets.ts';
export type { Rule, RuleExamples, Setting, SettingTable } from './rules/rule.ts';
export {
  ConfigurationError,
  type CheckConfig,
  type Level,
  type RuleSetting,
  type Suppression,
} from './rules/settings.ts';
export { dayNumber, formatDay } from './schedule/local-time.ts';
export { bearerOf, countBySeverity, countsInTotals, minutesSaved, type Bearer } from './summary.ts';
