import { escapeHtml } from '../ui/escape-html.ts';
import type { ChainReport, ReportSection, ReportTable, Run } from './chain-report.ts';

const STYLE = `
body{font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a2421;background:#fff;max-width:68em;margin:2.5em auto;padding:0 1.2em}
h1{font-size:1.5em;line-height:1.4;margin:0 0 .4em}h2{font-size:1.2em;margin:2.2em 0 .4em}h3{font-size:1em;margin:1.4em 0 .3em}
p{margin:.2em 0}.headline{font-size:1.1em;font-weight:600}.soft{color:#52605b}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.94em}
th,td{border:1px solid #c9d2ce;padding:.3em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eef2ef;font-weight:600}
mark{background:#fdf1e0;color:#8a3f06;font-weight:700}
.overview{min-width:46em;font-size:.86em}
@media print{@page{size:A4;margin:18mm 16mm}body{margin:0;padding:0;max-width:none;font-size:10.5pt}
.wide{overflow:visible}.overview{min-width:0;font-size:8.5pt}.overview th,.overview td{padding:2pt 3pt}
thead{display:table-header-group}tr{break-inside:avoid}h2,h3{break-after:avoid}mark{background:none;color:#000;text-decoration:underline}}`;

/** The comparison as one HTML page without scripts or links out, made for A4 paper as much as for the screen. */
export function writeHtmlChain({ title, headline, notes, sections, footer }: ChainReport): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(title)}</h1>
<p class="headline">${escapeHtml(headline)}</p>
${notes.map((note) => `<p class="soft">${escapeHtml(note)}</p>`).join('\n')}
${sections.map(sectionOf).join('\n')}
<p class="soft">${escapeHtml(footer)}</p>
</body></html>
`;
}

function sectionOf({ title, notes, tables }: ReportSection): string {
  const lines = notes.map((note) => `<p class="soft">${escapeHtml(note)}</p>`).join('\n');
  return `<h2>${escapeHtml(title)}</h2>\n${lines}\n${tables.map(tableOf).join('\n')}`;
}

function tableOf({ title, head, widths, count, rows }: ReportTable): string {
  const heading = title === '' ? '' : `<h3>${escapeHtml(title)} ${String(count)}</h3>\n`;
  const columns = widths.map((width) => `<col style="width:${width.toFixed(2)}%">`).join('');
  const heads = head.map((word) => `<th scope="col">${escapeHtml(word)}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map((runs) => `<td>${runs.map(runOf).join('')}</td>`).join('')}</tr>`);
  return `${heading}<div class="wide"><table${title === '' ? ' class="overview"' : ''}><colgroup>${columns}</colgroup><thead><tr>${heads}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table></div>`;
}

function runOf({ text, strong }: Run): string {
  return strong ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text);
}
