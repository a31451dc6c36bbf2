import type { LibraryMatch, ReportedPassage } from '@qingzhuang/analysis';
import { describePassage, passagePage, type PrettySettings } from './comparison-pretty.ts';
import { describeShare } from './comparison.ts';
import { onOneLine } from './escaping.ts';
import { createLocator } from './positions.ts';

/** What a search of a library found. */
export interface MatchReport {
  readonly path: string;
  readonly text: string;
  readonly matches: readonly (LibraryMatch & { readonly text: string })[];
}

/** Passages of a match that a terminal shows; JSON has all. */
const MOST_PASSAGES = 3;

/** The wire format. */
export function formatMatches({ path, matches }: MatchReport): string {
  const wire = matches.map(({ key, copiedShare, passages }) => ({ path: key, copiedShare, passages }));
  return `${JSON.stringify({ version: 1, path, matches: wire }, null, 2)}\n`;
}

/** For people at a terminal: the documents by how much was taken from them, with their longest passages. */
export function prettyMatches({ path, text, matches }: MatchReport, settings: PrettySettings): string {
  const page = passagePage(settings, '出处');
  const head = page.paint(['bold', 'underline'], onOneLine(path));
  if (matches.length === 0) return `${head}\n  文库里没有找到相同的段落。\n`;
  const own = createLocator(text);
  const found = matches.map((match) => {
    const other = createLocator(match.text);
    const longest = match.passages.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_PASSAGES);
    const passages = longest
      .toSorted((a, b) => a.start - b.start)
      .map((passage) => describePassage(passage, [own(passage.start).line, other(passage.superiorStart).line], page));
    const left = match.passages.length - longest.length;
    const more = left === 0 ? '' : `\n    ${page.paint('dim', `另有 ${left} 段`)}\n`;
    const share = page.paint('bold', `照抄 ${describeShare(match.copiedShare)}`);
    return `  ${page.paint('bold', onOneLine(match.key))}：${share}\n${passages.join('')}${more}`;
  });
  return `${head}\n${found.join('\n')}`;
}

/** What was taken comes before what everybody writes. */
function weightOf({ kind, start, end }: ReportedPassage): number {
  return kind === 'copied' || kind === 'changed' ? end - start : (end - start) / 1e6;
}
