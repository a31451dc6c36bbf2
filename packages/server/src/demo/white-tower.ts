/** What lies on the clerks of 白塔镇 and its 王庄村, so that their lists show every case: due, late, known, ended, sent back. */
import type { demands } from '@qingzhuang/contract';
import { ACCOUNTS, DEPARTMENT_CODES, VILLAGE_CODES } from './county.ts';
import { TASK, dayAfter, meeting, type DemoDemand, type DemoDeed } from './demands.ts';

export const TOWN = unitOf('zhen');
export const VILLAGE = unitOf('cun');
export const VILLAGES = VILLAGE_CODES.filter((code) => code.startsWith(TOWN.slice(0, 9)));

function unitOf(username: string): string {
  return ACCOUNTS.find((account) => account.username === username)?.unit ?? '';
}

const [, EMERGENCY = '', CIVIL = '', , HEALTH = '', , HOUSING = '', WATER = '', , CULTURE = ''] = DEPARTMENT_CODES;

/** Days are counted from today: `drafted` before it, `due` and `ends` after it. */
interface Plan {
  readonly title: string;
  readonly ask: string;
  readonly issuer: string;
  readonly drafted: number;
  readonly due: number;
  /** The hour in China, 18 unless told otherwise. */
  readonly hour?: number;
  readonly ends: number;
  readonly bearers?: readonly string[];
  readonly work?: { readonly visits?: number; readonly reports?: number };
  /** Days before today. */
  readonly suspended?: number;
  readonly deeds?: readonly (Omit<DemoDeed, 'days'> & { readonly ago: number })[];
}

const PLANS: readonly Plan[] = [
  {
    title: '关于核实10月农村危房信息的通知',
    ask: '核对 12 户危房信息',
    issuer: HOUSING,
    ...{ drafted: 38, due: -24, ends: 30, work: { visits: 12 } },
    bearers: [TOWN, ...VILLAGES],
    deeds: [
      { unit: VILLAGE, ago: 26, says: '12 户都在，没有新增。其中 3 户 C 级已搬离，住在亲戚家。' },
      { unit: TOWN, ago: 25, says: '全镇 15 个村共 96 户，比上月少 2 户。各村已分别答复。' },
    ],
  },
  {
    title: '关于核实11月农村危房信息的通知',
    ask: '核对 12 户危房信息',
    issuer: HOUSING,
    ...{ drafted: 5, due: 1, ends: 40, work: { visits: 12 } },
    bearers: [TOWN, ...VILLAGES],
  },
  {
    title: '关于做好高龄津贴年审的通知',
    ask: '核对 8 位高龄老人信息',
    issuer: CIVIL,
    ...{ drafted: 9, due: 0, hour: 23, ends: 21, work: { visits: 8 } },
  },
  {
    title: '关于上报河道保洁情况的函',
    ask: '报 2 处河道保洁情况',
    issuer: WATER,
    ...{ drafted: 12, due: -1, ends: 14, work: { reports: 1 } },
  },
  {
    title: '关于组织老年人免费体检的通知',
    ask: '通知 65 岁以上老人来体检',
    issuer: HEALTH,
    ...{ drafted: 4, due: 9, ends: 30, work: { visits: 10 } },
  },
  {
    title: '关于登记农家书屋图书的通知',
    ask: '登记农家书屋图书',
    issuer: CULTURE,
    ...{ drafted: 40, due: 6, ends: -3, work: { reports: 1 } },
    deeds: [{ unit: VILLAGE, ago: 2, says: null }],
  },
  {
    title: '关于排查冬季取暖安全的通知',
    ask: '排查取暖安全 30 户',
    issuer: EMERGENCY,
    ...{ drafted: 6, due: 8, ends: 40, work: { visits: 30 }, suspended: 1 },
  },
];

/** Demands to the town and its villages, with what the two clerks did about them. */
export function inventForWhiteTower(today: string): DemoDemand[] {
  const clash = [
    meetingOf(today, { title: '关于召开秋冬防火工作视频会的通知', issuer: EMERGENCY, begins: '01:00', minutes: 90 }),
    meetingOf(today, { title: '关于召开医保征缴推进视频会的通知', issuer: HEALTH, begins: '02:00', minutes: 60 }),
  ];
  return [...PLANS.map((plan) => toDemand(plan, today)), ...clash];
}

function toDemand(plan: Plan, today: string): DemoDemand {
  const { title, ask, issuer, drafted, due, hour = 18, ends, bearers = VILLAGES, work, suspended, deeds = [] } = plan;
  return {
    draftedOn: dayAfter(today, -drafted),
    fate: 'running',
    draft: {
      ...{ title, ask, issuer, bearers: [...bearers], planItem: null },
      dueAt: `${dayAfter(today, due)}T${String(hour - 8).padStart(2, '0')}:00:00.000Z`,
      expiresOn: dayAfter(today, ends),
      details: { ...TASK, ...work },
    },
    deeds: deeds.map(({ unit, ago, says }) => ({ unit, says, days: drafted - ago })),
    ...(suspended !== undefined && { suspendedAfter: drafted - suspended }),
  };
}

const MEETING_DRAFTED = 6;
const MEETING_AHEAD = 2;

interface MeetingPlan {
  readonly title: string;
  readonly issuer: string;
  /** In UTC. */
  readonly begins: string;
  readonly minutes: number;
}

function meetingOf(today: string, { title, issuer, begins, minutes }: MeetingPlan): DemoDemand {
  const startsAt = `${dayAfter(today, MEETING_AHEAD)}T${begins}:00.000Z`;
  const draft: demands.DemandDraft = {
    ...{ title, issuer, ask: '分管负责人参加视频会', bearers: [TOWN], planItem: null },
    dueAt: null,
    expiresOn: dayAfter(today, MEETING_AHEAD + 1),
    details: meeting(startsAt, minutes, 'video'),
  };
  return { draft, draftedOn: dayAfter(today, -MEETING_DRAFTED), fate: 'running' };
}
