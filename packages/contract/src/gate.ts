/** What the gate says about a demand by its fields and by the register, and what would cost less. */
import { z } from 'zod';
import { Finding, Interval } from './check.ts';
import { DemandDetails } from './demand-details.ts';
import { Id, UnitCode } from './values.ts';

/** As a finding about a text, but its evidence is in the register and not in words. */
export const GateFinding = Finding.pick({
  ruleId: true,
  severity: true,
  message: true,
  suggestion: true,
  basis: true,
  exemption: true,
  hoursSaved: true,
})
  .extend({
    demands: z.array(Id).describe('与哪些已登记的事项有关'),
    units: z.array(UnitCode).describe('涉及哪些承接单位，最多列 20 个'),
    sameAs: z.string().nullable().describe('文件中已指出同一负担的规则；不为 null 时不重复计数'),
  })
  .meta({ id: 'GateFinding', description: '与登记簿核对发现的问题' });
export type GateFinding = z.infer<typeof GateFinding>;

/** What the drafter can do instead. */
export const CheaperWay = z
  .object({
    way: z.enum([
      ...(['merge', 'shorten', 'hold-online', 'send-as-text'] as const),
      ...(['drop-known-fields', 'ask-fewer', 'ask-less-often', 'mend-text'] as const),
    ]),
    proposal: z.string(),
    hoursSaved: Interval.describe('全部承接单位每年合计减少的小时数'),
    with: Id.nullable().describe('并入哪个事项'),
    details: DemandDetails.nullable().describe('照办后的内容，可直接替换'),
    leaveOut: z.array(UnitCode).describe('照办后不再要求的承接单位'),
    textToAlter: z.array(z.string()).exactOptional().describe('正文中要照改的句子；没有改好，工时仍按正文计'),
  })
  .meta({ id: 'CheaperWay', description: '更省的办法' });
export type CheaperWay = z.infer<typeof CheaperWay>;
