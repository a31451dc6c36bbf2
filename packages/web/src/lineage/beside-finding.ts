/** What a finding about copying or raising has beside it in the superior's text. */
import type { ShownComparison } from './chain-level.ts';
import { inContext } from './in-context.ts';

/** The words of both. */
export interface Beside {
  readonly above: string;
  readonly below: string;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Null for findings about anything else, and where the comparison does not hold the place. */
export function besideFinding(
  finding: Place & { readonly ruleId: string },
  comparison: ShownComparison,
): Beside | null {
  switch (finding.ruleId) {
    case 'task/target-raised': {
      const raised = comparison.raised.items.find(({ subordinate }) => overlap(finding, subordinate));
      return raised ? inContext(raised, comparison) : null;
    }
    case 'lineage/deadline-compressed': {
      const squeezed = comparison.deadlineCompressed.items.find(({ subordinate }) => overlap(finding, subordinate));
      return squeezed ? inContext(squeezed, comparison) : null;
    }
    case 'lineage/copied': {
      const passage = comparison.passages.items.find(
        ({ kind, ...place }) => kind === 'copied' && overlap(finding, place),
      );
      return passage ? { above: passage.superiorQuote, below: passage.quote } : null;
    }
    default:
      return null;
  }
}

function overlap(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}
