/** The answers that a form offers: 是/否, ①男②女, 1.砖混 2.砖木, □有 □无. */

const BOX = '□☐☑☒■▢○◯〇●◻◇';
const ENUMERATOR =
  /(?<![\dA-Za-z.])(?:(?<circled>[①-⑳])|\(?(?<sign>\d{1,2}|[A-Ha-h])(?:[.、．:)-]|(?=[^\x00-\x7F])))\s*/gu;
const LONGEST_OPTION = 30;
const CIRCLED_ONE = 0x2460;

/** Options marked by numbers or letters that begin at one and follow each other; where they begin in the text. */
export function numberedOptions(folded: string): { readonly options: string[]; readonly start: number } | null {
  if (!/[①1Aa]/u.test(folded)) return null;
  const marks = [...folded.matchAll(ENUMERATOR)];
  const first = marks.findIndex((mark) => rankOf(mark) === 1);
  if (first < 0) return null;
  const run = [marks[first]].filter((mark) => mark !== undefined);
  for (const mark of marks.slice(first + 1)) if (rankOf(mark) === run.length + 1) run.push(mark);
  const start = run[0]?.index ?? 0;
  const options = run.map((mark, index) =>
    tidy(folded.slice(mark.index + mark[0].length, run[index + 1]?.index ?? folded.length)),
  );
  return options.length >= 2 && options.every(isOption) ? { options, start } : null;
}

function rankOf({ groups }: RegExpExecArray): number {
  const circled = groups?.['circled'];
  if (circled !== undefined) return circled.charCodeAt(0) - CIRCLED_ONE + 1;
  const sign = groups?.['sign'] ?? '';
  return /\d/u.test(sign) ? Number(sign) : sign.toUpperCase().charCodeAt(0) - 64;
}

const BOX_BEFORE = new RegExp(`[${BOX}]\\s*(?<words>[^${BOX}]{1,40})`, 'gu');
const BOX_BEHIND = new RegExp(`(?<words>[^${BOX}()]{1,40}?)\\s*(?:[${BOX}]|\\( *\\))`, 'gu');
const BOX_SIGN = new RegExp(`[${BOX}]`, 'u');
const BOX_AT_END = new RegExp(`(?:[${BOX}]|\\( *\\))[ _]*$`, 'u');
const ANY_BOX = new RegExp(`[${BOX}]|\\( *\\)`, 'u');

/** Options with a box or an empty bracket beside each, and nothing else; at least one where the box stands before it. */
export function boxedOptions(folded: string): string[] | null {
  const box = ANY_BOX.exec(folded);
  if (box === null) return null;
  const isBefore = box.index === 0 && !box[0].startsWith('(');
  if (!isBefore && !BOX_AT_END.test(folded)) return null;
  const found = [...folded.matchAll(isBefore ? BOX_BEFORE : BOX_BEHIND)].map((match) =>
    tidy(match.groups?.['words'] ?? ''),
  );
  const options = found.filter((option) => option !== '');
  return options.length >= (isBefore ? 1 : 2) && options.every(isOption) ? options : null;
}

/** 婚姻状况 □已婚 □未婚: the words before the first box, and the options. */
export function labelBeforeBoxes(folded: string): { readonly words: string; readonly options: string[] } | null {
  const box = BOX.includes(folded.charAt(0)) ? -1 : folded.search(BOX_SIGN);
  const options = box > 1 ? boxedOptions(folded.slice(box).replace(/\)$/u, '')) : null;
  return options === null ? null : { words: folded.slice(0, box).replace(/[:( ]+$/u, ''), options };
}

/** Options parted by strokes or commas and nothing else: 是/否, 砖混、砖木、土坯. */
export function partedOptions(folded: string): string[] | null {
  const words = folded
    .replace(/^(?:请?(?:选择|选填|填写?|单选|多选|勾选|下拉选择|可选)|选项)[:：]? ?/u, '')
    .replace(/["“”]/gu, '');
  const separator = ['/', '|', '、', ';', ',', '或'].find((sign) => words.includes(sign));
  if (separator === undefined) return null;
  const options = words.split(separator).map(tidy);
  return options.length >= 2 && options.every(isOption) && new Set(options).size === options.length ? options : null;
}

function tidy(words: string): string {
  return words
    .replace(/^[\s:：、,;.]+|[\s、,;.。:]+$/gu, '')
    .replace(/[_ ]{2,}$/u, '')
    .replace(/ /gu, '');
}

function isOption(words: string): boolean {
  return words.length > 0 && words.length <= LONGEST_OPTION && !/[。;]/u.test(words);
}

const YES_NO =
  /^(?:是|否|有|无|不是|没有|属于|不属于|需要|不需要|同意|不同意|愿意|不愿意|已|未|在|不在|能|不能|会|不会|√|×)$/u;

/** Two answers that are yes and no. */
export function isYesNo(options: readonly string[]): boolean {
  return options.length === 2 && options.every((option) => YES_NO.test(option));
}
