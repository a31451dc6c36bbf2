import { freshUntil } from '@qingzhuang/analysis';

/** Nothing is shared for longer than a year without being looked at again. */
export function lastDayOfGrant(today: string): string {
  return freshUntil(today, 'yearly') ?? today;
}
