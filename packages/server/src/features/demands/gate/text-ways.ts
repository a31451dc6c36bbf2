/** How the text would be changed by each way that also changes the fields, and the ways that change nothing but the text. */
import { estimateDemandBurden, type Interval } from '@qingzhuang/analysis';
import type { DeepReadonly } from '@qingzhuang/contract';
import { minus, type AskingText, type Rewording, type TextOrder } from '../text-asks.ts';

type Order = DeepReadonly<TextOrder>;

/** As often as that at most, wherever it is ordered more often. */
export function askedLessOften(fewer: number): Rewording {
  return { timesPerYear: fewer, order: (order) => atMost(order, fewer), meeting: (meeting) => atMost(meeting, fewer) };
}

function atMost<Repeated extends { readonly timesPerYear: number; readonly minutes: Interval | number | null }>(
  repeated: Repeated,
  fewer: number,
): Repeated {
  const { timesPerYear, minutes } = repeated;
  if (timesPerYear <= fewer) return repeated;
  const isOfYear = typeof minutes === 'object' && minutes !== null;
  return {
    ...repeated,
    timesPerYear: fewer,
    ...(isOfYear && { minutes: times(minutes, fewer / timesPerYear) }),
  };
}

/** The meeting no longer than that. */
export function heldShorter(minutes: number): Rewording {
  return {
    order: (order) => (order.work === 'attend' ? attendedFor(order, minutes) : order),
    meeting: (meeting) => (meeting.minutes === null || meeting.minutes <= minutes ? meeting : { ...meeting, minutes }),
  };
}

function attendedFor(order: Order, minutes: number): Order {
  const factors = { minutes, occurrences: order.timesPerYear };
  const shorter = estimateDemandBurden([{ activity: 'attend-meeting', factors }], 1).perBearerMinutes;
  return shorter.likely < order.minutes.likely ? { ...order, minutes: shorter } : order;
}

/** Nobody has to travel where the text now says that people come. */
export const HELD_ON_LINE: Rewording = {
  meeting: (meeting) => (meeting.mode === null || meeting.mode === 'video' ? meeting : { ...meeting, mode: 'video' }),
};

export const NOT_HELD: Rewording = {
  order: (order) => (order.work === 'attend' ? null : order),
  meeting: () => null,
};

/** So many fields less, each counted as the text counts it. */
export function withFewerFields(fields: number): Rewording {
  const [all, none] = [fields, 0].map((textFields) => {
    return estimateDemandBurden([{ activity: 'fill-form', factors: { textFields } }], 1).perBearerMinutes;
  });
  if (all === undefined || none === undefined) return {};
  return {
    order(order) {
      if (order.work !== 'fill') return order;
      const saved = minus(all, none);
      return { ...order, minutes: minus(order.minutes, times(saved, order.timesPerYear)) };
    },
  };
}

export interface TextWay {
  readonly way: 'ask-less-often' | 'mend-text';
  readonly proposal: string;
  readonly rewording: Rewording;
}

const MONTHLY = 12;

/** What the text alone orders: what comes back more often than the demand itself, and what the checker finds fault with. */
export function textWays({ asks }: DeepReadonly<AskingText>, timesPerYear: number): readonly TextWay[] {
  if (asks === undefined) return [];
  const often = asks.orders.filter((order) => order.timesPerYear > timesPerYear);
  const rhythms = [...new Set(often.map((order) => order.timesPerYear))];
  const faulty = asks.orders.filter(({ fault }) => fault !== null);
  return [
    ...rhythms.map((rhythm): TextWay => {
      const fewer = rhythm > MONTHLY ? MONTHLY : 1;
      const proposal = `正文里一年${rhythm}次的，改为${fewer === 1 ? '一次' : '每月一次'}`;
      return {
        ...{ way: 'ask-less-often', proposal },
        rewording: { order: (order) => (order.timesPerYear === rhythm ? atMost(order, fewer) : order) },
      };
    }),
    ...faulty.map((one): TextWay => ({
      ...{ way: 'mend-text', proposal: one.fault?.suggestion ?? '' },
      rewording: { order: (order) => (order === one ? mended(order) : order) },
    })),
  ];
}

function mended(order: Order): Order {
  return { ...order, fault: null, minutes: minus(order.minutes, order.fault?.minutesSaved ?? NOTHING) };
}

const NOTHING: Interval = { low: 0, likely: 0, high: 0 };

function times({ low, likely, high }: Interval, factor: number): Interval {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}
