/** What stands above the title and directly under it: marks, number, secrecy, urgency, signatory, an early date. */
import { DATE_SOURCE, readDate } from './issue-date.ts';
import { isBodyName } from './issuer.ts';
import type { Line } from './lines.ts';
import { UNKNOWN } from './normalised.ts';
import type { Span } from './stance.ts';

export interface Field extends Span {
  readonly value: string;
}

export interface Head {
  readonly docNumber: Field | null;
  readonly secrecy: Field | null;
  readonly urgency: Field | null;
  readonly signatory: Field | null;
  /** A date under the title or beside the issuer, as in briefings and regulations. */
  readonly date: Field | null;
  /** Issuer marks; several when joint. */
  readonly marks: readonly Field[];
  /** 命令 or 纪要 when the mark says so. */
  readonly genre: string | null;
  /** Lines that hold these fields. */
  readonly lines: ReadonlySet<Line>;
  /** The table of fields that official sites print above a document. */
  readonly page: Readonly<Partial<Record<'title' | 'issuer' | 'docNumber' | 'date', Field>>>;
}

/** Fields stand within this many lines. */
const LAST_HEAD_LINE = 18;
const LONGEST_HEAD_LINE = 70;
const NUMBER =
  /(?<code>[\u4e00-\u9fffA-Za-z×]{2,15}?) ?[〔[(【〈] ?(?:19|20)\d\d ?年?[〕\])】〉] ?第? ?(?:[A-Z]-?)?\d{1,4} ?号/u;
const PLAIN_NUMBER = /^[\u4e00-\u9fff]{2,10}(?:19|20)\d\d年?第?\d{1,4}号$/u;
const SERIAL = /^\(?(?:(?:19|20)\d\d年?)?[ ,]?第? ?(?<serial>[\d一二三四五六七八九十百零〇]{1,6}) ?(?<unit>号|期)\)?$/u;
const SECRECY =
  /^(?:\d{6} *)?(?:密级: ?)?(?<secrecy>绝密|机密|秘密|内部资料|内部文件|内部)(?= *(?:[★☆*]|\d|$|长期|特急|加急|特提|平急|\)))/u;
const URGENCY = /(?:^|[ 年期】★☆密])(?:紧急程度: ?)?[【(]?(?<urgency>特提|特急|加急|平急|急件)[】)]?(?=$| )/u;
const SIGNATORY = /签发(?:人)? ?: ?(?<signatory>[\u4e00-\u9fff· ]{2,14})/u;
const DATE_LINE = new RegExp(
  `^(?<unit>[\\u4e00-\\u9fff]{3,30}?)? *\\(?(?:${DATE_SOURCE})(?:[\\u4e00-\\u9fff、 ]{0,40}(?:通过|发布|公布|印发|施行|起施行))?\\)?$`,
  'u',
);
const MARK = /^(?<issuer>.{2,60}?) ?(?:文件|会议纪要|(?:专题|常务|党组|办公)?会议纪要|纪要|令)$/u;
const PAGE_LABELS: ReadonlyMap<string, 'title' | 'issuer' | 'docNumber' | 'date' | 'other'> = new Map([
  ['标题', 'title'],
  ['文件名称', 'title'],
  ['名称', 'title'],
  ['发文机关', 'issuer'],
  ['发布机构', 'issuer'],
  ['发文字号', 'docNumber'],
  ['文号', 'docNumber'],
  ['成文日期', 'date'],
  ['索引号', 'other'],
  ['主题分类', 'other'],
  ['发布日期', 'other'],
  ['公开日期', 'other'],
  ['主题词', 'other'],
  ['有效性', 'other'],
  ['公开方式', 'other'],
]);

/** Reads the head from the first lines of the main part. */
export function readHead(text: string, lines: readonly Line[]): Head {
  const reader = new HeadReader(text);
  const first = lines.slice(0, LAST_HEAD_LINE);
  for (const line of first) {
    const words = text.slice(line.start, line.end);
    if (reader.readPageRow(words, line)) continue;
    if (line.kind === 'table-row') continue;
    if (words.length > LONGEST_HEAD_LINE || words.includes('。')) break;
    reader.readLine(words, line);
  }
  reader.readMarks(first);
  return reader;
}

class HeadReader implements Head {
  docNumber: Field | null = null;
  secrecy: Field | null = null;
  urgency: Field | null = null;
  signatory: Field | null = null;
  date: Field | null = null;
  marks: Field[] = [];
  genre: string | null = null;
  readonly lines = new Set<Line>();
  readonly page: Partial<Record<'title' | 'issuer' | 'docNumber' | 'date', Field>> = {};
  readonly #text: string;
  #numberLine: Line | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** A row of `label:`, value, `label:`, value. True when it was one. */
  readPageRow(words: string, line: Line): boolean {
    if (line.kind !== 'table-row') return false;
    const cells = words.split('\t');
    let start = line.start;
    for (const [index, cell] of cells.entries()) {
      start += cell.length + 1;
      const label = PAGE_LABELS.get(cell.replace(/[: ]/gu, ''));
      const value = cells[index + 1]?.trim() ?? '';
      if (label === undefined) continue;
      this.lines.add(line);
      if (label !== 'other' && value !== '') this.page[label] ??= { value, start, end: start + value.length };
    }
    return this.lines.has(line);
  }

  readLine(words: string, line: Line): void {
    const found = [
      this.#readPattern('secrecy', SECRECY, words, line),
      this.#readPattern('urgency', URGENCY, words, line),
      this.#readPattern('signatory', SIGNATORY, words, line),
      this.#readNumber(words, line),
      this.#readDate(words, line),
      /^\d{6}$/u.test(words),
    ];
    if (found.includes(true)) this.lines.add(line);
  }

  /** The names above the number, and the line that ends in 文件. */
  readMarks(lines: readonly Line[]): void {
    const last = this.#markedLine(lines);
    if (last < 0) return;
    for (let index = last; index >= 0; index--) {
      const line = lines[index];
      if (!line || this.lines.has(line)) continue;
      const words = this.#text.slice(line.start, line.end);
      const name = words.replace(/ /gu, '').replace(/(?:文件|(?:[\u4e00-\u9fff]{2}会议)?(?:会议)?纪要|令)$/u, '');
      if (name !== '' && !isBodyName(name)) break;
      this.lines.add(line);
      if (name !== '') this.marks.unshift({ value: name, start: line.start, end: line.end });
    }
  }

  /** Index of the line that ends the marks, or -1. */
  #markedLine(lines: readonly Line[]): number {
    return lines.findIndex((line, index) => {
      const words = this.#text.slice(line.start, line.end).replace(/ /gu, '');
      if (words.endsWith('文件')) return words === '文件' || (MARK.test(words) && !/关于|《/u.test(words));
      if (this.#numberLine === undefined || lines[index + 1] !== this.#numberLine) return false;
      return this.#isMarkAboveNumber(words);
    });
  }

  #isMarkAboveNumber(words: string): boolean {
    if (!MARK.test(words)) return isBodyName(words) && !words.includes('关于');
    if (words.endsWith('令')) this.genre = '命令';
    if (words.endsWith('纪要')) this.genre = '纪要';
    return true;
  }

  #readPattern(field: 'secrecy' | 'urgency' | 'signatory', pattern: RegExp, words: string, line: Line): boolean {
    if (this[field] !== null) return false;
    const match = pattern.exec(words);
    const value = match?.groups?.[field];
    if (!match || value === undefined) return false;
    const start = line.start + match.index + match[0].lastIndexOf(value);
    this[field] = { value: value.replace(/ /gu, ''), start, end: start + value.length };
    return true;
  }

  #readNumber(words: string, line: Line): boolean {
    if (this.docNumber !== null || !/[号期]/u.test(words) || /[,;。]|根据|按照/u.test(words)) return false;
    const rest = words
      .replace(URGENCY, '')
      .replace(SIGNATORY, '')
      .replace(SECRECY, '')
      .replace(/[★☆].*?年/u, '')
      .trim();
    const match = NUMBER.exec(rest) ?? PLAIN_NUMBER.exec(rest) ?? SERIAL.exec(rest);
    // A number in a sentence or a title is a cited one.
    if (!match || rest.length > match[0].length + 2) return this.#readMaskedNumber(rest, line);
    this.#numberLine = line;
    if (match.groups?.['unit'] === '期') return true;
    const start = this.#text.indexOf(match[0], line.start);
    this.docNumber = { value: match[0].replace(/ /gu, ''), start, end: start + match[0].length };
    return true;
  }

  /** `清政发〔2026〕×号`: a place for a number, but none. */
  #readMaskedNumber(words: string, line: Line): boolean {
    const masked = words.includes(UNKNOWN) && words.length < 24 && /[〔[(【].*[〕\])】].*号$/u.test(words);
    if (masked) this.#numberLine = line;
    return masked;
  }

  #readDate(words: string, line: Line): boolean {
    const match = /\d{4}|[〇零○]/u.test(words) ? DATE_LINE.exec(words) : null;
    const day = match && readDate(words);
    if (!day) return false;
    this.date ??= { value: day, start: line.start, end: line.end };
    const unit = match.groups?.['unit'];
    if (unit !== undefined && isBodyName(unit))
      this.marks.push({ value: unit, start: line.start, end: line.start + unit.length });
    return true;
  }
}
