import { firstSpan, readAttribute, writeAttribute } from '../../markup.ts';
import type { Growths } from './formula.ts';
import { Growth } from './growth.ts';
import { moveAnchors, moveOldAnchors } from './moving-anchors.ts';
import { moveMarkup, type Moving } from './moving-markup.ts';
import { growReference } from './references.ts';
import type { WorkbookPackage } from './workbook-package.ts';

const WITH_REFERENCES = ['table', 'comments', 'threadedComment', 'pivotTable', 'ctrlProp'];
const STILL = new Growth([]);

/** Moves what hangs on a sheet that grows: tables, comments, pivot tables, pictures, shapes, buttons. */
export function moveAttachedParts(book: WorkbookPackage, sheet: string, moving: Moving): void {
  for (const type of WITH_REFERENCES) {
    for (const path of book.linked(sheet, type)) book.write(path, moveMarkup(book.read(path), moving));
  }
  for (const path of book.linked(sheet, 'drawing')) {
    book.write(path, moveAnchors(moveMarkup(book.read(path), moving), moving.growth));
  }
  for (const path of book.linked(sheet, 'vmlDrawing')) {
    book.write(path, moveOldAnchors(moveMarkup(book.read(path), moving), moving.growth));
  }
}

/** Moves what speaks of cells from anywhere: names, charts, the sources of pivot tables. */
export function moveSharedParts(book: WorkbookPackage, growths: Growths): void {
  const moving = { sheet: '', growth: STILL, growths };
  book.rewriteWorkbook((xml) => moveMarkup(xml, moving));
  for (const path of book.names(/^xl\/charts\/[^/]+\.xml$/iu)) book.write(path, moveMarkup(book.read(path), moving));
  for (const path of book.names(/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/iu)) {
    book.write(path, moveSource(book.read(path), growths));
  }
}

function moveSource(xml: string, growths: Growths): string {
  const span = firstSpan(xml, 'worksheetSource');
  if (span === undefined) return xml;
  const tag = xml.slice(span.start, span.innerStart);
  const growth = growths.get((readAttribute(tag, 'sheet') ?? '').toLowerCase());
  const reference = readAttribute(tag, 'ref');
  if (growth === undefined || reference === undefined) return xml;
  const moved = writeAttribute(tag, 'ref', growReference(reference, growth, 'area'));
  return xml.slice(0, span.start) + moved + xml.slice(span.innerStart);
}
