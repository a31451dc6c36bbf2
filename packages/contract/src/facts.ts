/** Facts: what a county holds of its persons, households, houses, plots and villages, with source and date. */
import { z } from 'zod';
import { ElementKey, Entity } from './catalogue-words.ts';
import { endpoint } from './endpoint.ts';
import { Fact, KEEPERS, MOST_ELEMENTS, purpose, Subject, SubjectId, Value } from './fact-shapes.ts';
import { pageInput, pageOf } from './page.ts';
import type { Role } from './role.ts';
import { Day, Id, Instant, line, UnitCode } from './values.ts';

export { Fact, SourceKind, Subject } from './fact-shapes.ts';
export * from './fact-transfer.ts';

const WATCHERS: readonly Role[] = ['office', 'leader', 'supervisor', 'auditor'];

/** Named once or several times in a query. */
const Elements = z
  .union([z.array(ElementKey).min(1).max(MOST_ELEMENTS), ElementKey.transform((key) => [key])])
  .describe('元素的键，可以给几个；缺省为全部可看的');

export const listSubjects = endpoint('GET /api/v1/subjects', {
  summary: '一个单位及下级的对象和它们的值；敏感值对无权的人掩码，查阅记入审计。',
  access: KEEPERS,
  input: z.strictObject({
    ...pageInput,
    unit: UnitCode,
    entity: Entity,
    elements: Elements.exactOptional(),
    purpose,
  }),
  reply: pageOf(Subject),
  refusals: ['no-such-record'],
});

export const readSubject = endpoint('GET /api/v1/subjects/:id', {
  summary: '一个对象的全部值；查阅记入审计。',
  access: KEEPERS,
  input: z.strictObject({ id: SubjectId, purpose }),
  reply: Subject,
  refusals: ['no-such-record'],
});

export const FactHistory = z
  .object({ items: z.array(Fact.omit({ isFresh: true, isDisputed: true })) })
  .meta({ id: 'FactHistory', description: '一个值的历次记录，由近到远' });
export type FactHistory = z.infer<typeof FactHistory>;

export const readFactHistory = endpoint('GET /api/v1/subjects/:id/facts/:element', {
  summary: '一个值从哪里来、改过几次；查阅记入审计。',
  access: KEEPERS,
  input: z.strictObject({ id: SubjectId, element: ElementKey, purpose }),
  reply: FactHistory,
  refusals: ['no-such-record'],
});

/** What became of one value. */
export const WriteOutcome = z
  .enum(['created', 'updated', 'confirmed', 'unchanged', 'conflict'])
  .meta({ id: 'FactOutcome', description: '新增、更新、核对无误、没有变化、与现有的值冲突' });
export type WriteOutcome = z.infer<typeof WriteOutcome>;

export const correctFact = endpoint('POST /api/v1/subjects/:id/facts', {
  summary: '更正或核对一个值；数源单位的值仍新鲜时不直接改，交数源单位裁定。',
  access: KEEPERS,
  input: z.strictObject({ id: SubjectId, element: ElementKey, value: Value }).meta({ id: 'FactCorrection' }),
  reply: z.object({ outcome: WriteOutcome }),
  confidential: true,
  refusals: ['no-such-record'],
});

export const endSubject = endpoint('POST /api/v1/subjects/:id/end', {
  summary: '对象不再存在（死亡、迁出、拆除、合并），此后不再预填。',
  access: ['unit-lead', 'bearer-clerk'],
  input: z
    .strictObject({ id: SubjectId, on: Day.describe('不能晚于今天'), reason: line(100) })
    .meta({ id: 'SubjectEnd' }),
  reply: Subject.omit({ facts: true }),
  refusals: ['no-such-record', 'wrong-state'],
});

export const restoreSubject = endpoint('POST /api/v1/subjects/:id/restore', {
  summary: '误注销的对象恢复，重新列入预填；注销和恢复都记入审计。',
  access: ['unit-lead', 'bearer-clerk'],
  input: z.strictObject({ id: SubjectId, reason: line(100) }).meta({ id: 'SubjectRestoration' }),
  reply: Subject.omit({ facts: true }),
  refusals: ['no-such-record', 'wrong-state'],
});

export const Conflict = z
  .object({
    id: Id,
    subject: SubjectId,
    entity: Entity,
    unit: UnitCode,
    unitName: z.string().nullable(),
    element: ElementKey,
    elementName: z.string(),
    held: z.object({ value: z.string(), asOf: Day, source: z.string() }).nullable(),
    offered: z.object({ value: z.string(), asOf: Day, source: z.string(), place: z.string().nullable() }),
    state: z.enum(['open', 'kept', 'taken']).describe('待裁定、维持现有的值、采用新的说法'),
    madeAt: Instant,
    mayResolve: z.boolean(),
  })
  .meta({ id: 'FactConflict', description: '两个来源说法不一' });
export type Conflict = z.infer<typeof Conflict>;

export const listConflicts = endpoint('GET /api/v1/facts/conflicts', {
  summary: '说法不一的值：数源单位看自己的元素，村镇看本单位的对象，减负办看还没有数源单位的。',
  access: KEEPERS,
  input: z.strictObject({
    ...pageInput,
    unit: UnitCode.exactOptional(),
    element: ElementKey.exactOptional(),
    state: z.enum(['open', 'kept', 'taken']).exactOptional().describe('缺省为待裁定'),
  }),
  reply: pageOf(Conflict),
});

export const resolveConflict = endpoint('POST /api/v1/facts/conflicts/:id/resolve', {
  summary: '裁定说法不一的值；由数源单位（未指定时由减负办）裁定。',
  confidential: true,
  access: ['drafter', 'unit-lead', 'office'],
  input: z
    .strictObject({ id: Id, take: z.enum(['held', 'offered']), reason: line(200) })
    .meta({ id: 'ConflictResolution' }),
  reply: Conflict,
  refusals: ['no-such-record', 'wrong-state'],
});

export const LookUp = z
  .object({
    id: Id,
    unit: UnitCode.nullable().describe('查的是哪个单位的数据；按编码查询时为 null'),
    by: UnitCode.describe('以哪个单位的名义'),
    elements: z.array(ElementKey),
    subjects: z.int().describe('涉及的对象数'),
    purpose: z.string(),
    demand: Id.nullable(),
    at: Instant,
  })
  .meta({ id: 'FactLookUp', description: '一次查阅个人信息' });
export type LookUp = z.infer<typeof LookUp>;

export const listLookUps = endpoint('GET /api/v1/facts/look-ups', {
  summary: '谁以哪个单位的名义、为什么查阅过个人信息；最近的在前。',
  access: WATCHERS,
  input: z.strictObject({ ...pageInput, by: UnitCode.exactOptional() }),
  reply: pageOf(LookUp),
});

export const KnownShare = z
  .object({
    element: ElementKey,
    subjects: z.int().describe('这些单位里这类对象的个数'),
    known: z.int().describe('其中有值的'),
    fresh: z.int().describe('其中值还新鲜的'),
    asOf: Day.nullable().describe('最近的日期'),
    source: z.string().nullable().describe('最近的来源'),
  })
  .meta({ id: 'KnownShare', description: '县里已掌握多少' });
export type KnownShare = z.infer<typeof KnownShare>;

export const listKnownShares = endpoint('GET /api/v1/facts/known', {
  summary: '一个单位及下级的数据县里已掌握多少、多新、来自哪里；只有个数；乡镇和村的只给本单位、数源单位和监督者。',
  access: 'signed-in',
  input: z.strictObject({ unit: UnitCode, elements: Elements.exactOptional() }),
  reply: z.object({ items: z.array(KnownShare) }),
  refusals: ['no-such-record'],
});
