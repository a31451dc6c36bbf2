/** The numbers that each county decides for itself: their shapes, and how they are read and set. */
import { z } from 'zod';
import { Day, line } from './values.ts';

const Minutes = z.int().min(1).max(1440);
const Hours = z.int().min(1).max(8784);
const Days = z.int().min(1).max(366);
const Months = z.int().min(1).max(120);
const Count = z.int().min(0).max(1_000_000);
const Share = z.number().min(0).max(1);

const Weekday = z.int().min(1).max(7);
const WeekOfMonth = z.int().min(1).max(5);
const MOST_DAYS = 366;

/** When no meetings are held. What a superior calls is never stopped by it. */
export const NoMeetingRules = z
  .strictObject({
    weekdays: z.array(Weekday).max(7).describe('无会日，1 为周一'),
    weeks: z.array(WeekOfMonth).max(5).describe('无会周，当月第几个周一所在的一周'),
    days: z.array(Day).max(MOST_DAYS).describe('单独规定的无会日'),
    exceptions: z
      .array(z.strictObject({ day: Day, reason: line(200) }))
      .max(MOST_DAYS)
      .describe('例外可以开会的日子和理由'),
  })
  .meta({ id: 'NoMeetingRules', description: '无会日和无会周' });
export type NoMeetingRules = z.infer<typeof NoMeetingRules>;

/** Yearly totals of the county by kind: what its issuers are granted together may not exceed them. */
export const YearlyTotals = z
  .strictObject({
    meeting: Count.exactOptional(),
    document: Count.exactOptional(),
    form: Count.exactOptional(),
    inspection: Count.exactOptional(),
    task: Count.exactOptional(),
    platform: Count.exactOptional(),
    plaque: Count.exactOptional(),
    campaign: Count.exactOptional(),
    minutes: z.int().min(0).max(1_000_000_000).exactOptional(),
  })
  .meta({ id: 'YearlyTotals', description: '全县各类年度总量' });
export type YearlyTotals = z.infer<typeof YearlyTotals>;

/** Hours a month by the nature of the bearing unit. */
export const CeilingHours = z
  .strictObject({
    township: Hours.exactOptional(),
    subdistrict: Hours.exactOptional(),
    village: Hours.exactOptional(),
    community: Hours.exactOptional(),
  })
  .meta({ id: 'CeilingHours', description: '各类承接单位每月负担上限（小时）' });
export type CeilingHours = z.infer<typeof CeilingHours>;

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** `08:00-12:00,14:00-18:00`: in order and apart, so that plain comparison of the texts is enough. */
const WorkHours = z
  .string()
  .max(60)
  .refine((text) => text.split(',').every((span) => CLOCK.test(span)), '应为 08:00-12:00,14:00-18:00 的样子')
  .refine((text) => {
    const times = text.split(/[-,]/);
    return times.every((time, index) => index === 0 || time > (times[index - 1] ?? ''));
  }, '各段须先后有序、互不重叠');

/** Every setting by its key. `null` stands where a county must decide before anything can follow from it. */
export const CountySettings = z
  .strictObject({
    onlineMeetingMinutes: Minutes,
    halfDayMeetingMinutes: Minutes,
    groupMeetingDays: z.number().min(0.5).max(30),
    chiefSpeechMinutes: Minutes,
    otherSpeechMinutes: Minutes,
    comprehensiveMeetingsPerYear: Count,
    speechParadeShare: Share,
    splitMeetingOverlap: Share,
    splitMeetingDays: Days,
    rebroadcastLevels: z.int().min(1).max(5),
    meetingNoticeWorkingDays: z.int().min(0).max(60),
    noMeetingRules: NoMeetingRules,
    onlineMeetingShare: Share.nullable(),
    yearlyTotals: YearlyTotals.nullable(),
    documentCharacters: z.int().min(1).max(100_000),
    specialDocumentCharacters: z.int().min(1).max(100_000),
    longPreambleShare: Share,
    bundledPlans: z.int().min(1).max(100),
    rushFloorDays: z.int().min(0).max(60),
    recollectedShare: Share,
    templateVersions: z.int().min(1).max(100),
    templateVersionDays: Days,
    formBudgetMinutes: Minutes,
    inspectionsPerDay: z.int().min(1).max(100),
    inspectionsPerWeek: z.int().min(1).max(100),
    inspectionsPerMonth: z.int().min(1).max(100),
    fruitlessVisitsPerYear: z.int().min(1).max(100),
    comprehensiveInspectionsPerYear: Count,
    scoreTotal: z.int().min(1).max(10_000),
    scoreIndicators: z.int().min(1).max(10_000),
    hundredPercentFrom: Share,
    secondmentMonths: Months,
    secondmentMonthsInAll: Months,
    secondmentGapMonths: Months,
    zombieIdleMonths: Months,
    revivedSimilarity: Share,
    copiedShare: Share,
    localMeasureShare: Share,
    deadlineCompressedRatio: Share,
    workHours: WorkHours,
    reverseEvaluationWeight: Share.nullable(),
    smallestGroup: z.int().min(3).max(100),
    emergencyReviewHours: z.int().min(1).max(720),
    ceilingHours: CeilingHours.nullable(),
    consultationPanel: z.int().min(1).max(20),
    consultationDays: z.int().min(1).max(30),
    majorHours: z.number().min(1).max(1_000_000),
  })
  .meta({ id: 'CountySettings', description: '本县设定的各项数值' });
export type CountySettings = z.infer<typeof CountySettings>;

export const SettingKey = CountySettings.keyof().meta({ id: 'SettingKey', description: '设定项' });
export type SettingKey = z.infer<typeof SettingKey>;

/** A value as it travels; which values a key takes is said by `CountySettings`. */
export const SettingValue = z
  .unknown()
  .meta({ id: 'SettingValue', description: '设定值，见 CountySettings 的同名字段' });
