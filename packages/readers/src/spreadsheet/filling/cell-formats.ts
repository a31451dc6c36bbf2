import { attribute, childAt, childElements, parseXml, type XmlElement } from '../../xml.ts';
import { CHINESE_FORMATS } from '../chinese-formats.ts';

/** What a cell does with a value, by its number format. Of a date: the finest part that it shows. */
export type CellFormat = 'text' | 'day' | 'month' | 'year' | 'percent' | 'other';

const TEXT_FORMAT = 49;
const DAY_FORMATS: ReadonlySet<number> = new Set([14, 15, 16, 22]);
const MONTH_FORMAT = 17;
const PERCENT_FORMATS: ReadonlySet<number> = new Set([9, 10]);

/** The formats of a workbook by the index that cells carry as their style. */
export class CellFormats {
  readonly #formats: readonly CellFormat[];

  /** Takes the part `styles.xml`; a workbook without one has only the general format. */
  constructor(styles: Uint8Array | undefined) {
    const root = styles === undefined ? undefined : parseXml(styles);
    const custom = new Map(
      childElements(childAt(root, 'numFmts'), 'numFmt').map((format) => [
        Number(attribute(format, 'numFmtId')),
        attribute(format, 'formatCode') ?? '',
      ]),
    );
    this.#formats = childElements(childAt(root, 'cellXfs'), 'xf').map((xf) => formatOf(xf, custom));
  }

  of(style: string | undefined): CellFormat {
    return this.#formats[Number(style ?? 0)] ?? 'other';
  }
}

function formatOf(xf: XmlElement, custom: ReadonlyMap<number, string>): CellFormat {
  const id = Number(attribute(xf, 'numFmtId') ?? 0);
  const code = custom.get(id) ?? CHINESE_FORMATS.get(id);
  return code === undefined ? builtInFormat(id) : readFormatCode(code);
}

function builtInFormat(id: number): CellFormat {
  if (id === TEXT_FORMAT) return 'text';
  if (id === MONTH_FORMAT) return 'month';
  if (PERCENT_FORMATS.has(id)) return 'percent';
  return DAY_FORMATS.has(id) ? 'day' : 'other';
}

/** Literals, colours and locales are no part of what a format shows. */
function readFormatCode(code: string): CellFormat {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '').split(';');
  if (positive.trim() === '@') return 'text';
  if (/^general$/iu.test(positive.trim())) return 'other';
  if (/d/iu.test(positive)) return 'day';
  if (/y|e(?![+-])/iu.test(positive)) return /m/iu.test(positive) ? 'month' : 'year';
  return positive.includes('%') ? 'percent' : 'other';
}
