import type { Rule } from '../rule.ts';

export const pressureRules: readonly Rule[] = [];
