import { severityWords, type ClearedCandidate, type Finding, type Severity } from '@qingzhuang/analysis';
import type { CheckedFile, FileReport } from '../checking/file-report.ts';
import { onOneLine } from './escaping.ts';
import { excerptOf } from './excerpt.ts';
import { createPaint, type Paint, type Style } from './painting.ts';
import { createLocator, type Position } from './positions.ts';
import type { PrintSettings, Printer, RunSummary } from './printer.ts';
import { describeVerdict } from './verdict.ts';
import { describeBasis, describeCounts, describeExemption, describePlace, describeSuperior } from './words.ts';

const INDENT = '    ';
const WIDEST_COLUMNS = 100;
const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** For people at a terminal: the verdict first, then each finding with its words underlined. */
export function prettyPrinter({ colour, columns, explain, quiet }: PrintSettings): Printer {
  const paint = createPaint(colour);
  const width = Math.min(columns, WIDEST_COLUMNS) - INDENT.length - 2;
  return {
    head: '',
    separator: '',
    part: (report) => (quiet && isClean(report) ? '' : `${describeFile(report, { paint, width, explain })}\n`),
    tail: (summary) => `${describeTotals(summary, paint)}\n`,
  };
}

interface Page {
  readonly paint: Paint;
  /** Columns for an excerpt. */
  readonly width: number;
  readonly explain: boolean;
}

function isClean(report: FileReport): boolean {
  return report.ok && report.result.findings.length === 0 && !report.result.document.unreadable;
}

function describeFile(report: FileReport, page: Page): string {
  const { paint, explain } = page;
  const path = paint(['bold', 'underline'], onOneLine(report.path));
  if (!report.ok) return `${path}\n  ${paint('red', `读不了：${report.error.message}`)}\n`;
  const locate = createLocator(report.text);
  const findings = report.result.findings.map((finding) =>
    describeFinding(finding, report, locate(finding.start), page),
  );
  const cleared = explain ? describeCleared(report.result.cleared, page) : '';
  const superior = describeSuperior(report);
  const source = superior === null ? '' : `  ${onOneLine(superior)}\n`;
  return `${path}\n  ${paint('bold', describeVerdict(report))}\n${source}${findings.join('')}${cleared}`;
}

function describeFinding(finding: Finding, { text }: CheckedFile, position: Position, { paint, width }: Page): string {
  const { severity, ruleId, message, suggestion, start, end } = finding;
  const style = SEVERITY_STYLES[severity];
  const { line, underline } = excerptOf(text, { start, end }, width);
  const place = describePlace(finding.place) || `第 ${position.line} 行`;
  const exemption = describeExemption(finding);
  const lines = [
    `  ${paint(style, severityWords[severity])}  ${onOneLine(message)}  ${paint('dim', `${place}  ${ruleId}`)}`,
    `${INDENT}${paint('dim', '│')} ${line}`,
    `${INDENT}${paint('dim', '│')} ${paint(style, underline)}`,
    `${INDENT}建议：${onOneLine(suggestion)}`,
    `${INDENT}${paint('dim', `依据：${describeBasis(finding)}`)}`,
    ...(exemption === null ? [] : [`${INDENT}${paint('dim', onOneLine(exemption))}`]),
  ];
  return `\n${lines.join('\n')}\n`;
}

function describeCleared(cleared: readonly ClearedCandidate[], { paint }: Page): string {
  if (cleared.length === 0) return '';
  const lines = cleared.map(
    ({ ruleId, class: exemption, reason, quote }) =>
      `    ${onOneLine(quote)}  ${paint('dim', `${ruleId}  ${exemption}：${onOneLine(reason)}`)}`,
  );
  return `\n  已排除的疑点\n${lines.join('\n')}\n`;
}

function describeTotals({ tally, elapsedMs }: RunSummary, paint: Paint): string {
  const { files, unreadable } = tally;
  const unread = unreadable === 0 ? '' : paint('red', `，${unreadable} 份读不了`);
  return `共 ${files} 份：${describeCounts(tally)}${unread}。用时 ${(elapsedMs / 1000).toFixed(2)} 秒。`;
}
