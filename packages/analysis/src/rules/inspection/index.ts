import type { Rule } from '../rule.ts';

export const inspectionRules: readonly Rule[] = [];
