import type { Rule } from '../rule.ts';
import { attainmentRate } from './attainment-rate.ts';
import { contest } from './contest.ts';
import { showcase } from './showcase.ts';
import { titles } from './titles.ts';
import { unapproved } from './unapproved.ts';

export const campaignRules: readonly Rule[] = [attainmentRate, contest, showcase, titles, unapproved];
