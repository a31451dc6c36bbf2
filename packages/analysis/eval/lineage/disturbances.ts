/** What a copyist does to hide or to fit a copied sentence: each returns the changed sentence, never another meaning. */
import { happens, pick, type Chance } from './chance.ts';
import { moveDown } from './words/places.ts';
import { TRADITIONAL } from './words/scripts.ts';
import { SYNONYMS } from './words/synonyms.ts';

/** Of one pair: whose text is copied, and which new name its place gets. */
export interface Setting {
  readonly placeName: string | null;
  readonly seat: number;
  readonly chance: Chance;
}

type Disturb = (sentence: string, setting: Setting) => string;

export type SentenceDisturbance =
  'places' | 'numbers' | 'synonyms' | 'particles' | 'clauses' | 'cut' | 'traditional' | 'width' | 'split';

export const SENTENCE_DISTURBANCES: Readonly<Record<SentenceDisturbance, Disturb>> = {
  places: (sentence, { placeName, seat }) => moveDown(sentence, placeName, seat),
  numbers: changeNumbers,
  synonyms: exchangeWords,
  particles: changeParticles,
  clauses: reorderClauses,
  cut: cutClause,
  traditional: writeTraditional,
  width: changeWidth,
  split: splitSentence,
};

const NEXT_CHINESE: ReadonlyMap<string, string> = new Map(
  Array.from('一二三四五六七八九', (sign, at) => [sign, '二三四五六七八九六'.charAt(at)]),
);
const COUNTED_CHINESE =
  /[一二两三四五六七八九](?=(?:十|百)?(?:个|小时|分钟|日|天|次|人|名|家|处|年|月|户|场|期|成|米|公里|倍))/g;

function changeNumbers(sentence: string, { chance }: Setting): string {
  return sentence
    .replace(/(?<![第〔])\d+(?!号|条)/g, (digits) => otherDigits(digits, chance))
    .replace(COUNTED_CHINESE, (sign) => NEXT_CHINESE.get(sign) ?? '三');
}

/** Keeps the length, so that a year stays a year and a share stays a share. */
function otherDigits(digits: string, chance: Chance): string {
  if (/^20\d\d$/.test(digits)) return digits;
  const first = 1 + Math.floor(chance.next() * 9);
  return String(first) + Array.from(digits.slice(1), () => String(Math.floor(chance.next() * 10))).join('');
}

const WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  SYNONYMS.flatMap((group) =>
    group.map((word): [string, readonly string[]] => [word, group.filter((other) => other !== word)]),
  ),
);
const WORD_PATTERN = new RegExp(
  [...WORDS.keys()]
    .toSorted((a, b) => b.length - a.length)
    .filter((word) => word.length > 1)
    .join('|'),
  'g',
);

function exchangeWords(sentence: string, { chance }: Setting): string {
  return sentence.replace(WORD_PATTERN, (word) =>
    happens(chance, 0.75) ? pick(chance, WORDS.get(word) ?? [word]) : word,
  );
}

const OPENINGS = ['要', '还要', '并', '同时', '务必', '务求', '都要', '更要', '也要', '继续'];

function changeParticles(sentence: string, { chance }: Setting): string {
  return sentence
    .replace(/(?<=[\p{Script=Han}])(?:的|要|了|应当|着|各自|均)(?=[\p{Script=Han}]{2})/gu, (word) =>
      happens(chance, 0.5) ? '' : word,
    )
    .replace(/，(?=[\p{Script=Han}]{4})(?![要并同务都更也继还不])/gu, (mark) =>
      happens(chance, 0.4) ? mark + pick(chance, OPENINGS) : mark,
    );
}

interface Clauses {
  readonly opening: string;
  readonly parts: readonly string[];
  readonly end: string;
}

/** Null where the sentence has a single clause, or brackets that a cut would tear. */
function clausesOf(sentence: string): Clauses | null {
  if (/[（《“\t]/.test(sentence.replace(/^（[一二三四五六七八九十]）/, ''))) return null;
  const [, opening = '', middle = '', end = ''] =
    /^((?:（[一二三四五六七八九十]）|第.{1,3}条　|\d．)?)(.*?)([。！？]?)$/u.exec(sentence) ?? [];
  const parts = middle.split(/[，；]/);
  return parts.length < 2 ? null : { opening, parts, end };
}

/** The last clause moves to the front, or two neighbours change places. */
function reorderClauses(sentence: string, { chance }: Setting): string {
  const clauses = clausesOf(sentence);
  if (clauses === null) return sentence;
  const parts = [...clauses.parts];
  const at = Math.floor(chance.next() * (parts.length - 1));
  const [moved = ''] = parts.splice(at, 1);
  parts.splice(at + 1, 0, moved);
  return clauses.opening + parts.join('，') + clauses.end;
}

/** Drops one clause of three or more. */
function cutClause(sentence: string, { chance }: Setting): string {
  const clauses = clausesOf(sentence);
  if (clauses === null || clauses.parts.length < 3) return sentence;
  const dropped = Math.floor(chance.next() * clauses.parts.length);
  return clauses.opening + clauses.parts.filter((_, at) => at !== dropped).join('，') + clauses.end;
}

function writeTraditional(sentence: string, { chance }: Setting): string {
  if (happens(chance, 0.3)) return sentence;
  const share = happens(chance, 0.5) ? 1 : 0.5;
  return Array.from(sentence, (sign) => (happens(chance, share) ? (TRADITIONAL.get(sign) ?? sign) : sign)).join('');
}

const HALF_MARKS: ReadonlyMap<string, string> = new Map(
  Array.from('，；：（）％', (mark, at) => [mark, ',;:()%'.charAt(at)]),
);

function changeWidth(sentence: string, { chance }: Setting): string {
  const wide = sentence.replace(/[0-9%]/g, (sign) =>
    sign === '%' ? '％' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  );
  return happens(chance, 0.5) ? wide : wide.replace(/[，；：（）]/g, (mark) => HALF_MARKS.get(mark) ?? mark);
}

/** A middle clause mark becomes a full stop. */
function splitSentence(sentence: string): string {
  const marks = [...sentence.matchAll(/[，；]/g)].map(({ index }) => index);
  const middle = marks.find((at) => at > sentence.length * 0.35 && at < sentence.length * 0.75);
  if (middle === undefined || clausesOf(sentence) === null) return sentence;
  return `${sentence.slice(0, middle)}。${sentence.slice(middle + 1)}`;
}
