/** Calendars: a feed for one unit's phone, and the week of a town for whoever plans. */
import { z } from 'zod';
import { DemandKind } from './demand-details.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, Instant, UnitCode } from './values.ts';

export const CalendarFeed = z
  .object({ id: Id, unit: UnitCode, madeAt: Instant })
  .meta({ id: 'CalendarFeed', description: '一个日历订阅地址' });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

export const createFeed = endpoint('POST /api/v1/calendar-feeds', {
  summary: '得到一个日历订阅地址。地址只显示这一次，谁有它谁就能看；可以随时作废。',
  access: 'signed-in',
  input: z.strictObject({ unit: UnitCode }),
  reply: CalendarFeed.extend({ path: z.string().describe('订阅地址，接在网址之后') }),
  confidential: true,
  refusals: ['no-such-record', 'wrong-state'],
});

export const listFeeds = endpoint('GET /api/v1/calendar-feeds', {
  summary: '我的日历订阅地址。',
  access: 'signed-in',
  reply: z.object({ items: z.array(CalendarFeed) }),
});

export const revokeFeed = endpoint('DELETE /api/v1/calendar-feeds/:id', {
  summary: '作废一个日历订阅地址。',
  access: 'signed-in',
  input: z.strictObject({ id: Id }),
  reply: CalendarFeed,
  refusals: ['no-such-record'],
});

/** `:token.ics`: the county's code, a secret, and the ending that calendars look for. */
export const readFeed = endpoint('GET /api/v1/calendar/:feed', {
  summary: '一个单位的日历（iCalendar）。地址就是凭证。',
  input: z.strictObject({ feed: z.string().max(80) }),
  reply: z.string(),
  media: 'text/calendar',
  refusals: ['no-such-record', 'too-many-requests'],
});

export const WeekItem = z
  .object({
    demand: Id,
    kind: DemandKind,
    title: z.string(),
    ask: z.string(),
    issuer: UnitCode,
    issuerName: z.string(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    bearers: z.int().describe('这个单位及其下级中有几个承接'),
    minutes: z.int().nullable().describe('每个承接单位这一次大约几分钟'),
    waiting: z.boolean().describe('还在等审定；只有减负办和领导看得到'),
  })
  .meta({ id: 'WeekItem' });
export type WeekItem = z.infer<typeof WeekItem>;

export const Clash = z
  .object({
    demands: z.tuple([Id, Id]),
    from: Instant,
    until: Instant,
    bearers: z.int().describe('有几个单位同时要承接两项'),
  })
  .meta({ id: 'Clash', description: '撞期：同一单位同一时间要承接两项' });
export type Clash = z.infer<typeof Clash>;

export const MergeOffer = z
  .object({
    demand: Id.describe('等着审定的'),
    into: Id.describe('可以并入的'),
    bearers: z.int().describe('有几个单位两项都要承接'),
  })
  .meta({ id: 'MergeOffer', description: '合并的建议：等着审定的一项与同一周的另一项内容相近、承接单位重合' });
export type MergeOffer = z.infer<typeof MergeOffer>;

export const WeekDay = z
  .object({
    day: Day,
    dayText: z.string(),
    items: z.array(WeekItem),
    minutes: z.int().describe('这一天合计，分钟；还在等审定的不计'),
    ceilingMinutes: z
      .int()
      .nullable()
      .describe('这些单位一天的上限合计：月上限除以当月工作日；休息日为 0，本县未定的为 null'),
    noMeeting: z
      .enum(['weekday', 'week', 'day'])
      .nullable()
      .describe('无会日：每周固定、无会周或单独规定；不是的为 null'),
  })
  .meta({ id: 'WeekDay' });

export const Week = z
  .object({
    unit: UnitCode,
    from: Day,
    until: Day,
    days: z.array(WeekDay),
    clashes: z.array(Clash),
    merges: z.array(MergeOffer),
  })
  .meta({ id: 'Week', description: '一个单位及其下级一周内的全部事项' });
export type Week = z.infer<typeof Week>;

export const readWeek = endpoint('GET /api/v1/weeks/:unit', {
  summary: '统筹用：一个单位及其下级这一周要承接的全部事项，标出撞期。',
  access: 'signed-in',
  input: z.strictObject({ unit: UnitCode, day: Day.exactOptional().describe('这一周的任何一天，缺省为今天') }),
  reply: Week,
  refusals: ['no-such-record'],
});
