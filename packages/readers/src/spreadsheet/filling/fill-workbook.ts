import type { FilledFile, FillNote, FormFill } from '../../form-fill.ts';
import type { ZipPackage } from '../../zip.ts';
import { cellReference } from '../cell-reference.ts';
import { CellFormats } from './cell-formats.ts';
import type { Growths } from './formula.ts';
import { SheetFormulas } from './formula-cell.ts';
import { Growth } from './growth.ts';
import { moveAttachedParts, moveSharedParts } from './attached-parts.ts';
import { writeRows } from './row-writer.ts';
import { columnStyles, openSheet, writeSheet } from './sheet-part.ts';
import { planSheet, type SheetPlan } from './sheet-plan.ts';
import { WorkbookPackage } from './workbook-package.ts';

const NO_PLAN: SheetPlan = { growth: new Growth([]), values: new Map(), constants: new Set(), lost: [] };
/** Cells that a note names. */
const MOST_NAMED = 5;

/**
 * Fills forms of a workbook and changes nothing else: every part, style, formula, print setting and macro stays as it is,
 * but for what has to move when rows are put in. Macros are neither run nor removed.
 */
export function fillWorkbook(zip: ZipPackage, fills: readonly FormFill[], extension: string): FilledFile {
  const book = new WorkbookPackage(zip);
  const notes: FillNote[] = [];
  const plans = planSheets(book, fills, notes);
  const growths: Growths = new Map(
    [...plans]
      .filter(([, { growth }]) => growth.insertions.length > 0)
      .map(([name, { growth }]) => [name.toLowerCase(), growth]),
  );
  const formats = new CellFormats(book.styles);
  const kept: string[] = [];
  const lost: string[] = [];
  let hasFormula = false;
  for (const { name, path } of book.sheets) {
    const plan = plans.get(name) ?? NO_PLAN;
    lost.push(...plan.lost.map(({ row, column }) => cellReference(row, column)));
    hasFormula = fillSheet({ book, path, name, plan, growths, formats, kept }) || hasFormula;
  }
  if (growths.size > 0) {
    for (const { name, path } of book.sheets) {
      const growth = growths.get(name.toLowerCase());
      if (growth !== undefined) moveAttachedParts(book, path, { sheet: name, growth, growths });
    }
    moveSharedParts(book, growths);
    book.dropCalculationChain();
  }
  if (hasFormula) book.calculateOnOpening();
  return { bytes: book.toBytes(), extension, notes: [...notes, ...notesOf(kept, lost, book.isSigned)] };
}

function planSheets(
  book: WorkbookPackage,
  fills: readonly FormFill[],
  notes: FillNote[],
): ReadonlyMap<string, SheetPlan> {
  const plans = new Map<string, SheetPlan>();
  for (const { name, path } of book.sheets) {
    const forms = fills.filter(({ sheet }) => sheet === name);
    if (forms.length > 0) plans.set(name, planSheet(openSheet(book.read(path)), forms));
  }
  const missing = fills.filter(({ sheet }) => sheet === null || !plans.has(sheet));
  if (missing.length > 0) {
    const names = missing.map(({ sheet }) => `“${sheet ?? ''}”`).join('、');
    notes.push({ code: 'form-missing', sentence: `文件里没有工作表${names}，这部分没有填。` });
  }
  return plans;
}

interface SheetFilling {
  readonly book: WorkbookPackage;
  readonly path: string;
  readonly name: string;
  readonly plan: SheetPlan;
  readonly growths: Growths;
  readonly formats: CellFormats;
  readonly kept: string[];
}

/** Sheets without values are written too: their formulas may look at what was filled. True when there are any. */
function fillSheet({ book, path, name, plan, growths, formats, kept }: SheetFilling): boolean {
  const xml = book.read(path);
  const part = openSheet(xml);
  const formulas = new SheetFormulas(name, plan.growth, growths);
  const rows = writeRows(xml, part.data, {
    growth: plan.growth,
    values: plan.values,
    formulas,
    formats,
    is1904: book.is1904,
    constants: plan.constants,
    styleOfColumn: columnStyles(part),
    onFormula: (reference) => kept.push(reference),
  });
  const reach = { row: 0, column: 0 };
  for (const [row, columns] of plan.values) {
    reach.row = Math.max(reach.row, row);
    for (const column of columns.keys()) reach.column = Math.max(reach.column, column);
  }
  const written = writeSheet(part, rows, { sheet: name, growth: plan.growth, growths }, reach);
  if (written !== xml) book.write(path, written);
  return formulas.hasAny;
}

function notesOf(kept: readonly string[], lost: readonly string[], isSigned: boolean): FillNote[] {
  const notes: FillNote[] = [];
  if (kept.length > 0) {
    notes.push({ code: 'formula-kept', sentence: `${named(kept)}是公式，保留公式，没有填入数值。` });
  }
  if (lost.length > 0) {
    notes.push({ code: 'cell-merged', sentence: `${named(lost)}与别的格合并，只能显示一个值，没有填。` });
  }
  if (isSigned) notes.push({ code: 'signature-broken', sentence: '文件原有的数字签名在填写后失效。' });
  return notes;
}

function named(cells: readonly string[]): string {
  const listed = cells.slice(0, MOST_NAMED).join('、');
  return cells.length > MOST_NAMED ? `${listed} 等 ${cells.length} 格` : `${listed} `;
}
