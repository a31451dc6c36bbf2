/** How often something is owed: the frequencies of the text, and turns said in ways of their own (2次/周, 全年不少于4次). */
import type { Frequency } from '../document/frequency.ts';
import { NUMBER_PATTERN, readNumber } from '../document/numerals.ts';
import { SILENCE } from '../document/statements.ts';
import type { Heard } from './measures.ts';
import { rhythmAt, type Rhythm } from './measures-rhythm.ts';

const LIMITS = /不(?:得|能|可|应)?(?:超过|多于|高于|超出)|至多|最多/u;
const OF_OTHERS = /(?:补[贴助]|工资|津贴|发放|免费|开放|享受|领取|值班电话)/u;
const TIMES = '(?:次|遍|回|轮|场|趟)(?![日月年要序])';

/** The rhythms of a sentence that are demanded, in order. A limit (每月不超过一次) spares those below and is none. */
export function readFrequencies(heard: Heard, frequencies: readonly Frequency[]): Rhythm[] {
  const rhythms: Rhythm[] = [];
  for (const frequency of frequencies) {
    // 每周零报告: the turn is told already.
    if (frequency.text === '零报告' && rhythms.length > 0) continue;
    const rhythm = rhythmOf(heard, frequency);
    if (rhythm !== null) rhythms.push(rhythm);
  }
  const others = readOtherTurns(heard).filter(
    ({ start, end }) => !rhythms.some((other) => other.start < end && other.end > start),
  );
  return [...rhythms, ...others].sort((left, right) => left.start - right.start);
}

const TIMES_LATER = new RegExp(`^[^,，。;；:：、\\n${SILENCE}]{0,40}?(?<count>${NUMBER_PATTERN})${TIMES}`, 'u');
const REACH = 48;

function rhythmOf({ text, start: offset }: Heard, { timesPerYear, ...frequency }: Frequency): Rhythm | null {
  const at = frequency.start - offset;
  if (timesPerYear === null || text.charAt(at) === SILENCE || /[每第]/u.test(text.charAt(at - 1))) return null;
  const after = text.slice(frequency.end - offset, frequency.end - offset + REACH);
  if (OF_OTHERS.test(/^[^,。;]*/u.exec(after)?.[0] ?? '')) return null;
  const plain = rhythmAt(frequency, frequency.text, timesPerYear);
  const later = plain.isCounted || /\d/u.test(frequency.text) ? null : TIMES_LATER.exec(after);
  const words = frequency.text + (later?.[0] ?? '');
  if (LIMITS.test(words)) return null;
  const count = readNumber(later?.groups?.['count'] ?? '');
  if (later === null || count === null) return plain;
  return rhythmAt({ start: frequency.start, end: frequency.end + later[0].length }, words, timesPerYear * count);
}

const TURNS_A_YEAR: Readonly<Partial<Record<string, number>>> = {
  日: 248,
  天: 248,
  周: 52,
  星期: 52,
  旬: 36,
  月: 12,
  季: 4,
  季度: 4,
  学期: 2,
  年: 1,
};

/** 2次/周. */
const PER_TURN = `(?<perTurn>${NUMBER_PATTERN})${TIMES} ?/ ?每?(?<turn>日|天|周|旬|月|季度?|学期|年)`;
/** 全年不少于4次. */
const IN_YEAR = `(?<year>全年|年内|年度内?|一年(?:内|中)?|当年|本年度?|本学期|一学期|学期内)(?![^,。;]{0,12}每)[^,。;${SILENCE}\\d]{0,24}?(?<inYear>${NUMBER_PATTERN})${TIMES}`;
/** 三个月集中训练一次. */
const EVERY_FEW = `(?<![\\d每第近前过满逾十])(?<few>[2-9]|1\\d|[二三四五六七八九十两])个?(?<fewTurn>月|季度|周|星期|天|年)(?![内前后以之起])[^,。;${SILENCE}\\d]{0,10}?一${TIMES}`;
const OTHER_TURNS = new RegExp(`${PER_TURN}|${IN_YEAR}|${EVERY_FEW}`, 'gu');

function readOtherTurns({ text, start: offset }: Heard): Rhythm[] {
  if (!/[次遍回轮场趟]/u.test(text)) return [];
  return Array.from(text.matchAll(OTHER_TURNS)).flatMap(({ 0: words, index, groups = {} }) => {
    const perYear = timesPerYear(groups);
    if (perYear === null || LIMITS.test(words)) return [];
    // The turn leads, as where it is written first.
    const told = groups['turn'] === undefined ? words : `每${groups['turn']}${words}`;
    return [rhythmAt({ start: offset + index, end: offset + index + words.length }, told, perYear)];
  });
}

function timesPerYear({
  perTurn,
  turn = '',
  year,
  inYear,
  few,
  fewTurn = '',
}: Partial<Record<string, string>>): number | null {
  if (few !== undefined) {
    const every = readNumber(few);
    return every === null ? null : (TURNS_A_YEAR[fewTurn] ?? 1) / every;
  }
  const count = readNumber(perTurn ?? inYear ?? '');
  const turns = year?.includes('学期') === true ? 2 : (TURNS_A_YEAR[turn] ?? 1);
  return count === null ? null : count * turns;
}
