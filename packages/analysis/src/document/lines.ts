import { isHan } from './characters.ts';
import type { NormalisedText } from './normalised.ts';
import { readNumbering, type Numbering } from './numbering.ts';
import type { Block } from './source-text.ts';

export type LineKind = 'heading' | 'item' | 'text' | 'label' | 'table-row' | 'blank';

/** A line of the normalised text without the spaces around it; a heading that shares its line with text is a line of its own. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  /** Depth of the number (see `Numbering`), null without one. */
  readonly level: number | null;
  /** Where the words after the number begin; `start` without a number. */
  readonly numberEnd: number;
  /** Of a line `label: value`: the label, and where the value begins. */
  readonly label?: string;
  readonly valueStart?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Index of the attachment the line stands in, null in the main part. */
  readonly attachment: number | null;
}

const LONGEST_HEADING = 40;
const LONGEST_LEADING_SENTENCE = 30;
const LONGEST_LABEL = 14;
const LONGEST_ATTACHMENT_LINE = 60;
const LONGEST_DATE = 16;
/** A leading sentence with one of these orders something and is no heading. */
const ORDERS =
  /\d|必须|务必|一律|不得|严禁|请(?!示)|应当|应(?!急|对|用|收)|[日月周天时]前|之前|以前|[每逐][天日周旬月季年]/u;
const NO_HEADING_END = '。;:!?,、';
const DATE_LINE = /^(?:\d{4}|[二一][〇零○O0九]..)年.{1,3}月.{1,3}日$/u;
const ATTACHMENT_NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const ATTACHMENT_LINE = new RegExp(
  `^附[件表录图]?(?:(?<bare>${ATTACHMENT_NUMBER}?:?)|(?<named>(?:${ATTACHMENT_NUMBER}[:.、 ]*|[: ]+)[^。]+))$`,
  'u',
);
/** A line `…:` without a value is a label only when it ends like one; otherwise it leads in or names recipients. */
const LABEL_END =
  /(?:时间|会期|地点|地址|形式|方式|人员|范围|对象|内容|议程|议题|主题|主持人?|召集人|电话|邮箱|附件|回执|报名|备注|日期|签发人|抄送|抄报|主送|联系人|负责人|填表人|表号|机关|文号|期限|填报人|(?:填报|填表|报送|承办|主办|制表)单位)$/u;
const NO_LABEL_START = /^(?:各|同志们|大家|请|现将|根据|为了|尊敬)/u;

/** The lines in order, blank ones included, by what opens them and what stands around them. */
export function readLines(normalised: NormalisedText, blocks: readonly Block[]): Line[] {
  const { text } = normalised;
  const reader = new LineReader(normalised, blocks);
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    reader.read(start, end);
    start = end + 1;
  }
  return reader.lines;
}

/** What is known of a line before its neighbours are. */
interface Draft extends Numbering {
  readonly start: number;
  readonly end: number;
  readonly block: Block | undefined;
}

class LineReader {
  readonly lines: Line[] = [];
  readonly #text: string;
  readonly #normalised: NormalisedText;
  readonly #blocks: readonly Block[];
  #block = 0;
  #nextTab: number;
  #attachment: number | null = null;
  #dated = false;
  /** Level of the list whose items have no end marks, as in a list of names. */
  #openList: number | null = null;

  constructor(normalised: NormalisedText, blocks: readonly Block[]) {
    this.#normalised = normalised;
    this.#text = normalised.text;
    this.#blocks = blocks;
    this.#nextTab = this.#text.indexOf('\t');
  }

  read(from: number, to: number): void {
    const [start, end] = trimmed(this.#text, from, to);
    const block = this.#blockAt(start);
    const isRow = this.#hasTab(from, to);
    if (start === end) {
      // A row without a word is a row of cells to fill.
      this.#push(
        {
          start: isRow ? from : start,
          end: isRow ? to : end,
          kind: isRow ? 'table-row' : 'blank',
          level: null,
          numberEnd: start,
        },
        block,
      );
    } else if (isRow || block?.kind === 'cell') {
      this.#push({ start, end, kind: 'table-row', level: null, numberEnd: start }, block);
    } else {
      this.#enterPart(start, end);
      this.#readWords({ start, end, block, ...(readNumbering(this.#text, start, end) ?? unnumbered(start)) });
    }
  }

  #enterPart(start: number, end: number): void {
    if (this.#opensAttachment(start, end)) this.#attachment = this.#attachment === null ? 0 : this.#attachment + 1;
    if (end - start <= LONGEST_DATE && DATE_LINE.test(this.#text.slice(start, end))) this.#dated = true;
  }

  #readWords(draft: Draft): void {
    const { start, end, numberEnd, level, block } = draft;
    const line = { start, end, level, numberEnd };
    const label = readLabel(this.#text, numberEnd, end);
    if (label) {
      this.#push({ ...line, kind: 'label', ...label }, block);
    } else if (this.#isHeading(draft)) {
      this.#push({ ...line, kind: 'heading', level: level ?? block?.level ?? null }, block);
    } else {
      const leadEnd = level === null ? undefined : leadingSentenceEnd(this.#text, numberEnd, end);
      if (leadEnd !== undefined) this.#push({ ...line, kind: 'heading', end: leadEnd }, block);
      this.#push(
        leadEnd === undefined ? { ...line, kind: isItem(draft) ? 'item' : 'text' } : this.#rest(leadEnd, end),
        block,
      );
    }
  }

  #rest(from: number, to: number): Omit<Line, 'attachment' | 'align'> {
    const [start, end] = trimmed(this.#text, from, to);
    return { start, end, kind: 'text', level: null, numberEnd: start };
  }

  #isHeading({ start, end, numberEnd, level, isHash, block }: Draft): boolean {
    if (end - start > LONGEST_HEADING || NO_HEADING_END.includes(this.#text.charAt(end - 1))) return false;
    if (isHash || block?.kind === 'heading') return true;
    if (level === null || numberEnd >= end || this.#text.slice(start, end).includes('。')) return false;
    return !this.#isInOpenList(level, end);
  }

  /** One of several names on lines of their own, or the last of them. */
  #isInOpenList(level: number, end: number): boolean {
    const next = this.#nextNumbering(end);
    const inList = this.#openList === level || next === 'end' || next?.level === level;
    this.#openList = inList ? level : null;
    return inList;
  }

  /** The number of the next line that is not blank; `'end'` when there is none. */
  #nextNumbering(end: number): Numbering | 'end' | undefined {
    for (let from = end; from < this.#text.length; from++) {
      const code = this.#text.charCodeAt(from);
      if (code > 0x20) return readNumbering(this.#text, from, this.#text.length);
    }
    return 'end';
  }

  #opensAttachment(start: number, end: number): boolean {
    if (this.#text.charAt(start) !== '附' || end - start > LONGEST_ATTACHMENT_LINE) return false;
    const { bare, named } = ATTACHMENT_LINE.exec(this.#text.slice(start, end))?.groups ?? {};
    if (bare !== undefined) return !bare.endsWith(':') || !this.#startsNote(end);
    return named !== undefined && (this.#dated || this.#attachment !== null);
  }

  /** `附件:` alone opens the note in the main part when a numbered name follows before the date. */
  #startsNote(end: number): boolean {
    const next = this.#nextNumbering(end);
    return !this.#dated && next !== 'end' && next !== undefined;
  }

  #hasTab(from: number, to: number): boolean {
    if (this.#nextTab >= 0 && this.#nextTab < from) this.#nextTab = this.#text.indexOf('\t', from);
    return this.#nextTab >= 0 && this.#nextTab < to;
  }

  #blockAt(offset: number): Block | undefined {
    if (this.#blocks.length === 0) return undefined;
    const source = this.#normalised.toSource(offset);
    while ((this.#blocks[this.#block]?.end ?? Infinity) <= source) this.#block++;
    const block = this.#blocks[this.#block];
    return block && block.start <= source ? block : undefined;
  }

  #push(line: Omit<Line, 'attachment' | 'align'>, block: Block | undefined): void {
    const align = block?.align;
    this.lines.push({ ...line, ...(align && { align }), attachment: this.#attachment });
    if (line.kind !== 'item' && line.kind !== 'blank') this.#openList = null;
  }
}

function unnumbered(start: number): Numbering {
  return { level: null, numberEnd: start, isHash: false };
}

function isItem({ start, numberEnd, block }: Draft): boolean {
  return numberEnd > start || block?.kind === 'list-item';
}

/** `(一)压实责任。各镇要…`: the end of the first sentence, if it is a heading and something follows. */
function leadingSentenceEnd(text: string, from: number, end: number): number | undefined {
  const window = text.slice(from, Math.min(end, from + LONGEST_LEADING_SENTENCE + 1));
  const stop = window.indexOf('。');
  if (stop < 2 || from + stop + 1 >= end) return undefined;
  const sentence = window.slice(0, stop);
  return /[,;:!?]/u.test(sentence) || ORDERS.test(sentence) ? undefined : from + stop + 1;
}

function trimmed(text: string, from: number, to: number): [start: number, end: number] {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function readLabel(text: string, from: number, end: number): { label: string; valueStart: number } | undefined {
  const limit = Math.min(end, from + LONGEST_LABEL + 1);
  let at = from;
  while (at < limit && (isHan(text.charCodeAt(at)) || '/、()'.includes(text.charAt(at)))) at++;
  if (text.charAt(at) !== ':' || at >= end || at - from < 2) return undefined;
  const label = text.slice(from, at);
  if (NO_LABEL_START.test(label)) return undefined;
  const [valueStart] = trimmed(text, at + 1, end);
  return valueStart < end || LABEL_END.test(label) ? { label, valueStart } : undefined;
}
