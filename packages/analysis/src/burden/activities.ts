/** What the activities of a demand consist of: terms of cost and factor, by the Standard Cost Model. */
import type { DemandAction } from '../report.ts';
import type { CostKey } from './costs.ts';

/** Quantities that an activity is counted by, with their Chinese names for messages. */
export const FACTOR_NAMES = {
  characters: '字数',
  minutes: '时长（分钟）',
  trips: '往返次数',
  talks: '发言次数',
  rows: '行数',
  textFields: '文字字段数',
  numberFields: '数字字段数',
  choiceFields: '选项字段数',
  dateFields: '日期字段数',
  longTextFields: '说明字段数',
  fileFields: '附件数',
  knownFields: '已有数据的字段数',
  signatures: '签字盖章数',
  prints: '打印份数',
  scans: '扫描份数',
  photos: '照片数',
  diaries: '记录篇数',
  items: '件数',
  days: '天数',
  people: '人数',
  occurrences: '次数',
} as const;

export type FactorName = keyof typeof FACTOR_NAMES;

/** A factor that is absent counts as its default; one that is null is unknown. */
export type Factors = Readonly<Partial<Record<FactorName, number | null>>>;

export interface Term {
  readonly cost: CostKey;
  /** Null: once for each occurrence. */
  readonly by: FactorName | null;
  /** Counted again for every row of a form. */
  readonly perRow?: true;
}

export interface ActivityDefinition {
  readonly label: string;
  readonly terms: readonly Term[];
  /** Without these no estimate can be made. */
  readonly required: readonly FactorName[];
}

export type ActivityKind = keyof typeof ACTIVITIES;

const FORM_FIELDS: readonly Term[] = [
  { cost: 'textField', by: 'textFields', perRow: true },
  { cost: 'numberField', by: 'numberFields', perRow: true },
  { cost: 'choiceField', by: 'choiceFields', perRow: true },
  { cost: 'dateField', by: 'dateFields', perRow: true },
  { cost: 'longTextField', by: 'longTextFields', perRow: true },
  { cost: 'fileField', by: 'fileFields', perRow: true },
  { cost: 'knownField', by: 'knownFields', perRow: true },
];

const PAPER: readonly Term[] = [
  { cost: 'signature', by: 'signatures' },
  { cost: 'print', by: 'prints' },
  { cost: 'scan', by: 'scans' },
  { cost: 'photo', by: 'photos' },
  { cost: 'trip', by: 'trips' },
];

export const ACTIVITIES = {
  read: activity('阅读文件', ['characters'], [{ cost: 'readCharacter', by: 'characters' }]),
  'pass-on': activity('转达文件', [], [{ cost: 'passOn', by: null }]),
  'attend-meeting': activity(
    '参加会议',
    ['minutes'],
    [
      { cost: 'minute', by: 'minutes' },
      { cost: 'trip', by: 'trips' },
      { cost: 'meetingPreparation', by: null },
      { cost: 'talk', by: 'talks' },
    ],
  ),
  'hold-meeting': activity('召开会议传达', ['people'], [{ cost: 'relayMeeting', by: null }]),
  'organise-meeting': activity('组织会议', [], [{ cost: 'meetingOrganisation', by: null }]),
  'fill-form': activity(
    '填报表格',
    [],
    [{ cost: 'formStart', by: null }, ...FORM_FIELDS, ...PAPER, { cost: 'formSend', by: null }],
  ),
  sign: activity('签字盖章', [], [{ cost: 'signature', by: 'items' }]),
  'send-material': activity('报送材料', [], [{ cost: 'materialSending', by: 'items' }, ...PAPER]),
  'write-report': activity('撰写报告', ['characters'], [{ cost: 'reportWriting', by: 'characters' }]),
  'write-plan': activity('制定方案', [], [{ cost: 'planWriting', by: 'items' }]),
  'keep-ledger': activity('记台账', ['items'], [{ cost: 'ledgerEntry', by: 'items' }]),
  'open-dossier': activity('建档', ['items'], [{ cost: 'dossier', by: 'items' }]),
  photograph: activity('拍照留痕', [], [{ cost: 'photo', by: 'items' }]),
  visit: activity(
    '走访',
    ['items'],
    [
      { cost: 'visit', by: 'items' },
      { cost: 'diary', by: 'diaries' },
      { cost: 'photo', by: 'photos' },
    ],
  ),
  'check-in': activity('打卡', [], [{ cost: 'checkIn', by: 'items' }]),
  'install-app': activity('安装应用', [], [{ cost: 'install', by: 'items' }]),
  'set-up-group': activity('建工作群', [], [{ cost: 'groupSetUp', by: 'items' }]),
  'set-up-body': activity('成立专班', [], [{ cost: 'bodySetUp', by: 'items' }]),
  reception: activity(
    '迎接检查',
    [],
    [
      { cost: 'reception', by: null },
      { cost: 'inspectionItem', by: 'items' },
    ],
  ),
  'prepare-material': activity('备材料', ['items'], [{ cost: 'inspectionItem', by: 'items' }]),
  'other-work': activity('其他工作', ['minutes'], [{ cost: 'minute', by: 'minutes' }]),
  'hang-plaque': activity('挂牌', [], [{ cost: 'plaque', by: 'items' }]),
  secondment: activity('抽调人员', ['days'], [{ cost: 'workday', by: 'days' }]),
  'write-news': activity('写稿', [], [{ cost: 'newsItem', by: 'items' }]),
  click: activity('转发点赞', [], [{ cost: 'click', by: 'items' }]),
  study: activity('学习答题', ['minutes'], [{ cost: 'minute', by: 'minutes' }]),
} as const satisfies Readonly<Record<string, ActivityDefinition>>;

function activity(label: string, required: readonly FactorName[], terms: readonly Term[]): ActivityDefinition {
  return { label, required, terms };
}

/** The activity that an ordered action usually is; null where its time cannot be told from the action alone. */
export const ACTIVITY_OF_ACTION: Readonly<Record<DemandAction, ActivityKind | null>> = {
  submit: 'send-material',
  fill: 'fill-form',
  'enter-data': 'fill-form',
  upload: 'photograph',
  sign: 'sign',
  hang: 'hang-plaque',
  'set-up': 'set-up-body',
  'hold-meeting': 'hold-meeting',
  relay: 'pass-on',
  attend: 'attend-meeting',
  install: 'install-app',
  'check-in': 'check-in',
  visit: 'visit',
  appraise: null,
  'receive-inspection': 'reception',
  'second-staff': 'secondment',
  pay: null,
  publicise: 'click',
  study: 'study',
  other: null,
};
