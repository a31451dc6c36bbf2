import { escapeXml, firstSpan, readAttribute, unescapeXml, writeAttribute } from '../../markup.ts';
import { copyFormula, growFormula, type Growths } from './formula.ts';
import type { Growth } from './growth.ts';
import { readArea, type Area } from './reference.ts';
import { growReference } from './references.ts';

/** A cell as it stands in its row. */
export interface SheetCell {
  readonly column: number;
  /** The opening tag; never a self-closing one. */
  readonly tag: string;
  readonly inner: string;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const NO_GROWTH: Growths = new Map();

/**
 * Formulas of one sheet, cell after cell in the order of the sheet. Results go: they were worked out before the sheet was
 * filled, and every program works them out again. Results taken from other files stay, since those may be out of reach.
 */
export class SheetFormulas {
  /** True once a formula was met. */
  hasAny = false;
  readonly #shared = new Map<string, SharedFormula>();
  readonly #arrays: Area[] = [];
  readonly #sheet: string;
  readonly #growths: Growths;
  readonly #growth: Growth;

  constructor(sheet: string, growth: Growth, growths: Growths = NO_GROWTH) {
    this.#sheet = sheet;
    this.#growth = growth;
    this.#growths = growths;
  }

  /** True for a cell that belongs to a formula of several cells and shows a part of its result. */
  isInArray(row: number, column: number): boolean {
    return this.#arrays.some(
      (area) => row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn,
    );
  }

  /** The cell with its formula after the growth, without its result; undefined for a cell without formula. */
  rewrite(cell: SheetCell, row: number): SheetCell | undefined {
    const span = firstSpan(cell.inner, 'f');
    if (span === undefined) return undefined;
    this.hasAny = true;
    const tag = cell.inner.slice(span.start, span.innerStart);
    const text = unescapeXml(cell.inner.slice(span.innerStart, span.innerEnd));
    const kind = readAttribute(tag, 't');
    if (kind === 'array') this.#addArray(tag);
    const formula =
      this.#growths.size === 0
        ? cell.inner.slice(span.start, span.end)
        : kind === 'shared'
          ? this.#unshared(tag, text, row, cell.column)
          : this.#grown(tag, text, row);
    // A result of another file cannot be worked out without that file.
    const result = /\[\d+\]/u.test(text) ? cell.inner.slice(span.end) : withoutResult(cell.inner.slice(span.end));
    const isKept = result.includes('<');
    return {
      column: cell.column,
      tag: isKept ? cell.tag : writeAttribute(cell.tag, 't', undefined),
      inner: cell.inner.slice(0, span.start) + formula + result,
    };
  }

  /** The grown formula of a row's cell copied to a new row; undefined when there is none that can be copied. */
  copy(cell: SheetCell, rows: number): SheetCell | undefined {
    const span = firstSpan(cell.inner, 'f');
    if (span === undefined) return undefined;
    const tag = cell.inner.slice(span.start, span.innerStart);
    // One formula over several cells is no row's own; one over a single cell is how newer programs store what may spill.
    const reference = readAttribute(tag, 'ref');
    if (readAttribute(tag, 't') !== undefined && reference?.includes(':') !== false) return undefined;
    const placed = reference === undefined ? tag : writeAttribute(tag, 'ref', copyFormula(reference, rows));
    const text = copyFormula(unescapeXml(cell.inner.slice(span.innerStart, span.innerEnd)), rows);
    const inner = `${placed}${escapeXml(text)}${cell.inner.slice(span.innerEnd, span.end)}`;
    return { column: cell.column, tag: writeAttribute(cell.tag, 't', undefined), inner };
  }

  #addArray(tag: string): void {
    const area = readArea(growReference(readAttribute(tag, 'ref') ?? '', this.#growth, 'area'));
    if (area !== undefined) this.#arrays.push(area);
  }

  #grown(tag: string, text: string, row: number): string {
    let written = tag;
    for (const name of ['ref', 'r1', 'r2']) {
      const reference = readAttribute(tag, name);
      if (reference !== undefined) {
        written = writeAttribute(written, name, growReference(reference, this.#growth, 'area'));
      }
    }
    const grown = growFormula(text, { sheet: this.#sheet, row }, this.#growths);
    return closed(written, escapeXml(grown));
  }

  /** Rows put into a shared formula would make its cells mean others than before, so each gets its own. */
  #unshared(tag: string, text: string, row: number, column: number): string {
    const index = readAttribute(tag, 'si') ?? '';
    if (text !== '') this.#shared.set(index, { text, row, column });
    const master = this.#shared.get(index);
    const own = master === undefined ? text : copyFormula(master.text, row - master.row, column - master.column);
    let plain = tag;
    for (const name of ['t', 'ref', 'si']) plain = writeAttribute(plain, name, undefined);
    return this.#grown(plain, own, row);
  }
}

function closed(tag: string, text: string): string {
  const open = tag.replace(/\s*\/>$/u, '>');
  return `${open}${text}</${/^<([^\s/>]+)/u.exec(tag)?.[1] ?? 'f'}>`;
}

function withoutResult(markup: string): string {
  const span = firstSpan(markup, 'v');
  return span === undefined ? markup : markup.slice(0, span.start) + markup.slice(span.end);
}
