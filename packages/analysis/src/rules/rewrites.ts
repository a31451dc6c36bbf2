/** What the text becomes when the suggestion of a finding is taken, where that can be said without the drafter. */
import { dayOf, dayParts } from '../schedule/local-time.ts';
import { addWorkingDaysTo } from '../schedule/working-time.ts';
import type { OfficialDocument } from '../document/read-document.ts';
import type { Match } from './rule.ts';

/** The demand is struck out and nothing takes its place. */
const STRUCK = '';

/** By rule id. A rule that is not here needs the drafter: a date to choose, a clause to cite, a plan to name. */
const REWRITES: Readonly<Record<string, string>> = {
  'meeting/relay': '会议要点由我单位印发，怎么传达由基层自己安排',
  'meeting/chief-attendance': '请熟悉情况的同志参会，人选由各单位自定',
  'meeting/padded-attendance': STRUCK,
  'meeting/leave-hurdle': '不能到会的，告知联系人即可',
  'meeting/proof-materials': STRUCK,
  'meeting/camera-check': STRUCK,
  'meeting/speech-parade': STRUCK,
  'meeting/reply-slip': '回执只填姓名、职务、电话',
  'document/cascade-plan': STRUCK,
  'document/report-back': STRUCK,
  'document/empty-talk': STRUCK,
  'document/one-vote-veto': STRUCK,
  'document/pledge-letter': STRUCK,
  'report/daily-zero': '有新情况的，随时告知',
  'report/multi-channel': '只报电子版',
  'report/sign-stamp-scan': '报电子文档即可，不用签字盖章',
  'report/dossier': STRUCK,
  'report/evidence-pack': STRUCK,
  'report/backfill': STRUCK,
  'report/template-churn': STRUCK,
  'report/already-in-system': STRUCK,
  'report/chat-roll-call': STRUCK,
  'report/relief-report': STRUCK,
  'inspection/ranking': '情况单独反馈各单位',
  'inspection/trace-scoring': STRUCK,
  'inspection/bonus-for-praise': STRUCK,
  'inspection/third-party-pressure': STRUCK,
  'inspection/reception': STRUCK,
  'inspection/chief-escort': STRUCK,
  'task/publicity-quota': STRUCK,
  'task/quiz-quota': '愿意参加的自行参加',
  'task/visit-diary': STRUCK,
  'task/task-force': STRUCK,
  'task/liability-by-receipt': STRUCK,
  'task/apportionment': STRUCK,
  'platform/install-quota': STRUCK,
  'platform/check-in': STRUCK,
  'platform/points': STRUCK,
  'platform/likes': STRUCK,
  'platform/screenshot': STRUCK,
  'platform/work-group': STRUCK,
  'platform/instant-reply': '看到即可，不用回复',
  'platform/photo-proof': STRUCK,
  'platform/activity-rate': STRUCK,
  'platform/recruit-residents': STRUCK,
  'platform/vote-canvassing': STRUCK,
  'plaque/hang': STRUCK,
  'plaque/wall-rules': STRUCK,
  'plaque/banners': STRUCK,
  'campaign/showcase': STRUCK,
  'campaign/contest': STRUCK,
  'pressure/late-penalty': STRUCK,
  'pressure/personal-pledge': STRUCK,
  'pressure/progress-shaming': STRUCK,
};

/** Words for the evidence of a match, an empty string to strike it out, or null when only the drafter can say. */
export function rewriteOf(ruleId: string, match: Match, document: OfficialDocument): string | null {
  if (match.rewrite !== undefined) return match.rewrite;
  if (ruleId === 'report/rush') return laterDeadline(match, document);
  return REWRITES[ruleId] ?? null;
}

/** One day more than the floor, so that the deadline stands however late in the day the paper arrives. */
function laterDeadline({ data = {} }: Match, { receivedAt }: OfficialDocument): string | null {
  const days = Number(data['floorDays'] ?? Number.NaN) + 1;
  if (!Number.isInteger(days)) return null;
  if (receivedAt === null) return `收到之日起${days}个工作日内`;
  const due = addWorkingDaysTo(dayOf(receivedAt), days);
  const { month, date } = dayParts(due);
  return `${month}月${date}日前`;
}
