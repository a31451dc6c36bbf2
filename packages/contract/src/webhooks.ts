/** Webhooks: where other programs of the county hear of what has happened. Signed after Standard Webhooks. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import type { Role } from './role.ts';
import { Id, Instant, line } from './values.ts';
import { WebhookEventType } from './webhook-events.ts';

export * from './webhook-events.ts';

const ADMINISTRATORS: readonly Role[] = ['administrator'];
const LONGEST_URL = 2000;
const MOST_TYPES = 50;

const byId = z.strictObject({ id: Id });
const Done = z.object({ done: z.literal(true) });

export const WebhookPlan = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(LONGEST_URL)
      .describe('接收地址。须为 https；运维设定的内网网段可用 http'),
    description: line(100),
    eventTypes: z
      .array(WebhookEventType)
      .min(1)
      .max(MOST_TYPES)
      .refine((types) => new Set(types).size === types.length, '事件有重复'),
  })
  .meta({ id: 'WebhookPlan' });
export type WebhookPlan = z.infer<typeof WebhookPlan>;

export const Webhook = z
  .object({
    id: Id,
    version: z.int(),
    url: z.string(),
    description: z.string(),
    eventTypes: z.array(WebhookEventType),
    state: z.enum(['active', 'paused', 'disabled']).describe('在用、已暂停、连续失败 5 天后自动停用'),
    failingSince: Instant.nullable().describe('从何时起一直失败；最近一次成功时为 null'),
    oldSecretUntil: Instant.nullable().describe('旧密钥还签名到何时；没有旧密钥时为 null'),
    waiting: z.int().describe('等着送出的件数'),
    madeAt: Instant,
  })
  .meta({ id: 'Webhook', description: '一个推送地址' });
export type Webhook = z.infer<typeof Webhook>;

export const WebhookWithSecret = Webhook.extend({
  secret: z.string().describe('签名密钥，只在这一次给出'),
}).meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

/** Why an attempt came to nothing before there was a reply. */
export const DeliveryFault = z
  .enum(['forbidden-address', 'unknown-host', 'timeout', 'tls', 'connection'])
  .meta({ id: 'DeliveryFault', description: '没有得到回复的原因：地址不许访问、域名解析不了、超时、证书、连接' });
export type DeliveryFault = z.infer<typeof DeliveryFault>;

export const DeliveryAttempt = z
  .object({
    number: z.int(),
    at: Instant,
    status: z.int().nullable().describe('HTTP 状态；没有得到回复时为 null'),
    fault: DeliveryFault.nullable(),
    milliseconds: z.int(),
    reply: z.string().describe('回复的前 500 个字'),
  })
  .meta({ id: 'DeliveryAttempt', description: '一次投递' });
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

export const Delivery = z
  .object({
    id: Id,
    event: z.string().describe('事件编号，即 webhook-id'),
    type: z.string(),
    happenedAt: Instant,
    state: z.enum(['waiting', 'delivered', 'given-up']),
    nextTryAt: Instant.nullable(),
    attempts: z.array(DeliveryAttempt).describe('各次投递，最近的在前'),
  })
  .meta({ id: 'Delivery', description: '一个事件送往一个地址的经过' });
export type Delivery = z.infer<typeof Delivery>;

export const createWebhook = endpoint('POST /api/v1/webhooks', {
  summary: '新增推送地址。签名密钥只在回复中给出这一次。',
  access: ADMINISTRATORS,
  input: WebhookPlan,
  reply: WebhookWithSecret,
  confidential: true,
  refusals: ['forbidden-address', 'too-many'],
});

export const listWebhooks = endpoint('GET /api/v1/webhooks', {
  summary: '本县的推送地址。',
  access: ADMINISTRATORS,
  reply: z.object({ items: z.array(Webhook) }),
});

export const readWebhook = endpoint('GET /api/v1/webhooks/:id', {
  summary: '一个推送地址。',
  access: ADMINISTRATORS,
  input: byId,
  reply: Webhook,
  versioned: true,
  refusals: ['no-such-record'],
});

export const changeWebhook = endpoint('PUT /api/v1/webhooks/:id', {
  summary: '更正推送地址、说明或所订的事件。',
  access: ADMINISTRATORS,
  input: WebhookPlan.extend({ id: Id }).meta({ id: 'WebhookChange' }),
  reply: Webhook,
  versioned: true,
  refusals: ['no-such-record', 'forbidden-address'],
});

export const pauseWebhook = endpoint('POST /api/v1/webhooks/:id/pause', {
  summary: '暂停推送。期间的事件留着，恢复后补送，最多留 30 天。',
  access: ADMINISTRATORS,
  input: byId,
  reply: Webhook,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state'],
});

export const resumeWebhook = endpoint('POST /api/v1/webhooks/:id/resume', {
  summary: '恢复推送，暂停或自动停用期间的事件随即补送。',
  access: ADMINISTRATORS,
  input: byId,
  reply: Webhook,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state'],
});

export const rotateWebhookSecret = endpoint('POST /api/v1/webhooks/:id/rotate-secret', {
  summary: '更换签名密钥。旧密钥再签 24 小时，接收方从容更换。',
  access: ADMINISTRATORS,
  input: byId,
  reply: WebhookWithSecret,
  versioned: true,
  confidential: true,
  refusals: ['no-such-record'],
});

export const deleteWebhook = endpoint('DELETE /api/v1/webhooks/:id', {
  summary: '删除推送地址及其投递记录。',
  access: ADMINISTRATORS,
  input: byId,
  reply: Done,
  refusals: ['no-such-record'],
});

export const testWebhook = endpoint('POST /api/v1/webhooks/:id/test', {
  summary: '送一个测试事件。结果见投递记录。',
  access: ADMINISTRATORS,
  input: byId,
  reply: Delivery,
  refusals: ['no-such-record', 'wrong-state'],
});

export const listDeliveries = endpoint('GET /api/v1/webhooks/:id/deliveries', {
  summary: '投递记录，最近的在前，留 30 天。',
  access: ADMINISTRATORS,
  input: z.strictObject({
    id: Id,
    ...pageInput,
    state: Delivery.shape.state.exactOptional(),
  }),
  reply: pageOf(Delivery),
  refusals: ['no-such-record'],
});

export const resendDelivery = endpoint('POST /api/v1/webhooks/:id/deliveries/:delivery/resend', {
  summary: '再送一次。事件编号不变，接收方可以去重。',
  access: ADMINISTRATORS,
  input: z.strictObject({ id: Id, delivery: Id }),
  reply: Delivery,
  refusals: ['no-such-record', 'wrong-state'],
});
