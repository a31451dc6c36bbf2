/** Striking words out of a sentence without leaving stray marks. */

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
  const previous = text.charAt(start - 1);
  if (SEPARATOR.test(next)) return { start, end: end + 1 };
  if (!STOP_OR_END.test(next)) return { start, end };
  if (SEPARATOR.test(previous)) return { start: start - 1, end };
  const isWholeSentence = OPENING_OR_START.test(previous) && /[^\n]/u.test(next);
  return { start, end: isWholeSentence ? end + 1 : end };
}
