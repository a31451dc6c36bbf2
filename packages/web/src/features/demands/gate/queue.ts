import type { Summary } from '../queries.ts';

type Waiting = Pick<Summary, 'id' | 'state' | 'submitted' | 'totalMinutes' | 'changedAt'>;

/** What waits for a decision, the most hours first; among equals whoever has waited longest. */
export function inOrder<Item extends Waiting>(demands: readonly Item[]): Item[] {
  return demands
    .filter(({ state, submitted }) => state === 'coordinating' || submitted)
    .toSorted((a, b) => minutesAtStake(b) - minutesAtStake(a) || Date.parse(a.changedAt) - Date.parse(b.changedAt));
}

/** The likely minutes for all bearers together; a demand whose time is unknown costs nothing yet. */
export function minutesAtStake({ totalMinutes }: Pick<Summary, 'totalMinutes'>): number {
  return totalMinutes?.likely ?? 0;
}

/** The id before or after; the first when none is shown, null at the ends. */
export function neighbour(queue: readonly Pick<Summary, 'id'>[], shown: string | null, step: 1 | -1): string | null {
  const at = queue.findIndex(({ id }) => id === shown);
  if (at === -1) return queue[0]?.id ?? null;
  return queue[at + step]?.id ?? null;
}
