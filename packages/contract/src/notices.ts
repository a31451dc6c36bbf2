/** What the holders of a role are told: a decision that waits, a demand that has ended, an address that was given up. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

export const NoticeKind = z
  .enum([
    'remind-office',
    'tell-leader',
    'remind-emergency-review',
    'emergency-review-overdue',
    'expire',
    'break-glass',
    'close-consultation',
    'amendment-reply-overdue',
    'review',
    'webhook-disabled',
  ])
  .meta({
    id: 'NoticeKind',
    description:
      '提醒：审定已等一个工作日、已等两个工作日、应急审查快到时限、应急审查已过时限、事项到期失效、有人紧急破例、会商结束、修正建议逾期未答复、已对照实测用时、推送地址停用',
  });
export type NoticeKind = z.infer<typeof NoticeKind>;

export const Notice = z
  .object({
    id: Id,
    kind: NoticeKind,
    demand: Id.nullable().describe('推送地址停用不属于任何事项'),
    ask: z.string().describe('事项的要求；没有事项时是推送地址的说明'),
    issuerName: z.string().nullable().describe('没有事项时为空'),
    at: Instant,
  })
  .meta({ id: 'Notice', description: '系统提醒。发给岗位，不发给个人；事情办了，提醒就不再出现。' });
export type Notice = z.infer<typeof Notice>;

export const listNotices = endpoint('GET /api/v1/notices', {
  summary: '给我的岗位的系统提醒，最近的在前，最多 50 条；已经办了的不再列出。',
  access: 'signed-in',
  reply: z.object({ items: z.array(Notice) }),
});
