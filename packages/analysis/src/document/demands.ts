/** Demand units: who must do what, by when, how often, through which channel, with what proof, or else what. */
import type { DemandAction, ReportedDemand } from '../report.ts';
import { ACTION_VERBS } from './actions.ts';
import type { Deadline } from './deadlines.ts';
import type { Frequency } from './frequency.ts';
import { readNumber } from './numerals.ts';
import type { Clause, Span } from './stance.ts';
import type { Statement } from './statements.ts';

/** Offsets are into the normalised text. */
export interface DemandUnit extends Span {
  readonly statement: number;
  readonly actor: string | null;
  readonly action: DemandAction;
  readonly object: string | null;
  readonly modality: number;
  readonly frequency: Frequency | null;
  readonly quantity: ReportedDemand['quantity'];
  readonly channel: string | null;
  readonly proof: readonly string[];
  readonly consequence: string | null;
  readonly deadline: Deadline | null;
}

/** The times a text names, found once for all readers. */
export interface TimesOfText {
  readonly deadlines: readonly Deadline[];
  readonly frequencies: readonly Frequency[];
}

/** Reads the demand units of a statement: one for each clause whose audible part holds an action. */
export function readDemands(statement: Statement, times: TimesOfText, recipients: string | null): DemandUnit[] {
  // Looked for first: only where there is a verb at all need the clauses be read.
  if (!findVerb(statement.raw) || statement.modality === 0) return [];
  const units: DemandUnit[] = [];
  let shared: Shared | null = null;
  let actor = recipients;
  for (const clause of statement.clauses) {
    if (clause.actorSpan) actor = statementSlice(statement, clause.actorSpan);
    const audible = statementSlice(statement, clause, 'imposed');
    const verb = findVerb(audible);
    if (!verb) continue;
    shared ??= readShared(statement);
    units.push({ ...shared, ...readUnit(statement, clause, { ...verb, audible }, times), actor });
  }
  return units;
}

interface Verb extends Span {
  readonly action: DemandAction;
}

function findVerb(audible: string): Verb | null {
  let found: Verb | null = null;
  ACTION_VERBS.scan(audible, 0, audible.length, (action, start, end) => {
    if (!found || (found.end - found.start === 1 && end - start > 1)) found = { action, start, end };
  });
  return found;
}

/** What belongs to all demands of a statement. */
type Shared = Pick<DemandUnit, 'statement' | 'proof' | 'consequence'>;

function readShared({ index, imposed, announced }: Statement): Shared {
  return {
    statement: index,
    proof: ANY_PROOF.test(imposed) ? PROOFS.filter(([words]) => words.test(imposed)).map(([, name]) => name) : [],
    consequence: CONSEQUENCE.exec(announced)?.[0] ?? null,
  };
}

function readUnit(
  statement: Statement,
  clause: Clause,
  { action, end, audible }: Verb & { readonly audible: string },
  { deadlines, frequencies }: TimesOfText,
): Omit<DemandUnit, keyof Shared | 'actor'> {
  return {
    start: clause.start,
    end: clause.end,
    action,
    object: readObject(audible.slice(end)),
    modality: clause.modality,
    frequency: nearest(frequencies, clause, statement),
    quantity: readQuantity(audible),
    channel: CHANNEL.exec(audible)?.[0] ?? null,
    deadline: nearest(deadlines, clause, statement),
  };
}

/** What stands in the clause itself, else anywhere in the sentence. */
function nearest<Time extends Span>(times: readonly Time[], clause: Span, sentence: Span): Time | null {
  return firstWithin(times, clause) ?? firstWithin(times, sentence);
}

function firstWithin<Time extends Span>(times: readonly Time[], { start, end }: Span): Time | null {
  return times.find((time) => time.start >= start && time.end <= end) ?? null;
}

const OBJECT = /^[\p{Script=Han}A-Za-z0-9《》"、()]{1,30}/u;

function readObject(rest: string): string | null {
  const object = OBJECT.exec(rest)?.[0].replace(/^(?:好|完|齐|一次|一遍|到位)/u, '') ?? '';
  return object === '' ? null : object;
}

const CHANNEL =
  /(?:微信|[Qq]{2}|钉钉|浙政钉|粤政易|工作)?群|邮箱|电子邮件|系统|平台|小程序|[Aa][Pp][Pp]|纸质|书面|传真|电话|光盘|在线文档|共享表|专网|端(?=口|录|填)/u;

const PROOFS: readonly (readonly [RegExp, string])[] = [
  [/照片|图片|影像|合影|图文|拍照|近景/u, 'photo'],
  [/视频|录像/u, 'video'],
  [/截图|截屏/u, 'screenshot'],
  [/签到表|签名单|签到册/u, 'sign-in-sheet'],
  [/会议记录|记录本|台账|日志|手册/u, 'ledger'],
  [/佐证|印证|证明材料|支撑材料/u, 'evidence'],
  [/轨迹|定位/u, 'track'],
];

const ANY_PROOF = new RegExp(PROOFS.map(([words]) => words.source).join('|'), 'u');

const CONSEQUENCE =
  /(?:扣[\p{Script=Han}\d.]{0,6}分|通报(?:批评)?|约谈|问责|追责|排名|一票否决|取消[\p{Script=Han}]{0,6}资格|扣(?:发|减|除)[\p{Script=Han}]{0,6}|倒查|点名|晾晒|曝光)/u;

const QUANTITY =
  /(?<comparator>不(?:得|能|可|应)?(?:少|低|短)于|至少|最少|不下于|满|达到?|不(?:得|能)?(?:超过|多于|高于)|至多|最多|控制在)?(?<value>[\d.]+|[一二两三四五六七八九十百千]+)(?<unit>%|个百分点|篇|条|次|场|户|人|份|张|亩|栏|分钟|小时|个|名|家|处|块|遍|期|天)/u;

function readQuantity(audible: string): ReportedDemand['quantity'] {
  const groups = QUANTITY.exec(audible)?.groups;
  const value = groups ? readNumber(groups['value'] ?? '') : null;
  if (!groups || value === null) return null;
  const { comparator = '', value: digits = '', unit = '' } = groups;
  return { text: comparator + digits + unit, value, unit, comparator: readComparator(comparator) };
}

function readComparator(words: string): 'floor' | 'ceiling' | 'exact' {
  if (/超过|多于|高于|至多|最多|控制/u.test(words)) return 'ceiling';
  return words === '' ? 'exact' : 'floor';
}

function statementSlice(statement: Statement, span: Span, view: 'raw' | 'imposed' = 'raw'): string {
  return statement[view].slice(span.start - statement.start, span.end - statement.start);
}
