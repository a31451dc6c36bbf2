import { moveMarkup, type Moving } from './moving-markup.ts';
import type { WorkbookPackage } from './workbook-package.ts';

const WITH_REFERENCES = ['table', 'comments', 'threadedComment', 'pivotTable'];

/** Moves what hangs on a sheet in parts of its own: tables, comments, pivot tables. */
export function moveAttachedParts(book: WorkbookPackage, sheet: string, moving: Moving): void {
  for (const type of WITH_REFERENCES) {
    for (const path of book.linked(sheet, type)) book.write(path, moveMarkup(book.read(path), moving));
  }
}
