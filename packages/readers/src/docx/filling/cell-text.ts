import { escapeXml, firstSpan, prefixAt, spansOf, type Span } from '../../markup.ts';

/** A piece of markup to be put in the place of another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What has to change in the markup for a table cell to hold a text, in the look of what stood there first. */
export function writeCell(xml: string, cell: Span, text: string): Edit[] {
  const [first, ...others] = spansOf(xml, 'p', cell.innerStart, cell.innerEnd);
  if (first === undefined) return [];
  const prefix = prefixAt(xml, first.start);
  const properties = firstSpan(xml, 'pPr', first.innerStart, first.innerEnd);
  const kept = properties === undefined ? '' : xml.slice(properties.start, properties.end);
  const runs = text === '' ? '' : run(text, prefix, lookOfText(xml, first, properties));
  const tag = xml.slice(first.start, first.innerStart).replace(/\s*\/?>$/u, '>');
  const edits: Edit[] = [{ start: first.start, end: first.end, text: `${tag}${kept}${runs}</${prefix}p>` }];
  // A cell must end with a paragraph, so those around a table inside it stay.
  const isNested = firstSpan(xml, 'tbl', cell.innerStart, cell.innerEnd) !== undefined;
  if (!isNested) edits.push(...others.map(({ start, end }) => ({ start, end, text: '' })));
  return edits;
}

/** Applies edits that do not overlap. */
export function applyEdits(xml: string, edits: readonly Edit[], from = 0, to = xml.length): string {
  const parts: string[] = [];
  let written = from;
  for (const { start, end, text } of edits.toSorted((left, right) => left.start - right.start)) {
    parts.push(xml.slice(written, start), text);
    written = end;
  }
  parts.push(xml.slice(written, to));
  return parts.join('');
}

/** The properties of the first run, or those of the paragraph's own mark, which typing into it would take. */
function lookOfText(xml: string, paragraph: Span, properties: Span | undefined): string {
  const from = properties?.end ?? paragraph.innerStart;
  const firstRun = firstSpan(xml, 'r', from, paragraph.innerEnd);
  const own = firstRun === undefined ? undefined : firstSpan(xml, 'rPr', firstRun.innerStart, firstRun.innerEnd);
  if (own !== undefined) return xml.slice(own.start, own.end);
  if (firstRun !== undefined || properties === undefined) return '';
  const mark = firstSpan(xml, 'rPr', properties.innerStart, properties.innerEnd);
  if (mark === undefined) return '';
  // Marks of tracked changes speak of the paragraph's end, not of words.
  return xml.slice(mark.start, mark.end).replace(/<(?:[\w.-]+:)?(?:ins|del|moveFrom|moveTo)\b[^>]*\/>/gu, '');
}

function run(text: string, prefix: string, look: string): string {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => {
    return `<${prefix}t xml:space="preserve">${escapeXml(line)}</${prefix}t>`;
  });
  return `<${prefix}r>${look}${lines.join(`<${prefix}br/>`)}</${prefix}r>`;
}
