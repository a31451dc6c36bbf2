import type { Rule } from '../rule.ts';
import { bundledPlans } from './bundled-plans.ts';
import { cascadePlan } from './cascade-plan.ts';
import { chatAsDocument } from './chat-as-document.ts';
import { coordinationBodyCommand } from './coordination-body-command.ts';
import { departmentCommandsCommittee } from './department-commands-committee.ts';
import { emptyTalk } from './empty-talk.ts';
import { informalDirective } from './informal-directive.ts';
import { internalDivision } from './internal-division.ts';
import { longPreamble } from './long-preamble.ts';
import { matchingFunds } from './matching-funds.ts';
import { oneVoteVeto } from './one-vote-veto.ts';
import { pledgeLetter } from './pledge-letter.ts';
import { relayOnly } from './relay-only.ts';
import { reportBack } from './report-back.ts';
import { staffingDemand } from './staffing-demand.ts';
import { tooLong } from './too-long.ts';

export const documentRules: readonly Rule[] = [
  bundledPlans,
  cascadePlan,
  chatAsDocument,
  coordinationBodyCommand,
  departmentCommandsCommittee,
  emptyTalk,
  informalDirective,
  internalDivision,
  longPreamble,
  matchingFunds,
  oneVoteVeto,
  pledgeLetter,
  relayOnly,
  reportBack,
  staffingDemand,
  tooLong,
];
