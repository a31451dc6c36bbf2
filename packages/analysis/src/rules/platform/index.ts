import type { Rule } from '../rule.ts';

export const platformRules: readonly Rule[] = [];
