/** The step after the rules that takes out what people have overridden; no rule knows that it exists. */
import type { Finding, Suppressed } from '../report.ts';
import type { Suppression } from './settings.ts';

export interface SuppressionFacts {
  readonly path?: string;
  readonly today?: string;
}

export interface Judged {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Splits findings by the suppressions of the configuration; one that has expired suppresses nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  facts: SuppressionFacts,
): Judged {
  const active = suppressions.filter((suppression) => holds(suppression, facts));
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const by = active.find(({ rule, quote }) => rule === finding.ruleId && finding.quote.includes(quote ?? ''));
    if (!by) kept.push(finding);
    else {
      const { ruleId, start, end, quote } = finding;
      suppressed.push({ ruleId, start, end, quote, reason: by.reason, by: 'configuration' });
    }
  }
  return { findings: kept, suppressed };
}

function holds({ path, until }: Suppression, facts: SuppressionFacts): boolean {
  if (path !== undefined && !(facts.path ?? '').endsWith(path)) return false;
  return until === undefined || facts.today === undefined || facts.today <= until;
}
