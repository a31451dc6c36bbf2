import type { Rule } from '../rule.ts';
import { activityRate } from './activity-rate.ts';
import { alwaysOn } from './always-on.ts';
import { checkIn } from './check-in.ts';
import { doubleEntry } from './double-entry.ts';
import { installQuota } from './install-quota.ts';
import { instantReply } from './instant-reply.ts';
import { likes } from './likes.ts';
import { photoProof } from './photo-proof.ts';
import { points } from './points.ts';
import { recruitResidents } from './recruit-residents.ts';
import { screenshot } from './screenshot.ts';
import { unfiledApp } from './unfiled-app.ts';
import { voteCanvassing } from './vote-canvassing.ts';
import { workGroup } from './work-group.ts';

export const platformRules: readonly Rule[] = [
  activityRate,
  alwaysOn,
  checkIn,
  doubleEntry,
  installQuota,
  instantReply,
  likes,
  photoProof,
  points,
  recruitResidents,
  screenshot,
  unfiledApp,
  voteCanvassing,
  workGroup,
];
