import { escapeXml, readAttribute, tagsOf, unescapeXml, writeAttribute, type Tag } from '../../markup.ts';
import { growFormula, type Growths } from './formula.ts';
import type { Growth } from './growth.ts';
import { growReferences } from './references.ts';

/** How what is written in a place follows the growth. `page-break`: the number of the row above it. */
type Kind = 'area' | 'each-row' | 'formula' | 'page-break';

/** The sheet that markup belongs to, and the growth of all sheets. */
export interface Moving {
  readonly sheet: string;
  readonly growth: Growth;
  readonly growths: Growths;
}

/** Attributes that name cells, by element; the parts of a sheet, its tables, comments and pivot tables share them. */
const ATTRIBUTES: ReadonlyMap<string, Readonly<Record<string, Kind>>> = new Map(
  Object.entries<Readonly<Record<string, Kind>>>({
    dimension: { ref: 'area' },
    sheetView: { topLeftCell: 'area' },
    pane: { topLeftCell: 'area' },
    selection: { activeCell: 'area', sqref: 'area' },
    mergeCell: { ref: 'area' },
    autoFilter: { ref: 'area' },
    sortState: { ref: 'area' },
    sortCondition: { ref: 'area' },
    dataValidation: { sqref: 'each-row' },
    conditionalFormatting: { sqref: 'each-row' },
    protectedRange: { sqref: 'each-row' },
    ignoredError: { sqref: 'each-row' },
    hyperlink: { ref: 'area', location: 'formula' },
    brk: { id: 'page-break' },
    table: { ref: 'area' },
    comment: { ref: 'area' },
    threadedComment: { ref: 'area' },
    location: { ref: 'area' },
    inputCells: { r: 'area' },
    cellWatch: { r: 'area' },
    sp: { textlink: 'formula' },
    formControlPr: { fmlaLink: 'formula', fmlaRange: 'formula', fmlaTxbx: 'formula' },
  }),
);

/** Elements whose text names cells. */
const TEXTS: ReadonlyMap<string, Kind> = new Map(
  Object.entries<Kind>({
    f: 'formula',
    formula: 'formula',
    formula1: 'formula',
    formula2: 'formula',
    definedName: 'formula',
    calculatedColumnFormula: 'formula',
    totalsRowFormula: 'formula',
    FmlaLink: 'formula',
    FmlaRange: 'formula',
    sqref: 'each-row',
  }),
);

/** The markup with every mention of cells moved to where they are after the growth. */
export function moveMarkup(xml: string, moving: Moving): string {
  const parts: string[] = [];
  let written = 0;
  let opened: Tag | undefined;
  let breaks = '';
  for (const tag of tagsOf(xml)) {
    if (tag.name.endsWith('Breaks')) breaks = tag.kind === 'open' ? tag.name : '';
    if (opened !== undefined && tag.kind === 'close') {
      parts.push(xml.slice(written, opened.end), moveText(xml.slice(opened.end, tag.start), opened.name, moving));
      written = tag.start;
    }
    opened = tag.kind === 'open' && TEXTS.has(tag.name) ? tag : undefined;
    const kinds = attributesOf(tag, breaks);
    if (kinds === undefined) continue;
    parts.push(xml.slice(written, tag.start), moveTag(xml.slice(tag.start, tag.end), kinds, moving));
    written = tag.end;
  }
  parts.push(xml.slice(written));
  return parts.join('');
}

/** A break between columns says nothing of rows. */
function attributesOf({ name, kind }: Tag, breaks: string): Readonly<Record<string, Kind>> | undefined {
  return kind === 'close' || breaks === 'colBreaks' ? undefined : ATTRIBUTES.get(name);
}

/** Text that stays the same keeps its own way of writing quotes and signs. */
function moveText(escaped: string, name: string, moving: Moving): string {
  const text = unescapeXml(escaped);
  const moved = move(text, TEXTS.get(name) ?? 'formula', moving);
  return moved === text ? escaped : escapeXml(moved);
}

function moveTag(tag: string, kinds: Readonly<Record<string, Kind>>, moving: Moving): string {
  let moved = tag;
  for (const [name, kind] of Object.entries(kinds)) {
    const value = readAttribute(tag, name);
    if (value === undefined) continue;
    const written = move(value, kind, moving);
    if (written !== value) moved = writeAttribute(moved, name, written);
  }
  return moved;
}

function move(text: string, kind: Kind, { sheet, growth, growths }: Moving): string {
  switch (kind) {
    case 'formula':
      return growFormula(text, { sheet, row: undefined }, growths);
    case 'page-break':
      return String(growth.row(Number(text)));
    case 'area':
    case 'each-row':
      return growth.insertions.length === 0 ? text : growReferences(text, growth, kind);
  }
}
