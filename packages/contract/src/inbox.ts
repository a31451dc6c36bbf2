/** The bearers' side of demands: what is due, answering it, sending it back, and how long it took. */
import { z } from 'zod';
import { DemandDetails, DemandKind } from './demand-details.ts';
import { DemandFile } from './demands.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import { FillState } from './fill-state.ts';
import type { RefusalCode } from './refusal.ts';
import type { Role } from './role.ts';
import { Day, Id, Instant, paragraphs, UnitCode } from './values.ts';

export * from './calendar.ts';
export * from './off-gate.ts';

const MOST_FILE_BYTES = 32 * 1024 * 1024;
const MOST_FILES = 10;
const MOST_MOMENTS = 500;

/** Whether the demand's code obliges anybody today. */
export const CodeState = z
  .enum(['admitted', 'suspended', 'expired', 'withdrawn'])
  .meta({ id: 'CodeState', description: '事项码：有效、暂停、已到期（含办结）、已撤回' });
export type CodeState = z.infer<typeof CodeState>;

export const TaskState = z
  .enum(['new', 'opened', 'answered', 'returned', 'released'])
  .meta({ id: 'TaskState', description: '本单位办到哪一步：未打开、已打开、已答复、已退回、退回已获同意' });
export type TaskState = z.infer<typeof TaskState>;

export const ReturnReason = z
  .object({
    code: z.enum(['no-valid-code', 'expired', 'off-duty-list', 'error-finding']),
    says: z.string().describe('系统给出的退回理由'),
    /** Only a verified clause stands here; everything else says that it has to be confirmed. */
    grounds: z.string().describe('依据：条款、事项登记记录，或“依据待核”'),
    confidence: z.enum(['record', 'verified', 'unverified']),
    quote: z.string().nullable().describe('原文中的话'),
  })
  .meta({ id: 'ReturnReason', description: '退回理由，由系统按规则得出' });
export type ReturnReason = z.infer<typeof ReturnReason>;

const task = {
  demand: Id,
  kind: DemandKind,
  ask: z.string().describe('要做什么，以动词开头'),
  title: z.string(),
  issuer: UnitCode,
  issuerName: z.string(),
  code: z.string().nullable(),
  codeState: CodeState,
  emergency: z.boolean(),
  startsAt: Instant.nullable().describe('会议、检查何时开始'),
  dueAt: Instant.nullable(),
  dueText: z.string().nullable().describe('如“3月6日（周五）18:00”'),
  expiresOn: Day,
  minutes: z.int().nullable().describe('这一次大约几分钟'),
  state: TaskState,
  answeredAt: Instant.nullable(),
  returnedOn: Day.nullable(),
  note: z.string().nullable().describe('发起单位对上次退回的答复'),
  form: FillState.exactOptional().describe('附表填到哪一步：有它就打开附表办，produced 为不用办；没有附表的没有这一项'),
};

export const InboxTask = z
  .object({ ...task, mayReturn: z.boolean().describe('现在可以退回') })
  .meta({ id: 'InboxTask' });
export type InboxTask = z.infer<typeof InboxTask>;

export const Inbox = z
  .object({
    unit: UnitCode,
    today: Day,
    overdue: z.array(InboxTask),
    thisWeek: z.array(InboxTask),
    later: z.array(InboxTask),
    done: z.array(InboxTask).describe('已答复、已退回或已失效的，最近 30 天，最多 100 项'),
    month: z.object({
      month: z.string().describe('YYYY-MM'),
      minutes: z.int().describe('本月各事项合计的可能分钟数'),
      ceilingMinutes: z.int().nullable().describe('每月负担上限；未设定时为 null'),
    }),
  })
  .meta({ id: 'Inbox', description: '一个承接单位的清单' });
export type Inbox = z.infer<typeof Inbox>;

export const Answer = z
  .object({
    text: z.string().nullable(),
    files: z.array(DemandFile),
    unchanged: z.boolean().describe('与上次相同，一键确认'),
    form: z.literal(true).exactOptional().describe('附表已填好，用 exportFills 取发起单位的原表'),
  })
  .meta({ id: 'Answer', description: '承接单位的答复' });
export type Answer = z.infer<typeof Answer>;

export const Task = z
  .object({
    ...task,
    unit: UnitCode,
    version: z.int(),
    details: DemandDetails,
    files: z.array(DemandFile),
    answer: Answer.nullable(),
    known: z
      .object({ demand: Id, title: z.string(), answer: Answer, answeredAt: Instant })
      .nullable()
      .describe('本单位上次对同样要求的答复：没有变化的一键确认'),
    reasons: z.array(ReturnReason).describe('可以退回的理由；为空时不能退回'),
  })
  .meta({ id: 'Task', description: '一个承接单位的一个事项' });
export type Task = z.infer<typeof Task>;

/** Whoever may do something in the name of a bearer. */
const BEARERS: readonly Role[] = ['bearer-clerk', 'unit-lead'];
const ISSUERS: readonly Role[] = ['drafter', 'unit-lead', 'office'];

const ofUnit = { unit: UnitCode, demand: Id };
/** What an offline client keeps and may send late and twice. */
const deed = {
  event: Id.describe('由客户端生成；同一个编号只办一次'),
  saidAt: Instant.exactOptional().describe('离线时实际办理的时刻'),
};

export const readInbox = endpoint('GET /api/v1/inbox', {
  summary: '我的清单：一个承接单位本周、以后、逾期和已办的事项，以及本月用时。',
  access: 'signed-in',
  input: z.strictObject({ unit: UnitCode }),
  reply: Inbox,
  refusals: ['no-such-record'],
});

export const readTask = endpoint('GET /api/v1/inbox/:unit/:demand', {
  summary: '办理一个事项：内容、已知的答复、可以退回的理由。',
  access: 'signed-in',
  input: z.strictObject(ofUnit),
  reply: Task,
  refusals: ['no-such-record'],
});

export const openTask = bearerStep(
  'open',
  '打开事项。只用于实测用时，不向发起单位显示。',
  z.strictObject({ ...ofUnit, ...deed }),
);

export const noteTime = bearerStep(
  'time',
  '正在办理的时刻，由页面自动记录，断网后一并补送。只用于实测用时，不按单位显示。',
  z.strictObject({ ...ofUnit, ...deed, moments: z.array(Instant).min(1).max(MOST_MOMENTS) }),
);

export const answerTask = bearerStep(
  'answer',
  '答复：简短文字、文件，或确认与上次相同。内容相同的重复答复不再记一次。',
  z
    .strictObject({
      ...ofUnit,
      ...deed,
      text: paragraphs(5000).exactOptional(),
      files: z
        .array(z.string().regex(/^[0-9a-f]{64}$/))
        .max(MOST_FILES)
        .exactOptional()
        .describe('已上传文件的 SHA-256'),
      unchanged: z.literal(true).exactOptional().describe('与上次相同'),
      seen: Instant.nullable()
        .exactOptional()
        .describe('办理时看到的答复时刻，没有答复为 null；此后同事另有答复的，为 stale'),
    })
    .refine(
      ({ text, files = [], unchanged }) => unchanged !== undefined || text !== undefined || files.length > 0,
      '请填写答复、选择文件，或确认没有变化',
    )
    .meta({ id: 'TaskAnswer' }),
  ['stale'],
);

export const returnTask = bearerStep(
  'return',
  '退回。理由和条款由系统给出；发起单位看得到单位和理由，看不到经办人。',
  z.strictObject({ ...ofUnit, ...deed }),
);

export const handInFile = endpoint('POST /api/v1/inbox/:unit/files', {
  summary: '上传答复用的文件。',
  access: BEARERS,
  input: z.strictObject({ unit: UnitCode, text: z.string().min(1).max(2_000_000) }),
  upload: z.strictObject({ unit: UnitCode, file: z.file() }).meta({ id: 'FileHandedIn' }),
  mostBytes: MOST_FILE_BYTES,
  reply: DemandFile,
  refusals: ['empty', 'no-such-record'],
});

/** What an issuer sees of one bearer. It holds no person, no minutes, and not whether the bearer has looked. */
export const BearerStatus = z
  .object({
    unit: UnitCode,
    name: z.string(),
    state: z.enum(['waiting', 'answered', 'returned', 'released']),
    answer: Answer.nullable(),
    answeredOn: Day.nullable(),
    returnedOn: Day.nullable(),
    reasons: z.array(ReturnReason),
    note: z.string().nullable(),
  })
  .meta({ id: 'BearerStatus', description: '一个承接单位的答复或退回；不含经办人' });
export type BearerStatus = z.infer<typeof BearerStatus>;

export const listBearerStatuses = endpoint('GET /api/v1/demands/:id/bearers', {
  summary: '各承接单位的答复和退回。发起单位、减负办、领导和监督可见。',
  access: [...ISSUERS, 'leader', 'supervisor', 'auditor'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ items: z.array(BearerStatus) }),
  refusals: ['no-such-record'],
});

export const readAnswerFile = endpoint('GET /api/v1/demands/:id/bearers/:unit/files/:sha256', {
  summary: '答复中的文件。',
  access: 'signed-in',
  input: z.strictObject({ id: Id, unit: UnitCode, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  reply: z.instanceof(Uint8Array<ArrayBuffer>),
  media: 'application/octet-stream',
  refusals: ['no-such-record'],
});

const ofReturn = { id: Id, unit: UnitCode };

export const acceptReturn = endpoint('POST /api/v1/demands/:id/bearers/:unit/accept-return', {
  summary: '同意退回：该单位不再承接。',
  access: ISSUERS,
  input: z.strictObject(ofReturn),
  reply: BearerStatus,
  refusals: ['no-such-record', 'wrong-state'],
});

export const answerReturn = endpoint('POST /api/v1/demands/:id/bearers/:unit/answer-return', {
  summary: '答复退回：说明为什么仍须办理。',
  access: ISSUERS,
  input: z.strictObject({ ...ofReturn, note: paragraphs(1000) }),
  reply: BearerStatus,
  refusals: ['no-such-record', 'wrong-state'],
});

export const listReturnPersons = endpoint('GET /api/v1/demands/:id/returns/persons', {
  summary: '退回的经办人。只有减负办和监督可见，县管理员须先破例，且本人不得属于发起单位。',
  access: ['office', 'supervisor', 'administrator'],
  input: z.strictObject({ id: Id }),
  reply: z.object({
    items: z.array(z.object({ unit: UnitCode, returnedAt: Instant, person: Id, name: z.string() })),
  }),
  refusals: ['no-such-record'],
});

export const reportMeetingHeld = endpoint('POST /api/v1/demands/:id/held', {
  summary: '会议结束后由召集单位登记实际起止时间。',
  access: ISSUERS,
  input: z
    .strictObject({ id: Id, startedAt: Instant, endedAt: Instant })
    .refine(({ startedAt, endedAt }) => Date.parse(startedAt) < Date.parse(endedAt), {
      path: ['endedAt'],
      error: '结束要晚于开始',
    })
    .refine(({ startedAt, endedAt }) => Date.parse(endedAt) - Date.parse(startedAt) <= LONGEST_MEETING_MS, {
      path: ['endedAt'],
      error: '一次会议不超过 7 天',
    })
    .meta({ id: 'MeetingHeld' }),
  reply: z.object({ id: Id, plannedMinutes: z.int(), actualMinutes: z.int() }),
  refusals: ['no-such-record', 'wrong-state'],
});

const LONGEST_MEETING_MS = 7 * 24 * 60 * 60 * 1000;

export const Honesty = z
  .object({
    issuer: UnitCode,
    count: z.int().describe('有实测的次数：一个单位答复一次，或一次会议'),
    estimatedMinutes: z.int().nullable(),
    measuredMinutes: z.int().nullable(),
    ratio: z.number().nullable().describe('实测 ÷ 测算；实测少于 5 次时为 null'),
    explanation: z.string().describe('怎么算的'),
  })
  .meta({ id: 'Honesty', description: '诚信分：发起单位的测算与实测' });
export type Honesty = z.infer<typeof Honesty>;

export const readHonesty = endpoint('GET /api/v1/issuers/:issuer/honesty', {
  summary: '一个发起单位的测算与实测之比。只按发起单位计，不按承接单位显示。',
  access: 'signed-in',
  input: z.strictObject({ issuer: UnitCode }),
  reply: Honesty,
  refusals: ['no-such-record'],
});

/** What a bearer does with a task: one verb. The same event twice is done once. */
function bearerStep<Input extends { unit: string; demand: string; event: string }>(
  name: string,
  summary: string,
  input: z.ZodType<Input>,
  more: readonly RefusalCode[] = [],
): Endpoint<Input, Task> {
  return endpoint(`POST /api/v1/inbox/:unit/:demand/${name}`, {
    summary,
    access: BEARERS,
    input,
    reply: Task,
    refusals: ['no-such-record', 'wrong-state', 'no-grounds', 'key-reused', ...more],
  });
}
