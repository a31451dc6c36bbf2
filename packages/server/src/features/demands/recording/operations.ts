import type { Db } from '../../../platform/db.ts';
import { announceSteps } from '../../webhooks/index.ts';
import { clockChange } from '../clocks/clock.ts';
import { applyClockChange } from '../clocks/store.ts';
import { readRegistered } from '../codes/operations.ts';
import { evolve, type Demand, type DemandEvent } from '../demand.ts';
import { dayAt } from '../gate/day.ts';
import { appendEvents, saveDemand, type Deed, type DemandKey } from '../store.ts';

/** What happened to a demand, by whom and when. */
export interface Happening extends Deed {
  readonly events: readonly DemandEvent[];
}

/** The one place where a demand changes: appends the events, keeps the tables in step, sets and stops clocks, tells webhooks. */
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
  if (after.code !== null) await announce(db, key, { events, states, at: deed.at });
  return after;
}

interface Announced {
  readonly events: readonly DemandEvent[];
  readonly states: readonly Demand[];
  readonly at: string;
}

/** What has no code is not in the register, and nobody outside hears of it. */
function announce(db: Db, key: DemandKey, { events, states, at }: Announced): Promise<void> {
  const steps = events.map(({ type }, index) => ({
    ...{ county: key.county, demand: key.id, type, at },
    version: states[index]?.version ?? 0,
  }));
  return announceSteps(db, steps, () => readRegistered(db, key, dayAt(at)));
}
