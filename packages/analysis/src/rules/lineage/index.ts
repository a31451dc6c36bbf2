import type { Rule } from '../rule.ts';
import { addedDemand } from './added-demand.ts';
import { copied } from './copied.ts';
import { deadlineCompressed } from './deadline-compressed.ts';
import { noLocalMeasure } from './no-local-measure.ts';

/** Rules that read a document beside its superior's; without one they are silent. */
export const lineageRules: readonly Rule[] = [copied, deadlineCompressed, addedDemand, noLocalMeasure];
