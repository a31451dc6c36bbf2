import { randomUUID } from 'node:crypto';
import { caps, demands } from '@qingzhuang/contract';
import { newDraft, type CountyWorld, type MadeDemand, type Progress } from '../county-world.ts';
import type { Ask, Asked } from './request.ts';

const REASON = '与防汛冲突';

function step(until: Progress, input: Readonly<Record<string, unknown>> = {}): Ask {
  return async (world, unit) => {
    const { id, version } = await world.demand(unit, until);
    return { input: { id, ...input }, ifMatch: version };
  };
}

function about(until: Progress): Ask {
  return async (world, unit) => {
    const { id } = await world.demand(unit, until);
    return { input: { id }, trace: id };
  };
}

/** A demand that was drafted from a file. */
async function withFile(world: CountyWorld, issuer: string): Promise<{ id: string; sha256: string; version: number }> {
  const drafter = await world.actor('drafter', issuer);
  const text = `关于核实汛期危房的通知\n各村：请于3月20日前报送危房名单。${randomUUID()}`;
  const { id, version, files } = await drafter.call(demands.draftFromFile, { issuer, text });
  return { id, version, sha256: files[0]?.sha256 ?? '' };
}

async function emergency(world: CountyWorld, issuer: string): Promise<Asked> {
  const { id, version } = await world.demand(issuer, 'draft');
  const drafter = await world.actor('drafter', issuer);
  const grounds = '暴雨红色预警';
  const declared = await drafter.call(demands.declareEmergency, { id, grounds }, { ifMatch: version });
  return { input: { id, upheld: true, reason: REASON }, ifMatch: declared.version };
}

/** A demand that asks for a decision of the county, because its issuer has nothing left of this kind. */
async function overCap(world: CountyWorld, issuer: string): Promise<MadeDemand> {
  const office = await world.actor('office', world.units.bureau);
  const cap = { issuer, year: 2026, measure: 'campaign' } as const;
  const { version } = await office.call(caps.readCap, cap);
  const grant = { ...cap, amount: 0, reason: '年度计划', source: '县委办〔2026〕1号' };
  await office.call(caps.grantCap, grant, { ifMatch: version });
  const details = {
    kind: 'campaign',
    name: '平安村创建',
    directoryNo: null,
    items: 1,
    reports: 0,
    plaques: 0,
  } as const;
  return world.demand(issuer, 'submitted', { details: { ...details, timesPerYear: 1 } });
}

/** Of a kind that few tests ask for, so that a list of it shows what was just made. */
const PLAQUE: Partial<demands.DemandDraft> = {
  details: { kind: 'plaque', name: '平安村', directoryNo: null, plaques: 1, timesPerYear: 1 },
};

export const demandRequests = {
  draftDemand: ({ units }, unit) => ({ input: newDraft(units, unit) }),
  draftFromFile: (_, unit) => ({ input: { issuer: unit, text: '请各村于3月20日前报送危房名单。' } }),
  'readDemandFile of a draft': async (world, unit) => {
    const { id, sha256 } = await withFile(world, unit);
    return { input: { id, sha256 } };
  },
  reviseDemand: async (world, unit) => {
    const { id, version } = await world.demand(unit, 'draft');
    return { input: { id, ...newDraft(world.units, unit) }, ifMatch: version };
  },
  replaceDemandText: async (world, unit) => {
    const { id, version } = await withFile(world, unit);
    return { input: { id, text: '请各村于3月20日前报送危房名单。' }, ifMatch: version };
  },
  'readDemand of a draft': about('draft'),
  'readDemand of one that is running': about('running'),
  'readDemand of one withdrawn before the gate': async (world, unit) => {
    const { id, version } = await world.demand(unit, 'draft');
    const drafter = await world.actor('drafter', unit);
    await drafter.call(demands.withdrawDemand, { id, reason: REASON }, { ifMatch: version });
    return { input: { id }, trace: id };
  },
  'listDemands with a draft': async (world, unit) => ({
    input: { issuer: unit, kind: 'plaque', limit: 200 },
    trace: (await world.demand(unit, 'draft', PLAQUE)).id,
  }),
  'listDemands with one that is running': async (world, unit) => ({
    input: { issuer: unit, kind: 'plaque', limit: 200, state: 'running' },
    trace: (await world.demand(unit, 'running', PLAQUE)).id,
  }),
  'readDemandHistory of a draft': async (world, unit) => ({ input: { id: (await world.demand(unit, 'draft')).id } }),
  'readDemandHistory of one that is running': async (world, unit) => ({
    input: { id: (await world.demand(unit, 'running')).id },
  }),
  // The draft is its first step, the screening the next.
  replayScreening: async (world, unit) => ({ input: { id: (await world.demand(unit, 'draft')).id, step: 2 } }),
  submitDemand: step('draft'),
  declareEmergency: step('draft', { grounds: '暴雨红色预警' }),
  admitDemand: step('submitted', { reason: REASON, caseByCase: false }),
  'admitDemand case by case': step('submitted', { reason: REASON, caseByCase: true }),
  refuseDemand: step('submitted', { reason: REASON }),
  mergeDemand: async (world, unit) => {
    const { id, version } = await world.demand(unit, 'submitted');
    const into = await world.demand(world.units.bureau, 'running');
    return { input: { id, into: into.id, reason: REASON }, ifMatch: version };
  },
  deferDemand: async (world, unit) => {
    const { id, version } = await overCap(world, unit);
    return { input: { id, until: '2026-03-10', reason: REASON }, ifMatch: version };
  },
  reviewEmergency: emergency,
  startDemand: step('admitted'),
  suspendDemand: step('running', { reason: REASON }),
  resumeDemand: step('suspended', { reason: REASON }),
  renewDemand: step('running', { expiresOn: '2026-09-30', evidence: '三个村仍在使用' }),
  closeDemand: step('running'),
  withdrawDemand: step('running', { reason: REASON }),
  readSlip: async (world, unit) => ({ input: { id: (await world.demand(unit, 'running')).id } }),
  readSlipImage: async (world, unit) => ({ input: { id: (await world.demand(unit, 'running')).id } }),
  'readReceipt of a draft': async (world, unit) => ({ input: { id: (await world.demand(unit, 'draft')).id, step: 1 } }),
  'readReceipt of one that is running': async (world, unit) => ({
    input: { id: (await world.demand(unit, 'running')).id, step: 1 },
  }),
} satisfies Readonly<Record<string, Ask>>;
