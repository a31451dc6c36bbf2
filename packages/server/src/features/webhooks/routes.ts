import { webhooks } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  listDeliveries,
  pauseWebhook,
  resendDelivery,
  resumeWebhook,
  rotateWebhookSecret,
  testWebhook,
  type WebhookTools,
} from './operations.ts';
import { listWebhooks } from './store.ts';

export function webhookRoutes(api: Api, tools: WebhookTools): void {
  api.on(webhooks.createWebhook, (acting, plan) => createWebhook(acting, plan, tools));
  api.on(webhooks.listWebhooks, async ({ db, actor }) => ({ items: await listWebhooks(db, actor.county) }));
  api.on(webhooks.readWebhook, (acting, { id }) => getWebhook(acting, id));
  api.on(webhooks.changeWebhook, (acting, change) => changeWebhook(acting, change, tools));
  api.on(webhooks.pauseWebhook, (acting, { id }) => pauseWebhook(acting, id));
  api.on(webhooks.resumeWebhook, (acting, { id }) => resumeWebhook(acting, id));
  api.on(webhooks.rotateWebhookSecret, (acting, { id }) => rotateWebhookSecret(acting, id, tools));
  api.on(webhooks.deleteWebhook, (acting, { id }) => deleteWebhook(acting, id));
  api.on(webhooks.testWebhook, (acting, { id }) => testWebhook(acting, id));
  api.on(webhooks.listDeliveries, listDeliveries);
  api.on(webhooks.resendDelivery, resendDelivery);
}
