import type { Following, Growth } from './growth.ts';
import { readCorner, writeCorner } from './reference.ts';

/** A reference of an attribute, `A1` or `A1:C5`, after the growth of its sheet. */
export function growReference(reference: string, growth: Growth, following: Following): string {
  const [start = '', end = start] = reference.split(':');
  const [from, to] = [readCorner(start), readCorner(end)];
  if (from?.row === undefined || to?.row === undefined) return reference;
  const first = { ...from, row: growth.row(from.row) };
  const last = { ...to, row: growth.lastRow(from.row, to.row, following) };
  const isCell = !reference.includes(':') && first.row === last.row;
  return isCell ? writeCorner(first) : `${writeCorner(first)}:${writeCorner(last)}`;
}

/** A list of references parted by spaces. */
export function growReferences(references: string, growth: Growth, following: Following): string {
  return references
    .split(/\s+/u)
    .filter((reference) => reference !== '')
    .map((reference) => growReference(reference, growth, following))
    .join(' ');
}
