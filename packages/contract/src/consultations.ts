/** 会商: bearers are asked before a demand passes, and may propose to amend it at any time. */
import { z } from 'zod';
import { DemandKind } from './demand-details.ts';
import { endpoint } from './endpoint.ts';
import type { Role } from './role.ts';
import { Id, Instant, paragraphs, UnitCode } from './values.ts';

const BEARERS: readonly Role[] = ['bearer-clerk', 'unit-lead'];
const ISSUERS: readonly Role[] = ['drafter', 'unit-lead', 'office'];
const WATCHERS: readonly Role[] = [...ISSUERS, 'leader', 'supervisor', 'auditor'];
const LONGEST_WORDS = 1000;

export const Verdict = z.enum(['fit', 'unfit']).meta({ id: 'Verdict', description: '适合、不适合' });
export type Verdict = z.infer<typeof Verdict>;

/** What the issuer sees of one opinion: not whose it is. */
export const Opinion = z
  .object({ id: Id, verdict: Verdict, words: z.string().nullable(), reply: z.string().nullable() })
  .meta({ id: 'Opinion', description: '一条意见；不含单位和个人' });
export type Opinion = z.infer<typeof Opinion>;

export const Consultation = z
  .object({
    demand: Id,
    question: z.string(),
    openedAt: Instant,
    closesAt: Instant,
    isOpen: z.boolean(),
    asked: z.int().describe('随机请了几个承接单位'),
    minutes: z.int().describe('会商本身的用时，计入该事项'),
    answered: z.int(),
    opinions: z.array(Opinion).describe('结束后才显示；没有回答的视为没有不同意见'),
  })
  .meta({ id: 'Consultation', description: '一次会商' });
export type Consultation = z.infer<typeof Consultation>;

/** What a bearer on the panel sees. */
export const Invitation = z
  .object({
    demand: Id,
    title: z.string(),
    ask: z.string(),
    kind: DemandKind,
    issuerName: z.string(),
    minutes: z.int().nullable().describe('每个承接单位一年大约几分钟'),
    question: z.string(),
    closesAt: Instant,
    isOpen: z.boolean(),
    verdict: Verdict.nullable().describe('本单位已作的回答'),
    words: z.string().nullable(),
    reply: z.string().nullable().describe('发起单位的答复'),
    isGuessable: z.boolean().describe('该事项的承接单位不足 3 个，发起单位猜得到是谁答的'),
  })
  .meta({ id: 'Invitation', description: '一份征求意见；可以不回答' });
export type Invitation = z.infer<typeof Invitation>;

export const Amendment = z
  .object({
    id: Id,
    words: z.string(),
    at: Instant,
    replyDueAt: Instant,
    reply: z.object({ adopted: z.boolean(), words: z.string(), at: Instant }).nullable(),
  })
  .meta({ id: 'Amendment', description: '修正建议和答复；发起单位看不到是哪个单位提的' });
export type Amendment = z.infer<typeof Amendment>;

const ofDemand = z.strictObject({ id: Id });

export const readConsultation = endpoint('GET /api/v1/demands/:id/consultation', {
  summary: '一个事项的会商。',
  access: WATCHERS,
  input: ofDemand,
  reply: Consultation,
  refusals: ['no-such-record'],
});

export const replyToOpinion = endpoint('POST /api/v1/demands/:id/consultation/:opinion/reply', {
  summary: '答复一条意见。',
  access: ISSUERS,
  input: z.strictObject({ id: Id, opinion: Id, words: paragraphs(LONGEST_WORDS) }),
  reply: Consultation,
  refusals: ['no-such-record', 'wrong-state'],
});

export const listInvitations = endpoint('GET /api/v1/invitations/:unit', {
  summary: '请本单位提意见的事项：正在征求的，和最近 30 天内结束的。',
  access: BEARERS,
  input: z.strictObject({ unit: UnitCode }),
  reply: z.object({ items: z.array(Invitation) }),
  refusals: ['no-such-record'],
});

export const giveOpinion = endpoint('POST /api/v1/invitations/:unit/:demand', {
  summary: '适合或不适合，可以附一句话。结束前可以改，不回答视为没有不同意见。',
  access: BEARERS,
  input: z.strictObject({
    unit: UnitCode,
    demand: Id,
    event: Id.describe('由客户端生成；同一个编号只办一次'),
    verdict: Verdict,
    words: paragraphs(LONGEST_WORDS).exactOptional(),
  }),
  reply: Invitation,
  refusals: ['no-such-record', 'wrong-state', 'key-reused'],
});

export const proposeAmendment = endpoint('POST /api/v1/demands/:id/amendments', {
  summary: '承接单位随时可以提修正建议，发起单位须按期答复。',
  access: BEARERS,
  input: z.strictObject({
    id: Id,
    unit: UnitCode,
    event: Id.describe('由客户端生成；同一个编号只办一次'),
    words: paragraphs(LONGEST_WORDS),
  }),
  reply: Amendment,
  refusals: ['no-such-record', 'wrong-state', 'key-reused', 'too-many'],
});

export const listAmendments = endpoint('GET /api/v1/demands/:id/amendments', {
  summary: '修正建议和答复。承接单位看到自己提的，发起单位、减负办、领导和监督看到全部。',
  access: 'signed-in',
  input: z.strictObject({ id: Id, unit: UnitCode.exactOptional().describe('只看这个承接单位提的') }),
  reply: z.object({ items: z.array(Amendment) }),
  refusals: ['no-such-record'],
});

export const replyToAmendment = endpoint('POST /api/v1/demands/:id/amendments/:amendment/reply', {
  summary: '答复修正建议：采纳或不采纳，说明理由。',
  access: ISSUERS,
  input: z.strictObject({ id: Id, amendment: Id, adopted: z.boolean(), words: paragraphs(LONGEST_WORDS) }),
  reply: Amendment,
  refusals: ['no-such-record', 'wrong-state'],
});
