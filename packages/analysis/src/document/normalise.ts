import { findBrokenLines } from './broken-lines.ts';
import { mendingAt } from './damage.ts';
import { DROP, FOLD, KEEP, LOOK, PLAIN } from './folding.ts';
import { findFrames } from './frames.ts';
import type { Mending } from './mending.ts';
import type { NormalisedText } from './normalised.ts';
import { composeMaps, IDENTITY, OffsetMapBuilder, type OffsetMap } from './offset-map.ts';

/** `String.fromCharCode` takes its units as arguments, and a call has room for so many only. Six times faster than to spread them. */
const UNITS_A_CALL = 8192;

interface Edited {
  readonly text: string;
  readonly map: OffsetMap;
}

/**
 * The text folded for matching, and how its offsets correspond to those of the text as extracted. Lines that are known to
 * be paragraphs are not joined.
 */
export function normalise(text: string, hasParagraphs = false): NormalisedText {
  const folded = fold(text);
  const mended = mendLines(folded.text, hasParagraphs);
  return { text: mended.text, ...composeMaps(folded.map, mended.map) };
}

/** Everything that is decided from a character and its neighbours, in one pass over code units. */
function fold(text: string): Edited {
  const first = firstToFold(text);
  if (first === text.length) return { text, map: IDENTITY };

  const units = new Uint16Array(text.length - first);
  const map = new OffsetMapBuilder();
  let length = 0;
  for (let at = first; at < text.length;) {
    const code = text.charCodeAt(at);
    const folded = FOLD[code] ?? KEEP;
    const mending = folded === LOOK || folded === DROP ? mend(text, at, folded) : undefined;
    if (mending) {
      length -= at - mending.start;
      map.edit(first + length, mending.start, mending.end, widthOf(mending));
      units[length] = mending.by;
      length += widthOf(mending);
      at = mending.end;
    } else {
      units[length++] = PLAIN[code] ?? code;
      at++;
    }
  }
  return { text: text.slice(0, first) + decode(units, length), map: map.build() };
}

function mend(text: string, at: number, folded: number): Mending | undefined {
  return folded === DROP ? { start: at, end: at + 1, by: 0 } : mendingAt(text, at);
}

function widthOf({ by }: Mending): 0 | 1 {
  return by === 0 ? 0 : 1;
}

function firstToFold(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = FOLD[code] ?? KEEP;
    if (folded === KEEP) continue;
    const mending = folded === LOOK ? mendingAt(text, at) : undefined;
    // An entity remnant is seen at its end.
    if (mending) return mending.start;
    if (folded !== LOOK || PLAIN[code] !== code) return at;
  }
  return text.length;
}

function decode(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += UNITS_A_CALL) {
    const chunk = units.subarray(at, Math.min(length, at + UNITS_A_CALL));
    text += Reflect.apply(String.fromCharCode, null, chunk) as string;
  }
  return text;
}

/** Frame lines dropped and broken lines re-joined, on text already folded. */
function mendLines(text: string, hasParagraphs: boolean): Edited {
  const edits = [
    ...findFrames(text).map(([start, end]): Mending => ({ start, end, by: 0 })),
    ...(hasParagraphs ? [] : findBrokenLines(text)),
  ].toSorted((a, b) => a.start - b.start);
  if (edits.length === 0) return { text, map: IDENTITY };

  const map = new OffsetMapBuilder();
  let mended = '';
  let copied = 0;
  for (const edit of edits) {
    const { start, end, by } = edit;
    if (start < copied) continue;
    mended += text.slice(copied, start);
    map.edit(mended.length, start, end, widthOf(edit));
    if (by !== 0) mended += String.fromCharCode(by);
    copied = end;
  }
  return { text: mended + text.slice(copied), map: map.build() };
}
