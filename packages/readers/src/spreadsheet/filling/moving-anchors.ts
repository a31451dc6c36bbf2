import { firstSpan, readAttribute, spansOf, type Span } from '../../markup.ts';
import type { Growth } from './growth.ts';

/** Which corners of a drawing go along with their cells. */
type Holding = 'both' | 'first' | 'none';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Pictures, charts and shapes hang on cells; rows count from 0 here. */
export function moveAnchors(xml: string, growth: Growth): string {
  const edits: Edit[] = [];
  for (const name of ['twoCellAnchor', 'oneCellAnchor', 'anchor']) {
    for (const anchor of spansOf(xml, name)) {
      edits.push(...anchorEdits(xml, anchor, holdingOf(name, xml.slice(anchor.start, anchor.innerStart)), growth));
    }
  }
  return apply(xml, edits);
}

/** The same for comments and buttons of the older drawing format. */
export function moveOldAnchors(xml: string, growth: Growth): string {
  const edits: Edit[] = [];
  for (const span of spansOf(xml, 'ClientData')) {
    const isHeld = firstSpan(xml, 'MoveWithCells', span.innerStart, span.innerEnd) === undefined;
    const row = firstSpan(xml, 'Row', span.innerStart, span.innerEnd);
    if (row !== undefined) edits.push(numberEdit(xml, row, (number) => movedRow(number, growth)));
    const anchor = firstSpan(xml, 'Anchor', span.innerStart, span.innerEnd);
    // The element says that a shape does NOT move with its cells; that of a comment does so with its row all the same.
    if (anchor === undefined || (!isHeld && row === undefined)) continue;
    const places = xml.slice(anchor.innerStart, anchor.innerEnd).split(',').map(Number);
    const [first = 0, last = 0] = [places[2], places[6]];
    const by = movedRow(first, growth) - first;
    places[2] = first + by;
    places[6] = last + by;
    edits.push({ start: anchor.innerStart, end: anchor.innerEnd, text: places.join(', ') });
  }
  return apply(xml, edits);
}

function holdingOf(name: string, tag: string): Holding {
  if (name === 'anchor') return isTrue(tag, 'sizeWithCells') ? 'both' : isTrue(tag, 'moveWithCells') ? 'first' : 'none';
  const edit = readAttribute(tag, 'editAs') ?? 'twoCell';
  return edit === 'absolute' ? 'none' : edit === 'oneCell' ? 'first' : 'both';
}

function isTrue(tag: string, name: string): boolean {
  return /^(?:1|true)$/u.test(readAttribute(tag, name) ?? '');
}

function anchorEdits(xml: string, anchor: Span, holding: Holding, growth: Growth): Edit[] {
  if (holding === 'none') return [];
  const [from, to] = ['from', 'to'].map((name) => {
    const corner = firstSpan(xml, name, anchor.innerStart, anchor.innerEnd);
    return corner === undefined ? undefined : firstSpan(xml, 'row', corner.innerStart, corner.innerEnd);
  });
  if (from === undefined) return [];
  const first = Number(xml.slice(from.innerStart, from.innerEnd));
  const by = movedRow(first, growth) - first;
  const edits = [numberEdit(xml, from, (row) => row + by)];
  if (to !== undefined) {
    edits.push(numberEdit(xml, to, (row) => (holding === 'first' ? row + by : movedRow(row, growth))));
  }
  return edits;
}

function movedRow(row: number, growth: Growth): number {
  return growth.row(row + 1) - 1;
}

function numberEdit(xml: string, { innerStart, innerEnd }: Span, move: (number: number) => number): Edit {
  const text = xml.slice(innerStart, innerEnd);
  const number = Number(text);
  return { start: innerStart, end: innerEnd, text: Number.isSafeInteger(number) ? String(move(number)) : text };
}

function apply(xml: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let written = 0;
  for (const { start, end, text } of edits.toSorted((left, right) => left.start - right.start)) {
    parts.push(xml.slice(written, start), text);
    written = end;
  }
  parts.push(xml.slice(written));
  return parts.join('');
}
