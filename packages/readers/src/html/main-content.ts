import { attribute, childElements, descendants, firstDescendant, textOf, type XmlElement } from '../xml.ts';

/** Elements that never hold words of the document. */
export const NO_CONTENT: ReadonlySet<string> = new Set([
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
  const links = [...descendants(element, 'a')].map((link) => textOf(link).trim().length);
  if (links.length < FEWEST_LINKS) return false;
  const linked = links.reduce((sum, length) => sum + length, 0);
  return linked > MENU_LINK_SHARE * textOf(element).replace(/\s+/gu, ' ').length;
}

function* withMark(element: XmlElement, pattern: RegExp): Generator<XmlElement> {
  for (const child of childElements(element)) {
    const marks = [attribute(child, 'id') ?? '', ...(attribute(child, 'class') ?? '').split(/\s+/u)];
    if (marks.some((mark) => pattern.test(mark))) yield child;
    else yield* withMark(child, pattern);
  }
}

function longest(elements: readonly XmlElement[]): XmlElement | undefined {
  let best: XmlElement | undefined;
  let most = -1;
  for (const element of elements) {
    const length = textOf(element).trim().length;
    if (length > most) [best, most] = [element, length];
  }
  return best;
}

function isText(element: XmlElement): boolean {
  return textOf(element).replace(/\s/gu, '').length >= FEWEST_CHARACTERS;
}
