import { decodeDeclared } from './decode-text.ts';

/**
 * XML as text with places, for parts that are patched: whatever is not touched stays as it was written, prefixes, order of
 * attributes and unknown elements included. Names are compared without their prefix.
 */
export interface Tag {
  /** Without prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** From `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
}

/** An element that is not nested in one of its own name. `innerStart` equals `innerEnd` when it holds nothing. */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

const [EXCLAMATION, SLASH, GREATER_THAN, QUESTION] = [0x21, 0x2f, 0x3e, 0x3f];

/** The text of a part in any encoding; written back it is UTF-8, which its declaration then says. */
export function decodePart(bytes: Uint8Array): string {
  return decodeDeclared(bytes).replace(/^(<\?xml[^>]*?encoding=)(["'])[^"']*\2/u, '$1$2UTF-8$2');
}

/** The tags between two offsets, in order. Comments, CDATA sections, declarations and instructions are passed over. */
export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<Tag> {
  for (let start = xml.indexOf('<', from); start >= 0 && start < to;) {
    const next = xml.charCodeAt(start + 1);
    if (next === EXCLAMATION || next === QUESTION) {
      start = xml.indexOf('<', endOfAside(xml, start));
      continue;
    }
    const end = endOfTag(xml, start);
    yield readTag(xml, start, end);
    start = xml.indexOf('<', end);
  }
}

/** The outermost elements of one name, or of any name when none is given, between two offsets. */
export function* spansOf(xml: string, name?: string, from = 0, to = xml.length): Generator<Span> {
  const tags = tagsOf(xml, from, to);
  for (const tag of tags) {
    if (tag.kind === 'close' || (name !== undefined && tag.name !== name)) continue;
    yield { name: tag.name, start: tag.start, innerStart: tag.end, ...endOf(tag, tags, to) };
  }
}

/** Reads on to the end of an element; one that is never closed ends with the text. */
function endOf(open: Tag, tags: Generator<Tag>, to: number): Pick<Span, 'innerEnd' | 'end'> {
  if (open.kind === 'empty') return { innerEnd: open.end, end: open.end };
  let depth = 1;
  for (let next = tags.next(); next.done !== true; next = tags.next()) {
    const { name, kind, start, end } = next.value;
    if (name !== open.name) continue;
    depth += DEEPER[kind];
    if (depth === 0) return { innerEnd: start, end };
  }
  return { innerEnd: to, end: to };
}

const DEEPER = { open: 1, empty: 0, close: -1 } as const;

/** The first outermost element of a name. */
export function firstSpan(xml: string, name: string, from = 0, to = xml.length): Span | undefined {
  for (const span of spansOf(xml, name, from, to)) return span;
  return undefined;
}

/** The prefix of a tag with its colon, empty when it has none. */
export function prefixAt(xml: string, start: number): string {
  return /^<\/?([\w.-]+:)/u.exec(xml.slice(start, start + 80))?.[1] ?? '';
}

/** The decoded value of an attribute of a tag, whatever its prefix. */
export function readAttribute(tag: string, name: string): string | undefined {
  const found = attributePattern(name).exec(tag);
  const value = found?.[3] ?? found?.[4];
  return value === undefined ? undefined : unescapeXml(value);
}

/** The tag with the attribute set to a value, added at its end when new, or without it when the value is undefined. */
export function writeAttribute(tag: string, name: string, value: string | undefined): string {
  const found = attributePattern(name).exec(tag);
  const written = value === undefined ? '' : `="${escapeXml(value).replaceAll('"', '&quot;')}"`;
  if (found !== null) {
    const kept = value === undefined ? '' : `${found[1] ?? ''}${found[2] ?? name}`;
    return tag.slice(0, found.index) + kept + written + tag.slice(found.index + found[0].length);
  }
  return value === undefined ? tag : tag.replace(/\s*\/?>$/u, (close) => ` ${name}${written}${close.trimStart()}`);
}

/** Text with the signs that markup is made of written as entities; quotes stay. Signs that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  // Nearly all text needs nothing of this, and a big form has hundreds of thousands of texts.
  if (!/[&<>\0-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.includes('&') ? text.replace(/&(#x?[\da-f]+|\w+);/giu, readEntity) : text;
}

function readEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** Spaces before, prefix and name, and the value in either kind of quotes. */
function attributePattern(name: string): RegExp {
  let pattern = PATTERNS.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(\\s+)((?:[\\w.-]+:)?${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
    PATTERNS.set(name, pattern);
  }
  return pattern;
}

/** Attribute names are literals of the program, so there are few. */
const PATTERNS = new Map<string, RegExp>();

function endOfAside(xml: string, start: number): number {
  const [mark, length] = xml.startsWith('<!--', start)
    ? ['-->', 3]
    : xml.startsWith('<![CDATA[', start)
      ? [']]>', 3]
      : ['>', 1];
  const end = xml.indexOf(mark, start);
  return end < 0 ? xml.length : end + length;
}

/** A value may hold `>`, so a tag ends only outside of quotes. */
function endOfTag(xml: string, start: number): number {
  let end = xml.indexOf('>', start);
  let quote = nextQuote(xml, start);
  while (end >= 0 && quote >= 0 && quote < end) {
    const close = xml.indexOf(xml.charAt(quote), quote + 1);
    if (close < 0) return xml.length;
    if (close > end) end = xml.indexOf('>', close);
    quote = nextQuote(xml, close + 1, end);
  }
  return end < 0 ? xml.length : end + 1;
}

function nextQuote(xml: string, from: number, to = xml.length): number {
  for (let at = from; at < to; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 0x22 || code === 0x27) return at;
    if (code === GREATER_THAN) return -1;
  }
  return -1;
}

function readTag(xml: string, start: number, end: number): Tag {
  const isClose = xml.charCodeAt(start + 1) === SLASH;
  let nameStart = start + (isClose ? 2 : 1);
  let at = nameStart;
  for (; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 0x3a) nameStart = at + 1;
    else if (code <= 0x20 || code === SLASH || code === GREATER_THAN) break;
  }
  const kind = isClose ? 'close' : xml.charCodeAt(end - 2) === SLASH ? 'empty' : 'open';
  return { name: xml.slice(nameStart, at), kind, start, end };
}
