/** How often something is owed: the frequencies of the text, and turns said in ways of their own (2次/周, 全年不少于4次). */
import type { Frequency } from '../../document/frequency.ts';
import { NUMBER_PATTERN, readNumber } from '../../document/numerals.ts';
import { SILENCE } from '../../document/statements.ts';
import type { Heard } from './measures-found.ts';
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
    const rhythm = isDemanded(heard, frequency) ? rhythmOf(heard, frequency) : null;
    if (rhythm !== null) rhythms.push(rhythm);
  }
  const others = readOtherTurns(heard).filter(
    ({ start, end }) => !rhythms.some((other) => other.start < end && other.end > start),
  );
  return [...rhythms, ...others].sort((left, right) => left.start - right.start);
}

/** 由每月一次提高到每周一次: the first was. */
const WAS_BEFORE = /[由从][^,。;]{0,12}$/u;
const CHANGED_AFTER =
  /^[^,。;]{0,6}?(?:提[高升]|增加?|加密|压[缩减]|缩短|降低?|减少?|扩大|调整|上调|改|变)(?:到|至|为|成)/u;

/** Whether the words tell what was before a change. */
export function wasBefore(text: string, start: number, end: number): boolean {
  return CHANGED_AFTER.test(text.slice(end, end + 16)) && WAS_BEFORE.test(text.slice(Math.max(0, start - 16), start));
}

function isDemanded({ text, start: offset }: Heard, { start, end }: Frequency): boolean {
  if (wasBefore(text, start - offset, end - offset)) return false;
  if (text.charAt(start - offset) === SILENCE || /[每第]/u.test(text.charAt(start - offset - 1))) return false;
  return !OF_OTHERS.test(CLAUSE_REST.exec(text.slice(end - offset, end - offset + REACH))?.[0] ?? '');
}

const TIMES_LATER = new RegExp(`^[^,，。;；:：、\\n${SILENCE}]{0,40}?(?<count>${NUMBER_PATTERN})${TIMES}`, 'u');
const REACH = 48;

function rhythmOf(
  { text, start: offset }: Heard,
  { start, end, timesPerYear, text: written }: Frequency,
): Rhythm | null {
  if (timesPerYear === null) return null;
  const plain = rhythmAt({ start, end }, written, timesPerYear);
  const later =
    plain.isCounted || /\d/u.test(written) ? null : timesLater(text.slice(end - offset, end - offset + REACH));
  if (LIMITS.test(written + (later?.words ?? ''))) return null;
  if (later === null) return plain;
  return rhythmAt({ start, end: end + later.words.length }, written + later.words, timesPerYear * later.count);
}

const CLAUSE_REST = /^[^,。;]*/u;

function timesLater(after: string): { readonly words: string; readonly count: number } | null {
  const match = TIMES_LATER.exec(after);
  const count = readNumber(match?.groups?.['count'] ?? '');
  return match === null || count === null ? null : { words: match[0], count };
}

/** As `frequency.ts` counts a year. */
const WORKING_DAYS = 248;
const CALENDAR_DAYS = 365;
const TURNS_A_YEAR: Readonly<Partial<Record<string, number>>> = {
  日: WORKING_DAYS,
  天: WORKING_DAYS,
  周: 52,
  星期: 52,
  旬: 36,
  月: 12,
  季: 4,
  季度: 4,
  学期: 2,
  年: 1,
};

/** Of 一月一检, 半月一检, 两月一检. */
const LENGTHS: Readonly<Partial<Record<string, number>>> = { 一: 1, 半: 0.5, 两: 2 };

/** 2次/周. */
const PER_TURN = `(?<perTurn>${NUMBER_PATTERN})${TIMES} ?/ ?每?(?<turn>日|天|周|旬|月|季度?|学期|年)`;
/** 全年不少于4次. */
const IN_YEAR = `(?<year>全年|年内|年度内?|一年(?:内|中)?|当年|本年度?|本学期|一学期|学期内)(?![^,。;]{0,12}每)[^,。;${SILENCE}\\d]{0,24}?(?<inYear>${NUMBER_PATTERN})${TIMES}`;
const ACT = '[巡查检访报调会评测清训消扫演通]';
/** 三个月集中训练一次, 三天一巡, 半月检测一次. */
const EVERY_FEW = `(?<![\\d每第近前过满逾十上下])(?<few>[2-9]|1\\d|[二三四五六七八九十两半])(?<fewTurn>个月|(?<=半)[月年]|个?季度|周|个?星期|天|日|年)(?![内前后以之起])(?:[^,。;${SILENCE}\\d]{0,10}?一${TIMES}|一(?=${ACT}))`;
/** 一周上路五天, 一个季度检测一次. */
const IN_ONE = `(?<![第近前过这那逾满十])一(?<oneTurn>[日天](?!之)|周|个?星期|个?月|个?季度)(?![内前后以之起间])(?:[^,。;${SILENCE}\\d]{0,10}?(?<inOne>${NUMBER_PATTERN})${TIMES}|(?=[^,。;${SILENCE}\\d]{0,10}?${NUMBER_PATTERN}(?:天|小时|篇|条|户|件|人次)))`;
/** 一日一扫, 半月一会: other verbs than those that every frequency knows. */
const ONCE_IN =
  '(?<![\\d一二三四五六七八九十第本上下去每])(?<onceIn>[一半两])个?(?<onceTurn>[日天周旬月季年])(?<onceTimes>[一两二三])[扫清训学练会评比盘洗换签走议查看谈督点晒研推讲]';
/** 早晚各巡查一次. */
const PARTS_OF_DAY = `(?<!每[日天][^,。;]{0,3})(?<parts>早中晚|早、?晚|上、?下午)各[^,。;${SILENCE}\\d]{0,8}?一${TIMES}`;
const NO_TURN = '(?<![\\d一二三四五六七八九十每第本上下当全今去前后次末初底几数半双明周近])';
/** 日巡三遍, 月访两次, 月均不少于4次. */
const IN_TURN = `${NO_TURN}(?<inTurn>[日周旬月季年])(?:均|度)?(?![初末底内前后份报度])\\p{Script=Han}{0,6}?(?<inTurnTimes>${NUMBER_PATTERN})${TIMES}`;
/** 日巡查、周汇报、月总结. */
const BY_TURN = `${NO_TURN}(?<byTurn>[日周旬月季])(?=巡查|巡检|汇报|总结|讲评|检查|考核|排名|走访|评比|分析|曝光|点评)\\p{Script=Han}{2}`;
/** 春秋两季各一次, 上、下半年各一次, 3月、9月各一次. */
const HALVES = `(?<halves>(?:春秋|冬春|夏秋|春冬)(?:两季)?|上(?:半年)?[、和]?下半年|\\d{1,2}月份?[、和]\\d{1,2}月份?)各[^,。;${SILENCE}\\d]{0,8}?一${TIMES}`;
/** 双周一次, 双月一次. */
const DOUBLE = `双(?<double>[周月])(?=[^,。;${SILENCE}]{0,10}?一${TIMES}|调度|例会|通报)`;
/** 巡查间隔不超过七天: no limit that spares, but how often at least. */
const INTERVAL = `(?:周期|间隔)(?:时间)?(?:为|是|不(?:得|能)?(?:超过|多于|大于|长于)|控制在)?(?<interval>${NUMBER_PATTERN})(?<intervalTurn>天|日|周|个?月)(?:以内)?`;
const NIGHTS = '(?<nights>夜夜|晚晚|每夜)';
const OTHER_TURNS = new RegExp(
  [
    NIGHTS,
    PER_TURN,
    IN_YEAR,
    EVERY_FEW,
    IN_ONE,
    ONCE_IN,
    PARTS_OF_DAY,
    INTERVAL,
    HALVES,
    DOUBLE,
    BY_TURN,
    IN_TURN,
  ].join('|'),
  'gu',
);

function readOtherTurns({ text, start: offset }: Heard): Rhythm[] {
  if (
    !/[次遍回轮场趟夜]|晚晚|[日天周月]一|[一半两双]个?(?:[日天旬周年]|星期|月|季度?)|[日周旬月季](?=巡|汇|总|讲|检|考|排|走|评|分|曝|点)|周期|间隔/u.test(
      text,
    )
  )
    return [];
  return Array.from(text.matchAll(OTHER_TURNS)).flatMap(({ 0: words, index, groups = {} }) => {
    const perYear = timesPerYear(groups);
    if (perYear === null || (groups['interval'] === undefined && LIMITS.test(words))) return [];
    return [rhythmAt({ start: offset + index, end: offset + index + words.length }, toldAs(words, groups), perYear)];
  });
}

/** The turn leads, as where it is written first: 2次/周 is 每周2次, 三天一巡 is 每三天一巡. */
function toldAs(words: string, groups: Groups): string {
  if (/[天日]/u.test(groups['fewTurn'] ?? '')) return `每${words}`;
  const turn = LED_BY.map((name) => groups[name]).find((said) => said !== undefined);
  return turn === undefined ? words : `每${turnNamed(turn)}${words}`;
}

const LED_BY = ['turn', 'nights', 'parts', 'inTurn', 'byTurn', 'intervalTurn'] as const;

function turnNamed(words: string): string {
  return TURNS_A_YEAR[words.replace('个', '')] === undefined ? '日' : words;
}

/** Times a year of each form, by the group that only it fills. */
const TIMES_PER_YEAR: Readonly<Record<string, (groups: Groups) => number | null>> = {
  nights: () => WORKING_DAYS,
  interval: ({ interval = '', intervalTurn = '' }) =>
    share(/[天日]/u.test(intervalTurn) ? CALENDAR_DAYS : turnsOf(intervalTurn), readNumber(interval)),
  halves: () => 2,
  double: ({ double }) => turnsOf(double) / 2,
  byTurn: ({ byTurn }) => turnsOf(byTurn),
  inTurn: ({ inTurn, inTurnTimes = '' }) => times(turnsOf(inTurn), readNumber(inTurnTimes)),
  parts: ({ parts = '' }) => WORKING_DAYS * (parts.includes('中') ? 3 : 2),
  onceIn: ({ onceIn = '', onceTurn, onceTimes = '' }) =>
    times(turnsOf(onceTurn) / (LENGTHS[onceIn] ?? 1), readNumber(onceTimes)),
  few: ({ few = '', fewTurn }) => share(turnsOf(fewTurn), readNumber(few)),
  oneTurn: ({ oneTurn, inOne = '一' }) => times(turnsOf(oneTurn), readNumber(inOne)),
  perTurn: ({ turn, perTurn = '' }) => times(turnsOf(turn), readNumber(perTurn)),
  year: ({ year = '', inYear = '' }) => times(year.includes('学期') ? 2 : 1, readNumber(inYear)),
};

function timesPerYear(groups: Groups): number | null {
  const form = Object.keys(TIMES_PER_YEAR).find((name) => groups[name] !== undefined);
  return form === undefined ? null : (TIMES_PER_YEAR[form]?.(groups) ?? null);
}

type Groups = Readonly<Partial<Record<string, string>>>;

function times(turns: number, count: number | null): number | null {
  return count === null ? null : turns * count;
}

function share(turns: number, count: number | null): number | null {
  return count === null ? null : turns / count;
}

function turnsOf(turn = '年'): number {
  return TURNS_A_YEAR[turn.replace('个', '')] ?? 1;
}
