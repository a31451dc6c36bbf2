/** Striking words out of a sentence without leaving stray marks. */

const SEPARATOR = /[，,、；;]/u;
const STOP = /[。！!？?；;\n]/u;
const OPENING = /[\n：:（(。；;]/u;

/**
 * The span to delete when the words from `start` to `end` are struck out: with the mark that parted them from what
 * follows, or from what stands before when the sentence ends behind them, or with the end of a sentence that is empty
 * without them. Offsets are UTF-16 units.
 */
export function struckSpan(text: string, start: number, end: number): { start: number; end: number } {
  const next = text.charAt(end);
  const previous = text.charAt(start - 1);
  if (SEPARATOR.test(next)) return { start, end: end + 1 };
  const endsHere = next === '' || STOP.test(next);
  if (endsHere && SEPARATOR.test(previous)) return { start: start - 1, end };
  const isWholeSentence = endsHere && (previous === '' || OPENING.test(previous) || STOP.test(previous));
  return isWholeSentence && next !== '\n' && next !== '' ? { start, end: end + 1 } : { start, end };
}
