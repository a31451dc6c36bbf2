import type { Rule } from '../rule.ts';
import { cascadePlan } from './cascade-plan.ts';
import { chatAsDocument } from './chat-as-document.ts';
import { matchingFunds } from './matching-funds.ts';
import { oneVoteVeto } from './one-vote-veto.ts';
import { pledgeLetter } from './pledge-letter.ts';
import { reportBack } from './report-back.ts';
import { staffingDemand } from './staffing-demand.ts';

export const documentRules: readonly Rule[] = [
  cascadePlan,
  chatAsDocument,
  matchingFunds,
  oneVoteVeto,
  pledgeLetter,
  reportBack,
  staffingDemand,
];
