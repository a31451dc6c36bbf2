import { webhooks } from '@qingzhuang/contract';
import type { CountyWorld } from '../county-world.ts';
import type { Ask, Asked } from './request.ts';

const PLAN: webhooks.WebhookPlan = {
  url: 'https://hooks.city.example/hook',
  description: '市级平台',
  eventTypes: ['qingzhuang.demand-started.v1'],
};

async function made(world: CountyWorld): Promise<{ id: string; version: number }> {
  const administrator = await world.actor('administrator', world.units.county);
  const { items } = await administrator.call(webhooks.listWebhooks);
  // A county may have fifty.
  if (items.length > 40) for (const { id } of items) await administrator.call(webhooks.deleteWebhook, { id });
  return administrator.call(webhooks.createWebhook, PLAN);
}

async function paused(world: CountyWorld): Promise<{ id: string; version: number }> {
  const { id, version } = await made(world);
  const administrator = await world.actor('administrator', world.units.county);
  return administrator.call(webhooks.pauseWebhook, { id }, { ifMatch: version });
}

async function changing(world: CountyWorld): Promise<Asked> {
  const { id, version } = await made(world);
  return { input: { id }, ifMatch: version };
}

export const webhookRequests = {
  createWebhook: async (world) => {
    await made(world);
    return { input: PLAN };
  },
  listWebhooks: async (world) => ({ trace: (await made(world)).id }),
  readWebhook: async (world) => ({ input: { id: (await made(world)).id } }),
  changeWebhook: async (world) => {
    const { id, version } = await made(world);
    return { input: { id, ...PLAN, description: '另一个平台' }, ifMatch: version };
  },
  pauseWebhook: changing,
  resumeWebhook: async (world) => {
    const { id, version } = await paused(world);
    return { input: { id }, ifMatch: version };
  },
  rotateWebhookSecret: changing,
  deleteWebhook: async (world) => ({ input: { id: (await made(world)).id } }),
  testWebhook: async (world) => ({ input: { id: (await made(world)).id } }),
  listDeliveries: async (world) => ({ input: { id: (await made(world)).id } }),
  resendDelivery: async (world) => {
    const { id } = await made(world);
    const administrator = await world.actor('administrator', world.units.county);
    const delivery = await administrator.call(webhooks.testWebhook, { id });
    return { input: { id, delivery: delivery.id } };
  },
} satisfies Readonly<Record<string, Ask>>;
