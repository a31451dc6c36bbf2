export * from './report.ts';
export * from './document/source-text.ts';
export * from './lineage/index.ts';
export * from './fields/index.ts';
export { readDocument, type OfficialDocument } from './document/read-document.ts';
export { createChecker, type Checker, type CheckFacts } from './rules/check.ts';
export { estimateDemandBurden, type Activity, type DemandBurden } from './burden/demand-burden.ts';
export { struckSpan } from './rewriting.ts';
export { rules } from './rules/index.ts';
export { cite, citeAll } from './rules/instruments.ts';
export { PRESETS, RECOMMENDED, type Preset } from './rules/presets.ts';
export {
  shownExample,
  type Rule,
  type RuleExamples,
  type Setting,
  type SettingTable,
  type ValuesOf,
} from './rules/rule.ts';
export {
  ConfigurationError,
  type CheckConfig,
  type Level,
  type RuleSetting,
  type Suppression,
} from './rules/settings.ts';
export { addWorkingDays, isWorkingDay } from './schedule/working-time.ts';
export { dayNumber, dayParts, formatDay } from './schedule/local-time.ts';
export { confidenceWords, kindWords, severityWords, speakMinutes, unreadWords, type SpokenDuration } from './words.ts';
export { bearerOf, countBySeverity, countsInTotals, minutesSaved, type Bearer } from './summary.ts';
