import { onOneLine } from './escaping.ts';
import { widthOf, widthOfCharacter } from './text-width.ts';

/** One line of text and the line of marks that goes below it. */
export interface Excerpt {
  readonly line: string;
  readonly underline: string;
}

const ELLIPSIS = '…';

/**
 * The line on which the span begins, cut to a number of columns round the span, with marks below the span. A span over
 * several lines is marked to the end of its first.
 */
export function excerptOf(text: string, { start, end }: { start: number; end: number }, columns: number): Excerpt {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const lineEnd = newline === -1 ? text.length : newline;
  const marked = clipEnd(onOneLine(text.slice(start, Math.min(end, lineEnd))), columns);
  const room = Math.max(0, columns - widthOf(marked));
  const before = clipStart(onOneLine(text.slice(lineStart, start)).trimStart(), Math.floor(room / 2));
  const after = clipEnd(onOneLine(text.slice(Math.min(end, lineEnd), lineEnd)).trimEnd(), room - widthOf(before));
  return {
    line: `${before}${marked}${after}`,
    underline: `${' '.repeat(widthOf(before))}${'~'.repeat(Math.max(1, widthOf(marked)))}`,
  };
}

/** The longest beginning that fits a number of columns, with a mark where something was cut off. */
export function clipEnd(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let width = 1;
  let kept = '';
  for (const character of text) {
    width += widthOfCharacter(character);
    if (width > columns) break;
    kept += character;
  }
  return `${kept}${ELLIPSIS}`;
}

/** The longest end that fits. */
function clipStart(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const reversed = Array.from(text).reverse();
  let width = 1;
  const kept: string[] = [];
  for (const character of reversed) {
    width += widthOfCharacter(character);
    if (width > columns) break;
    kept.push(character);
  }
  return `${ELLIPSIS}${kept.reverse().join('')}`;
}
