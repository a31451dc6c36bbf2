import { readNumber } from '../../document/numerals.ts';
import type { Statement } from '../../document/statements.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule, type Match } from '../rule.ts';

const ONLINE = /线上|视频|云会议|腾讯会议|钉钉会议|连线|电视电话|直播|网络(?:会议|形式)|远程/u;
const MEETING = /会议?(?!计|员|费|籍|诊|所|展)|大会|培训|会期|召开|散会|收看|碰头|动员|报到|学习班|交流|宣讲/u;
const OTHER_EVENT =
  /接种|开放时间|营业|夏令营|考试|展览|展会|比赛|门诊|服务时间|值班|办理时间|景区|展期|赛期|施工|停水|停电|供水|义诊|集市/u;
const GROUPS = /分组|分团|小组讨论/u;
const CLOCK_SPAN =
  /(?<from>上午|下午|晚上?|早上?|中午)?(?<h1>\d{1,2})(?:[:点时](?<m1>\d{1,2})?分?)?(?:准时)?(?:开始|开|起)?,?\s*(?:[-—–~至到]|直到|预计|开到)+\s*(?<to>上午|下午|晚上?|中午|次日)?(?<h2>\d{1,2})[:点时](?<m2>\d{1,2})?分?(?:结束|散会?)?|(?<from2>上午|下午|晚上?|早上?|中午)?(?<h3>\d{1,2})[:点时](?<m3>\d{1,2})?分?(?:准时)?(?:开始|开|起),\s*(?:预计|约|大约|拟)?(?<to2>上午|下午|晚上?|中午|次日)?(?<h4>\d{1,2})[:点时](?<m4>\d{1,2})?分?(?:左右)?(?:结束|散会?|完)/u;
const DURATION = new RegExp(
  `(?<floor>不(?:得)?(?:少|短|低)于|至少|不下)?(?:(?:会期|历时|时长|为期|安排|连开|持续|一共)[约共为是:需要足满安排]{0,4}(?<days>${NUMBER}|半)个?(?<dayUnit>天|日)(?<dayHalf>半)?|(?<n>${NUMBER}(?:个半)?|半)\\s*个?(?<unit>小时|钟头|分钟)(?<half>半)?)(?!内|前|后|以?内|之内|通知|一)`,
  'u',
);
const WITHIN = /(?:不(?:得)?超过|控制在|压缩?[到在至]|以内|之内|至多|最多|不多于|限)/u;

export const tooLong = defineRule({
  id: 'meeting/too-long',
  title: '会议过长',
  basis: ['provisions-2024.meeting-length'],
  message: '「{quote}」会期约 {minutes} 分钟，超过上限 {limit} 分钟。',
  suggestion: '线上会压到 {online} 分钟以内，其他会压到半天；背景材料会前发文字。',
  cues: '会 时 小时 分钟 天 点 : 日 培训',
  saves: 'attend',
  options: {
    onlineMinutes: { default: 90, source: 'jiangmen-2014', meaning: '线上会议最长分钟数' },
    halfDayMinutes: { default: 240, source: 'provisions-2024.meeting-length', meaning: '其他会议最长分钟数（半天）' },
    groupDays: { default: 1.5, source: 'provisions-2024.meeting-length', meaning: '安排分组讨论的会议最长天数' },
  },
  examples: {
    bad: [
      '会议线上举行,⟦14:00开始,17:20结束⟧。',
      '会议时间:5月18日⟦8:30-18:00⟧。',
      '召开生猪产能视频会,会期约⟦3小时⟧。',
      '大会⟦会期两天⟧,请自备衣物。',
    ],
    good: [
      '会议时间:5月18日9:00-10:20,视频形式。',
      '现场会半天开完。',
      '视频会议一律不得超过90分钟。',
      '疫苗接种点开放时间为8:00-18:00。',
      '会期一天半,含分组讨论。',
    ],
  },
  *find({ statements, document }, options) {
    const aboutMeeting = document.kind === 'meeting-notice';
    for (const statement of statements) {
      if (OTHER_EVENT.test(statement.raw) || !(aboutMeeting || MEETING.test(statement.raw))) continue;
      const held = readDuration(statement);
      if (!held) continue;
      const online = ONLINE.test(statement.raw) || (aboutMeeting && document.meeting?.mode === 'video');
      const limit = online ? options.onlineMinutes : limitOnSite(GROUPS.test(statement.raw), options);
      if (held.minutes <= limit) continue;
      yield { start: held.start, end: held.end, data: { minutes: held.minutes, limit, online: options.onlineMinutes } };
    }
  },
});

function limitOnSite(groups: boolean, options: { halfDayMinutes: number; groupDays: number }): number {
  return groups ? options.groupDays * DAY_MINUTES : options.halfDayMinutes;
}

/** A day of meeting counts as two half days of work. */
const DAY_MINUTES = 480;

function readDuration(statement: Statement): (Match & { minutes: number }) | null {
  const text = statement.announced;
  const span = CLOCK_SPAN.exec(text);
  const minutes = span?.groups ? minutesBetween(span.groups) : null;
  if (span && minutes !== null) return at(statement, span.index, span[0].length, minutes);
  const duration = DURATION.exec(text);
  if (!duration?.groups || (WITHIN.test(text) && duration.groups['floor'] === undefined)) return null;
  const length = durationMinutes(duration.groups);
  return length === null ? null : at(statement, duration.index, duration[0].length, length);
}

function at(statement: Statement, index: number, length: number, minutes: number): Match & { minutes: number } {
  return { start: statement.start + index, end: statement.start + index + length, minutes };
}

type Groups = Readonly<Record<string, string | undefined>>;

function minutesBetween(groups: Groups): number | null {
  const { h1, m1, h2, m2, h3, m3, h4, m4, from2, to2, from = from2, to = to2 } = groups;
  const start = clock(from, h1 ?? h3, m1 ?? m3);
  const end = clock(to, h2 ?? h4, m2 ?? m4) + (to === '次日' ? 1440 : 0);
  const later = end <= start && end + 720 > start ? end + 720 : end;
  return later > start && later - start <= 960 ? later - start : null;
}

function clock(half: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  const hour = Number(hours ?? 0);
  const afternoon = half !== undefined && /下午|晚/u.test(half) && hour < 12 ? 12 : 0;
  return (hour + afternoon) * 60 + Number(minutes ?? 0);
}

const UNIT_MINUTES: Readonly<Record<string, number>> = { 小时: 60, 钟头: 60, 分钟: 1 };

function durationMinutes({ n, unit = '', half, days, dayHalf }: Groups): number | null {
  const value = readNumber(days ?? n ?? '');
  if (value === null || value > 60 * 24) return null;
  const more = half === undefined && dayHalf === undefined ? 0 : 0.5;
  return (value + more) * (days === undefined ? (UNIT_MINUTES[unit] ?? 1) : DAY_MINUTES);
}
