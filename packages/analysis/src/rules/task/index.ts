import type { Rule } from '../rule.ts';
import { apportionment } from './apportionment.ts';
import { hundredPercent } from './hundred-percent.ts';
import { liabilityByReceipt } from './liability-by-receipt.ts';
import { offList } from './off-list.ts';
import { offload } from './offload.ts';
import { publicityQuota } from './publicity-quota.ts';
import { quizQuota } from './quiz-quota.ts';
import { secondment } from './secondment.ts';
import { specialistWork } from './specialist-work.ts';
import { standingWatch } from './standing-watch.ts';
import { targetRaised } from './target-raised.ts';
import { taskForce } from './task-force.ts';
import { uniformQuota } from './uniform-quota.ts';
import { villageCertificate } from './village-certificate.ts';
import { visitDiary } from './visit-diary.ts';

export const taskRules: readonly Rule[] = [
  apportionment,
  hundredPercent,
  liabilityByReceipt,
  offList,
  offload,
  publicityQuota,
  quizQuota,
  secondment,
  specialistWork,
  standingWatch,
  targetRaised,
  taskForce,
  uniformQuota,
  villageCertificate,
  visitDiary,
];
