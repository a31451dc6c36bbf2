import type { Rule } from '../rule.ts';

export const campaignRules: readonly Rule[] = [];
