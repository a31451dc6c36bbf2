/**
 * Whom a sentence binds to what: silences what it forbids, ends, permits, describes or reports. What stays audible is
 * what it demands.
 */
import { assignActors } from './actors.ts';
import {
  DONE_MARK,
  governsClause,
  has,
  OBLIGATION,
  readTokens,
  silenceAll,
  silenceFrom,
  splitClauses,
  type Clause,
  type Draft,
  type Frame,
  type Span,
} from './clauses.ts';
import { TAG } from './lexicon.ts';
import { silenceNegations } from './negation.ts';

export type { Clause, Frame, Span } from './clauses.ts';

/** Reads the clauses of a sentence that begins at `start` of the text. Linear in its length. */
export function readClauses(sentence: string, start: number, frame: Frame, base: 'self' | 'unknown'): Clause[] {
  const drafts = splitClauses(sentence, start);
  for (const draft of drafts) readTokens(draft);
  assignActors(drafts, base);
  if (frame !== 'plain' || isSilentAsAWhole(sentence, drafts)) {
    for (const draft of drafts) silenceAll(draft, frame === 'prohibit' ? 'prohibit' : 'describe');
    return drafts;
  }
  silenceParts(drafts);
  return drafts;
}

/** Most sentences hold no word that could silence anything. */
function silenceParts(drafts: Draft[]): void {
  const tags = drafts.reduce((all, draft) => all | draft.tags, 0);
  if (tags & (TAG.describe | TAG.condemn)) silenceDescriptions(drafts);
  if (tags & TAG.report || drafts.some(({ characters }) => characters & DONE_MARK)) silenceReports(drafts);
  if (tags & TAG.permit) silencePermissions(drafts);
  if (tags & (TAG.ban | TAG.relief | TAG.trims)) silenceNegations(drafts);
}

/** Definitions, requests to a superior and rhetorical questions ask nothing of anybody below. */
function isSilentAsAWhole(sentence: string, drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => has(draft, TAG.define) || (has(draft, TAG.upward) && !ASKS_BELOW.test(draft.text))))
    return true;
  if (CHECKED.test(sentence) || SAID.test(sentence)) return true;
  return sentence.endsWith('?') && !drafts.some((draft) => has(draft, TAG.polite)) && !URGES.test(sentence);
}

/** 恳请各单位支持: the words of a plea, but downwards. */
const ASKS_BELOW = /恳[请求](?:各|全体|广大|大家|同志)/u;

/** 怎么还没交, 谁没装: a question that presses for what is missing. */
const URGES =
  /(?:怎么|咋|为什么|为何)[^?]{0,6}(?:没|不)|谁(?:还)?(?:没|未)|(?:还有|就剩|就差)[^?]{0,12}(?:没|未)|在干(?:什么|啥)/u;

/** 是否要求乡镇重复填表: a fault that others are checked for. */
const CHECKED =
  /^(?:\(?[一二三四五六七八九十\d]+[)、.])? ?是否(?:仍|还|存在|要求|擅自|违规|变相|随意|强制|层层|重复|多头|过度|以[^,。]{1,20}(?:代替|替代|作为))/u;

/** 一位村文书说:"早上报…": somebody's own words. What a leader says may be an order. */
const SAID =
  /^[^,:"]{0,8}(?:位|名|老)[^,:"]{1,10}(?:说|感慨|坦言|抱怨|直言|苦笑|回忆|吐槽|算了[^,:"]{0,4}账)(?:道|着说)?[:,]? ?"/u;

const NEW_ORDER =
  /^(?:请|望|烦请|务请|现|特此|为此|对此|今后|下一?步|同时|另|逾期|限|责令|须|应|务必|必须|一律|凡|各[镇乡村街社单部县校站级]|但(?:请|须|要|各)|改为|整改|仍(?!然?要求)|照(?!片|相|明|顾|常))/u;

/** 有的单位…, 苦不堪言: everything up to the next order of one's own. */
function silenceDescriptions(drafts: Draft[]): void {
  let isDescribing = false;
  let isDemanded = false;
  for (const [index, draft] of drafts.entries()) {
    isDescribing &&= !opensNewOrder(draft, drafts[index - 1]) || has(draft, TAG.describe | TAG.condemn);
    isDescribing ||= !isDemanded && describes(draft);
    if (isDescribing) silenceAll(draft, 'describe');
    if (condemns(draft, index < drafts.length - 1)) {
      silenceUnlessDemanded(drafts.slice(0, index + 1));
      isDescribing ||= !isDemanded;
    }
    isDemanded ||= has(draft, OBLIGATION);
  }
}

/** 个别社区照片不足,每个社区须补传: but 有的单位规定,每村须建群 goes on telling. */
function opensNewOrder(draft: Draft, before: Draft | undefined): boolean {
  if (NEW_ORDER.test(draft.text)) return true;
  return EACH_MUST.test(draft.text) && !RELATES_DEMANDS.test(before?.text ?? '');
}

const EACH_MUST = /^每[\p{Script=Han}]{1,5}?(?:须|应|必须|务必|要)/u;
const RELATES_DEMANDS = /要求|规定|提出|强调|明确|宣布|[让叫逼搞]/u;

/** 对走过场的校长,严肃追责: a fault that the penalty behind it is set for. */
const BLAMED = /^(?:对|凡|凡是)[^,]{2,24}的[^,]{0,8}$/u;

function silenceUnlessDemanded(drafts: readonly Draft[]): void {
  for (const draft of drafts) if (!has(draft, OBLIGATION)) silenceAll(draft, 'describe');
}

/** 检查发现 opens a description, but 检查发现一处扣0.5分 sets a penalty. */
const CHARGES = /^(?:一[处次例起]|每|的|问题的|不|未)/u;

/** 24小时有人盯守 orders it; 有人说 tells of somebody. */
const KEEPS_WATCH = /^(?:盯|守|把守|值|执勤|看守|看管|在岗|在位|巡|应答|接听)/u;
const AT_ALL_HOURS = /(?:小时|昼夜|日夜|白天黑夜|全天候?|全程|随时|通宵)都?(?:要|须|必须)?$/u;

/** 形式主义突出问题专项整治: the name of a drive, or what it is about, and no verdict on anybody. */
const NAMES_DRIVE = /^(?:[\p{Script=Han}"、]{0,8}?)(?:专项)?(?:整治|治理|纠治)/u;
const DRIVE_TOPIC = /^(?:突出问题|问题突出|乱象|形式主义|官僚主义|层层加码|文山会海|指尖上的形式主义|数字形式主义)$/u;

function describes(draft: Draft): boolean {
  if (!(draft.tags & TAG.describe)) return false;
  return draft.tokens.some(({ tags, start, end }) => {
    if (!(tags & TAG.describe) || start - draft.start > 8 || has(draft, OBLIGATION, start)) return false;
    const at = start - draft.start;
    return !isNoDescription(
      draft.text.slice(at, end - draft.start),
      draft.text.slice(0, at),
      draft.text.slice(end - draft.start),
    );
  });
}

/** Words that describe elsewhere: a condition, a guard, a possession, a charge. */
function isNoDescription(word: string, before: string, after: string): boolean {
  // 存在漏报的,扣发绩效: a condition with its penalty.
  if (word === '存在') return after.endsWith('的');
  if (word === '有人') return KEEPS_WATCH.test(after) || AT_ALL_HOURS.test(before);
  if (DRIVE_TOPIC.test(word)) return NAMES_DRIVE.test(after);
  if (word === '有的') return /[里上中内已所]$/u.test(before);
  return word.endsWith('发现') && CHARGES.test(after);
}

function condemns(draft: Draft, isFollowed: boolean): boolean {
  if (!(draft.tags & TAG.condemn) || (isFollowed && BLAMED.test(draft.text))) return false;
  return draft.tokens.some(({ tags, start, end }) => {
    if (!(tags & TAG.condemn) || has(draft, OBLIGATION | TAG.ban, start)) return false;
    const at = end - draft.start;
    return !DRIVE_TOPIC.test(draft.text.slice(start - draft.start, at)) || !NAMES_DRIVE.test(draft.text.slice(at));
  });
}

const DONE = /[\p{Script=Han}]了(?!的)(?:[\p{Script=Han}"《》、\d]*)$/u;
const CASUAL_DONE = /(?:就行|就好|可以|得|算|(?<![进执举实推发运施履践])行|好|完|对|为|除|罢|极|不|到|忘)了/u;
/** What was left undone is no report but the start of an order: 前年漏记的, 须补. */
const LEFT_UNDONE = /(?:未|没|漏|缺|欠|空缺|少|遗)/u;

/** 谁砸了牌子, 就摘谁的帽子: a condition, whatever its aspect. */
const THREAT = /^(?:谁|哪个|哪[一家位])/u;

function silenceReports(drafts: Draft[]): void {
  if (drafts.some((draft) => has(draft, TAG.repeat))) return;
  for (const [index, draft] of drafts.entries()) {
    if (!reportsDone(draft) || opensAnOrder(draft, index < drafts.length - 1)) continue;
    if (!drafts.slice(index + 1).some(({ text }) => HANDS_DOWN.test(text))) silenceAll(draft, 'report');
  }
}

/** 局党组定了八百万,按股室分: what is handed down is no thing of the past. */
const HANDS_DOWN = /^[^,]{0,8}(?:按[^,]{1,8}分|分到|分给|分解|摊到|摊给|派到)/u;

function reportsDone(draft: Draft): boolean {
  const token = draft.tokens.find(({ tags, start }) => tags & TAG.report && !isAttribute(draft, start));
  if (token)
    return !draft.tokens.some(({ tags, start }) => tags & OBLIGATION && start > token.start) && !hasFloor(draft);
  const isDone = (draft.characters & DONE_MARK) !== 0 && DONE.test(draft.text) && !CASUAL_DONE.test(draft.text);
  if (!isDone || has(draft, OBLIGATION)) return false;
  return ![ASKED_DONE, THEN_HANDED_IN, IS_AHEAD, SETS_OUT].some((pattern) => pattern.test(draft.text));
}

/** 将已填好的表扫描上传: what is done already is only part of the thing that the order is about. */
function isAttribute(draft: Draft, start: number): boolean {
  const at = start - draft.start;
  // 要填学历、上年度考核等次: last year's is what the order asks for.
  const after = draft.text.slice(at);
  if (/^(?:去|上|前)年/u.test(after) && has(draft, OBLIGATION, start)) return true;
  if (COMPARES.test(after) && ASKS_FIGURE.test(draft.text.slice(0, at))) return true;
  if (!/^[^,]{1,12}的[^,]{2}/u.test(after)) return false;
  return /(?:将|把|对|按照?|凭|以|由|从)[^,]{0,6}$/u.test(draft.text.slice(0, at)) || has(draft, OBLIGATION, start);
}

/** 上报客流及同比增幅 asks for a figure; 上报数同比增长两成 tells one. */
const COMPARES =
  /^(?:同比|环比|较上年|比[上去]年|去年)(?![^,]{0,6}(?:增[长加]|下降|减少|提高|上升)(?:了|近|超|约|[\d一二两三四五六七八九十百]))/u;
const ASKS_FIGURE = /(?:报|填|列|写|注明|提供|统计|附)[^,]*$/u;

/** 本周安排了四批, 今天下班前都装了: it is still to come. */
const IS_AHEAD =
  /(?:本|这|下)个?(?:周|星期|月|旬|季)|明[天日]|后[天日]|第[\d一二三四五六七八九十]+周|(?:下班|[日号点]|周[一二三四五六日]|[月季年]底|月末)之?前|[一二两三四五六七八九十\d]个?(?:[天日周]|小时|分钟|工作日)之?以?内/u;
/** 细则列了七十条: what a paper holds, it holds now. */
const SETS_OUT = /(?:细则|办法|标准|方案|表|清单|指标|计划|日程)[^,]{0,6}[列设分排定]了|^一?共排了/u;

/** 让家长把问卷填了, 各村把责任书签了: the aspect of what is asked for. */
const ASKED_DONE =
  /^(?:也|都|快|赶紧|抓紧)?(?:让|叫|把|将|请|给)|^(?:各|每[个名]?|全体)[\p{Script=Han}]{1,8}?(?<!都)把/u;
/** 签了交到综治办: done first, then handed in. */
const THEN_HANDED_IN = /了(?:再|就|以后)?(?:交|报|送|发|传|寄)(?:到|给|至|回|来|上)/u;

/** 不得低于去年 measures against the past and tells nothing of it. */
function hasFloor(draft: Draft): boolean {
  return has(draft, TAG.comparator) && /不(?:得|能|可|应)?(?:少|低|短)于/u.test(draft.text);
}

/** Conditions and what was left undone, with the order itself in a later clause: 获得批示的, 前年漏记的手册. */
function opensAnOrder({ text }: Draft, isFollowed: boolean): boolean {
  return THREAT.test(text) || (isFollowed && (LEFT_UNDONE.test(text) || text.endsWith('的')));
}

function silencePermissions(drafts: Draft[]): void {
  for (const draft of drafts) {
    const token = draft.tokens.find((found) => found.tags & TAG.permit && permits(draft, found));
    if (!token || has(draft, TAG.must, token.start) || has(draft, TAG.ban, token.start)) continue;
    silenceFrom(draft, governsClause(draft, token) ? draft.start : token.start, 'permit');
  }
}

/** 可供参观的样板 says what a thing is for, 可加三分 what it earns, 可每人要登记 is a but: none of them permits. */
function permits({ start, text }: Draft, token: Span): boolean {
  const at = token.start - start;
  if (at > 14) return false;
  if (text.slice(at, token.end - start) !== '可') return true;
  const after = text.slice(at + 1);
  if (EARNS.test(after) || (at === 0 && MEANS_BUT.test(after))) return false;
  return !(ATTRIBUTE.test(after) && MAKES.test(text.slice(0, at)));
}

const EARNS = /^[^,]{0,10}?(?:加|得|计|记|奖|折算?|达|到)[^,]{0,4}?[\d一二两三四五六七八九十百]+分/u;
const MEANS_BUT = /^(?:是|每|各|[^,]{1,10}?(?:要|须|必须|得(?!到|以)))/u;
const ATTRIBUTE = /^[^,]{1,14}的[\p{Script=Han}]/u;
const MAKES = /(?:建|打造|形成|创|培育|推出|树立?|提炼|总结)[^,]*$/u;
