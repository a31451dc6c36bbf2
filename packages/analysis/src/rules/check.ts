/** Document in, findings with clauses out: runs the rules, then exemptions, severities, order and suppressions. */
import { estimateBurden, hoursSavedBy, timesPerYearOf, type DemandMinutes } from '../burden/document-burden.ts';
import { firstIndex } from '../document/ascending.ts';
import { findExemption } from '../document/exemptions.ts';
import { PlaceFinder } from '../document/places.ts';
import { readDocument, type OfficialDocument } from '../document/read-document.ts';
import { plainSource, type SourceText } from '../document/source-text.ts';
import type { Statement } from '../document/statements.ts';
import { ComparedSuperior } from '../lineage/compared-superior.ts';
import type { CheckResult, ClearedCandidate, Exemption, Finding, Severity } from '../report.ts';
import { createCandidateFinder } from './engine.ts';
import { rules as allRules } from './index.ts';
import { cite } from './instruments.ts';
import { reportDocument } from './report-document.ts';
import { rewriteOf } from './rewrites.ts';
import type { Match, Reading, Rule } from './rule.ts';
import { resolveSettings, type CheckConfig } from './settings.ts';
import { applySuppressions } from './suppression.ts';

/** A configuration, checked against the rules and ready for use. */
export interface Checker {
  /** Never throws on any text. */
  check(source: SourceText | string, facts?: CheckFacts): CheckResult;
}

/** What the caller knows about this reading of the text. */
export interface CheckFacts {
  /** When the bearer received it, RFC 3339 with zone. */
  readonly receivedAt?: string;
  /** Documents of superiors that this one carries out; rules of lineage read it beside them. */
  readonly superiors?: readonly (SourceText | string)[];
  /** For suppressions by path. */
  readonly path?: string;
  /** The day on which suppressions are judged, `YYYY-MM-DD`. Without it none expires. */
  readonly today?: string;
}

interface ActiveRule {
  readonly rule: Rule;
  readonly level: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Throws `ConfigurationError` with every mistake it finds. */
export function createChecker(config: CheckConfig = {}): Checker {
  const settings = resolveSettings(config, allRules);
  const active: ActiveRule[] = allRules.flatMap((rule) => {
    const { level, options } = settings.get(rule.id) ?? { level: 'off', options: {} };
    return level === 'off' ? [] : [{ rule, level, options }];
  });
  const findCandidates = createCandidateFinder(active.map(({ rule }) => rule));

  function applyRules({ document, superiors }: Omit<Reading, 'statements'>, reporter: Reporter): void {
    const candidates = findCandidates(document.statements);
    for (const [index, { rule, level, options }] of active.entries()) {
      const statements = candidates[index] ?? [];
      if (statements.length === 0 && rule.cueWords.length > 0 && superiors.length === 0) continue;
      for (const match of rule.find({ statements, document, superiors }, options)) reporter.report(rule, level, match);
    }
  }

  return {
    check(given, facts = {}) {
      const document = readDocument(sourceOf(given), facts);
      const superiors = (facts.superiors ?? []).map(
        (superior) => new ComparedSuperior(document, readDocument(sourceOf(superior))),
      );
      const { burden, byDemand } = estimateBurden(document);
      const reporter = new Reporter(document, byDemand, superiors.length > 0);
      if (!document.unreadable) applyRules({ document, superiors }, reporter);
      const findings = reporter.findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
      return {
        document: reportDocument(document),
        burden,
        ...applySuppressions(findings, config.suppressions ?? [], facts),
        cleared: reporter.cleared,
      };
    },
  };
}

function sourceOf(given: SourceText | string): SourceText {
  return typeof given === 'string' ? plainSource(given) : given;
}

/** What a rule calls the text of a superior where it would have to look. */
const SUPERIOR_TEXT = '上级来文';

/** Turns matches into findings, one for each piece of evidence and rule. */
class Reporter {
  readonly findings: Finding[] = [];
  readonly cleared: ClearedCandidate[] = [];
  private readonly document: OfficialDocument;
  private readonly minutes: DemandMinutes;
  /** A superior's document was there to look it up in. */
  private readonly isCompared: boolean;
  private readonly places: PlaceFinder;

  constructor(document: OfficialDocument, minutes: DemandMinutes, isCompared: boolean) {
    this.document = document;
    this.isCompared = isCompared;
    this.minutes = minutes;
    this.places = new PlaceFinder(document.source);
  }

  report(rule: Rule, level: Severity, match: Match): void {
    const { normalised, source } = this.document;
    const start = normalised.toSource(match.start);
    const end = normalised.toSourceEnd(match.end);
    const quote = source.text.slice(start, end);
    if (match.cleared) {
      this.cleared.push({ ruleId: rule.id, ...match.cleared, start, end, quote });
      return;
    }
    const statement = this.statementAt(match.start);
    const exemption = findExemption(this.document, statement, rule.deaf);
    const demand = this.demandAt(match.start, match.end, statement);
    this.findings.push({
      ruleId: rule.id,
      severity: severityUnder(exemption, level),
      message: fill(rule.message, match, quote) + this.notes(rule, exemption),
      suggestion: fill(rule.suggestion, match, quote),
      basis: rule.basis.map((key) => cite(key)),
      exemption,
      start,
      end,
      quote,
      place: this.places.placeOf(start),
      demand,
      hoursSaved: hoursSavedBy(rule.saves, this.workOf(demand)),
      rewrite: rewriteOf(rule.id, match, this.document),
    });
  }

  private notes(rule: Rule, exemption: Exemption | null): string {
    const isKnown = rule.register === undefined || (this.isCompared && rule.register === SUPERIOR_TEXT);
    const unchecked = isKnown ? '' : `（未核对${rule.register}）`;
    if (!exemption) return unchecked;
    if (exemption.class === 'EMERG' && exemption.grade === 'bare')
      return `${unchecked}（称情况紧急，先行通过，48小时内复核）`;
    return (
      unchecked + (exemption.grade === 'shown' ? `（依据已写明：${exemption.proof}）` : `（待核：${exemption.proof}）`)
    );
  }

  private workOf(index: number | null): Parameters<typeof hoursSavedBy>[1] {
    const demand = index === null ? undefined : this.document.demands[index];
    if (index === null || !demand) return null;
    return { action: demand.action, minutes: this.minutes[index] ?? null, timesPerYear: timesPerYearOf(demand) };
  }

  private statementAt(offset: number): Statement | null {
    const { statements } = this.document;
    const statement = statements[firstIndex(statements, ({ end }) => end > offset)];
    return statement && statement.start <= offset ? statement : null;
  }

  /** The demand that the evidence touches, else the first of its sentence. */
  private demandAt(start: number, end: number, sentence: Statement | null): number | null {
    const { demands } = this.document;
    const touched = firstIndex(demands, (demand) => demand.end > start);
    if ((demands[touched]?.start ?? Infinity) < end) return touched;
    if (!sentence) return null;
    const first = firstIndex(demands, ({ statement }) => statement >= sentence.index);
    return demands[first]?.statement === sentence.index ? first : null;
  }
}

/** An emergency passes even on its word, for review; any other bare claim lowers by one step only. */
function severityUnder(exemption: Exemption | null, level: Severity): Severity {
  if (!exemption) return level;
  if (exemption.grade !== 'bare' || exemption.class === 'EMERG') return 'info';
  return level === 'error' ? 'warning' : 'info';
}

function fill(template: string, { data = {} }: Match, quote: string): string {
  if (!template.includes('{')) return template;
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => (name === 'quote' ? quote : String(data[name] ?? '')));
}
