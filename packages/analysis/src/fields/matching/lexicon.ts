import { createWordTable, type WordTable } from '../../document/word-table.ts';
import { PERSON_CONCEPTS } from './vocabulary/concepts.ts';
import { FLAGS, GENERICS, LIGHT, NEGATIONS, SLIGHT } from './vocabulary/generics.ts';
import { HOLDERS, SUBJECTS } from './vocabulary/holders.ts';
import { SCOPES, TIMES, WEAK_SCOPES } from './vocabulary/scopes.ts';
import { THING_CONCEPTS } from './vocabulary/things.ts';

export type WordKind =
  | ('concept' | 'generic' | 'unknown')
  | ('slight' | 'light')
  | ('holder' | 'subject' | 'scope' | 'weak-scope' | 'time' | 'flag' | 'negation');

/** A word as labels write it, and what it stands for. */
export interface LexiconWord {
  readonly kind: WordKind;
  /** The words that stand for their groups; more than one where the written word says two things (残疾证号). */
  readonly ids: readonly string[];
  /** Whether it means them only mostly. */
  readonly isLoose: boolean;
}

const WORDS = new Map<string, LexiconWord>();

// The later table wins where a word stands in two: a holder is rather a holder than a concept.
addPlain('light', LIGHT);
addPlain('slight', SLIGHT);
addGroups('generic', GENERICS);
addGroups('concept', PERSON_CONCEPTS);
addGroups('concept', THING_CONCEPTS);
addGroups('scope', SCOPES);
addGroups('weak-scope', WEAK_SCOPES);
addGroups('time', TIMES);
addSubjects();
addGroups('holder', HOLDERS);
for (const flag of FLAGS.split(' ')) WORDS.set(flag, { kind: 'flag', ids: ['是否'], isLoose: false });
for (const word of NEGATIONS.split(' ')) WORDS.set(word, { kind: 'negation', ids: ['不'], isLoose: false });

const TABLE: WordTable<LexiconWord> = createWordTable(WORDS);
/** What the groups' own words are: by their own group, else by the words that are made of them. */
const KIND_OF: ReadonlyMap<string, WordKind> = new Map(
  [...WORDS.values()]
    .toSorted((one, other) => other.ids.length - one.ids.length)
    .flatMap(({ ids, kind }) => ids.map((id): [string, WordKind] => [id, kind])),
);

function addPlain(kind: WordKind, words: string): void {
  for (const word of words.split(' ')) WORDS.set(word, { kind, ids: [word], isLoose: false });
}

function addGroups(kind: WordKind, groups: readonly string[]): void {
  for (const group of groups) {
    const [head = '', ...others] = group.trim().split(/ +/);
    const ids = head.split('+');
    if (ids.length === 1) for (const word of endingsOf(head)) WORDS.set(word, { kind, ids, isLoose: false });
    for (const other of others) {
      const isLoose = other.startsWith('~');
      for (const word of endingsOf(isLoose ? other.slice(1) : other)) WORDS.set(word, { kind, ids, isLoose });
    }
  }
}

/** 入党日期 is written 入党时间 and 入党年月 as well. */
function endingsOf(word: string): string[] {
  const start = /^(.{2,})(?:日期|时间|年月)$/u.exec(word)?.[1];
  return start === undefined
    ? [word]
    : [
        word,
        ...['日期', '时间', '年月'].map((ending) => start + ending).filter((one) => one !== word && !WORDS.has(one)),
      ];
}

function addSubjects(): void {
  for (const group of SUBJECTS) {
    const [words = '', means = ''] = group.split('=');
    const ids = means === '' ? [] : means.split('+');
    for (const word of words.split(' ')) WORDS.set(word, { kind: 'subject', ids, isLoose: false });
  }
}

/** What kind of word a group's own word is; `unknown` when no table has it. */
export function kindOf(id: string): WordKind {
  return KIND_OF.get(id) ?? 'unknown';
}

/** What it costs that one side says the word and the other does not; 1 for a word that makes it another value. */
const WEIGHTS: Readonly<Record<WordKind, number>> = {
  ...{ concept: 1, generic: 0.8, unknown: 1, slight: 0.25, light: 0.06 },
  ...{ holder: 1, subject: 1, scope: 1.5, 'weak-scope': 0.4, time: 1, flag: 0, negation: 2 },
};

export function weightOf(id: string): number {
  return WEIGHTS[kindOf(id)];
}

/** A stretch of a label: a known word, or characters that no table has. */
export interface Piece {
  readonly text: string;
  readonly word: LexiconWord | null;
}

/** What an unknown character costs against a known word: a label is cut so that the least is left over. */
const UNKNOWN_COST = 1.1;
const WORD_COST = 1;

/** Cuts folded text into known words and the stretches between them, the longest and fewest words first. */
export function cutWords(text: string): Piece[] {
  const best = cheapestCuts(text);
  const pieces: Piece[] = [];
  for (let end = text.length; end > 0;) {
    const cut = best[end];
    const start = cut?.start ?? end - 1;
    const previous = pieces.at(-1);
    if (cut?.word === null && previous?.word === null) {
      pieces[pieces.length - 1] = { text: text.slice(start, end) + previous.text, word: null };
    } else pieces.push({ text: text.slice(start, end), word: cut?.word ?? null });
    end = start;
  }
  return pieces.reverse();
}

interface Cut {
  readonly cost: number;
  readonly start: number;
  readonly word: LexiconWord | null;
}

function cheapestCuts(text: string): Cut[] {
  const ending: { word: LexiconWord; start: number }[][] = [];
  TABLE.scanAll(text, 0, text.length, (word, start, end) => {
    const words = ending[end];
    if (words === undefined) ending[end] = [{ word, start }];
    else words.push({ word, start });
  });
  const best: Cut[] = [{ cost: 0, start: 0, word: null }];
  for (let end = 1; end <= text.length; end++) {
    let cut: Cut = { cost: costUpTo(best, end - 1) + UNKNOWN_COST, start: end - 1, word: null };
    for (const { word, start } of ending[end] ?? []) {
      const cost = costUpTo(best, start) + costOf(word, end - start);
      if (cost < cut.cost) cut = { cost, start, word };
    }
    best[end] = cut;
  }
  return best;
}

function costUpTo(best: readonly Cut[], at: number): number {
  return best[at]?.cost ?? 0;
}

/** A lone character is rather the rest of an unknown word than one of our own: 等 in 等离子. */
function costOf(word: LexiconWord, length: number): number {
  if (length > 1) return WORD_COST;
  return word.kind === 'light' ? UNKNOWN_COST - 0.02 : WORD_COST + 0.05;
}
