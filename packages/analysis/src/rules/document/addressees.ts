/** Who a document speaks to, and whether it is an order at all: shared by the rules on the form of documents. */
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { pattern } from '../wording.ts';

const HIGH_ADDRESSEES = /^各(?:省|市|自治区|直辖市)|自治区[、,]|直辖市|^(?:国务院|中央|省直|省政府|省委)/u;
const HIGH_VOICE = /我国|全国|党中央|国务院|全省|我省|全区各市|国家级/gu;
/** A text without an issuer that names the nation or the province as often as this is taken for a paper of that level. */
const HIGH_VOICE_WORDS = 3;

/** True for papers of the centre and the provinces, whose length and style these rules do not judge. */
export function isHighLevel({ header: { issuer, recipients, title }, text }: OfficialDocument): boolean {
  if (issuer !== null && issuer.level !== null) return issuer.level === 'central' || issuer.level === 'province';
  if (
    recipients.some((name) => HIGH_ADDRESSEES.test(name)) ||
    /^(?:国家|全国|[\p{Script=Han}]{2,3}省)/u.test(title?.text ?? '')
  )
    return true;
  return (text.slice(0, 20_000).match(HIGH_VOICE)?.length ?? 0) >= HIGH_VOICE_WORDS;
}

const LOCAL_TITLE =
  /[县区旗镇乡市街道][^国省]*(?:方案|计划|意见|要点|安排|措施|办法|通知|通报|决定|函|工作)(?:\([^)]*\))?$/u;

/**
 * True for a paper of a city, county or township that looks like one: a number, addressees, or an issuer under a title.
 * A loose text is no document whose length or opening could be judged.
 */
export function isLocalPaper(document: OfficialDocument): boolean {
  const { docNumber, recipients, issuer, title, genre } = document.header;
  const shaped = docNumber !== null || recipients.length > 0 || (title !== null && (issuer !== null || genre !== null));
  return (shaped || LOCAL_TITLE.test(title?.text ?? '')) && !isHighLevel(document);
}

const PRIVATE =
  /同志$|先生|女士|家长|业主|居民(?!委|区)|村民(?!委|小组)|农户|住户|同学|学生|市民|群众|顾客|客户|用户|商户|游客|读者|旅客|乘客|会员|患者|病友|邻居|朋友|乡亲|经营者|企业(?![\p{Script=Han}]{0,2}(?:服务|管理|发展|联合|促进))|公司|旅行社|(?:经营|开办|生产|施工|建设)单位/u;
const INSIDE =
  /^(?:本?[局委办院镇厅校]|机关|局属)?(?:机关|内设)?各?(?:科室?|股室?|处室?|室|内设机构|同事|同仁)|^各位(?:同事|同仁)/u;

/** The addressees that are bodies outside the issuer's own house; residents and firms are none. */
export function bodiesAddressed({ header: { recipients } }: OfficialDocument): readonly string[] {
  return recipients.filter((name) => !PRIVATE.test(name) && !INSIDE.test(name));
}

const ORDER = pattern(
  '必须|务必|一律|不得|须|应(?!急|对|用|收|届|邀|答)|责令|责成|要求|立即|即日起|遵照|照办|照此|执行|(?<!申|邀|聘|提|报)请(?!大家|注意|广大|各位(?:业主|居民|家长|村民|同事)|示|假|柬|教|求|客|知悉|知照|查[阅收]|参阅|周知|放心|谅解|互相转告|相互转告)|限(?:期|于|定|时|在?[\\d一二三四五六七八九十两]+[日天月周小])|改为|承担|负责|完成|完工|到位|做好|每[天日晚周]|逐[户人村一件]|上门|[日月]前|之前|(?<!需|重|主|只|首|想|简|纪|摘)要(?!求|点|素|闻|件|害|是)',
);

/** The first sentence of the main part that orders something of those addressed, or null when the text only informs. */
export function firstOrder({ statements, header: { zones } }: OfficialDocument): Statement | null {
  const order = statements.find(
    ({ start, attachment, modality, imposed }) =>
      attachment === null &&
      start >= zones.body.start &&
      start < zones.body.end &&
      modality >= 2 &&
      ORDER.test(imposed),
  );
  return order ?? null;
}

const LOWER_ACTOR =
  /各(?:乡|镇|村|街|社区|校|站|所|院|园|点|片|网格|支部|中小学|小学|中学|学校|幼儿园|单位|中心|司法|派出|林场|农场|基层|供销社)|每个?[村镇校站所院]|(?:村|镇|社区)(?:委会|干部|支书)|乡镇|街道/u;
const NEAR = 60;

/** True when the addressees, or the words around the order, name bodies below. */
export function speaksBelow(document: OfficialDocument, order: Statement): boolean {
  if (bodiesAddressed(document).length > 0) return true;
  return LOWER_ACTOR.test(document.text.slice(Math.max(0, order.start - NEAR), order.end));
}

const COORDINATION =
  /领导小组|联席会议|专班|指挥部|协调小组|工作组|推进组|攻坚组|工作小组|协调机制|(?:安全生产|食品安全|爱国卫生|禁毒|消防安全|交通安全|环境保护|减灾|防灾|救灾|绿化|双拥|旅游安全|国防动员|老龄工作|语言文字|规划|平安建设|依法治[县市区]|精神文明建设指导|乡村振兴|控辍保学)(?:运动|工作)?委员会|(?:安委|爱卫|食安|创城|创卫|创建|攻坚|整治|禁烧|减负|减灾|河长制?|林长制?)办(?:公室)?$/u;

/** True for leading groups, headquarters and other bodies that only coordinate their members. */
export function isCoordinationBody(name: string): boolean {
  return COORDINATION.test(name) && !/卫生健康委员会|县委|政府/u.test(name);
}
