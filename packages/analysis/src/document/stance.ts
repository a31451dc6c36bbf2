/**
 * Who speaks to whom, and what is imposed: splits a sentence into clauses and silences what it forbids, ends,
 * permits, describes or reports. What stays audible is what the sentence demands.
 */
import { LEXICON, TAG } from './lexicon.ts';

export type Stance = 'impose' | 'prohibit' | 'describe' | 'report' | 'define' | 'permit';

export type ActorClass = 'bearer' | 'self' | 'resident' | 'unknown';

/** What a heading or a lead-in such as 严禁以下行为: makes of the sentences below it. */
export type Frame = 'plain' | 'prohibit' | 'describe';

/** Offsets are into the normalised text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly stance: Stance;
  /** Parts that impose nothing; empty or sorted, inside the clause. */
  readonly silenced: readonly Span[];
  readonly actor: ActorClass;
  /** The words that name the actor, if this clause names one. */
  readonly actorSpan: Span | null;
  /** 0 to 5, as in the glossary; 3 for a bare imperative. */
  readonly modality: number;
  /** It says 须, 请 or the like; false for a bare verb. */
  readonly isOutright: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Token extends Span {
  readonly tags: number;
}

interface Draft {
  start: number;
  end: number;
  text: string;
  /** Which characters stand in it, as bits of `CHARACTERS`. */
  characters: number;
  tokens: Token[];
  /** All tags of the tokens. */
  tags: number;
  stance: Stance;
  silenced: Span[];
  actor: ActorClass;
  actorSpan: Span | null;
  modality: number;
  isOutright: boolean;
}

/** How far an escape word may stand behind the ban that governs it: 不得以任何理由缺席. */
const ESCAPE_REACH = 9;
const BENEFIT_REACH = 12;

/** Reads the clauses of a sentence that begins at `start` of the text. Linear in its length. */
export function readClauses(sentence: string, start: number, frame: Frame): Clause[] {
  const drafts = splitClauses(sentence, start);
  for (const draft of drafts) readTokens(draft);
  assignActors(drafts);
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

const CLAUSE_MARK = 1;
const DONE_MARK = 2;
const QUOTE_MARK = 4;
const INSTITUTION_END = 8;
const BY_SOMEBODY = 16;
const GRASSROOTS_END = 32;
/** For each code unit the bits above: looked up while a sentence is split, so that a pattern runs only where it can match. */
const CHARACTERS = charactersOf([
  [CLAUSE_MARK, ',:\t—'],
  [DONE_MARK, '了'],
  [QUOTE_MARK, '"《'],
  [INSTITUTION_END, '局厅部室会院行司心馆所站队团'],
  [BY_SOMEBODY, '由'],
  [GRASSROOTS_END, '镇乡道村区校学院体部'],
]);

function charactersOf(sets: readonly (readonly [bit: number, characters: string])[]): Uint8Array {
  const bits = new Uint8Array(0x10000);
  for (const [bit, characters] of sets) {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      bits[code] = (bits[code] ?? 0) | bit;
    }
  }
  return bits;
}

function splitClauses(sentence: string, start: number): Draft[] {
  const drafts: Draft[] = [];
  let from = 0;
  let characters = 0;
  for (let at = 0; at <= sentence.length; at++) {
    const bits = at < sentence.length ? (CHARACTERS[sentence.charCodeAt(at)] ?? 0) : CLAUSE_MARK;
    characters |= bits;
    if (!(bits & CLAUSE_MARK) || !endsClause(sentence, at)) continue;
    if (at > from) drafts.push(newDraft(sentence.slice(from, at), start + from, characters));
    from = at + 1;
    characters = 0;
  }
  return drafts;
}

const [COLON, DASH] = Array.from(':—', (mark) => mark.charCodeAt(0));

/** At a clause mark or the end: a dash counts when it is doubled, a colon when it parts no hours from minutes. */
function endsClause(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === DASH ? text.charCodeAt(at + 1) === DASH : code !== COLON || !isClock(text, at);
}

function isClock(text: string, colon: number): boolean {
  return /\d/u.test(text.charAt(colon - 1)) && /\d/u.test(text.charAt(colon + 1));
}

function newDraft(text: string, start: number, characters: number): Draft {
  return {
    start,
    end: start + text.length,
    text,
    characters,
    tokens: [],
    tags: 0,
    stance: 'impose',
    silenced: [],
    actor: 'unknown',
    actorSpan: null,
    modality: 3,
    isOutright: false,
  };
}

function readTokens(draft: Draft): void {
  const quoted = quotedSpans(draft);
  LEXICON.scan(draft.text, 0, draft.text.length, (tags, from, to) => {
    if (tags === TAG.plain) return;
    const start = draft.start + from;
    const end = draft.start + to;
    if (quoted.some((quote) => start > quote.start && end < quote.end)) return;
    draft.tokens.push({ tags, start, end });
    draft.tags |= tags;
  });
  draft.modality = modalityOf(draft);
  draft.isOutright = has(draft, TAG.must | TAG.polite);
}

/** Quoted words name things; what they say decides nothing about the sentence around them. */
function quotedSpans({ text, start, characters }: Draft): Span[] {
  if (!(characters & QUOTE_MARK)) return [];
  return [...text.matchAll(/"[^"—,]{1,20}"|《[^》]*》/gu)].map((quote) => ({
    start: start + quote.index,
    end: start + quote.index + quote[0].length,
  }));
}

function modalityOf(draft: Draft): number {
  let level = 3;
  if (!(draft.tags & (TAG.must | TAG.polite))) return level;
  for (const { tags, start, end } of draft.tokens) {
    if (tags & TAG.must) {
      const word = draft.text.slice(start - draft.start, end - draft.start);
      return /必须|务必|一律|强制|责成|不得不|严格/u.test(word) ? 5 : /须|应|责令|限|方|才/u.test(word) ? 4 : 3;
    }
    if (tags & TAG.polite) level = 2;
  }
  return level;
}

// Actors

/** Words before an actor that make it an object, a place or a possessor instead. */
const OBJECT_MARK = /[对向给到至在从为与同和跟将把被于往经按据除报送交发达]$/u;
const RESIDENT_ACTS =
  /^(?:们)?(?:须|应|要|需|可|自|凭|到(?!校|课|岗|会)|在(?!校|籍|册)|将|如|若|对|于|持|报修|申|提|办|领|填|交|缴|登|选|投|参|购|前|来|请|愿|想|按|不|未|都|也|均|因|每|给|$)/u;
const OWN_INSTITUTION =
  /^(?:由)?(?!各|每|所有|全县|全镇|请|对|向|将|把)[\p{Script=Han}]{0,10}?(?:局|厅|(?<!村|支|总支|本|全|内|外|干|学)部|办公室|委员会|法院|检察院|银行|公司|中心|文化馆|博物馆|图书馆|档案馆|协会|商会|联合会|研究所|检验所|供电所|水务所|监测站|气象站|大队|支队|集团)(?=负责|承担|统一|自行|自己|自|派|将|会|已|来|到|去|去年|用|给|为|于|在|从|按|每|逐|前往|组织|提供|安排|采购|出|完成|修|换|做|开展|汇总|调取|导出|收集|上门|下|两|半|[0-9]+月)/u;
const NAMED_GRASSROOTS =
  /^(?:由|请|凡)?[\p{Script=Han}]{0,5}(?:镇|乡|街道|村|社区|学校|小学|中学|卫生院|校|村集体|支部)(?!务|庄振兴|里|民|级)/u;

function assignActors(drafts: Draft[]): void {
  let inherited: ActorClass = 'unknown';
  for (const [index, draft] of drafts.entries()) {
    const named = CHARGED.test(drafts[index - 1]?.text ?? '') ? findCharged(draft) : findActor(draft);
    if (named) {
      draft.actor = named.actor;
      draft.actorSpan = named.span;
    } else if (inherited === 'self' && ADDRESSES_OTHERS.test(draft.text)) {
      draft.actor = 'unknown';
    } else {
      draft.actor = inherited;
    }
    inherited = draft.actor;
  }
}

/** (责任单位:县公安局): who carries out what follows. */
const CHARGED = /(?:责任|牵头|承办|实施|完成|配合)(?:单位|部门|科室)$/u;
const OWN_BODIES =
  /^[县市区省州]?(?![各镇乡村])[\p{Script=Han}、]{1,30}(?:局|办|委|中心|公司|处|科|股|支队|大队|医院|馆)\)?$/u;

function findCharged(draft: Draft): { actor: ActorClass; span: Span } | null {
  const isOwn = OWN_BODIES.test(draft.text) && !/[镇乡村]|街道|社区|学校/u.test(draft.text);
  return isOwn ? { actor: 'self', span: { start: draft.start, end: draft.end } } : findActor(draft);
}

const ADDRESSES_OTHERS =
  /^(?:并|且|也|同时)?(?:请|望|烦请|敬请|务请|务必|须|应|要|必须|逾期|凡|否则|限|未|不按|不配合|报送|填报|上报)/u;
/** Behind one of these an issuing body is an object: 组建本所工作组. */
const VERB_BEFORE = /[组建成立设报交填送做写办告回知给寄发]/u;
const PASSES_ON =
  /^(?:以上|以下|要求|通知|决定|责成|令|部署|明确|规定|强调|指出|提出|来文|文件|要|的|下达|下发|转发|印发|考核|检查|督查|通报)/u;

function findActor(draft: Draft): { actor: ActorClass; span: Span } | null {
  if (!(draft.tags & (TAG.bearer | TAG.self | TAG.resident))) return findInstitution(draft);
  for (const { tags, start, end } of draft.tokens) {
    if (tags & TAG.must && start > draft.start + 2) break;
    if (!(tags & (TAG.bearer | TAG.self | TAG.resident))) continue;
    const before = draft.text.slice(0, start - draft.start);
    if (OBJECT_MARK.test(before) || before.length > 12) continue;
    const after = draft.text.slice(end - draft.start);
    if (after.startsWith('的')) continue;
    const word = draft.text.slice(start - draft.start, end - draft.start);
    const actor = classOf({ tags, word, before, after });
    if (actor) return { actor, span: { start, end } };
  }
  return findInstitution(draft);
}

interface Named {
  readonly tags: number;
  readonly word: string;
  readonly before: string;
  readonly after: string;
}

function classOf({ tags, word, before, after }: Named): ActorClass | null {
  if (tags & TAG.bearer && !(tags & TAG.self)) return 'bearer';
  if (!(tags & TAG.self)) return RESIDENT_ACTS.test(after) ? 'resident' : null;
  if (PASSES_ON.test(after) || VERB_BEFORE.test(before)) return 'unknown';
  return OWN_LEVEL.test(word) && !OWN_ACTS.test(after) ? null : 'self';
}

/** 本镇 may be the body that writes, or the area it writes of: 本镇财政供养人员. */
const OWN_LEVEL = /^本(?:镇|乡|街道|县|区|市)$/u;
const OWN_ACTS = /^(?:将|拟|已|自|负责|统一|招|出资|承担|派|组织|安排|设|建|聘|购|新)/u;

const BY_INSTITUTION =
  /由(?![\p{Script=Han}]{0,4}(?:村委|居委|乡镇|街道|社区|村民))[\p{Script=Han}]{0,8}?(?:局|厅|办|委|科|股|中心|公司|检验所|供电所|大队|队|医院|系统|平台|专人)/u;

function findInstitution(draft: Draft): { actor: ActorClass; span: Span } | null {
  const { characters } = draft;
  const own = characters & INSTITUTION_END ? OWN_INSTITUTION.exec(draft.text) : null;
  if (own) return { actor: 'self', span: { start: draft.start, end: draft.start + own[0].length } };
  const byOwn = characters & BY_SOMEBODY ? BY_INSTITUTION.exec(draft.text) : null;
  if (byOwn)
    return {
      actor: 'self',
      span: { start: draft.start + byOwn.index + 1, end: draft.start + byOwn.index + byOwn[0].length },
    };
  const named = characters & GRASSROOTS_END ? NAMED_GRASSROOTS.exec(draft.text) : null;
  return named ? { actor: 'bearer', span: { start: draft.start, end: draft.start + named[0].length } } : null;
}

// Silencing

function silenceAll(draft: Draft, stance: Stance): void {
  draft.silenced = [{ start: draft.start, end: draft.end }];
  draft.stance = stance;
}

function silenceFrom(draft: Draft, start: number, stance: Stance): void {
  const last = draft.silenced.at(-1);
  if (last && last.end >= draft.end) {
    if (last.start > start) draft.silenced = [{ start, end: draft.end }];
  } else {
    draft.silenced.push({ start, end: draft.end });
  }
  draft.stance = stance;
}

function has(draft: Draft, tags: number, before = Number.POSITIVE_INFINITY): boolean {
  return (draft.tags & tags) !== 0 && draft.tokens.some((token) => (token.tags & tags) !== 0 && token.start < before);
}

/** Definitions, requests to a superior and rhetorical questions ask nothing of anybody below. */
function isSilentAsAWhole(sentence: string, drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => has(draft, TAG.define | TAG.upward))) return true;
  if (CHECKED.test(sentence)) return true;
  return sentence.endsWith('?') && !drafts.some((draft) => has(draft, TAG.polite));
}

/** 是否要求乡镇重复填表: a fault that others are checked for. */
const CHECKED =
  /^(?:\(?[一二三四五六七八九十\d]+[)、.])? ?是否(?:仍|还|存在|要求|擅自|违规|变相|随意|强制|层层|重复|多头|过度|以[^,。]{1,20}(?:代替|替代|作为))/u;

const NEW_ORDER =
  /^(?:请|望|烦请|务请|现|特此|为此|对此|今后|下一?步|同时|另|逾期|限|责令|须|应|务必|必须|一律|凡|各[镇乡村街社单部县校站级]|但(?:请|须|要|各)|改为|整改|仍(?!然?要求)|照(?!片|相|明|顾|常))/u;

/** 有的单位…, 苦不堪言: everything up to the next order of one's own. */
function silenceDescriptions(drafts: Draft[]): void {
  let describing = false;
  let demandedBefore = false;
  for (const [index, draft] of drafts.entries()) {
    if (describing && NEW_ORDER.test(draft.text) && !has(draft, TAG.describe | TAG.condemn)) describing = false;
    if (!demandedBefore && describes(draft)) describing = true;
    if (describing) silenceAll(draft, 'describe');
    if (condemns(draft)) {
      for (const earlier of drafts.slice(0, index + 1)) {
        if (!has(earlier, TAG.must | TAG.polite)) silenceAll(earlier, 'describe');
      }
      describing ||= !demandedBefore;
    }
    demandedBefore ||= has(draft, TAG.polite | TAG.must);
  }
}

/** 检查发现 opens a description, but 检查发现一处扣0.5分 sets a penalty. */
const CHARGES = /^(?:一[处次例起]|每|的|问题的|不|未)/u;

function describes(draft: Draft): boolean {
  if (!(draft.tags & TAG.describe)) return false;
  return draft.tokens.some(({ tags, start, end }) => {
    if (!(tags & TAG.describe) || start - draft.start > 8 || has(draft, TAG.must | TAG.polite, start)) return false;
    const word = draft.text.slice(start - draft.start, end - draft.start);
    if (word === '有的' && /[里上中内已所]$/u.test(draft.text.slice(0, start - draft.start))) return false;
    return !(word.endsWith('发现') && CHARGES.test(draft.text.slice(end - draft.start)));
  });
}

function condemns(draft: Draft): boolean {
  if (!(draft.tags & TAG.condemn)) return false;
  return draft.tokens.some(
    ({ tags, start }) => (tags & TAG.condemn) !== 0 && !has(draft, TAG.must | TAG.polite | TAG.ban, start),
  );
}

const DONE = /[\p{Script=Han}]了(?:[\p{Script=Han}"《》、\d]*)$/u;
const CASUAL_DONE = /(?:就行|就好|可以|得|算|行|好|完|对|为|除|罢|极|不|到|除)了/u;
/** What was left undone is no report but the start of an order: 前年漏记的, 须补. */
const LEFT_UNDONE = /(?:未|没|漏|缺|欠|空缺|少|遗)/u;

/** 谁砸了牌子, 就摘谁的帽子: a condition, whatever its aspect. */
const THREAT = /^(?:谁|哪个|哪[一家位])/u;

function silenceReports(drafts: Draft[]): void {
  if (drafts.some((draft) => has(draft, TAG.repeat))) return;
  for (const [index, draft] of drafts.entries()) {
    if (reportsDone(draft) && !opensAnOrder(draft, index < drafts.length - 1)) silenceAll(draft, 'report');
  }
}

function reportsDone(draft: Draft): boolean {
  const token = draft.tokens.find(({ tags }) => tags & TAG.report);
  if (token)
    return !draft.tokens.some(({ tags, start }) => tags & OBLIGATION && start > token.start) && !hasFloor(draft);
  const isDone = (draft.characters & DONE_MARK) !== 0 && DONE.test(draft.text) && !CASUAL_DONE.test(draft.text);
  return isDone && !has(draft, OBLIGATION) && !ASKED_DONE.test(draft.text);
}

const OBLIGATION = TAG.must | TAG.polite;
/** 让家长把问卷填了: the aspect of what is asked for. */
const ASKED_DONE = /^(?:也|都|快|赶紧|抓紧)?(?:让|叫|把|将|请)/u;

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
    const token = draft.tokens.find(({ tags, start }) => tags & TAG.permit && start - draft.start <= 14);
    if (!token || has(draft, TAG.must, token.start) || has(draft, TAG.ban, token.start)) continue;
    silenceFrom(draft, governsClause(draft, token) ? draft.start : token.start, 'permit');
  }
}

const CONTINUES_ELSEWHERE =
  /^(?:但|却|而(?!非|不)|并(?!不|非|未)|同时|另|其余|其他|此外|且|会后|会前|会上|散会|[^,]{0,6}(?:后|前|时|期间|之日起|之内)(?!续|期|台)|每|各|请|望|烦|须|应|要|必须|务必|一律(?!不|取消|停)|将|把|由|于|凡|对|逾期|未|如|若|否则|一经|违反|违者|年底|年末|月底|季末|[一二三四]?季度|月末|旬|[0-9一二两三四五六七八九十]+[月日号点天周次个]|今|明|后天|当|本周|下周|周[一二三四五六日]|改|换成|只|仅|直接|统一|确需|确因|先|再|然后|最后|到时|届时|全年|所有|大家|自|从|实行|落实|做到|照|仍|还|也要|也须|也得|亦须|随时|实时|及时|定期)/u;

/** 不得, 取消: the verb they govern and the list behind it; a ban on escaping a duty stays audible. */
function silenceNegations(drafts: Draft[]): void {
  let carried = false;
  for (const [index, draft] of drafts.entries()) {
    if (carried) {
      carried = !CONTINUES_ELSEWHERE.test(draft.text) && !has(draft, TAG.must | TAG.polite) && draft.actorSpan === null;
      if (carried) silenceAll(draft, 'prohibit');
    }
    const negation = draft.tokens.find((token) => isNegation(draft, token));
    if (!negation) continue;
    carried = true;
    const whole = governsClause(draft, negation);
    silenceFrom(draft, whole ? draft.start : negation.start, 'prohibit');
    if (whole && draft.end - negation.end <= 2) silenceTopics(drafts.slice(0, index));
    const condition = drafts[index - 1];
    if (whole && condition && REFUSED.test(condition.text)) silenceAll(condition, 'prohibit');
  }
}

const TOPIC = /(?:的|等|做法|现象|行为|要求|方式|规定|制度|模式|套路|事项|内容|活动|环节|项目|打卡|材料)$/u;

/** 凡要求截图的,一概不办: what others ask is refused. */
const REFUSED =
  /^(?:[一二三四五六七八九十\d]+[、.])?(?:凡是?|对于?|遇有?到?)[^,]{0,10}?(?:要求|让|叫|强制|摊派|擅自|违规|变相)[^,]*的$/u;

/** 每天报一次的做法,一律取消: the topic stands in an earlier clause. */
function silenceTopics(earlier: Draft[]): void {
  for (const draft of earlier.toReversed()) {
    if (has(draft, TAG.must | TAG.polite) || !TOPIC.test(draft.text)) return;
    silenceAll(draft, 'prohibit');
  }
}

/** What 精简 and 整治 must be about to count as relief. */
const BURDENS =
  /^[^,]{0,14}?(?:报表|台账|会议|开会|文件|发文|简报|打卡|签到|群|APP|应用|小程序|公众号|账号|留痕|痕迹|检查|督查|考核|评比|达标|创建|牌|填报|表格|材料|证明|形式主义|文山会海|平台|系统|软件|填表|报送|频次|次数|环节|流程|负担|会期|篇幅|拍照|照片|截图|转发|点赞|积分|通报|陪同|排名)/u;
const NOUN_OF_RELIEF = /^(?:前|后|的|了|数|量|情况|成效|明细|清单|台账|工作|任务|名单|表|报告|进度|结果|比例|率)/u;
/** Relief as the object of a return: 精简文件数报县委办. */
const REPORTED_RELIEF = /(?:明细|情况|成效|总结|统计|清单|数|台账|报告|汇报|进度|任务)/u;
const ASKS_OTHERS =
  /要求|配套|自筹|垫付|索要|增设|新增|设置|设立|开展|摊派|增加|强制|组织|向(?:基层|村|镇|下)|下达|层层/u;
const NO_EXCUSE = /任何理由|任何借口|任何形式推|无故|(?:擅自|私自)(?:离|缺|退|换|更换|脱|停)|随意更换/u;

function isNegation(draft: Draft, token: Token): boolean {
  if (!(token.tags & (TAG.ban | TAG.relief | TAG.trims))) return false;
  if (token.tags & TAG.escape && has(draft, TAG.ban, token.start)) return false;
  const word = draft.text.slice(token.start - draft.start, token.end - draft.start);
  const after = draft.text.slice(token.end - draft.start);
  const conditional = /(?:的|者)$/u.test(draft.text) && /^不/u.test(word) && !has(draft, TAG.must, token.start);
  if (conditional && token.tags & TAG.relief) return false;
  if (token.tags & (TAG.relief | TAG.trims) && NOUN_OF_RELIEF.test(after)) return false;
  if (token.tags & TAG.trims) return BURDENS.test(after) && !REPORTED_RELIEF.test(after);
  if (reaches(draft, token, TAG.benefit, BENEFIT_REACH) && !ASKS_OTHERS.test(after)) return false;
  if (!(token.tags & TAG.ban)) return true;
  // 严禁以排名代替落实 forbids the ranking; 不得以任何理由缺席 forbids to stay away.
  if (reaches(draft, token, TAG.escape, ESCAPE_REACH) && !/^以(?!任何)/u.test(after)) return false;
  return !(NO_EXCUSE.test(after) && !ASKS_OTHERS.test(after));
}

function reaches(draft: Draft, from: Token, tag: number, reach: number): boolean {
  return draft.tokens.some(({ tags, start }) => (tags & tag) !== 0 && start >= from.end && start - from.end <= reach);
}

/**
 * True when nothing before the word demands anything, so that what stands before it is its topic:
 * 会后材料一律不收. False in 各村报送名单时无需附照片.
 */
function governsClause(draft: Draft, token: Token): boolean {
  // 一律取消, 须停止: obligation that stands right before the word strengthens it and is no demand of its own.
  if (draft.tokens.some(({ tags, end }) => tags & (TAG.must | TAG.polite) && end < token.start)) return false;
  return !/(?:时|后|前|并|但|且|而|和|及|以及|的同时)[\p{Script=Han}]{0,4}$/u.test(
    draft.text.slice(0, token.start - draft.start),
  );
}
