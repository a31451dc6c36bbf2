import type { Rule } from '../rule.ts';
import { cameraCheck } from './camera-check.ts';
import { chiefAttendance } from './chief-attendance.ts';
import { frequentDispatch } from './frequent-dispatch.ts';
import { leaveHurdle } from './leave-hurdle.ts';
import { nested } from './nested.ts';
import { noMeetingDay } from './no-meeting-day.ts';
import { paddedAttendance } from './padded-attendance.ts';
import { proofMaterials } from './proof-materials.ts';
import { rebroadcast } from './rebroadcast.ts';
import { relay } from './relay.ts';
import { renamed } from './renamed.ts';
import { replySlip } from './reply-slip.ts';
import { speechParade } from './speech-parade.ts';
import { split } from './split.ts';
import { tooLong } from './too-long.ts';

export const meetingRules: readonly Rule[] = [
  cameraCheck,
  chiefAttendance,
  frequentDispatch,
  leaveHurdle,
  nested,
  noMeetingDay,
  paddedAttendance,
  proofMaterials,
  rebroadcast,
  relay,
  renamed,
  replySlip,
  speechParade,
  split,
  tooLong,
];
