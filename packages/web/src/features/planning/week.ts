import type { DeepReadonly, inbox } from '@qingzhuang/contract';

export type Week = DeepReadonly<inbox.Week>;
type Day = Week['days'][number];
type Item = Day['items'][number];

/** The week in three numbers. What still waits is among the demands, without hours. */
export function summarise({ days }: Pick<Week, 'days'>): {
  readonly demands: number;
  readonly minutes: number;
  readonly daysOver: number;
} {
  return {
    demands: new Set(days.flatMap(({ items }) => items.map(({ demand }) => demand))).size,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    daysOver: days.filter(isOver).length,
  };
}

/** Whether more is asked on the day than the county allows. A day off allows nothing. */
export function isOver({ minutes, ceilingMinutes }: Pick<Day, 'minutes' | 'ceilingMinutes'>): boolean {
  return ceilingMinutes !== null && minutes > ceilingMinutes;
}

/** Whether a meeting is held on a day on which none should be. */
export function breaksNoMeeting({ kind }: Pick<Item, 'kind'>, { noMeeting }: Pick<Day, 'noMeeting'>): boolean {
  return kind === 'meeting' && noMeeting !== null;
}

/** Every demand of the week by its number. */
export function itemsOf({ days }: Pick<Week, 'days'>): ReadonlyMap<string, Item> {
  return new Map(days.flatMap(({ items }) => items.map((item) => [item.demand, item] as const)));
}

const DAY_MS = 86_400_000;

/** So many days later, `YYYY-MM-DD`. */
export function dayLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
