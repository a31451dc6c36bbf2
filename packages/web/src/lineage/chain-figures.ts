/** The figures of one level in words, the same on the page and in what is saved from it. */
import { COPIED_TOO_MUCH } from '@qingzhuang/analysis';
import type { Messages } from '../messages/zh.ts';
import { localShare, percentOf, type ShownLevel, sumOf } from './chain-level.ts';

export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What the figure is made of; empty where the value says all. */
  readonly note: string;
  /** Weighs on those below: copied too much, raised, moved forward, added. */
  readonly weighs: boolean;
}

type Words = Pick<Messages, 'chain' | 'duration'>;

/** The copied share first, then what was raised, moved forward and added, then what it costs and what it brings. */
export function figuresOf(level: ShownLevel, messages: Words): readonly Figure[] {
  const { chain: words, duration } = messages;
  const { comparison } = level;
  const beside = comparison === null ? [] : comparedFigures(comparison, words);
  return [
    ...beside,
    {
      name: words.minutes,
      value: level.minutes === null ? words.unknown : duration(level.minutes),
      note: '',
      weighs: false,
    },
    ...(comparison === null ? [] : [addedFigure(level, messages)]),
    localFigure(level, words),
  ];
}

/** The chain in one or two sentences. */
export function headlineOf(levels: readonly ShownLevel[], { chain: words, duration }: Words): readonly string[] {
  const { raised, squeezed, added, minutes } = sumOf(levels);
  const made = raised + squeezed + added === 0 ? words.nothingAdded : words.added(raised, squeezed, added);
  if (minutes === null) return [made];
  const [first, last] = [duration(minutes.first), duration(minutes.last)];
  return [made, first === last ? words.minutesStay(last) : words.minutesFromTo(first, last)];
}

/** Who issued it, as it is called in headings. */
export function nameOf({ issuer, level, title }: ShownLevel, words: Words['chain']): string {
  return issuer ?? (level === null ? title : words.levels[level]);
}

function comparedFigures(comparison: NonNullable<ShownLevel['comparison']>, words: Words['chain']): Figure[] {
  const { copiedShare, raised, deadlineCompressed, addedDemands } = comparison;
  const counts = [
    [words.raised, raised.count],
    [words.squeezed, deadlineCompressed.count],
    [words.demandsAdded, addedDemands.count],
  ] as const;
  return [
    {
      name: words.copied,
      value: `${String(percentOf(copiedShare))}%`,
      note: '',
      weighs: copiedShare >= COPIED_TOO_MUCH,
    },
    ...counts.map(([name, count]) => ({ name, value: String(count), note: '', weighs: count > 0 })),
  ];
}

function addedFigure({ minutesAdded, hoursAdded, bearers }: ShownLevel, { chain: words, duration }: Words): Figure {
  const note =
    hoursAdded === null || bearers === null || Math.abs(hoursAdded) < 1 / 60 ? '' : inAll(hoursAdded, bearers);
  function inAll(hours: number, count: number): string {
    return words.inAll(duration(Math.abs(hours) * 60), count);
  }
  return { name: words.minutesAdded, value: difference(minutesAdded), note, weighs: (minutesAdded ?? 0) >= 1 };

  function difference(minutes: number | null): string {
    if (minutes === null) return words.unknown;
    if (Math.abs(minutes) < 1) return words.same;
    return minutes > 0 ? words.more(duration(minutes)) : words.less(duration(-minutes));
  }
}

function localFigure(level: ShownLevel, words: Words['chain']): Figure {
  const share = localShare(level);
  const { local, measures } = level.measures;
  const value = share === null ? words.noMeasures : `${String(percentOf(share))}%`;
  return { name: words.local, value, note: share === null ? '' : words.localOf(local, measures), weighs: false };
}
