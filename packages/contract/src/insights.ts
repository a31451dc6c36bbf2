/** One page for whoever answers for the county: what was put on the grassroots, by whom, and what asks for attention. */
import { z } from 'zod';
import { CapForecast } from './caps.ts';
import { DemandKind } from './demand-details.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, Instant, UnitCode } from './values.ts';

const Minutes = z.int().describe('全部承接单位合计，分钟');

const Issuer = { issuer: UnitCode, issuerName: z.string() };

export const WeekOfLoad = z
  .object({
    monday: Day,
    minutes: Minutes.describe('这一周准入的事项，分钟'),
    offGateMinutes: Minutes.describe('这一周登记的未过关事项，分钟'),
    demands: z.int().describe('这一周准入几项'),
  })
  .meta({ id: 'WeekOfLoad', description: '一周里新压给基层的工时' });
export type WeekOfLoad = z.infer<typeof WeekOfLoad>;

export const IssuerLoad = z
  .object({
    ...Issuer,
    usedMinutes: z.int().describe('今年已用，分钟'),
    grantedMinutes: z.int().nullable().describe('今年核定的用时总量；null 为未核定'),
    fullest: z
      .object({ kind: DemandKind, used: z.int(), granted: z.int() })
      .nullable()
      .describe('次数用得最满的一类；没有核定次数的为 null'),
    overCap: z.int().describe('今年超出总量通过的次数'),
  })
  .meta({ id: 'IssuerLoad', description: '一个发起单位今年的用量，与它自己的总量相比' });
export type IssuerLoad = z.infer<typeof IssuerLoad>;

const LiveDemand = {
  ...Issuer,
  id: Id,
  version: z.int(),
  ask: z.string(),
  kind: DemandKind,
  minutes: Minutes,
};

export const HeavyDemand = z
  .object({ ...LiveDemand, bearerCount: z.int(), dueAt: Instant.nullable() })
  .meta({ id: 'HeavyDemand', description: '用时最多的事项：在办的可以暂停，等着一事一议的可以暂缓' });
export type HeavyDemand = z.infer<typeof HeavyDemand>;

export const EmergencyUnderWay = z
  .object({
    ...LiveDemand,
    reviewDueAt: Instant.nullable().describe('事后审查的时限；已审查的为 null'),
    overdue: z.boolean().describe('过了时限还没有审查'),
  })
  .meta({ id: 'EmergencyUnderWay', description: '还在办的应急事项' });
export type EmergencyUnderWay = z.infer<typeof EmergencyUnderWay>;

export const OffGateIssuer = z
  .object({
    issuer: UnitCode.nullable(),
    issuerName: z.string().nullable().describe('null 为发起单位待查'),
    demands: z.int(),
    minutes: Minutes,
  })
  .meta({ id: 'OffGateIssuer', description: '一个发起单位的未过关事项' });
export type OffGateIssuer = z.infer<typeof OffGateIssuer>;

export const ExceptionalAdmission = z
  .object({
    ...Issuer,
    id: Id,
    ask: z.string(),
    day: Day,
    minutes: Minutes,
    over: z.boolean().describe('超出总量'),
    errors: z.int().describe('仍有几处须改的问题'),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ExceptionalAdmission', description: '一事一议通过的事项' });
export type ExceptionalAdmission = z.infer<typeof ExceptionalAdmission>;

/** A list's beginning, and how many there are in all. */
function beginningOf<Item extends z.ZodType>(item: Item): z.ZodObject<{ count: z.ZodInt; items: z.ZodArray<Item> }> {
  return z.object({ count: z.int(), items: z.array(item) });
}

export const Overview = z
  .object({
    today: Day,
    from: Day.describe('十三周的第一天'),
    weeks: z.array(WeekOfLoad).describe('十三周，最近的在后；最后一周还没有过完'),
    kinds: z.array(z.object({ kind: DemandKind, minutes: Minutes, demands: z.int() })).describe('多的在前'),
    issuers: z.array(IssuerLoad).describe('今年有过事项或核定过总量的发起单位，用自己的总量最满的在前'),
    heaviest: z.array(HeavyDemand).describe('在办的'),
    waiting: beginningOf(HeavyDemand).describe('等着一事一议的'),
    emergencies: beginningOf(EmergencyUnderWay).extend({ overdue: z.int() }),
    offGate: z.array(OffGateIssuer).describe('十三周内登记的，多的在前'),
    exceptional: beginningOf(ExceptionalAdmission).extend({ over: z.int() }).describe('十三周内一事一议通过的'),
    forecast: CapForecast.nullable().describe('全县用时到年底；没有用量时为 null'),
  })
  .meta({ id: 'Overview', description: '一页：全县的负担、来源和要留意的事' });
export type Overview = z.infer<typeof Overview>;

export const readOverview = endpoint('GET /api/v1/overview', {
  summary: '一页：十三周的工时、各发起单位与自己总量的对比、应急、未过关、一事一议和年底预测。不比较乡镇和村。',
  access: ['leader', 'office', 'supervisor', 'auditor'],
  reply: Overview,
});
