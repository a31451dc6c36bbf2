import { randomUUID } from 'node:crypto';
import { consultations, demands } from '@qingzhuang/contract';
import { bearerApart, type CountyWorld } from '../county-world.ts';
import type { Ask } from './request.ts';

const QUESTION = '能不能并入月报？';

/** A draft of this issuer that its one bearer is asked about. */
async function asking(world: CountyWorld, issuer: string, bearer: string): Promise<string> {
  const { id, version } = await world.demand(issuer, 'draft', { bearers: [bearer] });
  const drafter = await world.actor('drafter', issuer);
  await drafter.call(demands.consultDemand, { id, question: QUESTION }, { ifMatch: version });
  return id;
}

async function proposed(world: CountyWorld, issuer: string): Promise<{ id: string; amendment: string }> {
  const { village: unit } = world.units;
  const { id } = await world.demand(issuer, 'running');
  const clerk = await world.actor('bearer-clerk', unit);
  const proposal = { id, unit, event: randomUUID(), words: '改为每季度一次' };
  return { id, amendment: (await clerk.call(consultations.proposeAmendment, proposal)).id };
}

export const consultationRequests = {
  consultDemand: async (world, unit) => {
    const { id, version } = await world.demand(unit, 'draft');
    return { input: { id, question: QUESTION }, ifMatch: version };
  },
  readConsultation: async (world, unit) => ({
    input: { id: await asking(world, unit, await bearerApart(world, unit)) },
  }),
  'replyToOpinion that nobody gave': async (world, unit) => ({
    input: { id: await asking(world, unit, await bearerApart(world, unit)), opinion: randomUUID(), words: '并入月报' },
  }),
  listInvitations: async (world, unit) => ({
    trace: await asking(world, world.units.bureau, unit),
    input: { unit },
  }),
  giveOpinion: async (world, unit) => ({
    input: { unit, demand: await asking(world, world.units.bureau, unit), event: randomUUID(), verdict: 'fit' },
  }),
  proposeAmendment: async (world, unit) => {
    const { id } = await world.demand(world.units.bureau, 'running', { bearers: [unit] });
    return { input: { id, unit, event: randomUUID(), words: '改为每季度一次' } };
  },
  'listAmendments of one bearer': async (world, unit) => {
    const { id } = await world.demand(world.units.bureau, 'running', { bearers: [unit] });
    return { input: { id, unit } };
  },
  'listAmendments of all bearers': async (world, unit) => ({ input: { id: (await proposed(world, unit)).id } }),
  replyToAmendment: async (world, unit) => ({
    input: { ...(await proposed(world, unit)), adopted: true, words: '采纳' },
  }),
  'openBreakGlass to decide alone': async (world, unit) => {
    const { id } = await world.demand(unit, 'submitted');
    return { input: { demand: id, purpose: 'decide-alone', reason: '堤坝抢险' } };
  },
  'openBreakGlass to see persons': async (world, unit) => {
    const { id } = await world.demand(unit, 'running');
    return { input: { demand: id, purpose: 'see-return-persons', reason: '有人受到威胁' } };
  },
  listBreakGlass: () => ({ input: {} }),
} satisfies Readonly<Record<string, Ask>>;
