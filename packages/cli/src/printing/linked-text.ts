import type { ReportedPassage } from '@qingzhuang/analysis';
import { escapeMarkup } from './escaping.ts';

/** A stretch of a text, and the passage that it belongs to. */
interface Linked {
  readonly start: number;
  readonly end: number;
  readonly kind: ReportedPassage['kind'];
  /** Its own name in the page, and that of the same passage in the other text. */
  readonly anchor: string;
  readonly target: string;
  /** From 1, the same in both texts. */
  readonly number: number;
}

/**
 * A text as HTML, each passage a coloured link to the same passage in the other text. Passages may overlap: the text is
 * cut wherever one begins or ends, and a piece belongs to the first that covers it.
 */
export function linkText(text: string, passages: readonly Linked[]): string {
  const starts = passages.toSorted((a, b) => a.start - b.start);
  const cuts = new Set([0, text.length, ...passages.flatMap(({ start, end }) => [start, end])]);
  const edges = [...cuts].toSorted((a, b) => a - b);
  let html = '';
  let open: Linked[] = [];
  let next = 0;
  for (const [index, start] of edges.slice(0, -1).entries()) {
    open = open.filter(({ end }) => end > start);
    for (let one = starts[next]; one !== undefined && one.start <= start; one = starts[++next]) open.push(one);
    html += linkPiece(text.slice(start, edges[index + 1]), open, start);
  }
  return `<div class="page">${html}</div>`;
}

function linkPiece(words: string, open: readonly Linked[], start: number): string {
  const [first] = open;
  if (first === undefined) return escapeMarkup(words);
  const begun = open.filter((passage) => passage.start === start);
  const numbers = begun.map(
    ({ anchor, target, number }) => `<a class="number" id="${anchor}" href="#${target}">${number}</a>`,
  );
  return `${numbers.join('')}<a class="${first.kind}" href="#${first.target}">${escapeMarkup(words)}</a>`;
}
