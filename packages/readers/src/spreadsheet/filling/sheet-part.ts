import { firstSpan, prefixAt, readAttribute, spansOf, writeAttribute, type Span } from '../../markup.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import { moveAnchors } from './moving-anchors.ts';
import { moveMarkup, type Moving } from './moving-markup.ts';
import { modelOf } from './list-rows.ts';
import { readArea, type Area } from './reference.ts';
import { cellReference } from '../cell-reference.ts';

/** The text of a sheet's part, cut at its data. */
export interface SheetPart {
  readonly xml: string;
  /** The element that holds the rows. */
  readonly data: Span;
}

export function openSheet(xml: string): SheetPart {
  const data = firstSpan(xml, 'sheetData');
  if (data === undefined) throw new UnreadableFile('damaged');
  return { xml, data };
}

/** Merged areas of a sheet, as its part lists them. */
export function mergesOf({ xml, data }: SheetPart): Area[] {
  const areas: Area[] = [];
  const list = firstSpan(xml, 'mergeCells', data.end);
  if (list === undefined) return areas;
  for (const span of spansOf(xml, 'mergeCell', list.innerStart, list.innerEnd)) {
    const area = readArea(readAttribute(xml.slice(span.start, span.innerStart), 'ref') ?? '');
    if (area !== undefined) areas.push(area);
  }
  return areas;
}

/** The style that each column gives to its empty cells. */
export function columnStyles({ xml, data }: SheetPart): (column: number) => string | undefined {
  const list = firstSpan(xml, 'cols', 0, data.start);
  const styles: { first: number; last: number; style: string | undefined }[] = [];
  for (const span of list === undefined ? [] : spansOf(xml, 'col', list.innerStart, list.innerEnd)) {
    const tag = xml.slice(span.start, span.innerStart);
    const [first, last] = [Number(readAttribute(tag, 'min')), Number(readAttribute(tag, 'max'))];
    styles.push({ first, last, style: readAttribute(tag, 'style') });
  }
  return (column) => styles.find(({ first, last }) => column >= first && column <= last)?.style;
}

/** The part with other rows, and everything around them moved along. `reach`: the last row and column with a value. */
export function writeSheet(
  { xml, data }: SheetPart,
  rows: string,
  moving: Moving,
  reach: { readonly row: number; readonly column: number },
): string {
  const prefix = prefixAt(xml, data.start);
  const isMoved = moving.growths.size > 0;
  const before = xml.slice(0, data.start);
  const after = xml.slice(data.end);
  const head = widen(isMoved ? moveMarkup(before, moving) : before, reach);
  const tail = isMoved
    ? moveAnchors(addMerges(moveMarkup(after, moving), { xml, data }, moving), moving.growth)
    : after;
  const tag = xml.slice(data.start, data.innerStart).replace(/\s*\/?>$/u, '>');
  return `${head}${tag}${rows}</${prefix}sheetData>${tail}`;
}

/** The dimension of a sheet covers all its cells. */
function widen(head: string, reach: { readonly row: number; readonly column: number }): string {
  const span = firstSpan(head, 'dimension');
  if (span === undefined) return head;
  const tag = head.slice(span.start, span.end);
  const area = readArea(readAttribute(tag, 'ref') ?? '');
  if (area === undefined || (reach.row <= area.lastRow && reach.column <= area.lastColumn)) return head;
  const end = cellReference(Math.max(area.lastRow, reach.row), Math.max(area.lastColumn, reach.column));
  const reference = `${cellReference(area.firstRow, area.firstColumn)}:${end}`;
  return head.slice(0, span.start) + writeAttribute(tag, 'ref', reference) + head.slice(span.end);
}

/** Cells that are merged side by side in a row of a list are merged in its new rows too. */
function addMerges(tail: string, part: SheetPart, { growth }: Moving): string {
  const list = firstSpan(tail, 'mergeCells');
  if (list === undefined) return tail;
  const merges = mergesOf(part).filter(({ firstRow, lastRow }) => firstRow === lastRow);
  const added: string[] = [];
  for (const insertion of growth.insertions) {
    const start = growth.row(insertion.at) - insertion.count;
    for (let index = 0; index < insertion.count; index += 1) {
      const model = modelOf(insertion, insertion.at + index);
      for (const { firstColumn, lastColumn } of merges.filter(({ firstRow }) => firstRow === model)) {
        added.push(`${cellReference(start + index, firstColumn)}:${cellReference(start + index, lastColumn)}`);
      }
    }
  }
  if (added.length === 0) return tail;
  const prefix = prefixAt(tail, list.start);
  const elements = added.map((reference) => `<${prefix}mergeCell ref="${reference}"/>`).join('');
  const count = mergesOf(part).length + added.length;
  const tag = writeAttribute(tail.slice(list.start, list.innerStart), 'count', String(count));
  return (
    tail.slice(0, list.start) + tag + tail.slice(list.innerStart, list.innerEnd) + elements + tail.slice(list.innerEnd)
  );
}
