/** How offsets of an edited text and of the text it was made from correspond. */
export interface OffsetMap {
  readonly toSource: (offset: number) => number;
  readonly toSourceEnd: (offset: number) => number;
  readonly fromSource: (offset: number) => number;
}

/** An edit of `builder.edit` is four numbers: start and source start, end and source end. */
const WIDTH = 4;

export const IDENTITY: OffsetMap = { toSource: same, toSourceEnd: same, fromSource: same };

/** Collects edits from left to right. */
export class OffsetMapBuilder {
  readonly #edits: number[] = [];

  /** The source from `from` to `to` became `length` units at offset `at` of the new text. */
  edit(at: number, from: number, to: number, length: number): void {
    this.#edits.push(at, from, at + length, to);
  }

  build(): OffsetMap {
    if (this.#edits.length === 0) return IDENTITY;
    const edits = Int32Array.from(this.#edits);
    return {
      toSource: (offset) => translate(edits, offset, lastEditBefore(edits, offset + 1, 0), 0),
      toSourceEnd: (offset) => translateEnd(edits, offset, lastEditBefore(edits, offset, 0)),
      fromSource: (offset) => translate(edits, offset, lastEditBefore(edits, offset + 1, 1), 1),
    };
  }
}

/** First `inner`, which made the middle text from the source, then `outer`, which made the last text. */
export function composeMaps(inner: OffsetMap, outer: OffsetMap): OffsetMap {
  if (outer === IDENTITY) return inner;
  if (inner === IDENTITY) return outer;
  return {
    toSource: (offset) => inner.toSource(outer.toSource(offset)),
    toSourceEnd: (offset) => inner.toSourceEnd(outer.toSourceEnd(offset)),
    fromSource: (offset) => outer.fromSource(inner.fromSource(offset)),
  };
}

function same(offset: number): number {
  return offset;
}

/** Index of the last edit that starts before `offset` on the given side (0 new text, 1 source), or -1. */
function lastEditBefore(edits: Int32Array, offset: number, side: 0 | 1): number {
  let low = 0;
  let high = edits.length / WIDTH;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(edits, middle, side) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Inside an edit the start of the other side: what was dropped maps to what follows it. */
function translate(edits: Int32Array, offset: number, edit: number, side: 0 | 1): number {
  if (edit < 0) return offset;
  const other = 1 - side;
  const end = valueAt(edits, edit, 2 + side);
  return offset < end ? valueAt(edits, edit, other) : valueAt(edits, edit, 2 + other) + offset - end;
}

function translateEnd(edits: Int32Array, offset: number, edit: number): number {
  if (edit < 0) return offset;
  return valueAt(edits, edit, 3) + Math.max(0, offset - valueAt(edits, edit, 2));
}

function valueAt(edits: Int32Array, edit: number, column: number): number {
  return edits[edit * WIDTH + column] ?? 0;
}
