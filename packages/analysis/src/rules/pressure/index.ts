import type { Rule } from '../rule.ts';
import { blanketAccountability } from './blanket-accountability.ts';
import { latePenalty } from './late-penalty.ts';
import { personalPledge } from './personal-pledge.ts';
import { progressShaming } from './progress-shaming.ts';

export const pressureRules: readonly Rule[] = [blanketAccountability, latePenalty, personalPledge, progressShaming];
