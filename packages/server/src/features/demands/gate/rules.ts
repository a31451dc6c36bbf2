/** All rules on the structured demand. */
import { blockedIssuer } from './blocked-issuer.ts';
import { cloudShare } from './cloud-share.ts';
import { differsFromText } from './differs-from-text.ts';
import { duplicateFields } from './duplicate-fields.ts';
import { nestedMeeting } from './nested-meeting.ts';
import { noConsultation } from './no-consultation.ts';
import { noMeetingDay } from './no-meeting-day.ts';
import { notOnDutyList } from './not-on-duty-list.ts';
import { overBurden } from './over-burden.ts';
import { overCap } from './over-cap.ts';
import { overlap } from './overlap.ts';
import { reclaimedDuty } from './reclaimed-duty.ts';
import { repeatTopic } from './repeat-topic.ts';
import { revivedForm } from './revived-form.ts';
import { splitMeeting } from './split-meeting.ts';
import { unfiledInspection } from './unfiled-inspection.ts';
import { unplanned } from './unplanned.ts';
import { yearEndCluster } from './year-end-cluster.ts';
import { zombiePlatform } from './zombie-platform.ts';
import type { GateRule } from './gate-rule.ts';

export const GATE_RULES: readonly GateRule[] = [
  overCap,
  unplanned,
  noMeetingDay,
  overlap,
  splitMeeting,
  nestedMeeting,
  repeatTopic,
  cloudShare,
  blockedIssuer,
  notOnDutyList,
  reclaimedDuty,
  duplicateFields,
  revivedForm,
  unfiledInspection,
  yearEndCluster,
  zombiePlatform,
  overBurden,
  differsFromText,
  noConsultation,
];
