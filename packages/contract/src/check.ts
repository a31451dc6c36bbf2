import { z } from 'zod';
import { endpoint, type DeepReadonly } from './endpoint.ts';

/** The largest request, in bytes: a file, or the longest text in any JSON spelling. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The longest text that one request may carry, in UTF-16 units: about 2,000 pages. */
export const LONGEST_TEXT = 2_000_000;

const Severity = z.enum(['error', 'warning', 'info']);
const RuleLevel = z.enum(['off', 'info', 'warning', 'error']);
const RuleOption = z.union([
  z.string().max(1000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string().max(1000), z.number()])).max(1000),
]);
const Offset = z.int().nonnegative().describe('UTF-16 位置，从 0 起，指向所提取的文字');

/** RFC 3339 with zone; seconds may be left out, as people write it. */
const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/)
  // `Date.parse` alone would take 30 February for 2 March.
  .refine((at) => z.iso.date().safeParse(at.slice(0, 10)).success && !Number.isNaN(Date.parse(at)))
  .refine((at) => at >= '1949-10-01' && at < '2200-01-01', '时间超出范围');

/** Which rules apply: presets in order, then single rules. */
export const CheckConfig = z
  .strictObject({
    extends: z.array(z.string().max(200)).max(20).exactOptional(),
    rules: z
      .record(
        z.string().max(200),
        z.union([RuleLevel, z.tuple([RuleLevel, z.record(z.string().max(200), RuleOption)])], {
          error: '应为 off、info、warning、error 之一，或 [级别, 选项]',
        }),
      )
      .exactOptional(),
  })
  .meta({ id: 'CheckConfig', description: '规则配置：extends 依次套用预设，rules 逐条设定级别和选项。' });
export type CheckConfig = z.infer<typeof CheckConfig>;

const options = {
  receivedAt: Instant.exactOptional().describe('基层收到的时间，用来计算限时，如 2026-03-02T09:00+08:00'),
  withText: z.boolean().exactOptional().describe('为 true 时回复中带 text：位置所指的全文'),
  config: CheckConfig.exactOptional(),
};

export const CheckText = z
  .strictObject({
    text: z.string().max(LONGEST_TEXT).describe('要检查的文字'),
    name: z.string().min(1).max(255).exactOptional().describe('在回复中作为 path，缺省为 -'),
    ...options,
  })
  .meta({ id: 'CheckText' });
export type CheckText = z.infer<typeof CheckText>;

/** In a form, `config` and `withText` are sent as JSON text. */
export const CheckUpload = z
  .strictObject({ file: z.file().describe('DOCX、PDF、OFD、XLSX、HTML 或 TXT 文件'), ...options })
  .meta({ id: 'CheckUpload' });
export type CheckUpload = z.infer<typeof CheckUpload>;

export const Interval = z
  .object({ low: z.number(), likely: z.number(), high: z.number() })
  .meta({ id: 'Interval', description: '区间：下限、可能值、上限' });
export type Interval = z.infer<typeof Interval>;

const Place = z
  .object({
    paragraph: z.int().exactOptional(),
    page: z.int().exactOptional(),
    sheet: z.string().exactOptional(),
    cell: z.string().exactOptional(),
    table: z.int().exactOptional(),
    row: z.int().exactOptional(),
    column: z.int().exactOptional(),
    attachment: z.string().exactOptional(),
  })
  .meta({ id: 'Place', description: '在原文件中的位置，均从 1 起' });

const Exemption = z
  .object({
    class: z.enum([
      ...['NEG', 'DESC', 'SELF', 'UP', 'PUBLIC', 'OTHER', 'OK', 'VOL', 'EMERG', 'LAW', 'STAT', 'MERGED', 'SEC'],
    ] as const),
    grade: z.enum(['shown', 'named', 'bare']),
    proof: z.string(),
  })
  .meta({ id: 'Exemption' });

export const Finding = z
  .object({
    ruleId: z.string(),
    severity: Severity,
    message: z.string(),
    suggestion: z.string(),
    basis: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        clause: z.string(),
        confidence: z.enum(['verified', 'reported', 'unverified']),
      }),
    ),
    exemption: Exemption.nullable(),
    start: Offset,
    end: Offset,
    quote: z.string(),
    place: Place,
    demand: z.int().nullable().describe('document.demands 的序号；针对全文的为 null'),
    hoursSaved: Interval.nullable().describe('采纳建议后每个承接单位每年减少的小时数'),
    rewrite: z.string().nullable().describe('可直接替换 quote 的文字；空串表示删去'),
  })
  .meta({ id: 'Finding' });
export type Finding = DeepReadonly<z.infer<typeof Finding>>;

const Deadline = z
  .object({
    text: z.string(),
    at: z.string().nullable(),
    start: Offset,
    end: Offset,
    leadHours: z.number().nullable().describe('从收到到截止的工作小时数'),
  })
  .meta({ id: 'Deadline' });

const DemandUnit = z
  .object({
    actor: z.string().nullable(),
    action: z.enum([
      ...(['submit', 'fill', 'enter-data', 'upload', 'sign', 'hang', 'set-up', 'hold-meeting', 'relay'] as const),
      ...(['attend', 'install', 'check-in', 'visit', 'appraise', 'receive-inspection', 'second-staff'] as const),
      ...(['pay', 'publicise', 'study', 'other'] as const),
    ]),
    object: z.string().nullable(),
    frequency: z.object({ text: z.string(), timesPerYear: z.number().nullable() }).nullable(),
    quantity: z
      .object({
        text: z.string(),
        value: z.number(),
        unit: z.string(),
        comparator: z.enum(['floor', 'ceiling', 'exact']),
      })
      .nullable(),
    channel: z.string().nullable(),
    proof: z.array(z.string()),
    consequence: z.string().nullable(),
    deadline: z.int().nullable().describe('document.deadlines 的序号'),
    modality: z.number(),
    start: Offset,
    end: Offset,
  })
  .meta({ id: 'DemandUnit' });

const Meeting = z
  .object({
    start: z.string().nullable(),
    end: z.string().nullable(),
    minutes: z.number().nullable(),
    mode: z.enum(['onsite', 'video', 'mixed']).nullable(),
    venue: z.string().nullable(),
    attendees: z.array(z.string()),
  })
  .meta({ id: 'Meeting' });

const CheckedDocument = z
  .object({
    kind: z.enum([
      ...(['document', 'meeting-notice', 'form', 'inspection-notice', 'task-order', 'platform-notice'] as const),
      ...(['chat-message', 'briefing', 'report-upward', 'letter', 'speech', 'minutes', 'regulation'] as const),
    ]),
    genre: z.string().nullable(),
    title: z.string().nullable(),
    docNumber: z.string().nullable(),
    issuer: z.string().nullable(),
    recipients: z.array(z.string()),
    date: z.string().nullable(),
    urgency: z.string().nullable(),
    secrecy: z.string().nullable(),
    attachments: z.array(z.string()),
    bodyCharacters: z.int(),
    meeting: Meeting.nullable(),
    deadlines: z.array(Deadline),
    demands: z.array(DemandUnit),
    unreadable: z.boolean().describe('为 true 时多数文字无法辨认：既不报问题，也不表示没有问题'),
  })
  .meta({ id: 'CheckedDocument' });

const Burden = z
  .object({
    perBearerMinutes: Interval.nullable(),
    assumptions: z.array(z.string()),
    activities: z.array(
      z.object({
        label: z.string(),
        minutes: Interval.nullable(),
        formula: z.string(),
        demand: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'Burden', description: '每个承接单位的负担，以分钟计' });

const Suppressed = z
  .object({
    ruleId: z.string(),
    start: Offset,
    end: Offset,
    quote: z.string(),
    reason: z.string(),
    by: z.enum(['configuration', 'baseline']),
  })
  .meta({ id: 'Suppressed' });

/** A file that was read and checked. */
export const CheckedFile = z
  .object({
    path: z.string(),
    ok: z.literal(true),
    document: CheckedDocument,
    burden: Burden,
    findings: z.array(Finding),
    suppressed: z.array(Suppressed),
    /** Parts that could not be read, such as scanned pages. */
    unread: z.array(z.object({ kind: z.enum(['image', 'scanned-page', 'embedded-object']), place: Place })),
    text: z.string().exactOptional(),
  })
  .meta({ id: 'CheckedFile' });
export type CheckedFile = DeepReadonly<z.infer<typeof CheckedFile>>;

/** The answer of `check`, on the command line (many files) and over HTTP (one). */
export const CheckReport = z
  .object({
    version: z.literal(1),
    files: z.array(CheckedFile),
    summary: z.object({
      files: z.int(),
      errors: z.int(),
      warnings: z.int(),
      infos: z.int(),
      unreadable: z.int(),
      elapsedMs: z.number(),
    }),
  })
  .meta({ id: 'CheckReport' });
export type CheckReport = DeepReadonly<z.infer<typeof CheckReport>>;

export const checkDocument = endpoint('POST /api/v1/check', {
  summary: '检查一份文件或一段文字，回复与命令行 check --format json 相同。内容只在内存中处理，不保存、不记入日志。',
  input: CheckText,
  upload: CheckUpload,
  reply: CheckReport,
  mostBytes: MOST_BYTES,
  refusals: [
    ...(['malformed-json', 'malformed-form', 'invalid-input', 'invalid-configuration'] as const),
    ...(['too-large', 'unsupported-media-type', 'too-many-requests', 'busy'] as const),
    ...(['encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long'] as const),
  ],
});
