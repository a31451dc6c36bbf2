import { attribute, childAt, childElements, firstDescendant, outermost, type XmlElement } from '../xml.ts';
import { circled } from '../lists/number-format.ts';
import { isOn } from './styles.ts';

/** The visible words of one paragraph and what hangs on it. */
export interface Inline {
  text: string;
  /** Contents of text boxes that stand above, or below, the paragraph they are anchored to. */
  readonly boxesBefore: XmlElement[];
  readonly boxesAfter: XmlElement[];
  images: number;
  objects: number;
}

/** Notes in the order in which the text refers to them. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

type Handler = (element: XmlElement, inline: Inline, notes: NoteReference[]) => void;

/** Symbol-font signs of forms: empty and ticked boxes. Others have no meaning without their font. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['F0A3', '□'],
  ['F0A8', '□'],
  ['F06F', '□'],
  ['F071', '□'],
  ['F052', '☑'],
  ['F0FE', '☑'],
  ['F053', '☒'],
  ['F0FD', '☒'],
  ['F0FC', '✓'],
  ['F0FB', '✗'],
]);

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['t', (element, inline) => (inline.text += element.children.filter((child) => typeof child === 'string').join(''))],
  ['tab', (_, inline) => (inline.text += ' ')],
  ['ptab', (_, inline) => (inline.text += ' ')],
  ['cr', (_, inline) => (inline.text += '\n')],
  ['br', (_, inline) => (inline.text += '\n')],
  ['noBreakHyphen', (_, inline) => (inline.text += '-')],
  ['sym', (element, inline) => (inline.text += SYMBOLS.get((attribute(element, 'char') ?? '').toUpperCase()) ?? '')],
  ['footnoteReference', (element, inline, notes) => addNote('footnote', element, inline, notes)],
  ['endnoteReference', (element, inline, notes) => addNote('endnote', element, inline, notes)],
  ['r', readRun],
  ['AlternateContent', (element, inline, notes) => readChildren(chosen(element), inline, notes)],
  ['txbxContent', (element, inline) => inline.boxesAfter.push(element)],
  ['drawing', readDrawing],
  ['pict', readDrawing],
  ['object', readDrawing],
]);

/** Content that is not printed, or that a tracked change has taken out. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'pPr',
  'rPr',
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rt',
  'sdtPr',
  'commentReference',
]);

/** Reads the visible text of a paragraph; references to notes are added to `notes` and shown as ①, ②… */
export function readInline(paragraph: XmlElement, notes: NoteReference[]): Inline {
  const inline: Inline = { text: '', boxesBefore: [], boxesAfter: [], images: 0, objects: 0 };
  readChildren(paragraph, inline, notes);
  return inline;
}

/** The branch of an alternative that is shown: the first choice, else the fallback. Never both. */
export function chosen(alternative: XmlElement): XmlElement | undefined {
  return childAt(alternative, 'Choice') ?? childAt(alternative, 'Fallback');
}

function readChildren(element: XmlElement | undefined, inline: Inline, notes: NoteReference[]): void {
  for (const child of childElements(element)) {
    if (LEFT_OUT.has(child.name)) continue;
    const handle = HANDLERS.get(child.name) ?? readChildren;
    handle(child, inline, notes);
  }
}

function readRun(run: XmlElement, inline: Inline, notes: NoteReference[]): void {
  const hidden = childAt(run, 'rPr', 'vanish');
  if (hidden === undefined || !isOn(attribute(hidden, 'val'))) readChildren(run, inline, notes);
}

function addNote(kind: NoteReference['kind'], element: XmlElement, inline: Inline, notes: NoteReference[]): void {
  notes.push({ kind, id: attribute(element, 'id') ?? '' });
  // A circled sign cannot be taken for a digit of the number before it.
  inline.text += circled(notes.length);
}

function readDrawing(element: XmlElement, inline: Inline): void {
  // A box inside a box is read with the outer one.
  const boxes = [...outermost(element, 'txbxContent')];
  if (boxes.length > 0) {
    (standsAbove(element) ? inline.boxesBefore : inline.boxesAfter).push(...boxes);
    return;
  }
  if (
    firstDescendant(element, 'OLEObject') !== undefined ||
    firstDescendant(element, 'chart') !== undefined ||
    firstDescendant(element, 'relIds') !== undefined
  )
    inline.objects += 1;
  else if (firstDescendant(element, 'blip') !== undefined || firstDescendant(element, 'imagedata') !== undefined)
    inline.images += 1;
}

/** A box placed by page or margin, as letterheads are, is read before its anchor; one placed by paragraph after it. */
function standsAbove(drawing: XmlElement): boolean {
  return /page|margin/iu.test(attribute(childAt(drawing, 'anchor', 'positionV'), 'relativeFrom') ?? '');
}
