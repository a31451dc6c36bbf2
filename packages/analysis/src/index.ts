export * from './report.ts';
export * from './document/source-text.ts';
export type * from './rules/settings.ts';
export { createChecker, type Checker, type CheckFacts } from './rules/check.ts';
