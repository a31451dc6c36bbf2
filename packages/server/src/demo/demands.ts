/** Twelve weeks of what departments ask, from a seed: the same every time, relative to the day it is made. */
import type { demands } from '@qingzhuang/contract';
import { departmentOf, TOWN_CODES, VILLAGE_CODES, type DepartmentName } from './county.ts';

const DAY_MS = 86_400_000;
const DAYS_BACK = 84;

/** What becomes of a draft. */
export type Fate = 'running' | 'waiting' | 'draft' | 'refused' | 'closed' | 'emergency';

export interface DemoDemand {
  readonly draft: demands.DemandDraft;
  /** `YYYY-MM-DD` */
  readonly draftedOn: string;
  readonly fate: Fate;
  /** What bearers did about it, in order. */
  readonly deeds?: readonly DemoDeed[];
  /** So many days after it was drafted it was suspended. */
  readonly suspendedAfter?: number;
  /** An emergency that the office has looked at the day after and found to be one. */
  readonly reviewed?: true;
}

/** One bearer answers, or without words returns, so many days after the demand was drafted. */
export interface DemoDeed {
  readonly unit: string;
  readonly days: number;
  readonly says: string | null;
}

interface Subject {
  readonly title: string;
  readonly ask: string;
  readonly toVillages: boolean;
  /** Departments whose business it is; a subject of two is asked twice. */
  readonly issuers: readonly DepartmentName[];
  /** Whose plan has it, and under which number. */
  readonly planned?: readonly [issuer: DepartmentName, number: string];
  readonly details: (from: string) => demands.DemandDetails;
}

export const TASK = {
  kind: 'task',
  duty: null,
  reports: 0,
  visits: 0,
  photos: 0,
  people: 1,
  days: 0,
  timesPerYear: 1,
} as const;
const FIELDS = { text: 6, number: 4, choice: 2, date: 1, longText: 0, file: 0, known: 0 } as const;

const SUBJECTS: readonly Subject[] = [
  {
    title: '关于召开春季农业生产调度视频会议的通知',
    ask: '分管负责人参加视频会',
    toVillages: false,
    issuers: ['农业农村局'],
    planned: ['农业农村局', '2026-会-1'],
    details: (from) => meeting(weekAfter(from), 90, 'video'),
  },
  {
    title: '关于开展自建房安全隐患复核的通知',
    ask: '复核辖区自建房 20 户',
    toVillages: true,
    issuers: ['住房和城乡建设局', '应急管理局'],
    details: () => ({ ...TASK, visits: 20 }),
  },
  {
    title: '关于报送高标准农田管护情况的函',
    ask: '填报高标准农田管护情况表',
    toVillages: true,
    issuers: ['农业农村局', '自然资源局'],
    details: () => ({ kind: 'form', fields: FIELDS, rows: 5, signatures: 1, prints: 1, timesPerYear: 1 }),
  },
  {
    title: '关于开展防汛物资检查的通知',
    ask: '配合检查防汛物资',
    toVillages: false,
    issuers: ['水利局', '应急管理局'],
    planned: ['应急管理局', '2026-督-1'],
    details: (from) => ({
      kind: 'inspection',
      object: '防汛物资储备',
      sites: ['物资仓库'],
      from: dayAfter(from, 12),
      until: dayAfter(from, 14),
      filingNo: '清督备〔2026〕12号',
      people: 2,
      items: 3,
      timesPerYear: 1,
    }),
  },
  {
    title: '关于印发人居环境整治提升实施方案的通知',
    ask: '制定本镇实施方案并报送',
    toVillages: false,
    issuers: ['农业农村局', '生态环境分局'],
    details: () => ({
      kind: 'document',
      genre: '通知',
      docNumber: null,
      parent: null,
      characters: 5200,
      reports: 1,
      plans: 1,
      timesPerYear: 1,
    }),
  },
  {
    title: '关于推广应用“清河政务通”小程序的通知',
    ask: '安装小程序并每周打卡',
    toVillages: true,
    issuers: ['人力资源和社会保障局', '民政局'],
    details: () => ({
      kind: 'platform',
      name: '清河政务通',
      installs: 1,
      entries: 0,
      checkIns: 1,
      people: 5,
      timesPerYear: 52,
    }),
  },
  {
    title: '关于核对医保参保名单的通知',
    ask: '核对未参保人员名单',
    toVillages: true,
    issuers: ['卫生健康局', '民政局'],
    details: () => ({ ...TASK, visits: 6, reports: 1 }),
  },
  {
    title: '关于召开安全生产工作推进会的通知',
    ask: '主要负责人参会',
    toVillages: false,
    issuers: ['应急管理局', '市场监督管理局'],
    planned: ['应急管理局', '2026-会-2'],
    details: (from) => meeting(weekAfter(from), 120, 'onsite'),
  },
  {
    title: '关于申报市级卫生村的通知',
    ask: '准备申报材料 12 项',
    toVillages: true,
    issuers: ['卫生健康局', '文化广电和旅游局'],
    planned: ['卫生健康局', '2026-创-1'],
    details: () => ({
      kind: 'campaign',
      name: '市级卫生村',
      directoryNo: null,
      items: 12,
      reports: 1,
      plaques: 1,
      timesPerYear: 1,
    }),
  },
];

const FATES: readonly Fate[] = ['running', 'running', 'running', 'closed', 'waiting', 'refused', 'running', 'draft'];

/** About four dozen demands, the oldest first; the last are still being drafted or wait for a decision. */
export function inventDemands(today: string): DemoDemand[] {
  const draw = createDraw(20260101);
  const invented: DemoDemand[] = [];
  for (let daysAgo = DAYS_BACK; daysAgo >= 1; daysAgo -= 1) {
    const draftedOn = dayAfter(today, -daysAgo);
    if (draw(10) < 2) continue;
    invented.push(invent(draftedOn, daysAgo, draw));
  }
  return invented;
}

type Draw = (below: number) => number;

function invent(draftedOn: string, daysAgo: number, draw: Draw): DemoDemand {
  const subject = SUBJECTS[draw(SUBJECTS.length)] ?? SUBJECTS[0];
  if (subject === undefined) throw new Error('The demo has subjects.');
  const name = subject.issuers[draw(subject.issuers.length)];
  if (name === undefined) throw new Error('Every subject has its issuers.');
  const fate = FATES[draw(FATES.length)] ?? 'running';
  return {
    draftedOn,
    // Nobody lets a decision wait for weeks, and what was drafted long ago is no draft any more.
    fate: daysAgo > 6 && (fate === 'waiting' || fate === 'draft') ? 'running' : fate,
    draft: {
      title: subject.title,
      ask: subject.ask,
      issuer: departmentOf(name),
      bearers: subject.toVillages ? VILLAGE_CODES : TOWN_CODES,
      dueAt: `${dayAfter(draftedOn, 10 + draw(20))}T10:00:00.000Z`,
      expiresOn: dayAfter(draftedOn, 45 + draw(60)),
      planItem: planItemOf(subject, name),
      details: subject.details(draftedOn),
    },
  };
}

function planItemOf({ planned }: Subject, issuer: DepartmentName): string | null {
  return planned?.[0] === issuer ? planned[1] : null;
}

function weekAfter(day: string): string {
  return `${dayAfter(day, 7)}T01:00:00.000Z`;
}

export function meeting(startsAt: string, minutes: number, mode: 'video' | 'onsite'): demands.DemandDetails {
  return {
    kind: 'meeting',
    mode,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
    people: 2,
    talks: 0,
    levels: ['township'],
    venues: mode === 'video' ? [] : ['县政府三楼会议室'],
    series: null,
    timesPerYear: 1,
  };
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Numbers that are the same every time: a linear congruential generator (Numerical Recipes). */
function createDraw(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
