/** Caps: the county's settings, yearly totals of every issuer, the yearly plan, and where a year is heading. */
import { z } from 'zod';
import { SettingKey, SettingValue } from './county-settings.ts';
import { DemandKind, kindNames } from './demand-details.ts';
import { endpoint } from './endpoint.ts';
import { pageInput, pageOf } from './page.ts';
import type { Role } from './role.ts';
import { Day, Id, Instant, line, paragraphs, UnitCode } from './values.ts';

export * from './county-settings.ts';

const OFFICE: readonly Role[] = ['office'];
const SETTERS: readonly Role[] = ['office', 'administrator'];

const MOST_FILE_BYTES = 16 * 1024 * 1024;
const LONGEST_TABLE = 2_000_000;

const Version = z.int().min(0);
const Source = line(200).describe('文件依据，或本县决定的文号');

// What travels in a query or in a path is text.
const Year = z.coerce
  .number()
  .int()
  .min(2000)
  .max(2199)
  .meta({ id: 'Year', description: '年度，2000 至 2199', type: 'integer' });

const setting = {
  key: SettingKey,
  title: z.string(),
  unit: z.string().describe('单位；没有单位的为空'),
  value: SettingValue,
  source: z.string().describe('依据：文件条款，或本县决定的文号'),
  from: Day.nullable().describe('从这一天起执行；系统缺省值为 null'),
  version: Version.describe('0 为系统缺省值'),
};

export const Setting = z.object(setting).meta({ id: 'Setting', description: '某一天执行的一项设定' });
export type Setting = z.infer<typeof Setting>;

/** Everything that was ever set, the last first; the day decides which holds. */
export const SettingHistory = z
  .object({
    ...setting,
    entries: z.array(
      z
        .object({
          version: Version,
          value: SettingValue,
          source: z.string(),
          from: Day,
          by: z.string().describe('设定人'),
          at: Instant,
        })
        .meta({ id: 'SettingEntry' }),
    ),
  })
  .meta({ id: 'SettingHistory', description: '一项设定的由来' });
export type SettingHistory = z.infer<typeof SettingHistory>;

export const listSettings = endpoint('GET /api/v1/settings', {
  summary: '本县各项设定在某一天（缺省为今天）的值和依据；值为 null 的要由本县决定。',
  access: 'signed-in',
  input: z.strictObject({ on: Day.exactOptional() }),
  reply: z.object({ settings: z.array(Setting) }),
});

export const readSetting = endpoint('GET /api/v1/settings/:key', {
  summary: '一项设定今天的值，以及历次设定。',
  access: 'signed-in',
  input: z.strictObject({ key: SettingKey }),
  reply: SettingHistory,
  versioned: true,
});

export const changeSetting = endpoint('PUT /api/v1/settings/:key', {
  summary: '设定一个值，写明依据和执行日；不能早于今天，所以过去的决定不变。',
  access: SETTERS,
  input: z
    .strictObject({ key: SettingKey, value: SettingValue, source: Source, from: Day })
    .meta({ id: 'SettingChange' }),
  reply: SettingHistory,
  versioned: true,
});

/** What is capped: the number of demands of a kind, or the minutes of all kinds together. */
export const CapMeasure = z
  .enum([...DemandKind.options, 'minutes'])
  .meta({ id: 'CapMeasure', description: '控制的量：各类事项的次数，或全部事项的分钟数' });
export type CapMeasure = z.infer<typeof CapMeasure>;

/** What a measure is called. */
export const measureNames: Readonly<Record<CapMeasure, string>> = { ...kindNames, minutes: '用时' };

export const Cap = z
  .object({
    issuer: UnitCode,
    issuerName: z.string(),
    year: z.int(),
    measure: CapMeasure,
    granted: z.int().nullable().describe('核定总量；null 为未核定，只计数、不控制'),
    used: z.int(),
    left: z.int().nullable().describe('余量；为负的是一事一议、应急先行或调减所致'),
    overCap: z.int().describe('其中超出总量、由一事一议或应急先行通过的次数'),
  })
  .meta({ id: 'Cap', description: '一个发起单位一年一类的总量' });
export type Cap = z.infer<typeof Cap>;

export const CapHistory = z
  .object({
    ...Cap.shape,
    version: Version,
    changes: z.array(
      z
        .object({
          version: Version,
          change: z.int(),
          reason: z.string(),
          source: z.string(),
          counterpart: UnitCode.nullable().describe('调剂的对方单位'),
          by: z.string(),
          at: Instant,
        })
        .meta({ id: 'CapChange' }),
    ),
  })
  .meta({ id: 'CapHistory', description: '一项总量的由来' });
export type CapHistory = z.infer<typeof CapHistory>;

export const listCaps = endpoint('GET /api/v1/caps', {
  summary: '各发起单位的年度总量、已用和余量。',
  access: 'signed-in',
  input: z.strictObject({ year: Year, issuer: UnitCode.exactOptional() }),
  reply: z.object({ caps: z.array(Cap) }),
});

const CapKey = z.strictObject({ issuer: UnitCode, year: Year, measure: CapMeasure });

export const readCap = endpoint('GET /api/v1/caps/:issuer/:year/:measure', {
  summary: '一项总量和它的历次核定、调剂。',
  access: 'signed-in',
  input: CapKey,
  reply: CapHistory,
  versioned: true,
  refusals: ['unknown-unit'],
});

const MOST_GRANTED = 1_000_000_000;

export const grantCap = endpoint('PUT /api/v1/caps/:issuer/:year/:measure', {
  summary: '核定总量，写明理由和依据；本县定有全县总量的，各单位合计不能超过。',
  access: OFFICE,
  input: CapKey.extend({
    amount: z.int().min(0).max(MOST_GRANTED),
    reason: paragraphs(1000),
    source: Source,
  }).meta({ id: 'CapGrant' }),
  reply: CapHistory,
  versioned: true,
  refusals: ['unknown-unit', 'over-cap'],
});

export const transferCap = endpoint('POST /api/v1/caps/transfers', {
  summary: '在两个发起单位之间调剂余量，合计不变。',
  access: OFFICE,
  input: z
    .strictObject({
      year: z.int().min(2000).max(2199),
      measure: CapMeasure,
      from: UnitCode,
      to: UnitCode,
      amount: z.int().min(1).max(MOST_GRANTED),
      reason: paragraphs(1000),
      source: Source,
    })
    .refine(({ from, to }) => from !== to, { path: ['to'], error: '不能调剂给本单位' })
    .meta({ id: 'CapTransfer' }),
  reply: z.object({ caps: z.array(Cap) }),
  refusals: ['unknown-unit', 'wrong-state', 'over-cap'],
});

export const CapForecast = z
  .object({
    measure: CapMeasure,
    granted: z.int().nullable(),
    used: z.int(),
    low: z.int(),
    likely: z.int(),
    high: z.int(),
    explanation: z.string().describe('怎么算的'),
  })
  .meta({ id: 'CapForecast', description: '到年底的用量：可能值和九成把握的区间' });
export type CapForecast = z.infer<typeof CapForecast>;

export const forecastCaps = endpoint('GET /api/v1/caps/:issuer/:year/forecast', {
  summary: '一个发起单位各项总量到年底会用多少，以及怎么算的。',
  access: 'signed-in',
  input: z.strictObject({ issuer: UnitCode, year: Year }),
  reply: z.object({ day: Day, forecasts: z.array(CapForecast) }),
  refusals: ['unknown-unit', 'wrong-state'],
});

export const PlanItem = z
  .object({
    year: z.int(),
    number: z.string().describe('计划编号'),
    kind: DemandKind,
    title: z.string(),
    month: z.int().nullable().describe('计划在几月；不定的为 null'),
    issuer: UnitCode,
    issuerName: z.string(),
    count: z.int().describe('计划次数；0 为取消'),
    minutes: z.int().nullable().describe('计划用时，分钟'),
    used: z.int(),
    usedMinutes: z.int(),
  })
  .meta({ id: 'PlanItem', description: '年度计划的一项' });
export type PlanItem = z.infer<typeof PlanItem>;

export const listPlanItems = endpoint('GET /api/v1/plan-items', {
  summary: '年度计划，按编号排列。',
  access: 'signed-in',
  input: z.strictObject({
    ...pageInput,
    year: Year,
    issuer: UnitCode.exactOptional(),
    kind: DemandKind.exactOptional(),
  }),
  reply: pageOf(PlanItem),
});

/** What an import has done, or would do. */
export const PlanImport = z
  .object({
    applied: z.boolean().describe('已写入；试运行或有冲突时为 false，一条也不写'),
    created: z.int(),
    updated: z.int(),
    ignored: z.int().describe('与现有内容相同'),
    conflicts: z.array(z.object({ line: z.int().describe('表格中的行号，从 1 起'), reason: z.string() })),
  })
  .meta({ id: 'PlanImport', description: '导入年度计划的结果' });
export type PlanImport = z.infer<typeof PlanImport>;

const planRequest = {
  year: z.int().min(2000).max(2199),
  dryRun: z.boolean().describe('true 时只报告，不写入'),
};

const PlanTableText = z
  .strictObject({ ...planRequest, text: z.string().min(1).max(LONGEST_TABLE) })
  .meta({ id: 'PlanTableText' });
export type PlanTableText = z.infer<typeof PlanTableText>;

const PlanTableFile = z
  .strictObject({ ...planRequest, file: z.file().describe('XLSX、XLS、ODS 或 CSV（UTF-8、GB18030）') })
  .meta({ id: 'PlanTableFile' });
export type PlanTableFile = z.infer<typeof PlanTableFile>;

export const importPlan = endpoint('POST /api/v1/plan-items/import', {
  summary: '由表格导入年度计划：列为编号、类别、名称、月份、发起单位、次数、用时（分钟）。',
  access: OFFICE,
  input: PlanTableText,
  upload: PlanTableFile,
  mostBytes: MOST_FILE_BYTES,
  reply: PlanImport,
  refusals: ['encrypted', 'damaged', 'unsupported', 'empty', 'took-too-long', 'malformed-form'],
});

const ofYear = z.strictObject({ year: Year });

export const exportPlan = endpoint('GET /api/v1/plan-items/export.csv', {
  summary: '年度计划的 CSV 表格，可原样再导入。',
  access: 'signed-in',
  input: ofYear,
  reply: z.string(),
  media: 'text/csv',
});

export const exportPlanWorkbook = endpoint('GET /api/v1/plan-items/export.xlsx', {
  summary: '年度计划的 XLSX 工作簿，可原样再导入。',
  access: 'signed-in',
  input: ofYear,
  reply: z.instanceof(Uint8Array),
  media: 'application/octet-stream',
});

export const BearerLoad = z
  .object({
    bearer: UnitCode,
    month: z.string().describe('YYYY-MM'),
    minutes: z.int().describe('已准入事项摊到这个月的用时'),
    ceiling: z.int().nullable().describe('本月上限；null 为本县未定'),
    left: z.int().nullable(),
    demands: z.array(z.object({ id: Id, title: z.string(), minutes: z.int() })).describe('用时最多的在前，至多 200 项'),
    explanation: z.string().describe('怎么算的'),
  })
  .meta({ id: 'BearerLoad', description: '一个承接单位一个月的负担' });
export type BearerLoad = z.infer<typeof BearerLoad>;

export const readBearerLoad = endpoint('GET /api/v1/units/:bearer/load', {
  summary: '一个承接单位某月（缺省为本月）的负担、上限和余量。',
  access: 'signed-in',
  input: z.strictObject({
    bearer: UnitCode,
    month: z
      .string()
      .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, '应为 YYYY-MM')
      .exactOptional(),
  }),
  reply: BearerLoad,
  refusals: ['unknown-unit'],
});
