/** Who acts in each clause: those below, the issuer itself, residents in their own matter, or nobody named. */
import { BY_SOMEBODY, GRASSROOTS_END, INSTITUTION_END, type ActorClass, type Draft, type Span } from './clauses.ts';
import { TAG } from './lexicon.ts';

/** Words before an actor that make it an object, a place or a possessor instead. */
const OBJECT_MARK = /[对向给到至在从为与同和跟将把被于往经按据除凭找传寄投报送交发达]$/u;
const RESIDENT_ACTS =
  /^(?:们)?(?:和(?:施工|监理|设计|建设|勘察|承包|家长|学生)|每[日天周月季年次户]|须|应|要|需|可|自|凭|安排|派|组织|负责(?!人)|到(?!校|课|岗|会)|在(?!校|籍|册)|将|如|若|对|于|持|报修|申|提|办|领|填|交|缴|登|选|投|参|购|前|来|请|愿|想|按|不|未|都|也|均|因|每|给|$)/u;
const OWN_INSTITUTION =
  /^(?:由)?(?!各|每|所有|全县|全镇|请|对|向|将|把)[\p{Script=Han}]{0,10}?(?:局|厅|(?<!村|支|总支|本|全|内|外|干|学)部|办公室|委员会|法院|检察院|银行|公司|中心|文化馆|博物馆|图书馆|档案馆|协会|商会|联合会|研究所|检验所|供电所|水务所|监测站|气象站|大队|支队|集团|(?<=[县市区省州][\p{Script=Han}]{1,6})[站队办])(?=负责|承担|统一|自行|自己|自|派|将|会|已|来|到|去|去年|用|给|为|于|在|从|按|每|逐|前往|组织|提供|安排|采购|出|完成|修|换|做|开展|汇总|调取|导出|收集|上门|同步|全程|定期|随机|逐|发布|测报|监测|编制|印制|采集|审核|核定|发放|维护|检查|检测|抽查|推送|公布|联合|会同|牵头|具体|下|两|半|[0-9]+月)/u;
const NAMED_GRASSROOTS =
  /^(?:由|请|凡)?[\p{Script=Han}]{0,5}(?:镇|乡|街道|村|社区|学校|小学|中学|卫生院|校|村集体|支部)(?!务|庄振兴|里|民|级)/u;

/** Gives each clause its actor: the one it names, else the one before it; `base` acts where the line charges somebody. */
export function assignActors(drafts: Draft[], base: 'self' | 'unknown' = 'unknown'): void {
  let inherited: ActorClass = base;
  for (const [index, draft] of drafts.entries()) {
    const named = CHARGED.test(drafts[index - 1]?.text ?? '') ? findCharged(draft) : findActor(draft);
    if (named) {
      draft.actor = named.actor;
      draft.actorSpan = named.span;
    } else {
      draft.actor = index < drafts.length - 1 && isOwnBody(draft.text) ? 'self' : goesOn(draft, inherited, base);
    }
    inherited = draft.actor;
  }
}

function goesOn(draft: Draft, inherited: ActorClass, base: 'self' | 'unknown'): ActorClass {
  return inherited === 'self' && turnsToOthers(draft) ? base : inherited;
}

/** (责任单位:县公安局): who carries out what follows. */
const CHARGED = /(?:责任|牵头|承办|实施|完成|配合)(?:单位|部门|科室)$/u;
const OWN_BODIES =
  /^(?:[县市区省州](?![直级])[\p{Script=Han}]{1,14}?(?:局|办|办公室|委|会|中心|公司|队|医院|馆|院|站|部|行|联)|[\p{Script=Han}]{2,12}?(?:局|委员会|支队|大队|公司|银行|中心|办公室))\)?$/u;
/** A name with a verb in it is none: 纸质表报县局, 电子件发县府办. */
const NO_NAME = /[报送给由将把请须后即随]|交(?![通警])|发(?![改展])|应(?!急)|要(?!素)/u;

const GRASSROOTS = /[镇乡村]|街道|社区|学校|小学|中学|卫生院/u;

/** The number of an item, which stands before its actor. */
const ITEM_NUMBER =
  /^ *(?:第[一二三四五六七八九十百零\d]{1,5}[条章] ?|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．:]|[一二三四五六七八九十]{1,2}是|[①-⑳]) ?/u;

function withoutNumber(text: string): string {
  return text.replace(ITEM_NUMBER, '');
}

/** 县公安局, 县财政局、县审计局: one or several bodies of the issuer's own level and nothing else. */
export function isOwnBody(words: string): boolean {
  const names = withoutNumber(words).split('、');
  return names.every((name) => OWN_BODIES.test(name) && !GRASSROOTS.test(name) && !NO_NAME.test(name));
}

function findCharged(draft: Draft): { actor: ActorClass; span: Span } | null {
  return isOwnBody(draft.text) ? { actor: 'self', span: { start: draft.start, end: draft.end } } : findActor(draft);
}

function turnsToOthers({ text, tags }: Draft): boolean {
  return ADDRESSES_OTHERS.test(text) || ((tags & TAG.bearer) !== 0 && OF_OTHERS.test(text));
}

/** 县里不再收,但镇里的日报照常: the clause is about what those below do. */
const OF_OTHERS = /^(?:但|而|不过|其中)?(?:各?[镇乡村校]|街道|社区|基层|村级|镇级)[\p{Script=Han}]{0,2}的/u;
const ADDRESSES_OTHERS =
  /^(?:并|且|也|同时)?(?:请|望|烦请|敬请|务请|务必|须|应|要|必须|逾期|凡|否则|限|未|不按|不配合|报送|填报|上报)/u;
/** Behind one of these an issuing body is an object: 组建本所工作组. */
const VERB_BEFORE = /[组建成立设报交填送做写办告回知给寄发]/u;
const PASSES_ON =
  /^(?:以上|以下|要求|通知|决定|责成|令|部署|明确|规定|强调|指出|提出|来文|文件|要|的|下达|下发|转发|印发|考核|检查|督查|通报|批示件|急件|来件|来函)/u;

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
  if (!(tags & TAG.self)) return classOfResident(word, after);
  if (PASSES_ON.test(after) || VERB_BEFORE.test(before)) return 'unknown';
  return OWN_LEVEL.test(word) && !OWN_ACTS.test(after) ? null : 'self';
}

function classOfResident(word: string, after: string): ActorClass | null {
  if (VISITORS.test(word) && !/^(?:的|[满数量人流投评须]|中心|服务)/u.test(after)) return 'resident';
  if (FIRMS.test(word) && FIRM_BURDEN.test(after)) return 'bearer';
  return RESIDENT_ACTS.test(after) ? 'resident' : null;
}

/** They come and go, and bear nothing whatever they do. */
const VISITORS = /^(?:游客|旅客|乘客|读者|观众|食客|影友|消费者)$/u;
const FIRMS = /^(?:企业|厂家|建设单位|用人单位|商户|商家|经营者|合作社|养殖场)$/u;
/** 每月八日前把产值报经发办, 按人头认购: asked by an office, and not in the firm's own matter. */
const FIRM_BURDEN =
  /^[^,]{0,8}(?:每[月周日天旬季]|按[月周日旬季]|[日号]前)[^,]*?(?:上报|报送|填报|(?<!申)报(?![名销税修关案警考]))|自筹|配套资金|认购|认捐/u;

/** 本镇 may be the body that writes, or the area it writes of: 本镇财政供养人员. */
const OWN_LEVEL = /^本(?:镇|乡|街道|县|区|市)$/u;
const OWN_ACTS = /^(?:将|拟|已|自|负责|统一|招|出资|承担|派|组织|安排|设|建|聘|购|新)/u;

const BY_INSTITUTION =
  /由(?![\p{Script=Han}]{0,4}(?:村[委里级民]|居委|乡镇|街道|社区))[\p{Script=Han}]{0,8}?(?:局|厅|办(?![法理结好])|委|科|股|中心|公司|检验所|供电所|大队|队|医院|系统|平台|专人)/u;

/** 国家发展改革委, 市场监管总局, 国务院新闻办: bodies of the nation, which are nobody's grassroots. */
const NATIONAL =
  '(?:国务院(?!文件|令)[\\p{Script=Han}]{0,12}?(?:办公?室?|部门|委员?会?|局|署|领导小组)|国家[\\p{Script=Han}]{2,10}?(?:委员?会?|局|办|署)|(?:中央|全国)[\\p{Script=Han}]{2,10}?(?:办|部|委员?会?)|[\\p{Script=Han}]{2,6}总局|(?:教育|科技|科学技术|财政|公安|民政|司法|商务|应急管理|水利|交通运输|自然资源|生态环境|农业农村|文化和旅游|工业和信息化|住房城乡建设|人力资源(?:和)?社会保障|退役军人事务)部(?!门))';
const DEPARTMENT = '[\\p{Script=Han}]{2,10}?(?:局|办|部|厅|委|总社|银行|委员会)';
/** What follows a body that acts; what it requires of others is not its own act. */
const ACTS =
  '(?=(?:按|根据|结合)[\\p{Script=Han}]{0,8}?(?:要|应|须|负责|做好)|(?:要|应|须|将)(?!求|急)|负责|会同|牵头|适时|定期|加强|加快|研究|制[定订]|组织|统筹|具体)';
const PEERS = new RegExp(
  `^由?(?:${NATIONAL}(?:(?:、|和|及|与)(?:${NATIONAL}|${DEPARTMENT})){0,12}(?:等(?:有关|相关)?部门)?|(?:${DEPARTMENT}(?:、|和|及)){2,14}${DEPARTMENT}等(?:有关|相关)?部门)(?:按职责分工|根据各自职责)?${ACTS}`,
  'u',
);

function findInstitution(draft: Draft): { actor: ActorClass; span: Span } | null {
  const { characters } = draft;
  const words = withoutNumber(draft.text);
  const start = draft.end - words.length;
  const own = characters & INSTITUTION_END ? (OWN_INSTITUTION.exec(words) ?? PEERS.exec(words)) : null;
  if (own) return { actor: 'self', span: { start, end: start + own[0].length } };
  const byOwn = characters & BY_SOMEBODY ? BY_INSTITUTION.exec(words) : null;
  if (byOwn)
    return { actor: 'self', span: { start: start + byOwn.index + 1, end: start + byOwn.index + byOwn[0].length } };
  const named = characters & GRASSROOTS_END ? NAMED_GRASSROOTS.exec(words) : null;
  return named ? { actor: 'bearer', span: { start, end: start + named[0].length } } : null;
}
