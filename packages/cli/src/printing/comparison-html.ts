import {
  type ComparedSuperior,
  type ComparisonReport,
  type ComparisonSection,
  describeShare,
  PASSAGE_WORDS,
  sectionsOf,
} from './comparison.ts';
import { escapeMarkup } from './escaping.ts';
import { STYLE } from './html-style.ts';
import { linkText } from './linked-text.ts';

/** Kinds are told apart by colour and by line, so that they are on paper too. */
const COMPARISON_STYLE = `
:root{--copied:#fde4e1;--changed:#f3e3fb;--aside:#e6eef9;--stock:#eef1f0}
@media (prefers-color-scheme:dark){:root{--copied:#55231d;--changed:#43274f;--aside:#1d3352;--stock:#2a3331}}
main{max-width:80rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem}
.sides h2{overflow-wrap:anywhere}
.sides .page{max-height:75vh;overflow:auto;scroll-padding:4rem}
.page a,.legend span{text-decoration:none;padding:.125em 0}
.copied{background:var(--copied);border-bottom:2px solid var(--error)}
.changed{background:var(--changed);border-bottom:2px dashed var(--error)}
.forwarded,.quoted{background:var(--aside);border-bottom:2px solid var(--info)}
.stock{background:var(--stock);border-bottom:2px dotted var(--soft)}
a.number{font-size:.7em;vertical-align:super;padding:0 .25em;color:var(--soft)}
a.number:target,a.number:target+a{background:var(--accent);color:var(--paper)}
.legend span{margin-right:1rem}
@media print{.sides{grid-template-columns:1fr 1fr}.sides .page{max-height:none;overflow:visible}}
`;

/** One page that needs nothing else: both texts side by side, each passage a link to where it came from. */
export function htmlComparison(report: ComparisonReport): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>上下级文件比对</title>
<style>${STYLE}${COMPARISON_STYLE}</style>
</head>
<body>
<main>
${report.superiors.map((superior, index) => describeSuperior(report, superior, index + 1)).join('')}<footer>由轻装 Qingzhuang 比对；是否采纳由起草单位决定。</footer>
</main>
</body>
</html>
`;
}

function describeSuperior({ subordinate }: ComparisonReport, superior: ComparedSuperior, place: number): string {
  const { copiedShare, boilerplateShare, passages } = superior.comparison;
  const numbered = passages.map((passage, index) => ({
    passage,
    own: `s${place}-o${index + 1}`,
    above: `s${place}-a${index + 1}`,
    number: index + 1,
  }));
  const left = numbered.map(({ passage: { start, end, kind }, own, above, number }) => {
    return { start, end, kind, anchor: own, target: above, number };
  });
  const right = numbered.map(({ passage: { superiorStart, superiorEnd, kind }, own, above, number }) => {
    return { start: superiorStart, end: superiorEnd, kind, anchor: above, target: own, number };
  });
  return `<article>
<h1>照抄 ${describeShare(copiedShare)}</h1>
<p>转发、引用和套话占 ${describeShare(boilerplateShare)}，不算照抄。共 ${passages.length} 段，点一段可以看到它在另一份文件里的位置。</p>
<p class="legend">${legendOf(superior)}</p>
<div class="sides">
<section><h2>${escapeMarkup(subordinate.path)}</h2>${linkText(subordinate.text, left)}</section>
<section><h2>${escapeMarkup(superior.path)}</h2>${linkText(superior.text, right)}</section>
</div>
${sectionsOf(superior.comparison).map(describeSection).join('')}</article>
`;
}

function describeSection({ title, lines }: ComparisonSection): string {
  const items = lines.map((line) => `<li>${escapeMarkup(line)}</li>\n`);
  return `<section><h2>${title} ${lines.length} 处</h2><ul>\n${items.join('')}</ul></section>\n`;
}

/** The kinds that occur. */
function legendOf({ comparison }: ComparedSuperior): string {
  const kinds = new Set(comparison.passages.map(({ kind }) => kind));
  return [...kinds].map((kind) => `<span class="${kind}">${PASSAGE_WORDS[kind]}</span>`).join('');
}
