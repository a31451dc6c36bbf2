import type { Meeting } from '../../document/meeting.ts';
import { readSessions } from '../../document/meeting-time.ts';
import { readNumber } from '../../document/numerals.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { SILENCE, type Statement } from '../../document/statements.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule, type Match } from '../rule.ts';

const ONLINE = /线上|视频|云会议|腾讯会议|钉钉会议|连线|电视电话|直播|网络(?:会议|形式)|远程/u;
const MEETING =
  /(?<!委员)(?<![社机委协商工都才不将也就便能])会议?(?!计|员|费|籍|诊|所|展|馆)|大会|培训会|集中学习|春训|冬训|线上培训|报告厅|会议室|礼堂|会期|召开|散会|收看|碰头|动员|报到|学习班|交流|宣讲/u;
const OTHER_EVENT =
  /接种|开放时间|营业|夏令营|考试|展览|展会|比赛|门诊|服务时间|值班|办理时间|景区|展期|赛期|施工|停水|停电|供水|义诊|集市|股东|年会|董事|列车|到站|手术|学制|赛程|课时|开馆|开放|运动会|演出|放映|窗口|候诊|休假|放假|上次|上回/u;
/** Days alone may tell of a meeting that was; hours are those of one to come. */
const CLOCK = /[\d一二三四五六七八九十](?:[:点]|时(?!间))/u;
const TIME_LINE = /^[^,。]{0,6}(?:时间|会期)[:]/u;
/** A course takes the days that it takes to learn. */
const COURSE = /培训班|研修班|轮训|进修|(?:业务|技能|技术)培训/u;
const GROUPS = /分组|分团|小组讨论/u;
/** A congress takes the days that its law and its elections take. */
const STATUTORY = /(?:人民|党|团|妇女|职工)?代表大会|党代会|人代会|两会|村民(?:代表)?会议/u;
const WHOLE_DAY =
  /全天(?!候|在线|接诊|值)|一整天|整整一天|从早到晚|整天(?=[^。;]{0,8}(?:会|培训))|上午、?下午、?(?:和|连|到)?晚上|从早(?:上)?[^。;,]{0,6}(?:开到|到)晚/u;
const HOUR = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const CLOCK_SPAN = new RegExp(
  `(?<from>上午|下午|晚上?|早上?|中午)?(?<h1>${HOUR})[:点时](?<m1>\\d{1,2}|半)?分?(?:准时)?(?:(?:开始|开会?|起|进(?:会|场)?|入会|来|到会?|报到|集合)[,、]?(?:预计|约|大约|拟|至|到|直到)?|(?:开始|起)[^□。;\\d]{0,12}?(?:开到|开至)|[,、]?(?:[-—–~至到]|直到|开到|一直开?到|持续到|预计)+) *(?<to>上午|下午|晚上?|中午|次日)?(?<h2>${HOUR})[:点时](?<m2>\\d{1,2}|半)?分?(?:左右)?(?:结束|散会?|完|出来|下会|走)?`,
  'u',
);
const DURATION = new RegExp(
  `(?<floor>不(?:得)?(?:少|短|低)于|至少|不下)?(?:(?:会期|历时|时长|为期|安排|连开|持续|连续|一共|开|会议|(?:推进|总结|工作|现场|动员|培训|观摩)会|培训|集中)[约共为是:需要足满安排(]{0,4}(?:不少于|不低于|不短于|至少)?(?<days>${NUMBER}|半)个?(?<dayUnit>天|日)(?<dayHalf>半)?|(?<n>${NUMBER}(?:个半)?|半)\\s*个?(?<unit>小时|钟头|分钟|钟(?![头表声点情楼爱])|h)(?<half>半)?)(?!内|前|后|以?内|之内|通知|一)`,
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
      '会议线上举行,⟦14:00开始,17:20⟧结束。',
      '会议时间:⟦5月18日8:30-18:00⟧。',
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
    let found = false;
    for (const statement of statements) {
      const held = tellsOfMeeting(statement, document) ? readLength(statement, document) : null;
      const match = held && overLimit(held, isOnline(statement.raw, document), GROUPS.test(statement.raw), options);
      if (!match) continue;
      found = true;
      yield match;
    }
    const whole = found || document.kind === 'minutes' ? null : wholeMeeting(document);
    const match = whole && overLimit(whole, document.meeting?.mode === 'video', GROUPS.test(document.text), options);
    if (match) yield match;
  },
});

interface Held extends Span {
  readonly minutes: number;
}

interface Limits {
  readonly onlineMinutes: number;
  readonly halfDayMinutes: number;
  readonly groupDays: number;
}

function overLimit({ start, end, minutes }: Held, online: boolean, groups: boolean, limits: Limits): Match | null {
  const onSite = groups ? limits.groupDays * DAY_MINUTES : limits.halfDayMinutes;
  const limit = online ? limits.onlineMinutes : onSite;
  return minutes > limit ? { start, end, data: { minutes, limit, online: limits.onlineMinutes } } : null;
}

function tellsOfMeeting({ raw }: Statement, document: OfficialDocument): boolean {
  if (OTHER_EVENT.test(raw) || STATUTORY.test(raw) || COURSE.test(document.title ?? '')) return false;
  return (
    document.kind === 'meeting-notice' || MEETING.test(raw) || (TIME_LINE.test(raw) && MEETING.test(document.text))
  );
}

function isOnline(raw: string, { kind, meeting }: OfficialDocument): boolean {
  return ONLINE.test(raw) || (kind === 'meeting-notice' && meeting?.mode === 'video');
}

/** What the notice as a whole says: sessions on several lines, or a length apart from the time. */
function wholeMeeting({ kind, meeting, title }: OfficialDocument): Held | null {
  const minutes = meeting?.minutes ?? null;
  if (minutes === null || (kind !== 'meeting-notice' && kind !== 'chat-message')) return null;
  const about = title ?? '';
  const span = STATUTORY.test(about) || OTHER_EVENT.test(about) ? null : timeOf(meeting);
  return span && { ...span, minutes };
}

function timeOf(meeting: Meeting | null): Span | null {
  if (!meeting) return null;
  const { sessions, spans } = meeting;
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return spans.time;
  return { start: first.start, end: last.end - first.start > LONGEST_QUOTE ? first.end : last.end };
}

const LONGEST_QUOTE = 120;
/** A day of meeting counts as two half days of work. */
const DAY_MINUTES = 480;

function readLength(statement: Statement, document: OfficialDocument): Held | null {
  return readSpans(statement, document) ?? readDuration(statement) ?? readWholeDay(statement);
}

/** Clock times in pairs; sessions of one sentence add up. */
function readSpans(statement: Statement, { text }: OfficialDocument): Held | null {
  const { announced } = statement;
  if (!CLOCK.test(announced)) return null;
  const sessions = readSessions(text, statement.start, statement.end, null).filter(
    ({ start, end, minutes }) =>
      minutes !== null && CLOCK.test(text.slice(start, end)) && announced.charAt(start - statement.start) !== SILENCE,
  );
  const [first] = sessions;
  const last = sessions.at(-1);
  if (first && last) {
    const minutes = sessions.reduce((sum, session) => sum + (session.minutes ?? 0), 0);
    return { start: first.start, end: last.end, minutes };
  }
  const span = CLOCK_SPAN.exec(announced);
  const minutes = span?.groups ? minutesBetween(span.groups) : null;
  return span && minutes !== null ? at(statement, span.index, span[0].length, minutes) : null;
}

function readDuration(statement: Statement): Held | null {
  const text = statement.announced;
  const duration = DURATION.exec(text);
  if (!duration?.groups || (WITHIN.test(text) && duration.groups['floor'] === undefined)) return null;
  const length = durationMinutes(duration.groups);
  if (length === null || (duration.groups['days'] === undefined && length > LONGEST_SITTING)) return null;
  return at(statement, duration.index, duration[0].length, length);
}

function readWholeDay(statement: Statement): Held | null {
  const day = WITHIN.test(statement.announced) ? null : WHOLE_DAY.exec(statement.announced);
  return day && at(statement, day.index, day[0].length, DAY_MINUTES);
}

function at(statement: Statement, index: number, length: number, minutes: number): Held {
  return { start: statement.start + index, end: statement.start + index + length, minutes };
}

type Groups = Readonly<Record<string, string | undefined>>;

function minutesBetween({ from, h1, m1, to, h2, m2 }: Groups): number | null {
  const start = clock(from, h1, m1);
  const end = clock(to, h2, m2) + (to === '次日' ? 1440 : 0);
  const later = end <= start && end + 720 > start ? end + 720 : end;
  return later > start && later - start <= LONGEST_SITTING ? later - start : null;
}

/** A longer span is a period of days or opening hours. */
const LONGEST_SITTING = 960;

function clock(half: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  const hour = readNumber(hours ?? '') ?? 0;
  const afternoon = half !== undefined && /下午|晚/u.test(half) && hour < 12 ? 12 : 0;
  return (hour + afternoon) * 60 + (minutes === '半' ? 30 : Number(minutes ?? 0));
}

const UNIT_MINUTES: Readonly<Record<string, number>> = { 小时: 60, 钟头: 60, 钟: 60, h: 60, 分钟: 1 };

function durationMinutes({ n, unit = '', half, days, dayHalf }: Groups): number | null {
  const value = readNumber(days ?? n ?? '');
  if (value === null || value > 60 * 24) return null;
  const more = half === undefined && dayHalf === undefined ? 0 : 0.5;
  return (value + more) * (days === undefined ? (UNIT_MINUTES[unit] ?? 1) : DAY_MINUTES);
}
