import { attribute, childElements, descendants, firstDescendant, type XmlElement } from '../xml.ts';

/** Elements that never hold words of the document. */
const NO_CONTENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'nav',
  'footer',
  'aside',
  'select',
  'button',
  'textarea',
  'iframe',
  'object',
  'svg',
  'math',
]);

/** Containers of the article on government sites and common content systems, by id or class, best first. */
const CONTAINERS: readonly RegExp[] = [
  /^UCAP-CONTENT$/iu,
  /^(?:trs_editor|trs_uedit|view trs_uedit\w*)$/iu,
  /^(?:zoom|zoomcon|zw|xxgk_content|pages_content|article[-_]?(?:content|body|con|text)|content[-_]?(?:text|body)|news[-_]?content|detail[-_]?content|js_content|vsb_content\w*)$/iu,
];

const FRAME =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|foot|copyright|sidebar|share|bdsharebuttonbox|toolbar|pagination|pager|related|recommend|comments?|qr_?container|advert|ads?)(?:$|[-_\s])/iu;

/** A container with fewer characters than this is a teaser, not the text. */
const FEWEST_CHARACTERS = 50;
const FEWEST_LINKS = 4;
/** More than this share of linked characters makes a block of several links a menu. */
const MENU_LINK_SHARE = 0.6;

/** The element that holds the article: a known container, else `article` or `main`, else the whole body. */
export function mainContent(root: XmlElement): XmlElement {
  const known = CONTAINERS.map((pattern) => longest([...withMark(root, pattern)]));
  const semantic = ['article', 'main'].map((name) => longest([...descendants(root, name)]));
  const found = [...known, ...semantic].find((element) => element !== undefined && isText(element));
  return found ?? firstDescendant(root, 'body') ?? root;
}

/** True for parts of the page around the text: hidden ones, menus, share bars, footers. */
export function isFrame(element: XmlElement): boolean {
  if (NO_CONTENT.has(element.name) || isHidden(element)) return true;
  if (element.name === 'p' || element.name === 'td' || element.name === 'body') return false;
  const marks = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`;
  return FRAME.test(marks.trim()) || isMenu(element);
}

function isHidden(element: XmlElement): boolean {
  return attribute(element, 'hidden') !== undefined || /display\s*:\s*none/iu.test(attribute(element, 'style') ?? '');
}

function isMenu(element: XmlElement): boolean {
  if (element.name !== 'ul' && element.name !== 'div') return false;
  const { characters, linked, links } = measure(element);
  return links >= FEWEST_LINKS && linked > MENU_LINK_SHARE * characters;
}

interface Measure {
  /** Characters without white space, and those of them inside links. */
  readonly characters: number;
  readonly linked: number;
  readonly links: number;
}

/** Every element is measured once: blocks stand in blocks, and each is asked whether it is a menu. */
const MEASURES = new WeakMap<XmlElement, Measure>();

function measure(element: XmlElement): Measure {
  const known = MEASURES.get(element);
  if (known !== undefined) return known;
  let characters = 0;
  let linked = 0;
  let links = 0;
  for (const child of element.children) {
    if (typeof child === 'string') {
      characters += child.replace(/\s+/gu, '').length;
      continue;
    }
    const inner = measure(child);
    const isLink = child.name === 'a';
    characters += inner.characters;
    linked += isLink ? inner.characters : inner.linked;
    links += isLink ? 1 : inner.links;
  }
  const sum = { characters, linked, links };
  MEASURES.set(element, sum);
  return sum;
}

function marksOf(element: XmlElement): string[] {
  const marks = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`.trim();
  return marks === '' ? [] : marks.split(/\s+/u);
}

function* withMark(element: XmlElement, pattern: RegExp): Generator<XmlElement> {
  for (const child of childElements(element)) {
    if (marksOf(child).some((mark) => pattern.test(mark))) yield child;
    else yield* withMark(child, pattern);
  }
}

function longest(elements: readonly XmlElement[]): XmlElement | undefined {
  let best: XmlElement | undefined;
  let most = -1;
  for (const element of elements) {
    const length = measure(element).characters;
    if (length > most) [best, most] = [element, length];
  }
  return best;
}

function isText(element: XmlElement): boolean {
  return measure(element).characters >= FEWEST_CHARACTERS;
}
