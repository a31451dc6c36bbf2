import type { Rule } from '../rule.ts';

export const reportRules: readonly Rule[] = [];
