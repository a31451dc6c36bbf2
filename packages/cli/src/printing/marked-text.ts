import type { Finding, Severity } from '@qingzhuang/analysis';
import { escapeMarkup } from './escaping.ts';

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * The whole text as HTML paragraphs, the quoted words marked and numbered like the list of findings that `anchor` names. Spans may overlap:
 * the text is cut wherever one begins or ends, and a piece takes the gravest severity of those that cover it.
 */
export function markText(text: string, findings: readonly Finding[], anchor: string): string {
  const cuts = new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])]);
  const edges = [...cuts].toSorted((a, b) => a - b);
  const pieces = edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? start;
    return markPiece(text.slice(start, end), coveringOf(findings, start, end), anchor, end);
  });
  return `<div class="page">${pieces.join('')}</div>`;
}

interface Numbered {
  readonly number: number;
  readonly finding: Finding;
}

function coveringOf(findings: readonly Finding[], start: number, end: number): Numbered[] {
  return findings
    .map((finding, index) => ({ number: index + 1, finding }))
    .filter(({ finding }) => finding.start < end && finding.end > start);
}

function markPiece(words: string, covering: readonly Numbered[], anchor: string, end: number): string {
  if (covering.length === 0) return escapeMarkup(words);
  const gravest = covering.reduce<Severity>(
    (most, { finding }) => (RANKS[finding.severity] > RANKS[most] ? finding.severity : most),
    'info',
  );
  const references = covering
    .filter(({ finding }) => finding.end === end)
    .map(({ number }) => `<sup><a href="#${anchor}-${number}">${number}</a></sup>`);
  return `<mark class="${gravest}">${escapeMarkup(words)}</mark>${references.join('')}`;
}
