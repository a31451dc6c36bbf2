/** The fields of an official document: what stands above, under and below its body. */
import { readHead, type Field, type Head } from './head.ts';
import { readImprint, type Imprint } from './imprint.ts';
import { readDate } from './issue-date.ts';
import { guessIssuer, type Issuer } from './issuer.ts';
import type { Line } from './lines.ts';
import { areRecipients, splitRecipients } from './recipients.ts';
import { readSignature, type Signature } from './signature.ts';
import type { Span } from './stance.ts';
import { findTitle, genreOf, issuerOfTitle, type Title } from './title.ts';

export interface Header {
  /** As printed, brackets and all. */
  readonly docNumber: string | null;
  readonly issuer: Issuer | null;
  readonly title: (Span & { readonly text: string }) | null;
  /** One of the fifteen genres, of the outermost title. */
  readonly genre: string | null;
  readonly recipients: readonly string[];
  readonly copyTo: readonly string[];
  /** `YYYY-MM-DD`, the day the document was made. */
  readonly date: string | null;
  readonly printedDate: string | null;
  readonly urgency: string | null;
  readonly secrecy: string | null;
  readonly signatory: string | null;
  /** The words in brackets after the date. */
  readonly note: string | null;
  readonly zones: Zones;
  readonly fieldSpans: Partial<Readonly<Record<HeaderField, Span>>>;
}

export type HeaderField =
  | 'docNumber'
  | 'issuer'
  | 'title'
  | 'recipients'
  | 'copyTo'
  | 'date'
  | 'printedDate'
  | 'urgency'
  | 'secrecy'
  | 'signatory'
  | 'note';

/** Spans in the normalised text; null where the document has no such part. The body is never null. */
export interface Zones {
  readonly head: Span | null;
  readonly title: Span | null;
  readonly recipients: Span | null;
  readonly body: Span;
  readonly signature: Span | null;
  readonly imprint: Span | null;
}

interface Recipients extends Span {
  readonly names: readonly string[];
  /** Index of the first line of the body. */
  readonly to: number;
  /** Where the body begins: after the colon, or on the next line. */
  readonly bodyStart: number;
}

interface Parts {
  readonly head: Head;
  readonly title: Title | undefined;
  readonly recipients: Recipients | null;
  readonly signature: Signature | null;
  readonly imprint: Imprint | null;
}

const LONGEST_ADDRESS = 400;
/** Between title and recipients stand at most a number, a date and a subtitle. */
const LINES_UNDER_TITLE = 4;
const ADDRESS_START = /^(?:各|尊敬的|@|全[县市区镇乡体]|县直|市直|区直|镇直)/u;
/** Without a title above only this makes a line with a colon an address. */
const PERSON_OR_BODY = /同志$|[委办局]$/u;
const ATTACHMENT_NOTE = /^附件? ?(?:\d{1,2}|[一二三四五六七八九十])?[:.、 ]/u;

/** Reads what a text has of a header; a text without one is all body. */
export function readHeader(text: string, lines: readonly Line[]): Header {
  const written = lines.filter(({ kind }) => kind !== 'blank');
  const imprint = readImprint(text, written);
  const inner = written.filter(
    ({ start, attachment }) =>
      attachment === null && (imprint === null || start < imprint.start || start >= imprint.end),
  );
  const head = readHead(text, inner);
  const title = findTitle(text, inner, (line) => head.lines.has(line));
  const recipients = readRecipients(text, inner, head, title);
  const signature = readSignature(text, inner, recipients?.to ?? afterTitle(inner, head, title));
  return headerOf(text, inner, { head, title, recipients, signature, imprint });
}

function headerOf(text: string, lines: readonly Line[], parts: Parts): Header {
  const { head, recipients, signature, imprint } = parts;
  const title = titleOf(parts);
  const issuer = issuerOf(parts, title?.text);
  const fields = fieldsOf(parts);
  return {
    ...valuesOf(fields),
    issuer: issuer && guessIssuer(issuer.value),
    title,
    genre: (title && genreOf(title.text)) ?? head.genre,
    recipients: recipients?.names ?? [],
    copyTo: imprint?.copyTo ?? [],
    zones: {
      head: headZone(parts),
      title: spanOf(title),
      recipients: spanOf(recipients),
      body: bodyZone(text, lines, parts),
      signature: spanOf(signature),
      imprint: spanOf(imprint),
    },
    fieldSpans: spansOf({ ...fields, issuer, title, recipients, copyTo: imprint?.copySpan }),
  };
}

type TextField = Exclude<HeaderField, 'issuer' | 'title' | 'recipients' | 'copyTo'>;

function fieldsOf({ head, signature, imprint }: Parts): Record<TextField, Field | null | undefined> {
  const { urgency, secrecy, signatory } = head;
  return {
    docNumber: head.docNumber ?? head.page.docNumber,
    date: signature?.date ?? head.date ?? pageDate(head),
    printedDate: imprint?.printedDate,
    urgency,
    secrecy,
    signatory,
    note: signature?.note,
  };
}

function valuesOf(fields: Record<TextField, Field | null | undefined>): Record<TextField, string | null> {
  function value(field: TextField): string | null {
    return fields[field]?.value ?? null;
  }
  return {
    docNumber: value('docNumber'),
    date: value('date'),
    printedDate: value('printedDate'),
    urgency: value('urgency'),
    secrecy: value('secrecy'),
    signatory: value('signatory'),
    note: value('note'),
  };
}

/** The printed table of fields knows the title best, the text where it stands. */
function titleOf({ head, title }: Parts): Header['title'] {
  const { page } = head;
  if (!title) return page.title ? { text: page.title.value, start: page.title.start, end: page.title.end } : null;
  return { text: page.title?.value ?? title.text, start: title.start, end: title.end };
}

function issuerOf({ head, signature }: Parts, title: string | undefined): Field | null {
  if (head.page.issuer) return head.page.issuer;
  const fromTitle = title === undefined ? null : issuerOfTitle(title);
  const marks = jointly(head.marks);
  if (marks !== null) return marks;
  return fromTitle === null ? jointly(signature?.units ?? []) : { value: fromTitle, start: -1, end: -1 };
}

function jointly(fields: readonly Field[]): Field | null {
  const [first] = fields;
  const last = fields.at(-1);
  if (!first || !last) return null;
  return { value: fields.map(({ value }) => value).join('、'), start: first.start, end: last.end };
}

function pageDate({ page }: Head): Field | undefined {
  const day = page.date && readDate(page.date.value);
  return page.date && day ? { ...page.date, value: day } : undefined;
}

/** The first line under the title, or under the head where there is no title, that ends in a colon. */
function readRecipients(text: string, lines: readonly Line[], head: Head, title: Title | undefined): Recipients | null {
  const from = title?.to ?? afterTitle(lines, head, title);
  for (let index = from; index < Math.min(lines.length, from + LINES_UNDER_TITLE); index++) {
    const line = lines[index];
    if (!line || head.lines.has(line)) continue;
    const recipients = addressOf(text, line, index, title !== undefined);
    if (recipients) return recipients;
    if (line.end - line.start > LONGEST_ADDRESS / 10) return null;
  }
  return null;
}

function addressOf(text: string, line: Line, index: number, underTitle: boolean): Recipients | null {
  if (line.kind === 'table-row' || line.level !== null) return null;
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_ADDRESS));
  const colon = words.indexOf(':');
  const names = words.slice(0, Math.max(0, colon)).replace(/^主送:? ?/u, '');
  const closes = line.start + colon + 1 === line.end;
  const isPlain = closes && line.kind !== 'label' && (underTitle || PERSON_OR_BODY.test(names));
  if (!(isPlain || ADDRESS_START.test(names)) || !areRecipients(names)) return null;
  return {
    start: line.start,
    end: line.start + colon,
    names: splitRecipients(names),
    to: closes ? index + 1 : index,
    bodyStart: line.start + colon + 1,
  };
}

/** Index of the first line that is neither head nor title. */
function afterTitle(lines: readonly Line[], head: Head, title: Title | undefined): number {
  let index = title?.to ?? 0;
  for (let line = lines[index]; line && head.lines.has(line); line = lines[index]) index++;
  return index;
}

function headZone({ head, title }: Parts): Span | null {
  const above = [...head.lines].filter(({ start }) => title === undefined || start < title.start);
  const [first] = above.toSorted((a, b) => a.start - b.start);
  return first ? { start: first.start, end: Math.max(...above.map(({ end }) => end)) } : null;
}

/** From the recipients, title or head to the attachment note, signature or imprint, whichever comes first. */
function bodyZone(text: string, lines: readonly Line[], parts: Parts): Span {
  const start = parts.recipients?.bodyStart ?? bodyStart(lines, parts);
  const note = lines.find((line) => line.start > start && ATTACHMENT_NOTE.test(text.slice(line.start, line.start + 8)));
  const ends = [parts.signature, parts.imprint, note].flatMap((part) =>
    part && part.start > start ? [part.start] : [],
  );
  const close = Math.min(...ends, text.length);
  const last = lines.findLast((line) => line.end > start && line.start < close);
  return { start: skipBreaks(text, start), end: Math.max(start, Math.min(close, last?.end ?? start)) };
}

function bodyStart(lines: readonly Line[], { head, title }: Parts): number {
  const first = lines[afterTitle(lines, head, title)];
  return first?.start ?? lines.at(-1)?.end ?? 0;
}

function skipBreaks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === '\n' || text.charAt(at) === ' ') at++;
  return at;
}

function spanOf(part: Span | null | undefined): Span | null {
  return part ? { start: part.start, end: part.end } : null;
}

function spansOf(fields: Readonly<Record<HeaderField, Span | null | undefined>>): Header['fieldSpans'] {
  const spans: Partial<Record<HeaderField, Span>> = {};
  for (const [field, part] of Object.entries(fields)) {
    const span = spanOf(part);
    if (span && span.start >= 0) spans[field as HeaderField] = span;
  }
  return spans;
}
