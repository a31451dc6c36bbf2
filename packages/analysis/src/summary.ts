/** Sums over findings, the same on every surface. */
import type { Finding, Interval, ReportedDocument, Severity } from './report.ts';

/**
 * Whether a finding counts in totals, exit codes and hours. An exempt one is shown and counts nowhere; a bare claim of
 * an exemption is no proof and leaves it counting, except for an emergency, which passes on its word.
 */
export function countsInTotals({ exemption }: Finding): boolean {
  return exemption === null || (exemption.grade === 'bare' && exemption.class !== 'EMERG');
}

/** How many findings of each severity count. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) {
    if (countsInTotals(finding)) counts[finding.severity] += 1;
  }
  return counts;
}

const MINUTES_PER_HOUR = 60;

/**
 * Likely minutes a year that end for one bearer if every error and warning is heeded, never more than `most`. Several
 * findings may lie on one demand, whose time counts once: the largest saving is taken. Null when none is known.
 */
export function minutesSaved(findings: readonly Finding[], most: number | null): number | null {
  const largest = new Map<string, Interval>();
  for (const [index, finding] of findings.entries()) {
    const { demand, hoursSaved, severity } = finding;
    if (!hoursSaved || severity === 'info' || !countsInTotals(finding)) continue;
    const key = demand === null ? `finding ${index}` : `demand ${demand}`;
    const known = largest.get(key);
    if (!known || known.likely < hoursSaved.likely) largest.set(key, hoursSaved);
  }
  if (largest.size === 0) return null;
  const minutes = [...largest.values()].reduce((sum, { likely }) => sum + likely * MINUTES_PER_HOUR, 0);
  return most === null ? minutes : Math.min(minutes, most);
}

/** Who carries the burden, as far as the text tells; mixed or unknown addressees are just units. */
export type Bearer = 'village' | 'township' | 'unit';

/** Read from the address line, or from whom the demands name where a text (a chat, say) has none. */
export function bearerOf({ recipients, demands }: ReportedDocument): Bearer {
  const named = recipients.length > 0 ? recipients : demands.flatMap(({ actor }) => (actor === null ? [] : [actor]));
  const line = named.join('、');
  const village = /村|社区|居委会/u.test(line);
  const township = /乡|镇|街道/u.test(line);
  if (village === township) return 'unit';
  return village ? 'village' : 'township';
}
