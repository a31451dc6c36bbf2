import { countBySeverity, type CheckResult, type SourceText } from '@qingzhuang/analysis';
import { zh } from '../../messages/zh.ts';
import { GRAVITY } from '../../sheet/marks.ts';

/** What a report is written from. Reports are Chinese whatever the interface speaks, for they go to Chinese offices. */
export interface ReportParts {
  readonly name: string;
  /** RFC 3339 with zone. */
  readonly checkedAt: string;
  readonly headline: string;
  readonly result: CheckResult;
  readonly source: SourceText;
}

/** The opinion as plain text, one numbered paragraph a finding, ready for a chat or a letter. */
export function writeReportText({ name, headline, result, source }: ReportParts): string {
  const findings = result.findings.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || a.start - b.start);
  const lines = findings.flatMap((finding, index) => [
    `${String(index + 1)}.【${zh.severity[finding.severity]}】${finding.message}`,
    `   ${zh.findings.suggestion}：${finding.suggestion}`,
    `   ${zh.findings.basis}：${basisOf(finding.basis)}`,
  ]);
  const unread = source.unread.length > 0 ? [zh.verdict.unread(source.unread.length)] : [];
  return [
    `${zh.report.title}：${result.document.title ?? name}`,
    headline,
    ...unread,
    '',
    ...lines,
    '',
    zh.report.note,
  ].join('\n');
}

/** The same JSON as the command line's, for one file. */
export function writeJsonReport({ name, result, source }: ReportParts): string {
  const { document, burden, findings, suppressed } = result;
  const { error, warning, info } = countBySeverity(findings);
  const file = { path: name, ok: true, document, burden, findings, suppressed, unread: source.unread };
  const summary = { files: 1, errors: error, warnings: warning, infos: info, unreadable: 0 };
  return JSON.stringify({ version: 1, files: [file], summary }, null, 2);
}

function basisOf(basis: CheckResult['findings'][number]['basis']): string {
  if (basis.length === 0) return zh.confidence.house;
  return basis.map(({ title, clause, confidence }) => `${title}${clause}（${zh.confidence[confidence]}）`).join('；');
}
