/** What of a document is shown but not counted when it is asked how much was copied. */
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { createWordTable } from '../../document/word-table.ts';
import { EXHORTATION_WORDS } from './exhortation-words.ts';
import { STOCK_PHRASES } from './stock-phrases.ts';

/** Why it is not counted: passed on as it is, quoted from a law or a speech, or said by everybody. */
export type SetAsideKind = 'forwarded' | 'quoted' | 'stock';

export interface SetAside extends Span {
  readonly kind: SetAsideKind;
}

/** Stretches that are set aside, in order of their kinds' weight: forwarded, quoted, stock. They may overlap. */
export function findSetAside(document: OfficialDocument, superiorTitle: string | null): SetAside[] {
  const { text } = document;
  return [
    ...forwarded(document, superiorTitle),
    ...spansOf(text, QUOTATION, 'quoted'),
    ...spansOf(text, ARTICLE, 'quoted'),
    ...spansOf(text, REFERENCE, 'quoted'),

    ...spansOf(text, STOCK_PHRASES, 'stock'),
    ...exhortations(text),
  ];
}

/** Shorter ones are parts of a name or of a sentence that says more. */
const SHORTEST_EXHORTATION = 4;
/** So much of a clause may be words that are in no list: a name, a slip of the pen. */
const LEAST_EXHORTATION = 0.85;
const EXHORTATIONS = createWordTable(EXHORTATION_WORDS.split(' ').map((word) => [word, true]));

/** Clauses that consist of words of exhortation. */
function exhortations(text: string): SetAside[] {
  const found: SetAside[] = [];
  for (const { 0: words, index: start } of text.matchAll(/[\p{Script=Han}"、]+/gu)) {
    const end = start + words.length;
    let covered = 0;
    EXHORTATIONS.scan(text, start, end, (_, from, to) => (covered += to - from));
    const marks = words.match(/["、]/gu)?.length ?? 0;
    const length = words.length - marks;
    const isOne = length >= SHORTEST_EXHORTATION && covered >= LEAST_EXHORTATION * length;
    if (isOne) found.push({ start, end, kind: 'stock' });
  }
  return found;
}

/** Where the document is compared at all: everything but letterhead, title, recipients, signature and imprint. */
export function comparedStretches({ text, header }: OfficialDocument): Span[] {
  const { head, title, recipients, signature, imprint } = header.zones;
  const left = [head, title, recipients, signature, imprint]
    .filter((zone) => zone !== null)
    .sort((a, b) => a.start - b.start);
  const stretches: Span[] = [];
  let start = 0;
  for (const zone of left) {
    if (zone.start > start) stretches.push({ start, end: zone.start });
    start = Math.max(start, zone.end);
  }
  if (start < text.length) stretches.push({ start, end: text.length });
  return stretches;
}

const PASSES_ON = /(?:转发|批转)(?:了)?(?:《[^》\n]{2,80}》|[^,。;\n]{2,60})/u;
const NAMED_AND_SENT = /将《?(?<named>[^》\n]{4,100})》?(?:全文)?(?:印发|转发|下发|转给)(?:给)?/u;

/** Below the covering words of a document that passes another one on, everything is that other one. */
function forwarded(document: OfficialDocument, superiorTitle: string | null): SetAside[] {
  const { title, zones } = document.header;
  const start = zones.signature?.end ?? endOfCover(document);
  if (start === null || !passesOn(title?.text ?? '', document, superiorTitle)) return [];
  return [{ start, end: document.text.length, kind: 'forwarded' }];
}

function passesOn(title: string, { text, header }: OfficialDocument, superiorTitle: string | null): boolean {
  if (PASSES_ON.test(title)) return true;
  const { start, end } = header.zones.body;
  const named = NAMED_AND_SENT.exec(text.slice(start, Math.min(end, start + COVER_LENGTH)))?.groups?.['named'];
  return named !== undefined && isTitleOf(named, superiorTitle);
}

const COVER_LENGTH = 600;

/** 印发 of a document of one's own is no forwarding; of the superior's it is. */
function isTitleOf(named: string, title: string | null): boolean {
  const own = title?.replaceAll(/[《》\s]/gu, '') ?? '';
  const other = named.replaceAll(/[《》\s]/gu, '');
  return own !== '' && (own === other || own.includes(other));
}

/** The covering words end with the line that sends the document. */
function endOfCover({ text, header }: OfficialDocument): number | null {
  const { start } = header.zones.body;
  const sends = /(?:转发|印发|下发)给你们[^\n]*/u.exec(text.slice(start, start + COVER_LENGTH));
  return sends === null ? null : start + sends.index + sends[0].length;
}

/** Words in quotation marks after a source: 《…》第三条规定:"…", 省委书记强调:"…". */
const QUOTATION =
  /(?:规定|指出|强调|明确|要求|提出|载明|写道|原文)[^,。;"\n]{0,8}[:,]?"[^"]{8,1200}"|《[^》\n]{2,60}》[^,。;"\n]{0,20}[:,]?"[^"]{8,1200}"/gu;
/** A document by its title and number: they are its own words, whatever they deny or forbid. */
const REFERENCE = /《[^《》\n]{2,80}》\([^()\n]{3,30}号\)/gu;
/** An article of a law told in the law's words: 根据《…条例》第十二条规定,… to the end of the sentence. */
const ARTICLE = new RegExp(
  [
    `《[^》\n]{2,60}(?:法|条例|规定|办法|细则|准则|规则)》[^。;\n]{0,12}第[一二三四五六七八九十百\\d]{1,6}条[^。\n]{0,400}[。\n]`,
    `(?<!》)(?:《[^》\n]{2,60}(?:法|条例)》)[^。;\n]{0,12}(?:规定|明确|载明)[,:][^。\n]{0,400}[。\n]`,
    `[\\p{Script=Han}]{2,16}(?<!办)(?:法|条例)第[一二三四五六七八九十百\\d]{1,6}条[^。;\n]{0,12}(?:规定|明确|载明)?[,:][^。\n]{0,400}[。\n]`,
  ].join('|'),
  'gu',
);

function spansOf(text: string, pattern: RegExp, kind: SetAsideKind): SetAside[] {
  return Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    kind,
  }));
}
