/** A plain case, for the examples of the rules: nothing is wrong with it, each example changes one thing. */
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import { NO_FACTS, NO_REGISTERS, type GateCase, type GateFacts, type Neighbour, type Registers } from './gate-facts.ts';

type DetailsOf<Kind extends demands.DemandKind> = Extract<demands.DemandDetails, { readonly kind: Kind }>;

export const VILLAGES = ['130101101201', '130101101202', '130101101203', '130101101204', '130101101205'] as const;
const BUREAU = '130101000011';
export const OTHER_BUREAU = '130101000012';
export const TOWN = '130101101000';

/** On a Thursday, 10 o'clock for an hour. */
export const MEETING: DetailsOf<'meeting'> = {
  kind: 'meeting',
  mode: 'onsite',
  startsAt: '2026-03-12T10:00:00+08:00',
  endsAt: '2026-03-12T11:00:00+08:00',
  people: 1,
  talks: 0,
  levels: ['village'],
  venues: [],
  series: null,
  timesPerYear: 1,
};

export const INSPECTION: DetailsOf<'inspection'> = {
  kind: 'inspection',
  object: '小型水库',
  sites: [],
  from: '2026-03-12',
  until: '2026-03-12',
  filingNo: null,
  people: 1,
  items: 0,
  timesPerYear: 1,
};

export const TASK: DetailsOf<'task'> = {
  kind: 'task',
  duty: null,
  reports: 0,
  visits: 12,
  photos: 0,
  people: 1,
  days: 0,
  timesPerYear: 1,
};

export const FORM: DetailsOf<'form'> = {
  kind: 'form',
  fields: { text: 4, number: 4, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
  rows: 1,
  signatures: 0,
  prints: 0,
  timesPerYear: 1,
};

export const PLATFORM: DetailsOf<'platform'> = {
  kind: 'platform',
  name: '巡塘通',
  installs: 1,
  entries: 0,
  checkIns: 0,
  people: 1,
  timesPerYear: 1,
};

const PLAIN: GateCase = {
  draft: {
    title: '关于小型水库清淤的通知',
    ask: '报名参加水库清淤',
    issuer: BUREAU,
    bearers: VILLAGES,
    dueAt: null,
    expiresOn: '2026-06-30',
    planItem: null,
    details: TASK,
  },
  perBearerMinutes: { low: 60, likely: 120, high: 240 },
  text: null,
  today: '2026-03-05',
  facts: NO_FACTS,
};

/** The plain case with another draft. */
export function drafted(draft: Partial<DeepReadonly<demands.DemandDraft>>, given: Partial<GateCase> = {}): GateCase {
  return { ...PLAIN, ...given, draft: { ...PLAIN.draft, ...draft } };
}

/** The plain case with other details and other facts. */
export function given(details: demands.DemandDetails, facts: Partial<GateFacts> = {}): GateCase {
  return drafted({ details }, { facts: { ...NO_FACTS, ...facts } });
}

/** The plain case with other details, checked against these registers. */
export function registered(details: demands.DemandDetails, registers: Partial<Registers>): GateCase {
  return given(details, { registers: { ...NO_REGISTERS, ...registers } });
}

/** A meeting of all the villages about the same subject, by the same issuer. */
export function neighbour(changes: Partial<Neighbour> = {}): Neighbour {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    kind: 'meeting',
    title: '小型水库清淤工作会议',
    ask: '参加水库清淤会议',
    issuer: BUREAU,
    startsAt: '2026-03-12T10:30:00+08:00',
    endsAt: '2026-03-12T11:30:00+08:00',
    series: null,
    shared: VILLAGES,
    ...changes,
  };
}
