/** The look of the HTML report: calm, readable from paper, light and dark. */
export const STYLE = `
:root{--ink:#1c2524;--soft:#57635f;--paper:#fff;--line:#d9e0de;--accent:#0f766e;--error:#b42318;--warning:#b54708;--info:#175cd3}
@media (prefers-color-scheme:dark){:root{--ink:#e6ecea;--soft:#a3b0ac;--paper:#131a19;--line:#32403d;--accent:#5eead4;--error:#fda29b;--warning:#fec84b;--info:#84caff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.75 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:46rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;line-height:1.4;margin:0 0 .25rem;color:var(--accent)}
h2{font-size:1.125rem;margin:2rem 0 .5rem}
a{color:inherit}
.path,.basis,footer{color:var(--soft);font-size:.875rem;overflow-wrap:anywhere}
.findings{padding-left:1.75rem}
.findings li{margin:0 0 1rem;break-inside:avoid}
.findings p{margin:.125rem 0}
.tag{font-weight:600}
.tag.error{color:var(--error)}.tag.warning{color:var(--warning)}.tag.info{color:var(--info)}
blockquote{margin:.125rem 0;padding-left:.75rem;border-left:3px solid var(--line);overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.375rem .5rem;border-bottom:1px solid var(--line)}
.number{white-space:nowrap;text-align:right}
.page{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);padding:1.25rem}
mark{background:none;color:inherit;text-decoration:underline wavy;text-decoration-thickness:1.5px;text-underline-offset:.25em}
mark.error{text-decoration-color:var(--error)}mark.warning{text-decoration-color:var(--warning)}mark.info{text-decoration-color:var(--info)}
sup{font-size:.7em;color:var(--soft)}sup a{text-decoration:none}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.75rem}
article+article{break-before:page;margin-top:3rem}
@page{size:A4;margin:20mm 18mm}
@media print{:root{--ink:#000;--soft:#444;--paper:#fff;--line:#bbb;--accent:#000;--error:#8f1d14;--warning:#8a3800;--info:#0b3c8f}body{font-size:11pt}main{max-width:none;padding:0}.page{border:0;padding:0}}
`;
