/** Compares what the checker says with the labels of a set. Pure: the checker is an argument. */
import type { CheckResult, Checker, Finding, Severity } from '../src/index.ts';
import type { EvaluationSet, Label, LabelledDocument, LabelledSentence } from './evaluation-set.ts';
import { scoreFields, type FieldOutcome } from './field-scoring.ts';
import { occurrences } from './occurrences.ts';

type Outcome = 'hit' | 'missed' | 'false';

/** One decision about one rule in one text. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly rule: string;
  readonly severity: Severity;
  /** Id of the sentence or file of the document. */
  readonly text: string;
  /** The labelled words for a hit or a miss, the words of the finding for a false one. */
  readonly quote: string;
  readonly where: 'sentence' | 'document';
}

export interface Score {
  readonly verdicts: readonly Verdict[];
  readonly fields: readonly FieldOutcome[];
}

export interface Tally {
  readonly hits: number;
  readonly falses: number;
  readonly misses: number;
  /** 0 to 1; 1 when nothing was said, respectively nothing was expected. */
  readonly precision: number;
  readonly recall: number;
}

/** Their evidence is the make-up of the whole text, so a finding anywhere in it meets the label. */
const WHOLE_TEXT_RULES: ReadonlySet<string> = new Set([
  'document/too-long',
  'document/long-preamble',
  'document/relay-only',
  'document/informal-directive',
  'document/internal-division',
  'document/department-commands-committee',
  'document/coordination-body-command',
  'document/bundled-plans',
]);

type Severities = Readonly<Record<string, Severity>>;

/** Runs the checker over every text of the set. */
export function scoreSet(set: EvaluationSet, checker: Checker, severities: Severities): Score {
  const verdicts: Verdict[] = set.sentences.flatMap((sentence) =>
    scoreSentence(sentence, check(checker, sentence), severities),
  );
  const fields: FieldOutcome[] = [];
  for (const document of set.documents) {
    const result = check(checker, document);
    verdicts.push(...scoreDocument(document, result, severities));
    fields.push(...scoreFields(document, result.document));
  }
  return { verdicts, fields };
}

/** Counts hits, false findings and misses among the verdicts. */
export function tally(verdicts: readonly Verdict[]): Tally {
  const hits = count(verdicts, 'hit');
  const falses = count(verdicts, 'false');
  const misses = count(verdicts, 'missed');
  return { hits, falses, misses, precision: share(hits, hits + falses), recall: share(hits, hits + misses) };
}

/** A finding with an exemption has not fired; a rule counts once in a sentence. */
export function scoreSentence(sentence: LabelledSentence, result: CheckResult, severities: Severities): Verdict[] {
  const fired = result.findings.filter(({ exemption }) => exemption === null);
  const base = { text: sentence.id, where: 'sentence' } as const;
  const expected = sentence.expect.map((rule): Verdict => {
    const outcome = fired.some(({ ruleId }) => ruleId === rule) ? 'hit' : 'missed';
    return { ...base, outcome, rule, severity: severityOf(rule, severities), quote: sentence.spans.join(' … ') };
  });
  const allowed = new Set([...sentence.expect, ...(sentence.optional ?? [])]);
  const firstOfRule = new Map(fired.toReversed().map((finding) => [finding.ruleId, finding]));
  const wrong = [...firstOfRule.values()]
    .filter(({ ruleId }) => !allowed.has(ruleId))
    .map((finding): Verdict => ({ ...base, ...falseVerdict(finding) }));
  return [...expected, ...wrong];
}

/** A label is found when a finding of its rule overlaps its quote; a finding that overlaps none is false. */
export function scoreDocument(document: LabelledDocument, result: CheckResult, severities: Severities): Verdict[] {
  const fired = result.findings.filter(({ exemption }) => exemption === null);
  const base = { text: document.file, where: 'document' } as const;
  const expected = document.expect.map((label): Verdict => {
    const outcome = fired.some((finding) => meets(finding, label, document.text)) ? 'hit' : 'missed';
    return { ...base, outcome, rule: label.rule, severity: severityOf(label.rule, severities), quote: label.quote };
  });
  const allowed = [...document.expect, ...(document.optional ?? [])];
  const wrong = fired
    .filter((finding) => !allowed.some((label) => meets(finding, label, document.text)))
    .map((finding): Verdict => ({ ...base, ...falseVerdict(finding) }));
  return [...expected, ...wrong];
}

function meets(finding: Finding, label: Label | string, text: string): boolean {
  if (typeof label === 'string') return finding.ruleId === label;
  if (finding.ruleId !== label.rule) return false;
  if (WHOLE_TEXT_RULES.has(label.rule)) return true;
  return occurrences(text, label.quote).some(({ start, end }) => finding.start < end && start < finding.end);
}

function falseVerdict({ ruleId, severity, quote }: Finding): Pick<Verdict, 'outcome' | 'rule' | 'severity' | 'quote'> {
  return { outcome: 'false', rule: ruleId, severity, quote };
}

function count(verdicts: readonly Verdict[], outcome: Outcome): number {
  return verdicts.filter((verdict) => verdict.outcome === outcome).length;
}

function severityOf(rule: string, severities: Severities): Severity {
  return severities[rule] ?? 'warning';
}

function check(checker: Checker, text: { readonly text: string; readonly receivedAt?: string }): CheckResult {
  return checker.check(text.text, text.receivedAt === undefined ? {} : { receivedAt: text.receivedAt });
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
