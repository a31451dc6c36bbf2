import type { Rule } from '../rule.ts';
import { bonusForPraise } from './bonus-for-praise.ts';
import { chiefEscort } from './chief-escort.ts';
import { clustered } from './clustered.ts';
import { departmentAssessesTownship } from './department-assesses-township.ts';
import { disguised } from './disguised.ts';
import { ranking } from './ranking.ts';
import { reception } from './reception.ts';
import { repeatedSweeps } from './repeated-sweeps.ts';
import { scoreInflation } from './score-inflation.ts';
import { stackedRounds } from './stacked-rounds.ts';
import { thirdPartyPressure } from './third-party-pressure.ts';
import { traceScoring } from './trace-scoring.ts';
import { unplanned } from './unplanned.ts';

export const inspectionRules: readonly Rule[] = [
  bonusForPraise,
  chiefEscort,
  clustered,
  departmentAssessesTownship,
  disguised,
  ranking,
  reception,
  repeatedSweeps,
  scoreInflation,
  stackedRounds,
  thirdPartyPressure,
  traceScoring,
  unplanned,
];
