import { Parser } from 'htmlparser2';
import { decodeDeclared } from './decode-text.ts';
import { DEEPEST_NESTING, MOST_NODES, MOST_OPEN_ELEMENTS } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** An element of XML or HTML. Names of elements and attributes come without their namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** Parses one XML part. Entities of a document type are never expanded and nothing outside the part is fetched. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const [root] = parseMarkup(decodeDeclared(bytes), true).children.filter((child) => typeof child !== 'string');
  if (root === undefined) throw new UnreadableFile('damaged');
  return root;
}

/** Parses HTML or XML into a tree under an unnamed root, at most `DEEPEST_NESTING` levels deep. */
export function parseMarkup(text: string, xmlMode: boolean): XmlElement {
  const root: OpenElement = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  const open: OpenElement[] = [root];
  let tooDeep = 0;
  let nodes = 0;

  function add(node: OpenElement | string): void {
    nodes += 1;
    if (nodes > MOST_NODES) throw new UnreadableFile('too-large');
    open.at(-1)?.children.push(node);
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: OpenElement = { name: localName(name), attributes: localAttributes(attributes), children: [] };
        add(element);
        if (open.length < DEEPEST_NESTING) open.push(element);
        else tooDeep += 1;
        if (tooDeep > MOST_OPEN_ELEMENTS) throw new UnreadableFile('too-large');
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep -= 1;
        else if (open.length > 1) open.pop();
      },
      ontext(words) {
        add(words);
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Record<string, string>): Readonly<Record<string, string>> {
  const names = Object.keys(attributes);
  if (names.length === 0) return NO_ATTRIBUTES;
  const local: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const name of names) local[localName(name)] ??= attributes[name] ?? '';
  return local;
}

/** The value of an attribute, whatever its prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name];
}

export function childElements(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = element?.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [];
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first element along a path of child names. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let current = element;
  for (const name of path) {
    current = current?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
  }
  return current;
}

/** All descendants of a name, in document order, those inside others included. */
export function descendants(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  return walk(element, name, true);
}

/** The descendants of a name that stand in no other of that name. */
export function outermost(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  return walk(element, name, false);
}

/** A stack of its own keeps the walk linear however deep the tree is. */
function* walk(element: XmlElement | undefined, name: string, within: boolean): Generator<XmlElement> {
  const waiting = childElements(element).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) yield next;
    if (next.name === name && !within) continue;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined && typeof child !== 'string') waiting.push(child);
    }
  }
}

/** The first descendant of a name, in document order. */
export function firstDescendant(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const found of descendants(element, name)) return found;
  return undefined;
}

/** All text inside an element, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  let text = '';
  for (const child of element?.children ?? []) text += typeof child === 'string' ? child : textOf(child);
  return text;
}
