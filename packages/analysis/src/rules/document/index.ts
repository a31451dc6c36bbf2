import type { Rule } from '../rule.ts';

export const documentRules: readonly Rule[] = [];
