import type {
  CheckResult,
  DocumentKind,
  Finding,
  Interval,
  ReportedDocument,
  Severity,
  SourceText,
} from '@qingzhuang/analysis';

/** Who carries the burden, as far as the 主送 line tells. */
export type Bearer = 'village' | 'township' | 'unit';

/** What the first line of the page says, before it is put into words. */
export interface Verdict {
  readonly tone: 'clear' | 'advice' | 'alarm' | 'unknown';
  readonly kind: DocumentKind;
  /** 文种, as printed in the title: 通知, 函. */
  readonly genre: string | null;
  readonly bearer: Bearer;
  /** Minutes for one bearer; null when a factor is unknown. */
  readonly minutes: number | null;
  /** Minutes for one bearer that end when every suggestion is taken; never more than `minutes`. */
  readonly savedMinutes: number | null;
  /** The minutes are those of a whole year, because something recurs. */
  readonly yearly: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Pictures, scanned pages and objects that nobody has read. */
  readonly unreadParts: number;
  readonly reason: 'checked' | 'unreadable' | 'partly-read' | 'secret';
}

/** Sums a result up. A text that was not read in full is never all-clear. */
export function judge(result: CheckResult, source: SourceText): Verdict {
  const counts = countBySeverity(result.findings);
  const minutes = result.burden.perBearerMinutes?.likely ?? null;
  const reason = reasonOf(result, source, counts);
  return {
    tone: toneOf(reason, counts),
    kind: result.document.kind,
    genre: result.document.genre,
    bearer: bearerOf(addresseesOf(result.document)),
    minutes,
    savedMinutes: savedMinutes(result.findings, minutes),
    yearly: result.document.demands.some(({ frequency }) => (frequency?.timesPerYear ?? 1) > 1),
    counts,
    unreadParts: source.unread.length,
    reason,
  };
}

/** Findings by severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/**
 * Likely minutes that end for one bearer. Several findings may lie on one demand, whose hours count once: the largest
 * saving of each demand is taken. Null when no finding states one.
 */
export function savedMinutes(findings: readonly Finding[], most: number | null): number | null {
  const byDemand = new Map<string, Interval>();
  for (const [index, { demand, hoursSaved, severity }] of findings.entries()) {
    if (!hoursSaved || severity === 'info') continue;
    const key = demand === null ? `finding ${String(index)}` : `demand ${String(demand)}`;
    const known = byDemand.get(key);
    if (!known || known.likely < hoursSaved.likely) byDemand.set(key, hoursSaved);
  }
  if (byDemand.size === 0) return null;
  const minutes = [...byDemand.values()].reduce((sum, { likely }) => sum + likely * 60, 0);
  return most === null ? minutes : Math.min(minutes, most);
}

/** The 主送 line, or whom the demands name where a text (a chat, say) has no such line. */
function addresseesOf({ recipients, demands }: ReportedDocument): readonly string[] {
  return recipients.length > 0 ? recipients : demands.flatMap(({ actor }) => (actor === null ? [] : [actor]));
}

/** Whom these words address; mixed or unknown addressees are just units. */
export function bearerOf(recipients: readonly string[]): Bearer {
  const line = recipients.join('、');
  const village = /村|社区|居委会/u.test(line);
  const township = /乡|镇|街道/u.test(line);
  if (village && !township) return 'village';
  return township && !village ? 'township' : 'unit';
}

function reasonOf(result: CheckResult, source: SourceText, counts: Record<Severity, number>): Verdict['reason'] {
  if (result.document.secrecy !== null) return 'secret';
  if (result.document.unreadable) return 'unreadable';
  const nothingFound = counts.error + counts.warning === 0;
  return nothingFound && source.unread.length > 0 ? 'partly-read' : 'checked';
}

function toneOf(reason: Verdict['reason'], counts: Record<Severity, number>): Verdict['tone'] {
  if (reason !== 'checked') return 'unknown';
  if (counts.error > 0) return 'alarm';
  return counts.warning > 0 ? 'advice' : 'clear';
}
