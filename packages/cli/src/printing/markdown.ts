import { severityWords, type ClearedCandidate, type Finding } from '@qingzhuang/analysis';
import type { CheckedFile, FileReport } from '../checking/file-report.ts';
import { escapeMarkdown } from './escaping.ts';
import { createLocator, type Position } from './positions.ts';
import type { PrintSettings, Printer, RunSummary } from './printer.ts';
import { describeVerdict } from './verdict.ts';
import { describeBasis, describeCounts, describeExemption, describePlace, describeSuperior } from './words.ts';

/** For a comment on a draft: a heading, the verdict and a list for each file. */
export function markdownPrinter({ explain }: Pick<PrintSettings, 'explain'>): Printer {
  return {
    head: '# 减负检查结果\n',
    separator: '',
    part: (report) => `\n## ${escapeMarkdown(report.path)}\n\n${describeFile(report, explain)}`,
    tail: (summary) => `\n${describeTotals(summary)}\n`,
  };
}

function describeFile(report: FileReport, explain: boolean): string {
  if (!report.ok) return `读不了：${escapeMarkdown(report.error.message)}\n`;
  const locate = createLocator(report.text);
  const findings = report.result.findings.map((finding) => describeFinding(finding, locate(finding.start)));
  const superior = describeSuperior(report);
  const source = superior === null ? '' : `\n${escapeMarkdown(superior)}\n`;
  return `**${escapeMarkdown(describeVerdict(report))}**\n${source}${describeAssumptions(report)}${findings.join('')}${
    explain ? describeCleared(report.result.cleared) : ''
  }`;
}

function describeAssumptions({ result }: CheckedFile): string {
  const { assumptions } = result.burden;
  return assumptions.length === 0 ? '' : `\n怎么算的：${assumptions.map(escapeMarkdown).join('；')}\n`;
}

function describeFinding(finding: Finding, { line, column }: Position): string {
  const { severity, ruleId, message, quote, suggestion, place } = finding;
  const exemption = describeExemption(finding);
  return [
    `\n- **${severityWords[severity]}** ${escapeMarkdown(message)}`,
    `  - 原文：${escapeMarkdown(quote)}（${describePlace(place) || `第 ${line} 行第 ${column} 列`}）`,
    `  - 建议：${escapeMarkdown(suggestion)}`,
    `  - 依据：${escapeMarkdown(describeBasis(finding))}`,
    ...(exemption === null ? [] : [`  - ${escapeMarkdown(exemption)}`]),
    `  - 规则：\`${ruleId}\`\n`,
  ].join('\n');
}

function describeCleared(cleared: readonly ClearedCandidate[]): string {
  if (cleared.length === 0) return '';
  const lines = cleared.map(
    ({ quote, ruleId, class: exemption, reason }) =>
      `- ${escapeMarkdown(quote)}：${exemption}，${escapeMarkdown(reason)}（\`${ruleId}\`）\n`,
  );
  return `\n已排除的疑点：\n\n${lines.join('')}`;
}

function describeTotals({ tally }: RunSummary): string {
  const { files, unreadable } = tally;
  const unread = unreadable === 0 ? '' : `，${unreadable} 份读不了`;
  return `共 ${files} 份：${describeCounts(tally)}${unread}。`;
}
