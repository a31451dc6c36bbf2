import type { Rulebook } from './check-protocol.ts';

/** The rules and profiles the checker knows, as the page shows them. */
export function describeRules(): Rulebook {
  return { rules: [], profiles: [] };
}
