/** Striking words out of a sentence without leaving stray marks. */

/** What stands before the words of an item: the number, on a line of its own. */
const NUMBERED =
  /(?:^|\n)[ \u3000]*((?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])\s*)$/u;
const LONGEST_NUMBER = 12;
const SEPARATOR = /[，,、；;]/u;
const STOP_OR_END = /^(?:[。！!？?；;\n]|$)/u;
const OPENING_OR_START = /^(?:[\n：:（(。！!？?；;]|$)/u;

/**
 * The span to delete when the words from `start` to `end` are struck out: with the mark that parted them from what
 * follows, or from what stands before when the sentence ends behind them, or with the end of a sentence that is empty
 * without them. Offsets are UTF-16 units.
 */
export function struckSpan(text: string, start: number, end: number): { start: number; end: number } {
  const next = text.charAt(end);
  if (SEPARATOR.test(next)) return { start, end: end + 1 };
  if (!STOP_OR_END.test(next)) return { start, end };
  const after = /[^\n]/u.test(next) ? end + 1 : end;
  const number = NUMBERED.exec(text.slice(Math.max(0, start - LONGEST_NUMBER), start))?.[1];
  // The number goes too when nothing is left of its item, and stays for what follows.
  if (number !== undefined)
    return { start: /^\s*(?:\n|$)/u.test(text.slice(after)) ? start - number.length : start, end: after };
  const previous = text.charAt(start - 1);
  if (SEPARATOR.test(previous)) return { start: start - 1, end };
  return { start, end: OPENING_OR_START.test(previous) ? after : end };
}
