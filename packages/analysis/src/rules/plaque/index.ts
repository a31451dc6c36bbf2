import type { Rule } from '../rule.ts';

export const plaqueRules: readonly Rule[] = [];
