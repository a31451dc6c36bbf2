/** Demand units: who must do what, by when, how often, through which channel, with what proof, or else what. */
import type { DemandAction, ReportedDemand } from '../report.ts';
import { findActions, type ActionFound } from './actions.ts';
import type { Deadline } from './deadlines.ts';
import { readObject } from './demand-objects.ts';
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

/** Reads the demand units of a statement: those of each clause whose audible part holds an action. */
export function readDemands(statement: Statement, times: TimesOfText, recipients: string | null): DemandUnit[] {
  // Looked for first: only where there is a verb at all need the clauses be read.
  if (findActions(statement.raw).length === 0 || statement.modality === 0) return [];
  const units: DemandUnit[] = [];
  let shared: Shared | null = null;
  let actor = recipients;
  for (const clause of statement.clauses) {
    if (clause.actorSpan) actor = statementSlice(statement, clause.actorSpan);
    const audible = statementSlice(statement, clause, 'imposed');
    const [first, ...following] = actionsAsked(audible);
    if (first === undefined) continue;
    shared ??= readShared(statement);
    const unit = { ...shared, ...readUnit(statement, clause, { ...first, audible }, times), actor };
    // 填写后上传: the same thing is done with.
    units.push(unit, ...following.map(({ action }) => ({ ...unit, action })));
  }
  return units;
}

/** The first action, and those that follow upon it: 填写后上传. An act of the issuer's own asks at most to attend it. */
function actionsAsked(audible: string): ActionFound[] {
  const [first, ...more] = TELLS_HOW.test(audible) ? [] : findActions(audible).map((found) => asBorne(audible, found));
  if (first === undefined) return [];
  if (isOwnAct(audible.slice(0, first.start))) {
    return CALLS_A_MEETING.test(audible.slice(0, first.end)) ? [{ ...first, action: 'attend' }] : [];
  }
  const asked = [first];
  for (const next of more) {
    const between = audible.slice(Math.max(asked.at(-1)?.end ?? 0, next.start - MOST_BETWEEN), next.start);
    if (FOLLOWS.test(between) && !asked.some(({ action }) => action === next.action)) asked.push(next);
  }
  return asked;
}

/** 督查采取实地走访等方式进行. */
const TELLS_HOW = /(?:督查|检查|考核|评估|调研|验收|抽查)[^,]{0,6}(?:采取|采用)/u;

/** 经研究, 县农业农村局定于…举办: what the issuer does itself. */
const OWN_ACT =
  /(?:^|[^各])(?:局|办|办公室|组|委|部|厅|中心|政府|院|指挥部|专班|公司|党校|残联|妇联|团委|协会|我[县市区]|县里|市里)(?:将|拟|定于|计划|会同|负责|委托)(?!各)|(?:^|[^\p{Script=Han}]|兹|现|经[^,]{0,10})(?:定于|拟于|拟定于|决定(?:于)?)|由(?:[省市县区]|上级)[^,]{0,10}$/u;
const NAMES_BEARERS = /各[^,]{0,8}(?:要|须|应|请|将|负责)|请/u;
const CALLS_A_MEETING = /(?:定于|拟于|决定)[^,]{0,80}(?:召开|举行|举办|召集)$/u;

function isOwnAct(before: string): boolean {
  return OWN_ACT.test(before) && !NAMES_BEARERS.test(before);
}

const FOLLOWS = /(?:并|后|再|且|同时|以及|然后)[^,]{0,16}$/u;
const MOST_BETWEEN = 18;
/** 到镇里开会 is said to those who come. */
const COMES = /(?:到|来|赴|前往|在)[^,]{1,20}$/u;
const HOLDS_ITSELF = /^(?:传达|研究|部署|学习|讨论|宣讲)|^$/u;

function asBorne(audible: string, found: ActionFound): ActionFound {
  const isComing =
    audible.slice(found.start, found.end) === '开会' &&
    COMES.test(audible.slice(0, found.start)) &&
    (audible.length === found.end || !HOLDS_ITSELF.test(audible.slice(found.end)));
  return isComing ? { ...found, action: 'attend' } : found;
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
  { action, start, end, audible }: ActionFound & { readonly audible: string },
  { deadlines, frequencies }: TimesOfText,
): Omit<DemandUnit, keyof Shared | 'actor'> {
  return {
    start: clause.start,
    end: clause.end,
    action,
    object: readObject(audible, { action, start, end }),
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
