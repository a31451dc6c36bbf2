import type { Acting } from '../../../platform/context.ts';
import { giveBackCap, spendCap } from '../../caps/index.ts';
import type { Demand, DemandEvent } from '../demand.ts';
import type { DemandKey } from '../store.ts';
import { countingOf } from './counting.ts';

/** Counts what a step means for the issuer's caps, in its own transaction: refuses `over-cap` where nothing is left. */
export async function countAgainstCaps(
  { db, clock }: Pick<Acting, 'db' | 'clock'>,
  { county, id }: DemandKey,
  demand: Demand,
  events: readonly DemandEvent[],
): Promise<void> {
  const when = { day: clock.today(), at: clock.now().toISOString() };
  for (const event of events) {
    const counting = countingOf(event, demand);
    if (counting === 'give-back') await giveBackCap(db, { county, demand: id, ...when });
    else if (counting !== null) {
      const { issuer, details, planItem } = demand.draft;
      await spendCap(db, {
        ...when,
        county,
        demand: id,
        issuer,
        kind: details.kind,
        times: details.timesPerYear,
        // Asking bearers took their time as well.
        minutes: (demand.screening?.totalMinutes.likely ?? 0) + (demand.consultation?.minutes ?? 0),
        planItem,
        passing: counting,
      });
    }
  }
}
