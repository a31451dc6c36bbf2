/** An answer as an option of a code list, whatever spelling, code or synonym it was given in. */
import { foldCode } from './folding.ts';
import { isSynonymOf } from './synonyms.ts';
import { readTicks } from './ticks.ts';
import { faulty, type ValueReading } from './value-reading.ts';

/** The option in the list's own words. A bare position (`2`) of a list without codes is only suggested. */
export function readChoice(raw: string, options: readonly string[]): ValueReading {
  const ticked = readTicks(raw);
  if (ticked !== null && ticked.length > 1) return faulty('several', `勾了 ${ticked.length} 项，请只留一项。`);
  const answer = ticked === null ? raw : (ticked[0] ?? '');
  if (foldCode(answer) === '') return faulty('empty', '这里还没有选。');
  const option = chooseOption(answer, options);
  if (option !== null) return { value: option };
  const position = /^\d{1,2}$/.test(foldCode(answer)) ? options[Number(foldCode(answer)) - 1] : undefined;
  return faulty(
    'not-an-option',
    `“${answer.trim().slice(0, 20)}”不在可选范围内，可选：${listed(options)}。`,
    position ?? null,
  );
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
  const written = split(answer);
  const listed = options.map((option) => ({ option, ...split(option) }));
  const bare = foldCode(answer);
  const tests: readonly ((entry: Coded & { readonly option: string }) => boolean)[] = [
    ({ option }) => foldCode(option) === bare,
    ({ code }) => code !== null && sameCode(code, bare),
    ({ words }) => words === written.words,
    ({ words }) => core(words) === core(written.words),
    ({ words }) => isSynonymOf(written.words, words),
  ];
  for (const test of tests) {
    const found = listed.filter(test);
    if (found.length === 1) return found[0]?.option ?? null;
  }
  return null;
}

function sameCode(code: string, answer: string): boolean {
  return /^\d+$/.test(code) && /^\d+$/.test(answer) ? Number(code) === Number(answer) : code === answer.toUpperCase();
}

/** 汉 and 汉族, 男 and 男性 are one. */
function core(words: string): string {
  return words.replace(/(?<=.)(?:族|性|户口?|人员|类|型|级|残疾)$/, '').replace(/[、,，()]/g, '');
}
