/** Spans of time in words: 三日内, 提前五天. */
import { NUMBER_PATTERN, readNumber } from '../../document/numerals.ts';
import { SILENCE } from '../../document/statements.ts';
import type { Heard, Quantity } from './measures-found.ts';

const SPAN = new RegExp(
  `(?<number>${NUMBER_PATTERN})个?(?<unit>工作日|自然日|小时|钟头|分钟|刻钟|日|天|周|星期|礼拜|月|年)`,
  'u',
);
const MINUTES: Readonly<Partial<Record<string, number>>> = {
  分钟: 1,
  刻钟: 15,
  小时: 60,
  钟头: 60,
};
/** Calendar days of a unit. */
const DAYS: Readonly<Partial<Record<string, number>>> = {
  日: 1,
  天: 1,
  自然日: 1,
  周: 7,
  星期: 7,
  礼拜: 7,
  月: 30,
  年: 365,
};
/** Of a working day as of any other, so that 24小时 are 一天. */
const MINUTES_OF_DAY = 1440;

/**
 * How long a span in words is, in minutes of working days: 24小时, 一天 and 一个工作日 are one day, 七天 and 五个工作日 are five.
 * Null without a span or number.
 */
export function minutesOfSpan(text: string): number | null {
  const { number = '', unit = '' } = SPAN.exec(text)?.groups ?? {};
  const count = readNumber(number);
  if (count === null) return null;
  if (unit === '工作日') return count * MINUTES_OF_DAY;
  const days = count * (DAYS[unit] ?? (MINUTES[unit] ?? 0) / MINUTES_OF_DAY);
  return days < 1 ? days * MINUTES_OF_DAY : workingDaysOf(days) * MINUTES_OF_DAY;
}

/** Up to five days in a row may all be worked; of a week five are, and so on. */
function workingDaysOf(days: number): number {
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

const AHEAD = new RegExp(
  `(?:提前|早于)(?:[^,。;\\d${SILENCE}]{0,12}?)(?<ahead>${NUMBER_PATTERN}个?(?:工作日|小时|分钟|日|天|周|月))|(?:召开|举行|开始|开展|实施|活动|开会|到期|届满|期满)(?<counted>${NUMBER_PATTERN}个?(?:工作日|小时|日|天|周))(?:之|以)?前|(?<![\\d月第])(?<before>${NUMBER_PATTERN}个?(?:工作日|小时|日|天))(?:之|以)?前(?=[^,。;]{0,4}(?:报备|通知|告知|申报|申请|公告|送))`,
  'gu',
);

/** 30分钟到场, 线索五天办结: what is done within the time although 内 is not said. */
const DONE_WITHIN =
  /^ ?(?:必须|须|要|就|即)?(?:到[场达位岗]|赶到|响应|处置|处理|处警|办[结理好完]|反馈|答复|回复|上报|报[告送到]|整改|拿出|核[实查完]|修复|更[新换]|销号|完成|送达|出具|录[入完]|清[除理完]|见面|回访|化解|结案)/u;
/** 办理时限五个工作日, 收到后三天报送. */
const LIMITS_BEFORE =
  /(?:时限|期限|限时|限)(?:[^,。;\d]{0,6})$|时间(?:压缩|缩短)(?:到|至|为)$|(?:后|之日起)(?:的|在|于|须)?$/u;

/** Whether the time between these words is one to act in and not one to fill. */
export function isLimit(before: string, after: string): boolean {
  return DONE_WITHIN.test(after)
    ? !/(?:少|低|短)于 ?$|每[日天周月季年]$|至少 ?$|连续 ?$/u.test(before)
    : LIMITS_BEFORE.test(before);
}

const LIMIT = new RegExp(
  `(?<![第每逢隔月年\\d])${NUMBER_PATTERN}(?:个?工作日|个?小时|分钟|天|日|周|个月)(?!之?内|以内|之?前|后|以[上下]|[一二三四五六七八九十\\d])`,
  'gu',
);
/** 当日处置 leaves one day, 立即 none. */
const AT_ONCE =
  /(?<day>当[天日](?:内)?|(?<next>次日|第二天)(?=[^,。;]{0,8}(?:报|处|办|核|反馈|整改|上|录|回|答|到|清|修)))|即[接到报查收发]即[办查改报转核处清]|不过夜|(?:立即|立刻|马上|即时|即刻|当场|第一时间)(?=[^,。;]{0,8}(?:报|处|办|核|反馈|整改|上|录|回|答|到|清|修))/gu;
const TIME_UNITS = /分钟|小时|[日天周月]/u;

/** Deadlines in words and lead times of a sentence. */
export function readSpans(heard: Heard): Quantity[] {
  const { text, start: offset, deadlines } = heard;
  const within = deadlines.flatMap((deadline) => {
    const isHeard = deadline.kind === 'within' && text.charAt(deadline.start - offset) !== SILENCE;
    const minutes = isHeard ? minutesOfSpan(deadline.text) : null;
    return minutes === null ? [] : [quantity('期限', minutes, deadline)];
  });
  if (!TIME_UNITS.test(text)) return [...within, ...readAtOnce(heard)];
  return [...within, ...readLimits(heard), ...readAtOnce(heard), ...readAhead(heard)];
}

function readLimits({ text, start: offset, deadlines }: Heard): Quantity[] {
  return Array.from(text.matchAll(LIMIT)).flatMap(({ 0: said, index }) => {
    const span = { start: offset + index, end: offset + index + said.length };
    if (deadlines.some(({ start, end }) => start < span.end && end > span.start)) return [];
    const before = /[^,。;:\n]*$/u.exec(text.slice(Math.max(0, index - 16), index))?.[0] ?? '';
    const minutes = isLimit(before, text.slice(index + said.length, index + said.length + 8))
      ? minutesOfSpan(said)
      : null;
    return minutes === null ? [] : [quantity('期限', minutes, span)];
  });
}

function readAtOnce({ text, start: offset }: Heard): Quantity[] {
  return Array.from(text.matchAll(AT_ONCE), ({ 0: said, index, groups }) =>
    quantity('期限', daysLeft(groups) * MINUTES_OF_DAY, {
      start: offset + index,
      end: offset + index + said.length,
    }),
  );
}

function daysLeft({ day, next }: Readonly<Partial<Record<string, string>>> = {}): number {
  if (next !== undefined) return 2;
  return day === undefined ? 0 : 1;
}

function readAhead({ text, start: offset }: Heard): Quantity[] {
  if (!/提前|早于|前/u.test(text)) return [];
  return Array.from(text.matchAll(AHEAD)).flatMap(({ 0: said, index, groups = {} }) => {
    const minutes = minutesOfSpan(groups['ahead'] ?? groups['counted'] ?? groups['before'] ?? '');
    const span = { start: offset + index, end: offset + index + said.length };
    return minutes === null ? [] : [quantity('提前量', minutes, span)];
  });
}

function quantity(
  metric: '期限' | '提前量',
  minutes: number,
  { start, end }: { start: number; end: number },
): Quantity {
  return {
    start,
    end,
    numberStart: start,
    numberEnd: end,
    metric,
    family: metric,
    unit: minutes % MINUTES_OF_DAY === 0 ? 'days' : minutes % 60 === 0 ? 'hours' : 'minutes',
    value: minutes,
    upper: minutes,
    comparator: metric === '期限' ? 'ceiling' : 'floor',
    lessIsStricter: metric === '期限',
    rhythm: null,
  };
}
