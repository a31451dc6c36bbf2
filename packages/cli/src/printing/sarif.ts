import type { Finding, Place, Severity, Suppressed } from '@qingzhuang/analysis';
import { fingerprintOf } from '../checking/baseline.ts';
import type { CheckedFile, FileReport } from '../checking/file-report.ts';
import type { RuleEntry } from '../rule-catalogue.ts';
import { version } from '../version.ts';
import { createLocator } from './positions.ts';
import type { Printer, RunSummary } from './printer.ts';
import { describeBasis, describeExemption, describePlace } from './words.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** SARIF 2.1.0. Regions are places in the extracted text, which for plain text files is the file itself. */
export function sarifPrinter(rules: readonly RuleEntry[]): Printer {
  const driver = { name: 'qingzhuang', semanticVersion: version, version, rules: rules.map(toDescriptor) };
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const head = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits', defaultEncoding: 'UTF-8' });
  return {
    head: `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${head.slice(0, -1)},"results":[\n`,
    separator: ',\n',
    part: (report) =>
      toResults(report, places)
        .map((result) => JSON.stringify(result))
        .join(',\n'),
    tail: (summary) => `\n],"invocations":${JSON.stringify([toInvocation(summary)])}}]}\n`,
  };
}

function toDescriptor({ id, title, severity, message, suggestion, basis }: RuleEntry): object {
  const clauses = describeBasis({ basis });
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: message },
    help: { text: `${suggestion}\n依据：${clauses}`, markdown: `${suggestion}\n\n依据：${clauses}` },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function toResults(report: FileReport, places: ReadonlyMap<string, number>): object[] {
  if (!report.ok) return [];
  const { findings, suppressed } = report.result;
  const locate = createRegionMaker(report);
  return [
    ...findings.map((finding) => toResult(finding, report, { locate, places })),
    ...suppressed.map((hidden) => toSuppressed(hidden, report, { locate, places })),
  ];
}

type Locate = (span: { readonly start: number; readonly end: number; readonly place?: Place }) => object;

interface Tables {
  readonly locate: Locate;
  /** Place of each rule among the descriptors. */
  readonly places: ReadonlyMap<string, number>;
}

function toResult(finding: Finding, { identity, superior }: CheckedFile, { locate, places }: Tables): object {
  const { ruleId, severity, message, suggestion, exemption, hoursSaved } = finding;
  const note = describeExemption(finding);
  return {
    ruleId,
    ...toRuleIndex(ruleId, places),
    level: LEVELS[severity],
    message: { text: [message, suggestion, ...(note === null ? [] : [note])].join('\n') },
    locations: [locate(finding)],
    partialFingerprints: { 'qingzhuang/v1': fingerprintOf(identity, finding) },
    properties: { basis: finding.basis, exemption, hoursSaved, ...(superior === undefined ? {} : { superior }) },
  };
}

function toSuppressed(hidden: Suppressed, { identity }: CheckedFile, { locate, places }: Tables): object {
  const { ruleId, quote, reason } = hidden;
  return {
    ruleId,
    ...toRuleIndex(ruleId, places),
    level: 'none',
    message: { text: `不再报告：${quote}` },
    locations: [locate(hidden)],
    partialFingerprints: { 'qingzhuang/v1': fingerprintOf(identity, hidden) },
    suppressions: [{ kind: 'external', status: 'accepted', justification: reason }],
  };
}

function toRuleIndex(ruleId: string, places: ReadonlyMap<string, number>): object {
  const ruleIndex = places.get(ruleId);
  return ruleIndex === undefined ? {} : { ruleIndex };
}

/** Lines and columns from 1, offsets from 0, all in UTF-16 units. */
function createRegionMaker({ path, text }: CheckedFile): Locate {
  const positionOf = createLocator(text);
  const artifactLocation = { uri: toUri(path) };
  return ({ start, end, place = {} }) => {
    const from = positionOf(start);
    const to = positionOf(end);
    const region = {
      ...{ startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
      ...{ charOffset: start, charLength: end - start, snippet: { text: text.slice(start, end) } },
    };
    const name = describePlace(place);
    return {
      physicalLocation: { artifactLocation, region },
      ...(name === '' ? {} : { logicalLocations: [{ name }] }),
    };
  };
}

function toInvocation({ tally }: RunSummary): object {
  const toolExecutionNotifications = tally.failures.map(({ path, error }) => ({
    level: 'error',
    message: { text: error.message },
    descriptor: { id: error.code },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) } } }],
  }));
  return { executionSuccessful: tally.unreadable === 0, toolExecutionNotifications };
}

/** A relative reference; each step of the path is encoded. */
function toUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
