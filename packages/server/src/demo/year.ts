/** What the office and the leader look at: caps, a plan, days without meetings, emergencies, orders past the gate. */
import type { caps } from '@qingzhuang/contract';
import { changeSetting } from '../features/caps/settings/operations.ts';
import { grantCap } from '../features/caps/yearly/operations.ts';
import type { Acting } from '../platform/context.ts';
import { COUNTY, DEPARTMENT_CODES } from './county.ts';
import { dayAfter, TASK, type DemoDemand } from './demands.ts';
import { VILLAGES } from './white-tower.ts';

const [FARMS = '', EMERGENCY = '', CIVIL = '', SCHOOLS = '', HEALTH = '', LAND = '', , WATER = ''] = DEPARTMENT_CODES;

const SOURCE = '清河减办〔2026〕3号（演示）';

/** Tight for some and wide for others, as in life. */
const GRANTED: readonly (readonly [measure: caps.CapMeasure, amounts: readonly number[]])[] = [
  ['meeting', [4, 6, 3]],
  ['form', [3, 4, 2]],
  ['task', [6, 10, 5, 8]],
  ['platform', [60, 52, 104]],
  ['minutes', [600_000, 900_000, 480_000, 720_000]],
];

/** The year's caps and the days without meetings, decided a quarter ago by the office. */
export async function decideYear(acting: Acting): Promise<void> {
  const year = Number(acting.clock.today().slice(0, 4));
  for (const [index, issuer] of DEPARTMENT_CODES.entries()) {
    for (const [measure, amounts] of GRANTED) {
      const amount = amounts[index % amounts.length] ?? 0;
      await grantCap(acting, { issuer, year, measure, amount, reason: '年初核定（演示）', source: SOURCE });
    }
  }
  await changeSetting(acting, {
    key: 'noMeetingRules',
    value: { weekdays: [3], weeks: [], days: [], exceptions: [] },
    source: SOURCE,
    from: acting.clock.today(),
  });
}

const PLANNED = [
  { number: '2026-会-1', kind: 'meeting', title: '农业生产调度会', month: 3, issuer: FARMS, count: 8 },
  { number: '2026-会-2', kind: 'meeting', title: '安全生产工作会', month: null, issuer: EMERGENCY, count: 4 },
  { number: '2026-会-3', kind: 'meeting', title: '防汛工作会', month: 5, issuer: WATER, count: 1 },
  { number: '2026-会-4', kind: 'meeting', title: '教育工作会', month: 8, issuer: SCHOOLS, count: 1 },
  { number: '2026-督-1', kind: 'inspection', title: '防汛物资检查', month: 5, issuer: EMERGENCY, count: 8 },
  { number: '2026-督-2', kind: 'inspection', title: '耕地保护督察', month: 9, issuer: LAND, count: 1 },
  { number: '2026-创-1', kind: 'campaign', title: '市级卫生村', month: 10, issuer: HEALTH, count: 2 },
  { number: '2026-创-2', kind: 'campaign', title: '文明村镇', month: null, issuer: CIVIL, count: 0 },
] as const;

/** The plan is written last: what was asked before it had none. */
export async function writePlan({ db, actor, clock }: Acting): Promise<void> {
  const year = Number(clock.today().slice(0, 4));
  const entered = { county: COUNTY.code, year, person: actor.person, changedAt: clock.now().toISOString() };
  await db
    .insertInto('planItem')
    .values(PLANNED.map((item) => ({ ...entered, ...item, minutes: null })))
    .execute();
}

/** One that is reviewed, one whose review is due, one whose review is late; and a draft that repeats what is there. */
export function inventForLeader(today: string): DemoDemand[] {
  const bearers = [...VILLAGES];
  const emergency = { fate: 'emergency', issuer: EMERGENCY } as const;
  return [
    invent(today, {
      ...emergency,
      title: '关于暴雨橙色预警期间转移群众的紧急通知',
      ask: '转移 6 户地质灾害点群众',
      ago: 20,
      reviewed: true,
    }),
    invent(today, { ...emergency, title: '关于处置危化品运输车侧翻的紧急通知', ask: '组织下风向群众撤离', ago: 4 }),
    invent(today, {
      ...emergency,
      issuer: WATER,
      title: '关于水库超汛限水位巡查的紧急通知',
      ask: '昼夜巡查水库大坝',
      ago: 1,
    }),
    invent(today, {
      fate: 'waiting',
      issuer: EMERGENCY,
      title: '关于核实农村危房安全信息的通知',
      ask: '核对 12 户危房安全信息',
      ago: 1,
    }),
  ].map((demand) => ({ ...demand, draft: { ...demand.draft, bearers } }));
}

interface Invented extends Pick<DemoDemand, 'fate'> {
  readonly title: string;
  readonly ask: string;
  readonly issuer: string;
  /** Days before today. */
  readonly ago: number;
  readonly reviewed?: true;
}

const DAYS_ALLOWED = 2;
const DAYS_VALID = 40;

function invent(today: string, { title, ask, issuer, fate, ago, reviewed }: Invented): DemoDemand {
  return {
    draftedOn: dayAfter(today, -ago),
    fate,
    draft: {
      ...{ title, ask, issuer, bearers: [], planItem: null },
      dueAt: `${dayAfter(today, DAYS_ALLOWED - 1)}T10:00:00.000Z`,
      expiresOn: dayAfter(today, DAYS_VALID),
      details: { ...TASK, visits: 12 },
    },
    ...(reviewed && { reviewed }),
  };
}

interface Order {
  readonly issuer: string | null;
  readonly words: string;
  readonly kind: 'form' | 'meeting' | 'task' | 'platform';
  readonly ask: string;
  readonly minutes: number;
  readonly ago: number;
  readonly villages: number;
}

const ORDERS: readonly Order[] = [
  { issuer: CIVIL, words: '县民政局', kind: 'form', ask: '今天下班前报高龄老人名单', minutes: 90, ago: 2, villages: 9 },
  { issuer: HEALTH, words: '县卫健局', kind: 'platform', ask: '各村转发视频并截图', minutes: 40, ago: 5, villages: 12 },
  { issuer: CIVIL, words: '县民政局', kind: 'form', ask: '补报低保户照片', minutes: 150, ago: 11, villages: 6 },
  {
    issuer: SCHOOLS,
    words: '县教育局',
    kind: 'task',
    ask: '入户动员参加安全知识竞赛',
    minutes: 240,
    ago: 16,
    villages: 4,
  },
  { issuer: null, words: '专班', kind: 'form', ask: '每晚八点报当日进度', minutes: 60, ago: 24, villages: 7 },
  { issuer: HEALTH, words: '县卫健局', kind: 'form', ask: '重报家庭医生签约表', minutes: 120, ago: 33, villages: 8 },
  {
    issuer: FARMS,
    words: '县农业农村局',
    kind: 'meeting',
    ask: '临时召开秸秆禁烧视频会',
    minutes: 90,
    ago: 47,
    villages: 15,
  },
];

/** Orders that came by chat and were registered by villages. Their texts are not kept: these were invented. */
export async function registerOrders({ db, chance, clock }: Acting): Promise<void> {
  const today = clock.today();
  for (const { issuer, words, kind, ask, minutes, ago, villages } of ORDERS) {
    const order = { county: COUNTY.code, id: chance.id() };
    const at = `${dayAfter(today, -ago)}T08:30:00.000Z`;
    await db
      .insertInto('offGateDemand')
      .values({
        ...order,
        ...{ issuer, issuerWords: words, kind, title: ask, ask, registeredAt: at },
        minutes: JSON.stringify({ low: minutes / 2, likely: minutes, high: minutes * 2 }),
      })
      .execute();
    const registrations = VILLAGES.slice(0, villages).map((unit) => ({
      ...{ county: COUNTY.code, id: chance.id(), unit, offGate: order.id, reasons: [], at },
      ...{ sha256: order.id.replaceAll('-', '').padEnd(64, '0'), fileName: '粘贴的文字.txt' },
    }));
    await db.insertInto('offGateRegistration').values(registrations).execute();
  }
}
