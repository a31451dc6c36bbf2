import type { NumberingReference } from '../lists/numbering.ts';
import type { PropertyRun } from './property-runs.ts';

/** Format of a paragraph of Word 97. */
export interface ParagraphFormat {
  readonly align: 'left' | 'center' | 'right' | undefined;
  /** Outline level from 1; 0 is body text. */
  readonly outline: number;
  readonly numbering: NumberingReference | undefined;
  readonly inTable: boolean;
  /** The mark that ends a row of a table, not a cell. */
  readonly endsRow: boolean;
  /** Left edges of the cells and the right edge of the last, in twentieths of a point; only on row ends. */
  readonly row: RowDefinition | undefined;
}

export interface RowDefinition {
  readonly edges: readonly number[];
  /** True for cells that continue the one above. */
  readonly continuesAbove: readonly boolean[];
}

const CODE = {
  alignOld: 0x2403,
  align: 0x2461,
  level: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  endsRow: 0x2417,
  outline: 0x2640,
  depth: 0x6649,
  row: 0xd608,
} as const;

const ALIGNMENTS = ['left', 'center', 'right'] as const;
/** The first nine styles after Normal are the headings, whatever they are called. */
const LAST_HEADING_STYLE = 9;
const BODY_TEXT_OUTLINE = 9;
const CELL_BYTES = 20;
const VERTICAL_MERGE = 0x60;
const MERGED_WITH_ABOVE = 0x20;

export function readParagraphFormat(run: PropertyRun | undefined): ParagraphFormat {
  const values = new Map(run?.properties.map(({ code, operand }) => [code, operand]));
  return {
    align: ALIGNMENTS[byteOf(values, CODE.align) ?? byteOf(values, CODE.alignOld) ?? ALIGNMENTS.length],
    outline: readOutline(byteOf(values, CODE.outline), run?.style ?? 0),
    numbering: readNumbering(values),
    inTable: byteOf(values, CODE.inTable) === 1 || byteOf(values, CODE.depth, 0) > 0,
    endsRow: byteOf(values, CODE.endsRow) === 1,
    row: readRow(values.get(CODE.row)),
  };
}

function byteOf(values: ReadonlyMap<number, DataView>, code: number): number | undefined;
function byteOf(values: ReadonlyMap<number, DataView>, code: number, fallback: number): number;
function byteOf(values: ReadonlyMap<number, DataView>, code: number, fallback?: number): number | undefined {
  return values.get(code)?.getUint8(0) ?? fallback;
}

function readOutline(outline: number | undefined, style: number): number {
  if (outline === undefined) return style <= LAST_HEADING_STYLE ? style : 0;
  return outline >= BODY_TEXT_OUTLINE ? 0 : outline + 1;
}

function readNumbering(values: ReadonlyMap<number, DataView>): NumberingReference | undefined {
  const list = values.get(CODE.list)?.getUint16(0, true) ?? 0;
  return list === 0 ? undefined : { numId: String(list), level: byteOf(values, CODE.level, 0) };
}

function readRow(operand: DataView | undefined): RowDefinition | undefined {
  if (operand === undefined) return undefined;
  const count = operand.getUint8(0);
  const edges: number[] = [];
  const continuesAbove: boolean[] = [];
  for (let index = 0; index <= count && 3 + 2 * index <= operand.byteLength; index += 1) {
    edges.push(operand.getInt16(1 + 2 * index, true));
  }
  const cells = 1 + 2 * (count + 1);
  for (let index = 0; index < count; index += 1) {
    const at = cells + CELL_BYTES * index;
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
    continuesAbove.push((flags & VERTICAL_MERGE) === MERGED_WITH_ABOVE);
  }
  return { edges, continuesAbove };
}
