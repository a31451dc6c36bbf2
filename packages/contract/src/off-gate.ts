/** Orders that came past the gate: pasted or dropped by a bearer, matched or counted. */
import { z } from 'zod';
import { Interval } from './check.ts';
import { DemandKind } from './demand-details.ts';
import { DemandFile } from './demands.ts';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import { Transcript } from './recognition.ts';
import { Id, Instant, UnitCode } from './values.ts';

const MOST_FILE_BYTES = 32 * 1024 * 1024;

export const Registration = z
  .object({
    id: Id,
    unit: UnitCode,
    ask: z.string().describe('要做什么'),
    outcome: z.enum(['linked', 'counted', 'issuer-unknown']),
    says: z.string().describe('结果，一句话'),
    demand: z
      .object({ id: Id, title: z.string(), ask: z.string(), code: z.string().nullable(), issuerName: z.string() })
      .nullable()
      .describe('对应的已过关事项'),
    reasons: z.array(z.string()).describe('为什么认为是同一件事'),
    at: Instant,
  })
  .meta({ id: 'Registration', description: '登记的一条口头、群内或纸面要求' });
export type Registration = z.infer<typeof Registration>;

export const registerOrder = endpoint('POST /api/v1/off-gate', {
  summary: '没有事项码的要求：粘贴文字或上传文件即可，别的都不用填。',
  access: ['bearer-clerk', 'unit-lead'],
  input: z.strictObject({ unit: UnitCode, text: z.string().trim().min(1).max(200_000) }).meta({ id: 'OrderText' }),
  upload: z
    .strictObject({ unit: UnitCode, file: z.file(), transcript: Transcript.exactOptional() })
    .meta({ id: 'OrderFile' }),
  mostBytes: MOST_FILE_BYTES,
  reply: Registration,
  refusals: ['encrypted', 'damaged', 'unsupported', 'empty', 'needs-transcript', 'took-too-long'],
});

export const listRegistrations = endpoint('GET /api/v1/off-gate/registrations', {
  summary: '本单位登记过的要求。',
  access: 'signed-in',
  input: z.strictObject({ ...pageInput, unit: UnitCode }),
  reply: pageOf(Registration),
  refusals: ['no-such-record'],
});

export const OffGateDemand = z
  .object({
    id: Id,
    kind: DemandKind,
    title: z.string(),
    ask: z.string(),
    docNumber: z.string().nullable(),
    issuer: UnitCode.nullable(),
    issuerName: z.string().nullable(),
    issuerWords: z.string().nullable().describe('文字中自称的单位'),
    dueAt: Instant.nullable(),
    bearerCount: z.int().describe('几个单位登记了它'),
    /** For one bearer, and for all that have registered it. */
    minutes: Interval,
    totalMinutes: Interval,
    registeredAt: Instant,
  })
  .meta({ id: 'OffGateDemand', description: '未过关事项，计入其发起单位' });
export type OffGateDemand = z.infer<typeof OffGateDemand>;

export const listOffGateDemands = endpoint('GET /api/v1/off-gate', {
  summary: '未过关事项。谁登记的不在其中。',
  access: ['office', 'leader', 'supervisor', 'auditor'],
  input: z.strictObject({
    ...pageInput,
    issuer: UnitCode.exactOptional(),
    unknown: z.enum(['true', 'false']).exactOptional().describe('true 时只列发起单位待查的'),
  }),
  reply: pageOf(OffGateDemand),
});

export const listOffGateFiles = endpoint('GET /api/v1/off-gate/:id/files', {
  summary: '未过关事项的原文。',
  access: ['office', 'supervisor'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ items: z.array(DemandFile.omit({ bytes: true })) }),
  refusals: ['no-such-record'],
});

export const readOffGateFile = endpoint('GET /api/v1/off-gate/:id/files/:sha256', {
  summary: '未过关事项的一份原文。',
  access: ['office', 'supervisor'],
  input: z.strictObject({ id: Id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  reply: z.instanceof(Uint8Array<ArrayBuffer>),
  media: 'application/octet-stream',
  refusals: ['no-such-record'],
});

export const nameIssuer = endpoint('POST /api/v1/off-gate/:id/issuer', {
  summary: '减负办查明未过关事项的发起单位。',
  access: ['office'],
  input: z.strictObject({ id: Id, issuer: UnitCode }),
  reply: OffGateDemand,
  refusals: ['no-such-record', 'unknown-unit', 'four-eyes'],
});
