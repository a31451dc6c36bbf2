/** Demands: anything an upper body asks of grassroots units, from the draft to the review. */
import { z } from 'zod';
import { DemandDetails, DemandKind } from './demand-details.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import { Transcript } from './recognition.ts';
import type { Role } from './role.ts';
import { Day, Id, Instant, line, paragraphs, UnitCode } from './values.ts';
import { Finding, Interval } from './check.ts';
import { CheaperWay, GateFinding } from './gate.ts';

export * from './demand-details.ts';
export * from './gate.ts';

const MOST_BEARERS = 3000;
const MOST_FILE_BYTES = 32 * 1024 * 1024;

export const DemandState = z
  .enum([
    'draft',
    'screened',
    'consulting',
    'coordinating',
    'admitted',
    'running',
    'suspended',
    'closed',
    'reviewed',
    'merged',
    'refused',
    'withdrawn',
    'expired',
  ])
  .meta({ id: 'DemandState', description: '事项所处的环节' });
export type DemandState = z.infer<typeof DemandState>;

/** What a person may do with a demand now. The page draws its buttons from it. */
export const DemandAction = z
  .enum([
    'revise',
    'submit',
    'consult',
    'declare-emergency',
    'admit',
    'refuse',
    'merge',
    'defer',
    'review-emergency',
    'start',
    'suspend',
    'resume',
    'renew',
    'close',
    'withdraw',
  ])
  .meta({ id: 'DemandAction', description: '本人现在可以办的事' });
export type DemandAction = z.infer<typeof DemandAction>;

/** What a drafter says, or corrects after a file has been read. */
export const DemandDraft = z
  .strictObject({
    title: line(200),
    ask: paragraphs(500).describe('要承接单位做什么，以动词开头的一句话'),
    issuer: UnitCode,
    bearers: z
      .array(UnitCode)
      .min(1)
      .max(MOST_BEARERS)
      .refine((units) => new Set(units).size === units.length, '承接单位有重复'),
    dueAt: Instant.nullable().describe('最迟办结时间'),
    expiresOn: Day.describe('有效期至，到期自动失效'),
    planItem: line(100).nullable().describe('年度计划中的编号'),
    details: DemandDetails,
  })
  .meta({ id: 'DemandDraft' });
export type DemandDraft = z.infer<typeof DemandDraft>;

/** Why the gate does not let a demand pass by itself. */
export const CoordinationReason = z
  .enum(['error-findings', 'over-cap', 'off-plan', 'across-departments', 'own-unit'])
  .meta({ id: 'CoordinationReason', description: '须一事一议的原因' });
export type CoordinationReason = z.infer<typeof CoordinationReason>;

export const Screening = z
  .object({
    at: Instant,
    findings: z.array(Finding).describe('文件中的问题'),
    register: z.array(GateFinding).describe('与登记簿、日历、总量和清单核对的结果'),
    unchecked: z.array(z.string()).describe('尚未建立或本县未定、因而未核对的登记簿'),
    cheaperWays: z.array(CheaperWay).describe('更省的办法，节省多的在前'),
    /** For one bearer, and for all bearers together. */
    perBearerMinutes: Interval,
    totalMinutes: Interval,
    assumptions: z.array(z.string()),
    /** Empty when the issuer's own lead may admit it. */
    coordination: z.array(CoordinationReason),
  })
  .meta({ id: 'Screening', description: '筛查结果' });
export type Screening = z.infer<typeof Screening>;

const summary = {
  id: Id,
  version: z.int(),
  state: DemandState,
  kind: DemandKind,
  title: z.string(),
  ask: z.string(),
  issuer: UnitCode,
  issuerName: z.string(),
  code: z.string().nullable().describe('事项码'),
  dueAt: Instant.nullable(),
  expiresOn: Day,
  emergency: z.boolean(),
  submitted: z.boolean().describe('已提交，等待审定'),
  bearerCount: z.int(),
  totalMinutes: Interval.nullable(),
  errors: z.int().nullable(),
  warnings: z.int().nullable(),
  changedAt: Instant,
};

export const DemandSummary = z.object(summary).meta({ id: 'DemandSummary' });
export type DemandSummary = z.infer<typeof DemandSummary>;

export const DemandFile = z
  .object({ sha256: z.string(), name: z.string(), bytes: z.int() })
  .meta({ id: 'DemandFile', description: '附件，按内容存放' });
export type DemandFile = z.infer<typeof DemandFile>;

/** What it took beside what was estimated. */
export const Comparison = z
  .object({
    estimatedMinutes: z.number().nullable(),
    measuredMinutes: z.number().nullable(),
    count: z.int().describe('有几个承接单位的实测'),
    ratio: z.number().nullable().describe('实测 ÷ 测算；实测不足 5 个承接单位时为 null'),
  })
  .meta({ id: 'Comparison', description: '测算与实测的对照，不显示任何一个单位的用时' });
export type Comparison = z.infer<typeof Comparison>;

export const Demand = z
  .object({
    ...summary,
    bearers: z.array(z.object({ unit: UnitCode, name: z.string() })),
    planItem: z.string().nullable(),
    details: DemandDetails,
    screening: Screening.nullable(),
    files: z.array(DemandFile),
    mergedInto: Id.nullable(),
    comparison: Comparison.nullable().describe('办结后与实测的对照'),
    hasConsultation: z.boolean(),
    actions: z.array(DemandAction),
  })
  .meta({ id: 'Demand', description: '事项' });
export type Demand = z.infer<typeof Demand>;

/** A demand as a document was read, and what the document does not say. */
export const DraftedDemand = Demand.extend({
  toConfirm: z.array(z.string()).describe('文件中没有写明、请起草人确认的各项（JSON Pointer）'),
}).meta({ id: 'DraftedDemand' });
export type DraftedDemand = z.infer<typeof DraftedDemand>;

/** One step of a demand's life, as everyone who may see the demand may see it. */
export const DemandStep = z
  .object({
    version: z.int(),
    type: z.string(),
    at: Instant,
    /** Who decided, by unit; the person is in the audit log. */
    unit: UnitCode.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'DemandStep', description: '事项经过的一步' });
export type DemandStep = z.infer<typeof DemandStep>;

// The office asks things of the grassroots too, and passes the same gate.
const ISSUERS: readonly Role[] = ['drafter', 'unit-lead', 'office'];
const DECIDERS: readonly Role[] = ['unit-lead', 'office', 'leader'];

export const draftDemand = endpoint('POST /api/v1/demands', {
  summary: '起草事项：逐项填写，起草后立即筛查。',
  access: ISSUERS,
  input: DemandDraft,
  reply: Demand,
  refusals: ['unknown-unit'],
});

export const draftFromFile = endpoint('POST /api/v1/demands/from-file', {
  summary: '起草事项：由文件或粘贴的文字读出各项内容，起草人核对更正。',
  access: ISSUERS,
  input: z.strictObject({ issuer: UnitCode, text: z.string().min(1).max(2_000_000) }).meta({ id: 'DraftFromText' }),
  upload: z
    .strictObject({ issuer: UnitCode, file: z.file(), transcript: Transcript.exactOptional() })
    .meta({ id: 'DraftFromFile' }),
  mostBytes: MOST_FILE_BYTES,
  reply: DraftedDemand,
  refusals: ['encrypted', 'damaged', 'unsupported', 'empty', 'needs-transcript', 'took-too-long', 'unknown-unit'],
});

export const readDemandFile = endpoint('GET /api/v1/demands/:id/files/:sha256', {
  summary: '附件原件。',
  access: 'signed-in',
  input: z.strictObject({ id: Id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  reply: z.instanceof(Uint8Array<ArrayBuffer>),
  media: 'application/octet-stream',
  refusals: ['no-such-record'],
});

export const reviseDemand = endpoint('PUT /api/v1/demands/:id/draft', {
  summary: '更正草稿，重新筛查。',
  access: ISSUERS,
  input: DemandDraft.extend({ id: Id }).meta({ id: 'DemandRevision' }),
  reply: Demand,
  versioned: true,
  refusals: ['no-such-record', 'wrong-state', 'unknown-unit'],
});

export const replaceDemandText = endpoint('PUT /api/v1/demands/:id/text', {
  summary: '换上改好的正文，重新筛查；填写的各项不变。',
  access: ISSUERS,
  input: z.strictObject({ id: Id, text: z.string().min(1).max(2_000_000) }).meta({ id: 'ReplacementText' }),
  upload: z
    .strictObject({ id: Id, file: z.file(), transcript: Transcript.exactOptional() })
    .meta({ id: 'ReplacementFile' }),
  mostBytes: MOST_FILE_BYTES,
  reply: Demand,
  versioned: true,
  refusals: [
    ...(['no-such-record', 'wrong-state', 'encrypted', 'damaged', 'unsupported', 'empty'] as const),
    ...(['needs-transcript', 'took-too-long'] as const),
  ],
});

export const readDemand = endpoint('GET /api/v1/demands/:id', {
  summary: '一个事项的现状，以及本人可办的事。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: Demand,
  versioned: true,
  refusals: ['no-such-record'],
});

export const listDemands = endpoint('GET /api/v1/demands', {
  summary: '事项清单，按最近变动排列。',
  access: 'signed-in',
  input: z.strictObject({
    ...pageInput,
    state: z.union([DemandState, z.array(DemandState)]).exactOptional(),
    kind: DemandKind.exactOptional(),
    issuer: UnitCode.exactOptional(),
    bearer: UnitCode.exactOptional(),
  }),
  reply: pageOf(DemandSummary),
});

export const readDemandHistory = endpoint('GET /api/v1/demands/:id/history', {
  summary: '一个事项经过的每一步。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: z.array(DemandStep),
  refusals: ['no-such-record'],
});

const ById = z.strictObject({ id: Id });
const WithReason = z.strictObject({ id: Id, reason: paragraphs(1000) });

export const submitDemand = step('submit', '提交审定。', ISSUERS, ById);

export const consultDemand = step(
  'consult',
  '会商：随机请几个承接单位说适合不适合。',
  [...ISSUERS, 'leader'],
  z.strictObject({ id: Id, question: paragraphs(500) }),
);

export const declareEmergency = step(
  'emergency',
  '应急先行：立即下达，48 小时内补筛查，计入应急使用并公开。',
  ISSUERS,
  z.strictObject({ id: Id, grounds: paragraphs(1000) }),
);

export const admitDemand = step(
  'admit',
  '准予下达，发给事项码。超出总量、计划外或有差错的只能由减负办一事一议。',
  DECIDERS,
  z.strictObject({ id: Id, reason: paragraphs(1000).nullable(), caseByCase: z.boolean() }),
);

export const refuseDemand = step('refuse', '不予准入，说明理由。', DECIDERS, WithReason);

export const mergeDemand = step(
  'merge',
  '并入另一个事项，说明理由。',
  DECIDERS,
  z.strictObject({ id: Id, into: Id, reason: paragraphs(1000) }),
);

export const deferDemand = step(
  'defer',
  '暂缓到某日再议，说明理由。',
  DECIDERS,
  z.strictObject({ id: Id, until: Day, reason: paragraphs(1000) }),
);

export const reviewEmergency = step(
  'emergency/review',
  '应急先行的事后审查。',
  ['office', 'leader'],
  z.strictObject({ id: Id, upheld: z.boolean(), reason: paragraphs(1000) }),
);

export const startDemand = step('start', '下达给承接单位。', ISSUERS, ById);
export const suspendDemand = step('suspend', '暂停，说明理由。', DECIDERS, WithReason);
export const resumeDemand = step('resume', '恢复。', DECIDERS, WithReason);
export const withdrawDemand = step('withdraw', '撤回，说明理由。', [...ISSUERS, 'leader'], WithReason);
export const closeDemand = step('close', '办结。', ISSUERS, ById);

export const renewDemand = step(
  'renew',
  '续期：没有使用的证据不能续。',
  ISSUERS,
  z.strictObject({ id: Id, expiresOn: Day, evidence: paragraphs(1000) }),
);

/** A step of a demand's life: one verb, on the version that the person has seen. */
function step<Input extends { id: string }>(
  name: string,
  what: string,
  access: readonly Role[],
  input: z.ZodType<Input>,
): Endpoint<Input, Demand> {
  return endpoint(`POST /api/v1/demands/:id/${name}`, {
    summary: what,
    access,
    input,
    reply: Demand,
    versioned: true,
    refusals: ['no-such-record', 'wrong-state', 'four-eyes', 'over-cap', 'screening-outdated'],
  });
}
