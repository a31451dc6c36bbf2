/** What one unit of work takes. House data: no Chinese source gives minutes per form, field or meeting. */
import type { Interval } from '../report.ts';

export interface Cost {
  /** Minutes for one unit. */
  readonly minutes: Interval;
  /** Chinese: what is counted, with its unit. */
  readonly meaning: string;
  /** Key of an instrument, `measured`, or `assumed` until measured times replace it. */
  readonly source: string;
}

export type CostKey = keyof typeof COSTS;

export const COSTS = {
  /** 250 to 600 characters a minute. */
  readCharacter: assumed(1 / 600, 1 / 400, 1 / 250, '读一个字'),
  passOn: assumed(1, 3, 10, '转达一次文件'),
  minute: exact('每一分钟'),
  trip: assumed(20, 60, 150, '一次往返路程'),
  meetingPreparation: assumed(0, 10, 60, '参会准备一次'),
  talk: assumed(30, 90, 240, '准备一次发言'),
  relayMeeting: assumed(20, 45, 90, '每人参加一次传达会'),
  meetingOrganisation: assumed(15, 40, 90, '组织一次会议'),
  formStart: assumed(2, 5, 15, '弄清一张表要什么并打开'),
  formSend: assumed(1, 3, 10, '核对并发送一张表'),
  textField: assumed(0.15, 0.35, 0.8, '填一个文字字段'),
  numberField: assumed(0.15, 0.5, 1.5, '查填一个数字字段'),
  choiceField: assumed(0.05, 0.1, 0.25, '选一个选项字段'),
  dateField: assumed(0.08, 0.15, 0.4, '填一个日期字段'),
  longTextField: assumed(1, 3, 10, '写一个说明字段'),
  fileField: assumed(0.5, 2, 6, '找并传一个附件'),
  knownField: assumed(0.02, 0.05, 0.1, '核对一个已带出的字段'),
  signature: assumed(3, 10, 40, '请一次签字或盖章'),
  print: assumed(1, 2, 5, '打印一份'),
  scan: assumed(1, 3, 6, '扫描或拍传一份'),
  photo: assumed(1, 3, 8, '拍传一张照片或截图'),
  visit: assumed(10, 20, 45, '走访一户或巡一处'),
  diary: assumed(2, 5, 10, '写一篇记录'),
  checkIn: assumed(0.5, 1, 3, '打卡一次'),
  install: assumed(2, 5, 15, '装好并注册一个应用'),
  groupSetUp: assumed(5, 15, 40, '建好一个工作群'),
  bodySetUp: assumed(40, 120, 360, '成立一个专班并发文'),
  reportWriting: assumed(0.05, 0.12, 0.3, '写材料每个字'),
  planWriting: assumed(120, 360, 960, '制定一份方案'),
  materialSending: assumed(5, 15, 45, '整理并报送一份材料'),
  ledgerEntry: assumed(3, 8, 20, '记一笔台账'),
  dossier: assumed(20, 45, 120, '建一份档案'),
  reception: assumed(60, 180, 480, '每人陪同一次检查'),
  inspectionItem: assumed(5, 20, 60, '备一项迎检材料'),
  plaque: assumed(20, 40, 120, '做挂一块牌或一幅标语'),
  workday: { minutes: { low: 480, likely: 480, high: 480 }, meaning: '一个工作日', source: 'house' },
  click: assumed(0.2, 0.5, 1.5, '转发、点赞或投票一次'),
  newsItem: assumed(40, 120, 300, '写报一篇稿件'),
} as const satisfies Readonly<Record<string, Cost>>;

function assumed(low: number, likely: number, high: number, meaning: string): Cost {
  return { minutes: { low, likely, high }, meaning, source: 'assumed' };
}

/** Time that the text itself states. */
function exact(meaning: string): Cost {
  return { minutes: { low: 1, likely: 1, high: 1 }, meaning, source: 'stated' };
}

/** The Chinese sentence that says what a cost assumes; null where nothing is assumed. */
export function assumptionOf({ minutes, meaning, source }: Cost): string | null {
  if (source === 'stated') return null;
  const figures = `${spoken(minutes.likely)}（${spoken(minutes.low)}至${spoken(minutes.high)}）`;
  return `${meaning}按${figures}估算，${source === 'assumed' ? '为假定值' : `依据：${source === 'house' ? '工作时间设定' : source}`}。`;
}

function spoken(minutes: number): string {
  return minutes < 1 ? `${rounded(minutes * 60)}秒` : `${rounded(minutes)}分钟`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
