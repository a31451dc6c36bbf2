import type { CheckResult, Finding } from '@qingzhuang/analysis';
import type { CheckedFile, UnreadableReport } from '../checking/file-report.ts';

const TEXT = '关于报送危房名单的通知\n各村：\n请各村于3月6日12时前报送危房名单，逾期<通报>。\n';

export const RUSH: Finding = {
  ruleId: 'report/rush',
  severity: 'error',
  message: '「3月6日12时前」距下发只有 9 个工作时。',
  suggestion: '给基层留出至少 2 个工作日。',
  basis: [
    {
      key: 'provisions-2024.reports',
      title: '整治形式主义为基层减负若干规定',
      clause: '第三条',
      confidence: 'verified',
    },
  ],
  exemption: null,
  start: 20,
  end: 28,
  quote: '3月6日12时前',
  place: { paragraph: 3 },
  demand: 0,
  hoursSaved: { low: 0.5, likely: 1, high: 2 },
  rewrite: null,
};

export const PENALTY: Finding = {
  ruleId: 'pressure/late-penalty',
  severity: 'warning',
  message: '逾期就通报。',
  suggestion: '删去。',
  basis: [],
  exemption: { class: 'LAW', grade: 'named', proof: '统计法' },
  start: 27,
  end: 42,
  quote: '前报送危房名单，逾期<通报>。',
  place: { page: 1 },
  demand: 0,
  hoursSaved: null,
  rewrite: '',
};

const RESULT: CheckResult = {
  document: {
    kind: 'task-order',
    genre: '通知',
    title: '关于报送危房名单的通知',
    docNumber: null,
    issuer: null,
    recipients: ['各村'],
    date: null,
    urgency: null,
    secrecy: null,
    attachments: [],
    bodyCharacters: 27,
    meeting: {
      start: '2026-03-05T09:00+08:00',
      end: '2026-03-05T11:30+08:00',
      minutes: 150,
      mode: 'video',
      venue: null,
      attendees: [],
    },
    deadlines: [{ text: '3月6日12时前', at: '2026-03-06T12:00+08:00', start: 20, end: 28, leadHours: 9 }],
    demands: [
      {
        actor: '各村',
        action: 'submit',
        object: '危房名单',
        frequency: null,
        quantity: null,
        channel: null,
        proof: [],
        consequence: '通报',
        deadline: 0,
        modality: 4,
        start: 16,
        end: 42,
      },
    ],
    unreadable: false,
  },
  burden: {
    perBearerMinutes: { low: 60, likely: 210, high: 400 },
    assumptions: ['每户 5 分钟（设定值）'],
    activities: [
      { label: '核对名单', minutes: { low: 60, likely: 210, high: 400 }, formula: '42 户 × 5 分钟', demand: 0 },
    ],
  },
  findings: [RUSH, PENALTY],
  suppressed: [
    { ruleId: 'document/report-back', start: 0, end: 2, quote: '关于', reason: '县委办同意', by: 'configuration' },
  ],
  cleared: [{ ruleId: 'report/rush', class: 'NEG', reason: '否定句', start: 3, end: 5, quote: '送危' }],
};

/** A file with an error, an exempt warning that overlaps it, a suppressed finding and a cleared candidate. */
export const CHECKED: CheckedFile = {
  ok: true,
  path: 'notices/危房 名单.txt',
  identity: 'notices/危房 名单.txt',
  text: TEXT,
  unread: [],
  result: RESULT,
};

export const CLEAN: CheckedFile = {
  ...CHECKED,
  path: 'clean.txt',
  identity: 'clean.txt',
  result: { ...RESULT, findings: [], suppressed: [], cleared: [] },
};

export const ENCRYPTED: UnreadableReport = {
  ok: false,
  path: 'secret.docx',
  error: { code: 'encrypted', message: '文件设有密码，请去掉密码后再试。' },
};
