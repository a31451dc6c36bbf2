import { campaignRules } from './campaign/index.ts';
import { documentRules } from './document/index.ts';
import { inspectionRules } from './inspection/index.ts';
import { lineageRules } from './lineage/index.ts';
import { meetingRules } from './meeting/index.ts';
import { platformRules } from './platform/index.ts';
import { plaqueRules } from './plaque/index.ts';
import { pressureRules } from './pressure/index.ts';
import { reportRules } from './report/index.ts';
import type { Rule } from './rule.ts';
import { taskRules } from './task/index.ts';
import { variantRules } from './variant/index.ts';

/** Every rule that reads a document, in the order of the rulebook. */
export const rules: readonly Rule[] = [
  ...meetingRules,
  ...documentRules,
  ...reportRules,
  ...inspectionRules,
  ...taskRules,
  ...platformRules,
  ...plaqueRules,
  ...campaignRules,
  ...pressureRules,
  ...variantRules,
  ...lineageRules,
];
