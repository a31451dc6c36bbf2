/** Spans of time in words: 三日内, 提前五天. */
import { NUMBER_PATTERN, readNumber } from '../document/numerals.ts';
import { SILENCE } from '../document/statements.ts';
import type { Heard } from './measures.ts';
import type { Quantity } from './measures-quantities.ts';

const SPAN = new RegExp(
  `(?<number>${NUMBER_PATTERN})个?(?<unit>工作日|自然日|小时|钟头|分钟|刻钟|日|天|周|星期|礼拜|月|年)`,
  'u',
);
const MINUTES: Readonly<Partial<Record<string, number>>> = {
  分钟: 1,
  刻钟: 15,
  小时: 60,
  钟头: 60,
  工作日: 480,
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
const HOURS_OF_DAY = 24;
const WORKING_MINUTES = 480;

/**
 * Working minutes that a span in words leaves, so that words for one and the same time are equal: 24小时 and 一天 are one day
 * of eight hours, 七天 and 五个工作日 are five. Hours that make no whole days count as they are. Null without a span or number.
 */
export function minutesOfSpan(text: string): number | null {
  const { number = '', unit = '' } = SPAN.exec(text)?.groups ?? {};
  const count = readNumber(number);
  if (count === null) return null;
  const minutes = MINUTES[unit];
  if (minutes !== undefined) return hoursAsDays(count * minutes, unit);
  const days = count * (DAYS[unit] ?? 1);
  return workingDaysOf(days) * WORKING_MINUTES;
}

function hoursAsDays(minutes: number, unit: string): number {
  const days = minutes / (60 * HOURS_OF_DAY);
  return unit !== '工作日' && Number.isInteger(days) ? workingDaysOf(days) * WORKING_MINUTES : minutes;
}

/** Up to four days in a row may all be worked; of a week five are, and so on. */
function workingDaysOf(days: number): number {
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

const AHEAD = new RegExp(
  `(?:提前|早于)(?:[^,。;\\d${SILENCE}]{0,12}?)(?<ahead>${NUMBER_PATTERN}个?(?:工作日|小时|分钟|日|天|周|月))|(?:召开|举行|开始|开展|实施|活动|开会|到期|届满|期满)(?<counted>${NUMBER_PATTERN}个?(?:工作日|小时|日|天|周))(?:之|以)?前`,
  'gu',
);

/** Deadlines in words and lead times of a sentence. */
export function readSpans({ text, start: offset, deadlines }: Heard): Quantity[] {
  const within = deadlines.flatMap((deadline) => {
    const minutes =
      deadline.kind === 'within' && text.charAt(deadline.start - offset) !== SILENCE
        ? minutesOfSpan(deadline.text)
        : null;
    return minutes === null ? [] : [quantity('期限', minutes, deadline)];
  });
  if (!/提前|早于|前/u.test(text)) return within;
  const ahead = Array.from(text.matchAll(AHEAD)).flatMap(({ 0: said, index, groups = {} }) => {
    const minutes = minutesOfSpan(groups['ahead'] ?? groups['counted'] ?? '');
    return minutes === null
      ? []
      : [quantity('提前量', minutes, { start: offset + index, end: offset + index + said.length })];
  });
  return [...within, ...ahead];
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
    unit: minutes % WORKING_MINUTES === 0 ? 'days' : minutes % 60 === 0 ? 'hours' : 'minutes',
    value: minutes,
    upper: minutes,
    comparator: metric === '期限' ? 'ceiling' : 'floor',
    lessIsStricter: metric === '期限',
    rhythm: null,
  };
}
