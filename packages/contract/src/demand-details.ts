/** What is special to each of the eight kinds of demand. */
import { z } from 'zod';
import { Day, Id, Instant, line } from './values.ts';

export const DemandKind = z
  .enum(['meeting', 'document', 'form', 'inspection', 'task', 'platform', 'plaque', 'campaign'])
  .meta({ id: 'DemandKind', description: '会议、文件、报表、督检考、任务、平台群组、挂牌、创建达标' });
export type DemandKind = z.infer<typeof DemandKind>;

/** What a kind is called. */
export const kindNames = {
  meeting: '会议',
  document: '文件',
  form: '报表',
  inspection: '督检考',
  task: '任务',
  platform: '平台群组',
  plaque: '挂牌',
  campaign: '创建达标',
} as const satisfies Record<DemandKind, string>;

const MOST_COUNT = 10_000;

function count(): z.ZodInt {
  return z.int().min(0).max(MOST_COUNT);
}

const MOST_OTHER_MINUTES = 100_000;

/** Work that the kind has no field of its own for: without it another kind would be a way to leave work out. */
const OtherMinutes = z
  .int()
  .min(0)
  .max(MOST_OTHER_MINUTES)
  .exactOptional()
  .describe('其他工作：每个承接单位每次共几分钟');

const TimesPerYear = z.int().min(1).max(1000).describe('每年几次，一次性的为 1');

const Meeting = z
  .strictObject({
    kind: z.literal('meeting'),
    mode: z.enum(['onsite', 'video', 'mixed']),
    startsAt: Instant,
    endsAt: Instant,
    /** People whom each bearer sends; 0 when the bearer decides. */
    people: z.int().min(1).max(1000).describe('每个承接单位几人参加'),
    talks: count().describe('每个承接单位准备几份发言'),
    levels: z
      .array(z.enum(['county', 'township', 'village', 'group']))
      .min(1)
      .describe('开到哪些层级'),
    venues: z.array(line(100)).max(200),
    series: line(100).nullable().describe('同一系列的会议用同一个名字'),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
    path: ['endsAt'],
    error: '结束要晚于开始',
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= LONGEST_MEETING_MS, {
    path: ['endsAt'],
    error: '一次会议不超过 7 天',
  })
  .meta({ id: 'MeetingDetails' });

/** Longer is a season of meetings, and no one meeting. */
export const LONGEST_MEETING_MS = 7 * 24 * 60 * 60 * 1000;

const OfficialDocument = z
  .strictObject({
    kind: z.literal('document'),
    genre: line(20).nullable(),
    docNumber: line(60).nullable(),
    parent: z
      .strictObject({ title: line(200), docNumber: line(60).nullable(), demand: Id.nullable() })
      .nullable()
      .describe('所依据的上级文件'),
    characters: z.int().min(0).max(2_000_000),
    reports: count().describe('要报送几份材料'),
    plans: count().describe('要制定几份方案'),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .meta({ id: 'DocumentDetails' });

const Form = z
  .strictObject({
    kind: z.literal('form'),
    fields: z
      .strictObject({
        text: count(),
        number: count(),
        choice: count(),
        date: count(),
        longText: count(),
        file: count(),
        known: count().describe('已有数据、只需核对的字段'),
      })
      .refine((fields) => Object.values(fields).some((number) => number > 0), '至少有一个字段'),
    rows: z.int().min(1).max(1_000_000),
    signatures: count(),
    prints: count(),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .meta({ id: 'FormDetails' });

const Inspection = z
  .strictObject({
    kind: z.literal('inspection'),
    object: line(200).describe('查什么'),
    sites: z.array(line(100)).max(1000),
    from: Day,
    until: Day,
    filingNo: line(60).nullable().describe('备案编号'),
    people: z.int().min(1).max(1000).describe('每个承接单位几人陪同'),
    items: count().describe('要备几项材料'),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: '结束不能早于开始' })
  .meta({ id: 'InspectionDetails' });

const Task = z
  .strictObject({
    kind: z.literal('task'),
    duty: line(200).nullable().describe('履职清单中的事项'),
    reports: count(),
    visits: count().describe('走访户数或巡查处数'),
    photos: count(),
    people: z.int().min(1).max(1000),
    days: z.number().min(0).max(366).describe('每人占用的工作日'),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .meta({ id: 'TaskDetails' });

const Platform = z
  .strictObject({
    kind: z.literal('platform'),
    name: line(100),
    installs: count().describe('要装几个应用、进几个群'),
    entries: count().describe('每次要录几笔'),
    checkIns: count().describe('每次要打几次卡'),
    people: z.int().min(1).max(MOST_COUNT),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .meta({ id: 'PlatformDetails' });

const Plaque = z
  .strictObject({
    kind: z.literal('plaque'),
    name: line(100),
    directoryNo: line(60).nullable(),
    plaques: z.int().min(1).max(MOST_COUNT),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .meta({ id: 'PlaqueDetails' });

const Campaign = z
  .strictObject({
    kind: z.literal('campaign'),
    name: line(100),
    directoryNo: line(60).nullable().describe('创建示范目录编号'),
    items: count().describe('要备几项材料'),
    reports: count(),
    plaques: count(),
    timesPerYear: TimesPerYear,
    otherMinutes: OtherMinutes,
  })
  .meta({ id: 'CampaignDetails' });

export const DemandDetails = z
  .discriminatedUnion('kind', [Meeting, OfficialDocument, Form, Inspection, Task, Platform, Plaque, Campaign])
  .meta({ id: 'DemandDetails', description: '各类事项各自的内容' });
export type DemandDetails = z.infer<typeof DemandDetails>;
