import {
  bearerOf,
  countBySeverity,
  minutesSaved,
  type Bearer,
  type CheckResult,
  type DocumentKind,
  type Severity,
  type SourceText,
} from '@qingzhuang/analysis';

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
    bearer: bearerOf(result.document),
    minutes,
    savedMinutes: minutesSaved(result.findings, minutes),
    yearly: result.document.demands.some(({ frequency }) => (frequency?.timesPerYear ?? 1) > 1),
    counts,
    unreadParts: source.unread.length,
    reason,
  };
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
