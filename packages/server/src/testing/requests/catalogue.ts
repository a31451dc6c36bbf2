import { randomUUID } from 'node:crypto';
import { catalogue } from '@qingzhuang/contract';
import { act, actorFor, type CountyWorld } from '../county-world.ts';
import { saveElements } from '../../features/catalogue/elements/store.ts';
import type { Ask } from './request.ts';

const CONTENT: catalogue.ElementContent = {
  name: '果树棵数',
  aliases: [],
  type: 'number',
  unit: '棵',
  options: null,
  definition: '户内现有的果树棵数。',
  source: '农业农村',
  updatePeriod: 'yearly',
  sharing: 'conditional',
  legalBasis: null,
  personal: 'personal',
};

/** An element of this owner that no other test uses. */
export async function newElement(
  world: CountyWorld,
  owner: string | null,
  { entity = 'household', ...changes }: Partial<catalogue.ElementContent> & { readonly entity?: string } = {},
): Promise<string> {
  const key = `${entity}.t${randomUUID()}`;
  const content = { ...CONTENT, ...changes };
  const change = { what: 'added', reason: null, proposal: null, person: null, at: '2026-03-05T02:00:00Z' } as const;
  await act(world, actorFor('administrator', world.units.county), ({ db }) =>
    saveElements(db, world.code, [{ key, content, owner, state: 'active', heir: null }], change),
  );
  return key;
}

/** A proposal of somebody else, about an element of this owner. */
async function newProposal(world: CountyWorld, owner: string): Promise<string> {
  const key = await newElement(world, owner);
  const drafter = await world.actor('drafter', world.units.otherTown);
  const unit = world.units.otherTown;
  const plan = { what: 'change', key, content: { ...CONTENT, name: '果树' }, unit, reason: '叫法不一' } as const;
  return (await drafter.call(catalogue.proposeElement, plan)).id;
}

async function newGrant(world: CountyWorld, owner: string): Promise<string> {
  const key = await newElement(world, owner);
  const drafter = await world.actor('drafter', owner);
  const grant = { key, receiver: world.units.otherVillage, purpose: '统计', until: '2026-12-31' };
  await drafter.call(catalogue.grantSharing, grant);
  return key;
}

export const catalogueRequests = {
  listElements: async (world, unit) => ({ input: { owner: unit, limit: 200 }, trace: await newElement(world, unit) }),
  readElement: async (world, unit) => ({ input: { key: await newElement(world, unit) } }),
  nameOwner: async (world, unit) => ({
    input: { key: await newElement(world, unit), owner: world.units.otherTown, reason: '一数一源' },
    ifMatch: 1,
  }),
  installStarter: () => ({}),
  importElements: () => ({ input: { dryRun: true, text: '键,名称\n' } }),
  exportElements: () => ({}),
  exportElementWorkbook: () => ({}),
  exportElementList: () => ({}),
  exportElementCatalogue: () => ({}),
  proposeElement: (_, unit) => ({
    input: {
      ...{ what: 'add', key: `household.t${randomUUID()}`, content: CONTENT, owner: null, reason: '年年有人问' },
      unit,
    },
  }),
  listProposals: async (world, unit) => ({ input: { limit: 200 }, trace: await newProposal(world, unit) }),
  approveProposal: async (world, unit) => ({ input: { id: await newProposal(world, unit), reason: null } }),
  refuseProposal: async (world, unit) => ({ input: { id: await newProposal(world, unit), reason: '已有' } }),
  grantSharing: async (world, unit) => ({
    input: {
      ...{ key: await newElement(world, unit), receiver: world.units.otherVillage, purpose: '统计' },
      until: '2026-12-31',
    },
  }),
  withdrawSharing: async (world, unit) => ({
    input: { key: await newGrant(world, unit), receiver: world.units.otherVillage },
  }),
  listGrants: async (world, unit) => ({ input: { key: await newElement(world, unit) } }),
} satisfies Readonly<Record<string, Ask>>;
