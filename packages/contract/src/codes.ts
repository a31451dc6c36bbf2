/** Control codes: what anyone may know of an admitted demand, and the slip that is pasted into its notice. */
import { z } from 'zod';
import { Interval } from './check.ts';
import { DemandKind } from './demand-details.ts';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import { CountyCode, Day, Id, Instant, line, UnitCode } from './values.ts';

export const CodeStatus = z
  .enum(['admitted', 'suspended', 'expired', 'withdrawn', 'closed', 'never-admitted', 'mistyped'])
  .meta({ id: 'CodeStatus', description: '事项码现在的效力' });
export type CodeStatus = z.infer<typeof CodeStatus>;

export const RegisteredDemand = z
  .object({
    code: z.string(),
    status: CodeStatus,
    kind: DemandKind,
    title: z.string(),
    ask: z.string(),
    issuer: UnitCode,
    issuerName: z.string(),
    dueAt: Instant.nullable(),
    expiresOn: Day,
    emergency: z.boolean(),
    bearerCount: z.int(),
    totalMinutes: Interval.nullable(),
    changedAt: Instant,
  })
  .meta({ id: 'RegisteredDemand', description: '公开登记册中的一个事项，不含个人信息' });
export type RegisteredDemand = z.infer<typeof RegisteredDemand>;

export const CodeReading = z
  .object({
    status: CodeStatus,
    code: z.string().nullable().describe('读作哪个事项码；输错的为空'),
    suggestion: z.string().nullable().describe('只差一个字符的事项码，仅供核对'),
    demand: RegisteredDemand.nullable(),
    doubt: z
      .enum(['not-ours', 'title-changed'])
      .nullable()
      .describe('二维码的疑点：不是本系统签发的（或已损坏）；签发之后标题有过变动'),
  })
  .meta({ id: 'CodeReading', description: '事项码查询结果' });
export type CodeReading = z.infer<typeof CodeReading>;

export const readCode = endpoint('GET /api/v1/codes/:code', {
  summary: '查事项码或二维码中的签名文字：已准入、已到期、已撤回、已暂停，还是从未准入。不需要账号。',
  input: z.strictObject({ code: z.string().min(1).max(500) }),
  reply: CodeReading,
  refusals: ['too-many-requests'],
});

export const listRegisters = endpoint('GET /api/v1/register', {
  summary: '有公开登记册的县。不需要账号。',
  reply: z.object({ items: z.array(z.object({ county: CountyCode, name: z.string() })) }),
  refusals: ['too-many-requests'],
});

export const listRegister = endpoint('GET /api/v1/register/:county', {
  summary: '一个县的公开登记册：准入的事项，按最近变动排列。不需要账号。',
  input: z.strictObject({
    county: CountyCode,
    ...pageInput,
    kind: DemandKind.exactOptional(),
    issuer: UnitCode.exactOptional(),
    q: line(50).exactOptional().describe('标题、要求、发起单位或事项码中的字'),
  }),
  reply: pageOf(RegisteredDemand),
  refusals: ['no-such-record', 'too-many-requests'],
});

export const readRegisterFeed = endpoint('GET /api/v1/register/:county/feed.atom', {
  summary: '公开登记册的订阅源（Atom），最近变动的 50 项。',
  input: z.strictObject({ county: CountyCode }),
  reply: z.string(),
  media: 'application/atom+xml',
  refusals: ['no-such-record', 'too-many-requests'],
});

export const readSlip = endpoint('GET /api/v1/demands/:id/slip', {
  summary: '可打印的事项码单，贴在通知上（A4）。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: z.string(),
  media: 'text/html',
  refusals: ['no-such-record', 'wrong-state'],
});

export const readSlipImage = endpoint('GET /api/v1/demands/:id/slip.svg', {
  summary: '事项码和二维码的图，插入通知用。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: z.string(),
  media: 'image/svg+xml',
  refusals: ['no-such-record', 'wrong-state'],
});
