/** What webhooks tell of, and the envelope that it travels in: CloudEvents 1.0, in JSON. */
import { z } from 'zod';
import { RegisteredDemand } from './codes.ts';
import { Id, Instant } from './values.ts';

const DemandNews = z
  .object({ id: Id, ...RegisteredDemand.shape })
  .meta({ id: 'DemandNews', description: '公开登记册中的事项，即变动之后的样子；不含个人信息和退回' });
export type DemandNews = z.infer<typeof DemandNews>;

const TestNews = z.object({ webhook: Id }).meta({ id: 'TestNews', description: '测试事件，不表示发生了什么' });

/** What may be subscribed to: the steps of demands that are in the register. The name is that of the step. */
const SUMMARIES = {
  'qingzhuang.demand-admitted.v1': '事项已准入',
  'qingzhuang.emergency-declared.v1': '应急先行',
  'qingzhuang.emergency-upheld.v1': '应急先行经审查属实',
  'qingzhuang.emergency-overturned.v1': '应急先行经审查不属实，事项撤回',
  'qingzhuang.demand-started.v1': '事项已下达',
  'qingzhuang.demand-suspended.v1': '事项已暂停',
  'qingzhuang.demand-resumed.v1': '事项已恢复',
  'qingzhuang.demand-renewed.v1': '事项已续期',
  'qingzhuang.demand-withdrawn.v1': '事项已撤回',
  'qingzhuang.demand-expired.v1': '事项已到期',
  'qingzhuang.demand-closed.v1': '事项已办结',
  'qingzhuang.demand-reviewed.v1': '事项已对照实测用时',
} as const;

const TYPES = Object.keys(SUMMARIES) as [keyof typeof SUMMARIES, ...(keyof typeof SUMMARIES)[]];

export const WebhookEventType = z
  .enum(TYPES)
  .meta({ id: 'WebhookEventType', description: '可订阅的事件；末尾是版本，字段只增不改，要改就是新的版本' });
export type WebhookEventType = z.infer<typeof WebhookEventType>;

/** Sent when an administrator asks for it, to one endpoint, whatever it has subscribed to. */
export const TEST_EVENT = 'qingzhuang.webhook-tested.v1';

/** CloudEvents 1.0 in structured mode: the whole body of a delivery. */
function cloudEvent<Data extends z.ZodType>(type: z.ZodType<string>, data: Data) {
  return z.object({
    specversion: z.literal('1.0'),
    id: z.string().describe('同一事件重发时不变，接收方据此去重；与 webhook-id 相同'),
    source: z.string().describe('本县，如 urn:qingzhuang:county:139901'),
    type,
    time: Instant.describe('事情发生的时刻'),
    subject: z.string().exactOptional().describe('事项码'),
    datacontenttype: z.literal('application/json'),
    data,
  });
}

export const DemandCloudEvent = cloudEvent(WebhookEventType, DemandNews).meta({
  id: 'DemandCloudEvent',
  description: '事项变动的事件（CloudEvents 1.0）',
});
export type DemandCloudEvent = z.infer<typeof DemandCloudEvent>;

export const TestCloudEvent = cloudEvent(z.literal(TEST_EVENT), TestNews).meta({
  id: 'TestCloudEvent',
  description: '测试事件（CloudEvents 1.0）',
});
export type TestCloudEvent = z.infer<typeof TestCloudEvent>;

/** One message that the program sends of itself, for the API document. */
export interface WebhookDescription {
  readonly type: string;
  readonly summary: string;
  readonly body: z.ZodType;
}

export const webhookDescriptions: readonly WebhookDescription[] = [
  ...TYPES.map((type) => ({ type, summary: SUMMARIES[type], body: DemandCloudEvent })),
  { type: TEST_EVENT, summary: '测试事件', body: TestCloudEvent },
];
