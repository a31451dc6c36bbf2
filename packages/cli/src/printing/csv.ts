import { severityWords, type Finding } from '@qingzhuang/analysis';
import type { FileReport } from '../checking/file-report.ts';
import { escapeCell } from './escaping.ts';
import { createLocator, type Position } from './positions.ts';
import type { Printer } from './printer.ts';
import { describeBasis, describeExemption, describePlace } from './words.ts';

const HEADINGS = [
  '文件',
  '行',
  '列',
  '位置',
  '级别',
  '规则',
  '问题',
  '原文',
  '建议',
  '依据',
  '例外情形',
  '每年可省小时',
];

/** For spreadsheets: one row a finding. The mark at the start lets Excel read it as UTF-8. */
export function csvPrinter(): Printer {
  return { head: `\uFEFF${toRow(HEADINGS)}`, separator: '', part: toRows, tail: () => '' };
}

function toRows(report: FileReport): string {
  if (!report.ok) return toRow([report.path, '', '', '', '读不了', report.error.code, report.error.message]);
  const locate = createLocator(report.text);
  return report.result.findings
    .map((finding) => toRow([report.path, ...toCells(finding, locate(finding.start))]))
    .join('');
}

function toCells(finding: Finding, { line, column }: Position): string[] {
  const { severity, ruleId, message, quote, suggestion, hoursSaved, place } = finding;
  return [
    ...[
      String(line),
      String(column),
      describePlace(place),
      severityWords[severity],
      ruleId,
      message,
      quote,
      suggestion,
    ],
    ...[describeBasis(finding), describeExemption(finding) ?? '', hoursSaved === null ? '' : String(hoursSaved.likely)],
  ];
}

/** RFC 4180; a short row is filled up, so that every row has all columns. */
function toRow(cells: readonly string[]): string {
  const full = HEADINGS.map((_, index) => cells[index] ?? '');
  return `${full.map(escapeCell).join(',')}\r\n`;
}
