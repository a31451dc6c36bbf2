/** What holds until a county decides otherwise, with the source of each number. */
import { cite } from '@qingzhuang/analysis';
import type { caps } from '@qingzhuang/contract';

export interface SettingDefault<Value> {
  readonly title: string;
  /** Empty where the value has none, or where its shape says it. */
  readonly unit: string;
  readonly value: Value;
  /** The key of a clause; `house` where no document says it, `county` where the county must decide first. */
  readonly basis: string;
}

type Defaults = { readonly [Key in caps.SettingKey]: SettingDefault<caps.CountySettings[Key]> };

const HOUSE = 'house';
const COUNTY = 'county';

export const SETTING_DEFAULTS: Defaults = {
  onlineMeetingMinutes: { title: '视频会议时长上限', unit: '分钟', value: 90, basis: 'jiangmen-2014' },
  halfDayMeetingMinutes: {
    title: '一般会议时长上限（半天）',
    unit: '分钟',
    value: 240,
    basis: 'provisions-2024.meeting-length',
  },
  groupMeetingDays: { title: '含分组讨论的会期上限', unit: '天', value: 1.5, basis: 'provisions-2024.meeting-length' },
  chiefSpeechMinutes: {
    title: '主要领导讲话时长上限',
    unit: '分钟',
    value: 60,
    basis: 'provisions-2024.meeting-length',
  },
  otherSpeechMinutes: { title: '其他人员发言时长上限', unit: '分钟', value: 10, basis: 'jiangmen-2014' },
  comprehensiveMeetingsPerYear: {
    title: '每个系统每年综合性会议',
    unit: '次',
    value: 1,
    basis: 'provisions-2024.meeting-count',
  },
  speechParadeShare: { title: '表态发言占会议时长的比例上限', unit: '', value: 1 / 3, basis: HOUSE },
  splitMeetingOverlap: { title: '拆会：参会单位重合比例', unit: '', value: 0.6, basis: HOUSE },
  splitMeetingDays: { title: '拆会：前后相隔天数', unit: '天', value: 14, basis: HOUSE },
  rebroadcastLevels: { title: '层层开会：最多开到几层', unit: '层', value: 3, basis: HOUSE },
  meetingNoticeWorkingDays: { title: '会议提前通知', unit: '个工作日', value: 5, basis: 'zhangjiajie-2022' },
  noMeetingRules: {
    title: '无会日和无会周',
    unit: '',
    value: { weekdays: [], weeks: [], days: [], exceptions: [] },
    basis: COUNTY,
  },
  onlineMeetingShare: { title: '云会议与线下会议之比上限', unit: '', value: null, basis: COUNTY },
  yearlyTotals: { title: '全县各类年度总量', unit: '', value: null, basis: COUNTY },
  documentCharacters: { title: '一般文件篇幅上限', unit: '字', value: 5000, basis: 'provisions-2024.length' },
  specialDocumentCharacters: {
    title: '部署专项工作的文件篇幅上限',
    unit: '字',
    value: 4000,
    basis: 'provisions-2024.length',
  },
  longPreambleShare: { title: '背景意义占正文的比例上限', unit: '', value: 0.15, basis: HOUSE },
  bundledPlans: { title: '一份文件要求的方案数上限', unit: '个', value: 3, basis: HOUSE },
  rushFloorDays: { title: '报送材料至少留出', unit: '个工作日', value: 2, basis: HOUSE },
  recollectedShare: { title: '重复收集已有数据的比例上限', unit: '', value: 0.3, basis: HOUSE },
  templateVersions: { title: '表样更换次数上限', unit: '次', value: 1, basis: HOUSE },
  templateVersionDays: { title: '表样更换的观察期', unit: '天', value: 90, basis: HOUSE },
  formBudgetMinutes: { title: '一张报表的填报时间上限', unit: '分钟', value: 30, basis: HOUSE },
  inspectionsPerDay: { title: '同一单位一日受检上限', unit: '次', value: 1, basis: 'chengdu-2025' },
  inspectionsPerWeek: { title: '同一单位一周受检上限', unit: '次', value: 2, basis: 'chengdu-2025' },
  inspectionsPerMonth: { title: '同一单位一月受检上限', unit: '次', value: 3, basis: 'chengdu-2025' },
  fruitlessVisitsPerYear: { title: '同一人员一年空跑检查上限', unit: '次', value: 3, basis: 'chengdu-2025' },
  comprehensiveInspectionsPerYear: { title: '每个部门每年综合性督查', unit: '次', value: 1, basis: 'puer-2019' },
  scoreTotal: { title: '考核总分上限', unit: '分', value: 100, basis: HOUSE },
  scoreIndicators: { title: '考核指标数上限', unit: '项', value: 50, basis: HOUSE },
  hundredPercentFrom: { title: '视为百分百指标的起点', unit: '', value: 0.99, basis: HOUSE },
  secondmentMonths: { title: '一次借调上限', unit: '个月', value: 6, basis: 'secondment-r' },
  secondmentMonthsInAll: { title: '累计借调上限', unit: '个月', value: 12, basis: 'secondment-r' },
  secondmentGapMonths: { title: '再次借调的间隔', unit: '个月', value: 24, basis: 'secondment-r' },
  zombieIdleMonths: { title: '应用和账号闲置多久视为僵尸', unit: '个月', value: 2, basis: 'gaotai' },
  revivedSimilarity: { title: '换名复活：栏目相同的比例', unit: '', value: 0.6, basis: HOUSE },
  copiedShare: { title: '上下一般粗：照抄比例', unit: '', value: 0.6, basis: HOUSE },
  localMeasureShare: { title: '本地措施的比例下限', unit: '', value: 0.2, basis: HOUSE },
  deadlineCompressedRatio: { title: '时限压缩：留给下级的比例下限', unit: '', value: 0.5, basis: HOUSE },
  workHours: { title: '工作时间', unit: '', value: '08:00-12:00,14:00-18:00', basis: HOUSE },
  reverseEvaluationWeight: { title: '反向评价的权重', unit: '', value: null, basis: COUNTY },
  smallestGroup: { title: '最小公布组', unit: '份', value: 5, basis: HOUSE },
  emergencyReviewHours: { title: '应急先行的事后审查时限', unit: '小时', value: 48, basis: HOUSE },
  ceilingHours: { title: '各类承接单位每月负担上限', unit: '小时', value: null, basis: COUNTY },
  consultationPanel: { title: '会商随机请几个承接单位', unit: '个', value: 5, basis: HOUSE },
  consultationDays: { title: '会商留给承接单位', unit: '个工作日', value: 3, basis: HOUSE },
  majorHours: { title: '重大事项：全县合计用时', unit: '小时', value: 1000, basis: HOUSE },
};

/** Every key, in the order in which pages show them. */
export const SETTING_KEYS = Object.keys(SETTING_DEFAULTS) as readonly caps.SettingKey[];

const CONFIDENCE = { verified: '已核实', reported: '据报道', unverified: '待核' } as const;

/** Where a default comes from, as a page shows it. */
export function sourceOfDefault(key: caps.SettingKey): string {
  const { basis } = SETTING_DEFAULTS[key];
  if (basis === HOUSE) return '系统预设，没有文件依据';
  if (basis === COUNTY) return '系统没有预设，由本县决定';
  const { title, clause, confidence } = cite(basis);
  return `${title}：${clause}（${CONFIDENCE[confidence]}）`;
}

export const DEFAULT_SETTINGS: caps.CountySettings = {
  ...(Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTING_DEFAULTS[key].value])) as caps.CountySettings),
};
