import { createHash } from 'node:crypto';
import { severityWords, type ClearedCandidate, type Finding } from '@qingzhuang/analysis';
import type { CheckedFile, FileReport } from '../checking/file-report.ts';
import { escapeMarkup } from './escaping.ts';
import { STYLE } from './html-style.ts';
import { markText } from './marked-text.ts';
import { createLocator, type Position } from './positions.ts';
import type { PrintSettings, Printer, RunSummary } from './printer.ts';
import { describeVerdict } from './verdict.ts';
import {
  describeBasis,
  describeCounts,
  describeExemption,
  describeMinutes,
  describePlace,
  describeSuperior,
} from './words.ts';

const HEAD = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>减负检查报告</title>
<style>${STYLE}</style>
</head>
<body>
<main>
`;

/** One page that needs nothing else: no script, no font, no network; it prints on A4. */
export function htmlPrinter({ explain }: Pick<PrintSettings, 'explain'>): Printer {
  return {
    head: HEAD,
    separator: '',
    part: (report) => describeFile(report, explain),
    tail: (summary) => `<footer>${describeTotals(summary)}</footer>\n</main>\n</body>\n</html>\n`,
  };
}

function describeFile(report: FileReport, explain: boolean): string {
  const path = escapeMarkup(report.path);
  if (!report.ok) {
    const message = escapeMarkup(report.error.message);
    return `<article><h1>读不了这份文件</h1><p class="path">${path}</p><p>${message}</p></article>\n`;
  }
  const { findings, cleared } = report.result;
  const superior = describeSuperior(report);
  return `<article>
<h1>${escapeMarkup(describeVerdict(report))}</h1>
<p class="path">${path}</p>
${superior === null ? '' : `<p>${escapeMarkup(superior)}</p>\n`}${describeFindings(report)}${describeBurden(report)}${explain ? describeCleared(cleared) : ''}
<section><h2>全文</h2>${markText(report.text, findings, anchorOf(report.path))}</section>
</article>\n`;
}

function describeFindings({ path, text, result }: CheckedFile): string {
  const { findings } = result;
  if (findings.length === 0) return '';
  const locate = createLocator(text);
  const anchor = anchorOf(path);
  const items = findings.map((finding, index) =>
    describeFinding(finding, `${anchor}-${index + 1}`, locate(finding.start)),
  );
  return `<section><h2>发现 ${findings.length} 处</h2><ol class="findings">\n${items.join('')}</ol></section>\n`;
}

function describeFinding(finding: Finding, anchor: string, { line }: Position): string {
  const { severity, message, quote, suggestion, place, hoursSaved, ruleId } = finding;
  const exemption = describeExemption(finding);
  const saved = hoursSaved === null ? '' : `可省 ${describeMinutes(hoursSaved.likely * 60)} · `;
  return `<li id="${anchor}"><p><span class="tag ${severity}">${severityWords[severity]}</span> ${escapeMarkup(message)}</p>
<blockquote>${escapeMarkup(quote)}</blockquote>
<p>建议：${escapeMarkup(suggestion)}</p>
${exemption === null ? '' : `<p>${escapeMarkup(exemption)}</p>\n`}<p class="basis">${saved}${escapeMarkup(
    describePlace(place) || `第 ${line} 行`,
  )} · 依据：${escapeMarkup(describeBasis(finding))} · ${escapeMarkup(ruleId)}</p></li>\n`;
}

/** What the hours consist of: without it the verdict would be a claim. */
function describeBurden({ result }: CheckedFile): string {
  const { activities, assumptions } = result.burden;
  if (activities.length === 0 && assumptions.length === 0) return '';
  const rows = activities.map(({ label, minutes, formula }) => {
    const time = minutes === null ? '算不出' : describeMinutes(minutes.likely);
    return `<tr><td>${escapeMarkup(label)}</td><td>${escapeMarkup(formula)}</td><td class="number">${time}</td></tr>\n`;
  });
  const table =
    rows.length === 0
      ? ''
      : `<table><thead><tr><th>事项</th><th>算式</th><th class="number">时间</th></tr></thead><tbody>\n${rows.join('')}</tbody></table>`;
  const notes = assumptions.map((assumption) => `<li>${escapeMarkup(assumption)}</li>`);
  const list = notes.length === 0 ? '' : `<ul class="basis">${notes.join('')}</ul>`;
  return `<section><h2>怎么算的</h2>${table}${list}</section>\n`;
}

function describeCleared(cleared: readonly ClearedCandidate[]): string {
  if (cleared.length === 0) return '';
  const items = cleared.map(
    ({ quote, ruleId, class: exemption, reason }) =>
      `<li>${escapeMarkup(quote)} <span class="basis">${exemption}：${escapeMarkup(`${reason} · ${ruleId}`)}</span></li>\n`,
  );
  return `<section><h2>已排除的疑点</h2><ul>\n${items.join('')}</ul></section>\n`;
}

function describeTotals({ tally }: RunSummary): string {
  const { files, unreadable } = tally;
  const unread = unreadable === 0 ? '' : `，${unreadable} 份读不了`;
  return `共 ${files} 份：${describeCounts(tally)}${unread}。由轻装 Qingzhuang 检查；是否采纳由起草单位决定。`;
}

/** An anchor for a file, the same wherever its part is made. */
function anchorOf(path: string): string {
  return `f${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}
