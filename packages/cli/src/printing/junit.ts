import { severityWords, countsInTotals, type Finding, type Severity } from '@qingzhuang/analysis';
import type { CheckedFile, FileReport } from '../checking/file-report.ts';
import { escapeMarkup } from './escaping.ts';
import { createLocator, type Position } from './positions.ts';
import type { PrintSettings, Printer } from './printer.ts';
import { describeBasis } from './words.ts';

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** For build servers: one suite a file, one case a finding; a finding at or above the fail level is a failure. */
export function junitPrinter({ failLevel }: Pick<PrintSettings, 'failLevel'>): Printer {
  return {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="qingzhuang">\n',
    separator: '',
    part: (report) => describeSuite(report, failLevel),
    tail: () => '</testsuites>\n',
  };
}

function describeSuite(report: FileReport, failLevel: Severity): string {
  const name = escapeMarkup(report.path);
  if (!report.ok) {
    const { code, message } = report.error;
    const error = `<error type="${code}" message="${escapeMarkup(message)}"/>`;
    return `  <testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="${name}" name="读取">${error}</testcase>
  </testsuite>\n`;
  }
  const { findings } = report.result;
  const failures = findings.filter((finding) => fails(finding, failLevel)).length;
  return `  <testsuite name="${name}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" skipped="0">
${describeCases(report, failLevel)}  </testsuite>\n`;
}

function describeCases({ path, text, result }: CheckedFile, failLevel: Severity): string {
  const name = escapeMarkup(path);
  if (result.findings.length === 0) return `    <testcase classname="${name}" name="没有发现问题"/>\n`;
  const locate = createLocator(text);
  return result.findings
    .map((finding) => describeCase(finding, name, locate(finding.start), fails(finding, failLevel)))
    .join('');
}

function describeCase(finding: Finding, path: string, { line, column }: Position, failed: boolean): string {
  const { ruleId, severity, message, quote, suggestion } = finding;
  const detail = escapeMarkup(
    `${severityWords[severity]}：${message}\n原文：${quote}\n建议：${suggestion}\n依据：${describeBasis(finding)}`,
  );
  const outcome = failed
    ? `<failure type="${severity}" message="${escapeMarkup(message)}">${detail}</failure>`
    : `<system-out>${detail}</system-out>`;
  return `    <testcase classname="${path}" name="${ruleId} ${line}:${column}" line="${line}">${outcome}</testcase>\n`;
}

function fails(finding: Finding, failLevel: Severity): boolean {
  return countsInTotals(finding) && RANKS[finding.severity] >= RANKS[failLevel];
}
