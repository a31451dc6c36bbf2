/** An answer as an option of a code list, whatever spelling, code or synonym it was given in. */
import { foldCode } from './folding.ts';
import { synonymRows } from './synonyms.ts';
import { readTicks } from './ticks.ts';
import { faulty, type ValueReading } from './value-reading.ts';

/**
 * The option in the list's own words. A bare position (`2`) of a list without codes is only suggested, and so is 其他 with
 * a remark.
 */
export function readChoice(raw: string, options: readonly string[]): ValueReading {
  const ticked = readTicks(raw);
  if (ticked !== null && ticked.length > 1) return faulty('several', `勾了 ${ticked.length} 项，请只留一项。`);
  const answer = ticked === null ? raw : (ticked[0] ?? '');
  if (foldCode(answer) === '') return faulty('empty', '这里还没有选。');
  const option = chooseOption(answer, options);
  if (option !== null) return { value: option };
  const suggestion =
    optionAt(foldCode(answer), options) ?? (/^其[他它]/.test(answer.trim()) ? chooseOption('其他', options) : null);
  return faulty(
    'not-an-option',
    `“${answer.trim().slice(0, 20)}”不在可选范围内，可选：${listed(options)}。`,
    suggestion,
  );
}

function optionAt(answer: string, options: readonly string[]): string | null {
  return /^\d{1,2}$/.test(answer) ? (options[Number(answer) - 1] ?? null) : null;
}

const MOST_LISTED = 8;

function listed(options: readonly string[]): string {
  const shown = options.slice(0, MOST_LISTED).join('、');
  return options.length > MOST_LISTED ? `${shown}等 ${options.length} 项` : shown;
}

interface Coded {
  readonly code: string | null;
  readonly words: string;
}

/** `01.男`, `1-男`, `（1）男`, `A、男`, `男(1)` as code and words. */
function split(written: string): Coded {
  const folded = foldCode(written);
  const [, before, words] =
    /^\(?(\d{1,4}|[A-Z])[).、:：\-—]+(\D.*)$/i.exec(folded) ?? /^(0?\d{1,2})(\p{Script=Han}.*)$/u.exec(folded) ?? [];
  if (before !== undefined && words !== undefined) return { code: before, words };
  const [, named, after] = /^(\D+?)\((\d{1,4})\)$/.exec(folded) ?? [];
  return named === undefined ? { code: null, words: folded } : { code: after ?? null, words: named };
}

/** The one option that the answer stands for; null where none or more than one does. */
export function chooseOption(answer: string, options: readonly string[]): string | null {
  const index = indexOf(options);
  const bare = foldCode(answer);
  const { words } = split(answer);
  return (
    index.written.get(bare) ??
    index.codes.get(plainCode(bare)) ??
    index.words.get(words) ??
    index.cores.get(core(words)) ??
    firstOf([...synonymRows(bare), ...synonymRows(words)].map((row) => index.synonyms.get(row))) ??
    null
  );
}

/** Options by each spelling; null where several share one. */
interface OptionIndex {
  readonly written: Lookup<string>;
  readonly codes: Lookup<string>;
  readonly words: Lookup<string>;
  readonly cores: Lookup<string>;
  readonly synonyms: Lookup<number>;
}

type Lookup<T> = ReadonlyMap<T, string | null>;

/** A column asks for the options of one list thousands of times. */
const INDICES = new WeakMap<readonly string[], OptionIndex>();

function indexOf(options: readonly string[]): OptionIndex {
  const known = INDICES.get(options);
  if (known !== undefined) return known;
  const listed = options.map((option) => ({ option, ...split(option) }));
  const index: OptionIndex = {
    written: lookUp(listed.map(({ option }) => [foldCode(option), option])),
    codes: lookUp(listed.flatMap(({ option, code }) => (code === null ? [] : [[plainCode(code), option]]))),
    words: lookUp(listed.map(({ option, words }) => [words, option])),
    cores: lookUp(listed.map(({ option, words }) => [core(words), option])),
    synonyms: lookUp(listed.flatMap(({ option, words }) => synonymRows(words).map((row) => [row, option]))),
  };
  INDICES.set(options, index);
  return index;
}

function lookUp<T>(entries: readonly (readonly [T, string])[]): Lookup<T> {
  const found = new Map<T, string | null>();
  for (const [spelling, option] of entries) found.set(spelling, found.has(spelling) ? null : option);
  return found;
}

function firstOf(found: readonly (string | null | undefined)[]): string | null {
  return found.find((option) => option !== null && option !== undefined) ?? null;
}

/** 01 and 1 are one code. */
function plainCode(code: string): string {
  return code.toUpperCase().replace(/^0+(?=\d)/, '');
}

/** 汉 and 汉族, 男 and 男性 are one. */
function core(words: string): string {
  return words
    .toUpperCase()
    .replace(/(?<=.)(?:族|性|户口?|人员|类|型|级|残疾|毕业|文化|学历|程度|结构|危房)+$/, '')
    .replace(/[、,，。()]/g, '');
}
