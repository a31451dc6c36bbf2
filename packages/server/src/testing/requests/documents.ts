import { randomUUID } from 'node:crypto';
import { demands, documents } from '@qingzhuang/contract';
import type { CountyWorld } from '../county-world.ts';
import type { Ask } from './request.ts';

/** A demand of this issuer that was drafted from a text. */
async function withText(world: CountyWorld, issuer: string): Promise<{ id: string; version: number }> {
  const drafter = await world.actor('drafter', issuer);
  const text = `关于核实汛期危房的通知\n各村：请于3月20日前报送危房名单。${randomUUID()}`;
  return drafter.call(demands.draftFromFile, { issuer, text });
}

/** The document of such a demand. */
async function textOf(world: CountyWorld, issuer: string): Promise<string> {
  const { id } = await withText(world, issuer);
  const drafter = await world.actor('drafter', issuer);
  const { items } = await drafter.call(documents.listDocuments, { limit: 200 });
  return items.find(({ demand }) => demand === id)?.id ?? '';
}

async function fromAbove(world: CountyWorld, unit: string): Promise<string> {
  const drafter = await world.actor('drafter', unit);
  const text = `关于做好防汛备汛工作的通知\n各县：请逐一排查。${randomUUID()}`;
  return (await drafter.call(documents.addDocument, { level: 'city', text })).id;
}

export const documentRequests = {
  addDocument: () => ({ input: { level: 'city', text: `关于做好防汛备汛工作的通知${randomUUID()}` } }),
  'listDocuments with the text of a draft': async (world, unit) => ({
    input: { limit: 200 },
    trace: (await withText(world, unit)).id,
  }),
  'listDocuments with one from above': async (world, unit) => ({
    input: { limit: 200, words: '防汛', level: 'city' },
    trace: await fromAbove(world, unit),
  }),
  'readDocument of a draft': async (world, unit) => ({ input: { id: await textOf(world, unit) } }),
  'readDocument of one from above': async (world, unit) => ({ input: { id: await fromAbove(world, unit) } }),
  'readSuperior of a draft': async (world, unit) => ({ input: { id: (await withText(world, unit)).id } }),
  'readSuperior of one that is running': async (world, unit) => ({
    input: { id: (await world.demand(unit, 'running')).id },
  }),
  chooseSuperior: async (world, unit) => {
    const { id, version } = await withText(world, unit);
    return { input: { id, document: null }, ifMatch: version };
  },
  'readChain of a draft': async (world, unit) => ({ input: { id: (await withText(world, unit)).id } }),
  'readChain of one that is running': async (world, unit) => ({
    input: { id: (await world.demand(unit, 'running')).id },
  }),
} satisfies Readonly<Record<string, Ask>>;
