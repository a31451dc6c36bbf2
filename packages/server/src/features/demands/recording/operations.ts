import type { Db } from '../../../platform/db.ts';
import { clockChange } from '../clocks/clock.ts';
import { applyClockChange } from '../clocks/store.ts';
import { evolve, type Demand, type DemandEvent } from '../demand.ts';
import { appendEvents, saveDemand, type Deed, type DemandKey } from '../store.ts';

/** What happened to a demand, by whom and when. */
export interface Happening extends Deed {
  readonly events: readonly DemandEvent[];
}

/** The one place where a demand changes: appends the events, keeps the tables in step, sets and stops clocks. */
export async function record(
  db: Db,
  key: DemandKey,
  demand: Demand | undefined,
  { events, ...deed }: Happening,
): Promise<Demand> {
  await appendEvents(db, key, demand?.version ?? 0, { events, deed });
  const [first, ...rest] = events;
  if (first === undefined) throw new Error('Nothing happened.');
  const states = rest.reduce<Demand[]>(
    (before, event) => [...before, evolve(before.at(-1), event)],
    [evolve(demand, first)],
  );
  const after = states.at(-1) ?? evolve(demand, first);
  await saveDemand(db, key, after, deed.at);
  for (const [index, event] of events.entries()) {
    await applyClockChange(db, key, clockChange(event, states[index] ?? after, deed.at));
  }
  return after;
}
