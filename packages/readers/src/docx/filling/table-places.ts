import { tagsOf } from '../../markup.ts';
import { parseXml, childElements, childAt, type XmlElement } from '../../xml.ts';
import { readBlocks, type StoryContext, type TableRow } from '../blocks.ts';
import { readNumbering } from '../numbering.ts';
import { readStyles } from '../styles.ts';

/** The tables of a document as the reader counts them, and where their elements begin in the markup. */
export interface TablePlaces {
  readonly tables: readonly (readonly TableRow[])[];
  readonly startOf: (element: XmlElement) => number;
}

/** Reads the tables of a main document part; the reader itself walks it, so both count alike. */
export function readTablePlaces(xml: string): TablePlaces {
  const root = parseXml(new TextEncoder().encode(xml));
  const starts = new Map<XmlElement, number>();
  const elements = inOrder(root);
  for (const { kind, start } of tagsOf(xml)) {
    if (kind === 'close') continue;
    const { value } = elements.next();
    if (value !== undefined) starts.set(value, start);
  }
  const tables: (readonly TableRow[])[] = [];
  const context: StoryContext = { styles: readStyles(undefined), numbering: readNumbering(undefined), notes: [] };
  readBlocks(childAt(root, 'body'), context, {
    paragraph: () => undefined,
    table: (rows) => tables.push(rows),
    unread: () => undefined,
  });
  return { tables, startOf: (element) => starts.get(element) ?? 0 };
}

/** All elements in the order in which they open. */
function* inOrder(root: XmlElement): Generator<XmlElement, undefined> {
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    waiting.push(...childElements(next).reverse());
  }
}
