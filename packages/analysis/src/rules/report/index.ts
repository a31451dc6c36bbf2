import type { Rule } from '../rule.ts';
import { alreadyInSystem } from './already-in-system.ts';
import { backfill } from './backfill.ts';
import { chatRollCall } from './chat-roll-call.ts';
import { dailyZero } from './daily-zero.ts';
import { dossier } from './dossier.ts';
import { evidencePack } from './evidence-pack.ts';
import { multiChannel } from './multi-channel.ts';
import { noFormMark } from './no-form-mark.ts';
import { periodic } from './periodic.ts';
import { recollectsBasicData } from './recollects-basic-data.ts';
import { reliefReport } from './relief-report.ts';
import { rush } from './rush.ts';
import { signStampScan } from './sign-stamp-scan.ts';
import { templateChurn } from './template-churn.ts';
import { tooManyFields } from './too-many-fields.ts';

export const reportRules: readonly Rule[] = [
  alreadyInSystem,
  backfill,
  chatRollCall,
  dailyZero,
  dossier,
  evidencePack,
  multiChannel,
  noFormMark,
  periodic,
  recollectsBasicData,
  reliefReport,
  rush,
  signStampScan,
  templateChurn,
  tooManyFields,
];
