/** What an event means for the caps of the issuer. */
import type { Demand, DemandEvent } from '../demand.ts';

/** How a demand passes, or that what it has used is given back; null where nothing is counted. */
export type Counting = 'within-cap' | 'case-by-case' | 'emergency' | 'give-back' | null;

/**
 * What passes the gate is counted, an emergency always. What is withdrawn before it began is given back; what was
 * refused or merged has never been counted, and an emergency that was overturned has run.
 */
export function countingOf(event: DemandEvent, demand: Pick<Demand, 'state' | 'suspendedFrom'>): Counting {
  if (event.type === 'demand-admitted') return event.caseByCase ? 'case-by-case' : 'within-cap';
  if (event.type === 'emergency-declared') return 'emergency';
  return event.type === 'demand-withdrawn' && hasPassedButNotBegun(demand) ? 'give-back' : null;
}

function hasPassedButNotBegun({ state, suspendedFrom }: Pick<Demand, 'state' | 'suspendedFrom'>): boolean {
  return state === 'admitted' || (state === 'suspended' && suspendedFrom === 'admitted');
}
