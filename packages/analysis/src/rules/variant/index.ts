import type { Rule } from '../rule.ts';

export const variantRules: readonly Rule[] = [];
