/** Lines cut in the middle of a sentence by paste, scan or a fixed page width. */
import { isDigit, isHan, isLatin } from './characters.ts';
import { SPACE } from './folding.ts';
import type { Mending } from './mending.ts';

const TAB = 0x09;
const SENTENCE_ENDS = '。;:!?… ';
/** A line that ends like this goes on in the next whatever its width. */
const OPEN_ENDS = ',、《(〔的和与及在对将把被从向为第各';
/** Nothing starts like this. */
const NO_STARTS = '的了们,、。;:!?)》〕%';
const FEWEST_COLUMNS = 24;
const FEWEST_OPEN_COLUMNS = 12;
const MOST_COLUMNS = 120;
/** A line may stop this many columns short of the width, where a character or a mark did not fit. */
const RAGGED_COLUMNS = 3;
const NEIGHBOURS = 3;
const LONGEST_LABEL = 40;

const FRESH_START = new RegExp(
  [
    '^(?:[一二三四五六七八九十]{1,3}[、.是要]|\\d{1,2}[.、)](?!\\d)|第[一二三四五六七八九十百\\d]{1,4}[章节条]|附件|附:|抄送|主送)',
    '^[^\\n,。;]{1,40}:',
    '^[^\\n]{2,15}[〔[(【](?:19|20)\\d\\d[〕\\])】]',
    '^(?:\\d{4}|二[〇零○].{2})年\\d{0,2}.{0,3}月.{0,3}日 *(?:\\n|$)',
  ].join('|'),
  'u',
);
/** The rest of a line of recipients looks like a label. */
const MORE_RECIPIENTS = /^(?:各|驻|有关|[省市县区镇]直)[^\n,。;:]{1,38}:(?:\n|$)/u;
const LINE_END =
  /\d{1,2}:\d{2}(?::\d{2})?$|(?<![,、;:].{0,30})\d{4}年\d{1,2}月\d{1,2}日$|(?:决定|命令|公告|通告|意见|通知|通报|报告|请示|批复|函|纪要|方案|办法)(?:\([^)\n]{1,8}\))?$/u;

/** The line ends to remove, in order; a space takes their place between Latin words. */
export function findBrokenLines(text: string): readonly Mending[] {
  const lines = new Lines(text);
  const joins: Mending[] = [];
  for (let line = 0; line + 1 < lines.count; line++) {
    if (!goesOn(lines, line)) continue;
    const end = lines.end(line);
    const between = isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end + 1));
    joins.push({ start: end, end: end + 1, by: between ? SPACE : 0 });
  }
  return joins;
}

function goesOn(lines: Lines, line: number): boolean {
  const { text } = lines;
  const end = lines.end(line);
  const last = text.charAt(end - 1);
  if (SENTENCE_ENDS.includes(last) || !mayContinue(text, end + 1)) return false;
  const columns = lines.columns(line);
  if (columns < FEWEST_OPEN_COLUMNS || columns > MOST_COLUMNS || lines.columns(line + 1) > MOST_COLUMNS) return false;
  if (NO_STARTS.includes(text.charAt(end + 1))) return isHan(text.charCodeAt(end - 1));
  const next = text.slice(end + 1, end + 1 + LONGEST_LABEL + 1);
  if (FRESH_START.test(next)) return ',、'.includes(last) && MORE_RECIPIENTS.test(next);
  return OPEN_ENDS.includes(last) || fillsItsWidth(lines, line);
}

function mayContinue(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isHan(code) || isDigit(code) || isLatin(code) || NO_STARTS.includes(text.charAt(at) || '\n');
}

/** No line around is wider, and another one as wide stops in a sentence too: the page was cut, not the thought. */
function fillsItsWidth(lines: Lines, line: number): boolean {
  const columns = lines.columns(line);
  if (columns < FEWEST_COLUMNS || LINE_END.test(lines.text.slice(lines.end(line) - 40, lines.end(line)))) return false;
  let alike = 0;
  for (let other = Math.max(0, line - NEIGHBOURS); other <= line + NEIGHBOURS && other < lines.count; other++) {
    const width = lines.columns(other);
    if (width > columns + RAGGED_COLUMNS) return false;
    const stops = SENTENCE_ENDS.includes(lines.text.charAt(lines.end(other) - 1));
    if (width >= columns - RAGGED_COLUMNS && !stops) alike++;
  }
  return alike > 1;
}

/** Lines with their widths, which are measured when first asked for. */
class Lines {
  readonly text: string;
  readonly #starts: number[] = [0];
  readonly #columns: number[] = [];

  constructor(text: string) {
    this.text = text;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.#starts.push(end + 1);
  }

  get count(): number {
    return this.#starts.length;
  }

  start(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  end(line: number): number {
    return line + 1 < this.count ? this.start(line + 1) - 1 : this.text.length;
  }

  /** A Chinese character takes two columns. Rows of a table and lines wider than any cut line count as just wider. */
  columns(line: number): number {
    return (this.#columns[line] ??= this.#measure(line));
  }

  #measure(line: number): number {
    const end = this.end(line);
    let columns = 0;
    for (let at = this.start(line); at < end && columns <= MOST_COLUMNS; at++) {
      const code = this.text.charCodeAt(at);
      columns += code === TAB ? MOST_COLUMNS + 1 : code > 0x2e7f ? 2 : 1;
    }
    return columns;
  }
}
