/** A screening of the past, once more under the settings and the register of its day. */
import { z } from 'zod';
import { Setting } from './caps.ts';
import { Screening } from './demands.ts';
import { endpoint } from './endpoint.ts';
import { Id, Instant } from './values.ts';

/** What of a screening is compared: everything that it says. */
export const ScreeningPart = Screening.omit({ at: true }).keyof().meta({
  id: 'ScreeningPart',
  description: '筛查结果的一部分',
});
export type ScreeningPart = z.infer<typeof ScreeningPart>;

export const ScreeningDifference = z
  .object({
    part: ScreeningPart,
    recorded: z.array(z.string()).describe('当时记下、重看没有的'),
    replayed: z.array(z.string()).describe('重看才有、当时没有记下的'),
  })
  .meta({ id: 'ScreeningDifference', description: '重看与当时的不同' });
export type ScreeningDifference = z.infer<typeof ScreeningDifference>;

export const ScreeningReplay = z
  .object({
    at: Instant.describe('当时筛查的时间'),
    settings: z.array(Setting).describe('当时执行的、与登记簿核对所用的各项设定'),
    screening: Screening.describe('按当时的设定和登记簿重新筛查的结果；文件中的问题照当时检查所得'),
    equal: z.boolean().describe('与当时记下的一致'),
    differences: z.array(ScreeningDifference),
  })
  .meta({ id: 'ScreeningReplay', description: '按当日规则重看的一次筛查' });
export type ScreeningReplay = z.infer<typeof ScreeningReplay>;

export const replayScreening = endpoint('GET /api/v1/demands/:id/history/:step/replay', {
  summary: '按当日的设定和当时的登记簿重看一次筛查，并与当时记下的对照；没有留存依据的不能重看。',
  access: ['office', 'leader', 'supervisor', 'auditor'],
  input: z.strictObject({ id: Id, step: z.coerce.number().int().min(1).max(1_000_000) }),
  reply: ScreeningReplay,
  refusals: ['no-such-record'],
});
