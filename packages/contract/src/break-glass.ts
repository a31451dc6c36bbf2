/** What is closed to somebody may be opened in an emergency: for one demand, for some hours, and never quietly. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import { Id, Instant, paragraphs } from './values.ts';

export const BreakGlassPurpose = z.enum(['see-return-persons', 'decide-alone']).meta({
  id: 'BreakGlassPurpose',
  description: '破例的事由：查看退回的经办人（县管理员）、无第二人时单独审定（减负办）',
});
export type BreakGlassPurpose = z.infer<typeof BreakGlassPurpose>;

export const BreakGlass = z
  .object({
    id: Id,
    demand: Id,
    title: z.string(),
    purpose: BreakGlassPurpose,
    person: Id,
    name: z.string(),
    reason: z.string(),
    at: Instant,
    until: Instant,
    uses: z.array(z.object({ deed: z.string(), at: Instant })).describe('破例期间办了什么'),
  })
  .meta({ id: 'BreakGlass', description: '一次破例：谁、为哪个事项、凭什么理由、到几时为止、办了什么' });
export type BreakGlass = z.infer<typeof BreakGlass>;

export const openBreakGlass = endpoint('POST /api/v1/break-glass', {
  summary: '紧急破例，4 小时内有效。立即提醒领导、监督和减负办，记入审计日志，不能撤销。',
  access: ['administrator', 'office'],
  input: z
    .strictObject({ demand: Id, purpose: BreakGlassPurpose, reason: paragraphs(1000) })
    .meta({ id: 'BreakGlassRequest' }),
  reply: BreakGlass,
  refusals: ['no-such-record', 'already-exists'],
});

export const listBreakGlass = endpoint('GET /api/v1/break-glass', {
  summary: '本县的全部破例，最近的在前。',
  access: ['supervisor', 'leader', 'office', 'auditor'],
  input: z.strictObject(pageInput),
  reply: pageOf(BreakGlass),
});
