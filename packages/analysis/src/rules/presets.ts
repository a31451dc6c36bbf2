/** Severities of the presets. A rule never knows its own severity; a county changes it in its configuration. */
import { PROFILES, type Profile } from './profiles.ts';
import type { Severity } from '../report.ts';
import type { RuleSetting } from './rule.ts';

export interface Preset {
  /** Chinese name. */
  readonly title: string;
  /** Where its numbers come from. */
  readonly source: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** Severity of every rule under the national instruments and the five speeches. */
export const RECOMMENDED: Readonly<Record<string, Severity>> = {
  'meeting/relay': 'warning',
  'meeting/rebroadcast': 'warning',
  'meeting/chief-attendance': 'warning',
  'meeting/padded-attendance': 'warning',
  'meeting/leave-hurdle': 'info',
  'meeting/too-long': 'warning',
  'meeting/frequent-dispatch': 'warning',
  'meeting/nested': 'warning',
  'meeting/split': 'warning',
  'meeting/renamed': 'warning',
  'meeting/proof-materials': 'warning',
  'meeting/camera-check': 'warning',
  'meeting/speech-parade': 'info',
  'meeting/reply-slip': 'info',
  'meeting/no-meeting-day': 'warning',
  'document/too-long': 'warning',
  'document/cascade-plan': 'warning',
  'document/report-back': 'warning',
  'document/relay-only': 'warning',
  'document/empty-talk': 'warning',
  'document/long-preamble': 'warning',
  'document/informal-directive': 'warning',
  'document/internal-division': 'warning',
  'document/department-commands-committee': 'warning',
  'document/coordination-body-command': 'warning',
  'document/chat-as-document': 'warning',
  'document/bundled-plans': 'warning',
  'document/one-vote-veto': 'error',
  'document/pledge-letter': 'error',
  'document/staffing-demand': 'warning',
  'document/matching-funds': 'warning',
  'report/daily-zero': 'error',
  'report/periodic': 'warning',
  'report/rush': 'error',
  'report/recollects-basic-data': 'warning',
  'report/multi-channel': 'warning',
  'report/sign-stamp-scan': 'warning',
  'report/no-form-mark': 'warning',
  'report/dossier': 'warning',
  'report/evidence-pack': 'warning',
  'report/backfill': 'error',
  'report/template-churn': 'warning',
  'report/already-in-system': 'error',
  'report/chat-roll-call': 'info',
  'report/relief-report': 'error',
  'report/too-many-fields': 'warning',
  'inspection/unplanned': 'warning',
  'inspection/ranking': 'warning',
  'inspection/trace-scoring': 'error',
  'inspection/bonus-for-praise': 'warning',
  'inspection/score-inflation': 'info',
  'inspection/disguised': 'warning',
  'inspection/repeated-sweeps': 'warning',
  'inspection/third-party-pressure': 'info',
  'inspection/reception': 'warning',
  'inspection/chief-escort': 'warning',
  'inspection/clustered': 'warning',
  'inspection/department-assesses-township': 'warning',
  'inspection/stacked-rounds': 'warning',
  'task/target-raised': 'warning',
  'task/uniform-quota': 'info',
  'task/hundred-percent': 'warning',
  'task/offload': 'warning',
  'task/off-list': 'warning',
  'task/specialist-work': 'warning',
  'task/village-certificate': 'warning',
  'task/apportionment': 'error',
  'task/publicity-quota': 'warning',
  'task/quiz-quota': 'warning',
  'task/visit-diary': 'warning',
  'task/task-force': 'warning',
  'task/secondment': 'error',
  'task/standing-watch': 'info',
  'task/liability-by-receipt': 'warning',
  'platform/install-quota': 'error',
  'platform/check-in': 'error',
  'platform/points': 'error',
  'platform/likes': 'error',
  'platform/screenshot': 'error',
  'platform/work-group': 'warning',
  'platform/instant-reply': 'warning',
  'platform/photo-proof': 'error',
  'platform/activity-rate': 'error',
  'platform/unfiled-app': 'warning',
  'platform/double-entry': 'error',
  'platform/recruit-residents': 'warning',
  'platform/always-on': 'warning',
  'platform/vote-canvassing': 'error',
  'plaque/hang': 'warning',
  'plaque/wall-rules': 'warning',
  'plaque/dedicated-room': 'warning',
  'plaque/banners': 'info',
  'campaign/unapproved': 'warning',
  'campaign/titles': 'warning',
  'campaign/attainment-rate': 'warning',
  'campaign/showcase': 'warning',
  'campaign/contest': 'info',
  'pressure/late-penalty': 'warning',
  'pressure/blanket-accountability': 'warning',
  'pressure/personal-pledge': 'info',
  'pressure/progress-shaming': 'info',
  'variant/draft-in-force': 'warning',
  'variant/voluntary-in-name': 'warning',
  'variant/revived': 'warning',
  'variant/split-item': 'warning',
  'variant/third-party-name': 'info',
  'variant/oral-order': 'info',
  'lineage/copied': 'error',
  'lineage/deadline-compressed': 'warning',
  'lineage/added-demand': 'info',
  'lineage/no-local-measure': 'warning',
};

/** A county that wants to be stricter than the national rules: longer notice, and hints count as warnings. */
const STRICT: Readonly<Record<string, RuleSetting>> = {
  ...Object.fromEntries(
    Object.entries(RECOMMENDED).map(([id, severity]) => [id, severity === 'info' ? 'warning' : severity]),
  ),
  'report/rush': ['error', { floorDays: 3 }],
};

/** What `extends` may name: the national preset, a stricter one, and one for each local profile. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  recommended: { title: '推荐', source: '中央文件与五篇讲话', rules: RECOMMENDED },
  strict: { title: '从严', source: '本系统', rules: STRICT },
  ...Object.fromEntries(PROFILES.map((profile) => [profile.key, presetOf(profile)])),
};

function presetOf({ key, place, options }: Profile): Preset {
  const rules = Object.entries(options).flatMap(([id, values]): [string, RuleSetting][] => {
    const severity = RECOMMENDED[id];
    return severity === undefined ? [] : [[id, [severity, values]]];
  });
  return { title: place, source: key, rules: Object.fromEntries(rules) };
}
