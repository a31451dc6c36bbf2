import { zh } from '../../messages/zh.ts';
import { GRAVITY, markEvidence } from '../../sheet/marks.ts';
import { escapeHtml as escape } from '../../ui/escape-html.ts';
import type { ReportParts } from './report-text.ts';

const STYLE = `
body{font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a2421;max-width:46em;margin:2.5em auto;padding:0 1.2em}
h1{font-size:1.5em;line-height:1.4}h2{font-size:1.1em;margin-top:2em}
.soft{color:#52605b}article{border-left:4px solid #a2b0ab;padding:.2em 0 .2em 1em;margin:1em 0;break-inside:avoid}
.error{border-color:#b42318}.warning{border-color:#a4500b}
pre{white-space:pre-wrap;font:inherit;line-height:2;overflow-wrap:anywhere}
mark{background:none;color:inherit;text-decoration:underline 2px #a4500b}mark.error{text-decoration:underline wavy 2px #b42318}
mark.info{text-decoration:underline dotted 2px #52605b}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #dfe5e2;padding:.3em .6em .3em 0;text-align:left;vertical-align:top}
@media print{@page{size:A4;margin:20mm 18mm}body{margin:0;font-size:11pt}}`;

/** The opinion as one HTML page without scripts or links out: verdict, findings, burden, text with underlines. */
export function writeHtmlReport({ name, checkedAt, headline, result, source }: ReportParts): string {
  const title = result.document.title ?? name;
  const unread = source.unread.length > 0 ? `<p><b>${escape(zh.verdict.unread(source.unread.length))}</b></p>` : '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(`${zh.report.title}：${title}`)}</title><style>${STYLE}</style></head><body>
<h1>${escape(headline)}</h1>
<p class="soft">${escape(title)}<br>${escape(zh.report.checkedAt)} ${escape(checkedAt.replace('T', ' ').slice(0, 16))}</p>${unread}
<h2>${zh.findings.title}</h2>${findingsOf(result)}
${burdenOf(result)}
<h2>${zh.tabs.text}</h2><pre>${textOf(result, source.text)}</pre>
<p class="soft">${escape(zh.report.note)}</p></body></html>`;
}

function findingsOf({ findings }: ReportParts['result']): string {
  if (findings.length === 0) return `<p>${zh.findings.none}</p>`;
  return findings
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || a.start - b.start)
    .map(({ severity, message, suggestion, basis, quote, ruleId }) => {
      const clauses = basis.map(({ title, clause, confidence }) => `${title}${clause}（${zh.confidence[confidence]}）`);
      return `<article class="${severity}"><b>${zh.severity[severity]}</b>　${escape(message)}
<br><q>${escape(quote.slice(0, 200))}</q><br>${zh.findings.suggestion}：${escape(suggestion)}
<br><span class="soft">${zh.findings.basis}：${escape(clauses.join('；') || zh.confidence.house)} · ${escape(ruleId)}</span></article>`;
    })
    .join('\n');
}

function burdenOf({ burden }: ReportParts['result']): string {
  if (burden.perBearerMinutes === null) return '';
  const { low, likely, high } = burden.perBearerMinutes;
  const rows = burden.activities.map(
    ({ label, formula, minutes }) =>
      `<tr><td>${escape(label)}</td><td class="soft">${escape(formula)}</td><td>${minutes === null ? zh.meter.unknown : zh.duration(minutes.likely)}</td></tr>`,
  );
  return `<h2>${zh.meter.title}</h2><p>${zh.meter.label(zh.duration(low), zh.duration(likely), zh.duration(high))}</p>
<table><tr><th>${zh.meter.activity}</th><th>${zh.meter.formula}</th><th>${zh.meter.time}</th></tr>${rows.join('')}</table>
<p class="soft">${zh.meter.assumptions}：${escape(burden.assumptions.join('；'))}</p>`;
}

function textOf({ findings }: ReportParts['result'], text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, findings: under } of markEvidence(findings)) {
    const severity = findings[under[0] ?? -1]?.severity ?? 'info';
    pieces.push(escape(text.slice(from, start)), `<mark class="${severity}">${escape(text.slice(start, end))}</mark>`);
    from = end;
  }
  pieces.push(escape(text.slice(from)));
  return pieces.join('');
}
