/** The measures of a text, and those that a place has made its own. */
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import type { Counterparts } from './counterparts.ts';
import { isHeading } from './added-demands.ts';
import { sentencesOfBody } from './subject-sentences.ts';

/** How many sentences of a body are measures, and how many of those are local. */
export interface MeasureCount {
  readonly measures: number;
  readonly local: number;
}

/**
 * Measures (sentences that demand or plan something) that name a local actor, a place, a sum or a date. Given the
 * superior's text, only what that does not hold: its own deadline handed on is no local measure. Linear.
 */
export function findLocalMeasures(document: OfficialDocument, above: Counterparts | null): Span[] {
  const own = ownNames(document);
  return measureSentences(document, own).flatMap((sentence) => {
    const parts = localParts(sentence, own).filter((part) => isNew(part, sentence, above));
    const [first, last] = [parts[0], parts.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

/** A name that the superior does not know makes a clause local, whatever else of it stands above; another office does not. */
function isNew({ start, end, names }: LocalPart, sentence: Statement, above: Counterparts | null): boolean {
  return above?.holds({ start, end }, sentence) !== true || names.some((name) => !above.names(name));
}

/** For `lineage/no-local-measure`: fewer than one local measure in five. */
export function countMeasures(document: OfficialDocument): MeasureCount {
  const own = ownNames(document);
  const sentences = measureSentences(document, own);
  return { measures: sentences.length, local: sentences.filter(({ raw }) => isLocal(raw, own)).length };
}

const SHORTEST = 8;
const PLANS =
  /加强|推进|开展|实施|落实|完善|建设|组织|强化|健全|提升|推动|打造|引导|做好|抓好|整治|保障|建立|成立|制定|培训|宣传|检查|巡查|走访|排查|配备|投入|安排|报送|上报|召开|改造|修建|新建|完成|确保|设立|负责|牵头|实行|推行|规范|加大|加快|发展|培育|治理|清理|维修|添置|购置|发放|筹集|招录|聘|建成|修|打造|种植|推广|运行|值守|清淤|加固|创建/u;
const OPENING =
  /^(?:根据|按照?|应)?[县市省区][\p{Script=Han}]{0,6}[局办厅委部](?:[\p{Script=Han}]{0,4})?(?:要求|通知|规定|部署|下发|转发)|^(?:为|为了|根据|按照|近年来|现将|经)[^。]*(?:如下|通知|方案|意见)[:。]?$|^特此|^以上/u;

function measureSentences(document: OfficialDocument, own: readonly string[]): Statement[] {
  return sentencesOfBody(document)
    .map(({ statement }) => statement)
    .filter((statement) => !isHeading(statement) && isMeasure(statement, own));
}

function isMeasure({ raw, clauses }: Statement, own: readonly string[]): boolean {
  if (raw.length < SHORTEST || OPENING.test(raw.trim()) || !(PLANS.test(raw) || isLocal(raw, own))) return false;
  return clauses.some(({ stance }) => stance === 'impose');
}

/** A clause that makes a sentence local, and the people, places and sums that it names. */
interface LocalPart extends Span {
  readonly names: readonly string[];
}

function localParts({ clauses, raw, start: offset }: Statement, own: readonly string[]): LocalPart[] {
  return clauses.flatMap(({ start, end, stance }) => {
    if (stance !== 'impose') return [];
    const words = raw.slice(start - offset, end - offset);
    const names = namesIn(words, own);
    const sums = Array.from(words.matchAll(OWN_SUM), ([sum]) => sum);
    return isLocal(words, own) ? [{ start, end, names: [...names, ...sums] }] : [];
  });
}

/** The sign of everything that is some one's and no one's: 各村, 有关部门. */
const NO_NAME =
  '(?:各|每|全|所有|有关|相关|本|我|该|此|其他|上级|下级|同级|部分|重点|行政|自然|示范|一般|职能|主管|业务|成员|责任|牵头|行业|属地|基层)';
/** A sum that is spent or given here; one that must be reached or kept to is a target. */
const SUM =
  /(?<!(?:不(?:得|能|可)?(?:少|低|超|高|多)[于过出]|超过|达到?|至少|最多|控制在|突破)[^,。;]{0,2})(?<![\d.,一二三四五六七八九十百千两])(?:\d[\d.,]*|[一二三四五六七八九十百千两]+)[百千万亿]*元(?!(?:\/[月年人户亩])?以[上内下])/u;
/** What is paid by the head is a rate that every level repeats. */
const OWN_SUM = new RegExp(`(?<!每[^,。;]{1,8})${SUM.source}`, 'gu');
const DATE =
  /(?:20\d\d年)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|初|末|中旬|上旬|下旬|[\d一二三四五六七八九十]{1,3}[日号]|前|起)|(?<!\d)(?:[12]?\d|3[01])[日号](?:前|起|至)|20\d\d年(?:底|上半年|下半年|第?[一二三四]季度)/u;
const BODY = new RegExp(
  `(?<!${NO_NAME}[\\p{Script=Han}]{0,4})(?:(?:[县镇乡市区](?!级|直|局|里|委|政府)|街道|由)[\\p{Script=Han}]{2,12}?(?:局|办公室|办|委|中心|大队|中队|支队|公司|卫生院|医院|学校|中学|小学|职校|驾校|党校|管委会|馆|书店|站|所|科|股|妇联|团委|工会|武装部|法庭|合作社)|(?:党政|综治|应急|农业|农技|水利|水务|民政|社保|财政|司法|扶贫|乡村振兴|国土|自然资源|林业|畜牧|兽医|文化|卫健|环保|经发|规划|城建|信访|人社|退役军人|便民服务|综合执法|平安建设|党群|社会事务|经济发展|公共服务)[\\p{Script=Han}]{0,6}(?:办公室|办|站|所|中心|局|大队|科|股|窗口)|派出所|卫生院|司法所|财政所|农技站|敬老院|中心校|兽医站|水管站|信用社|供销社)`,
  'u',
);
const POST =
  /(?:分管|副|挂钩|驻|包|联系)[\p{Script=Han}]{0,4}(?:县长|镇长|乡长|主任|书记|局长|所长|站长|校长)|(?:镇党委|镇|乡|街道|支部|[站所办局])(?:书记|镇长|乡长|主任|站长|所长|局长|委员)|[\p{Script=Han}]{2,3}(?:同志)(?:任|负责|牵头|担任)/u;
const PLACE =
  /(?<=(?<name>\p{Script=Han}{2}))(?:村(?![民里级庄务容貌医小规居社两干集镇])|社区(?!居|工|书|干|矫|服|建|治|级)|镇(?![级里村街])|乡(?![镇村土愁亲级风情音里贤])|街道(?!办|级)|水库|灌区|大桥|大道|工业园|产业园|开发区|景区|林场|农场|茶场|集市|菜?市场(?!监)|菜场|汽车站|火车站|车站|粮站|渡口|码头|祠堂|广场(?!舞)|路[口东西南北中]|小区|教学点|泵站|闸(?!门)|坝(?!体)|桥(?!梁|头堡)|垭口|岭|[湾坳])|(?<=(?<water>\p{Script=Han}[河溪江湖]))(?:段|流域|沿岸|[东西南北]岸)/gu;
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤符俞';
/** 护林员陈大贵负责, 站长小贺安排. */
const PERSON = new RegExp(
  `(?<=[员长师傅馆站所办局队心委由])(?:[${SURNAMES}]\\p{Script=Han}{1,2}?|[老小][${SURNAMES}])(?:同志)?(?=负责|牵头|带队|值守|兼任|担任|包|联系|主持|统筹|具体|安排|上门|盯|跟|先|和|、)`,
  'u',
);
/** 红星、滨江两个社区. */
const PLACES =
  /(?!各|全|有关)\p{Script=Han}{2,4}(?:、(?!各|有关)\p{Script=Han}{2,4}?){1,4}(?:等[\d一二两三四五六七八九十]*个?|[\d两二三四五六七八九十]+[个处座]?)(?:村|社区|[乡镇]|街道|路口|水库|学校|小区|检查站|站点|卡口|工区|片区)/u;
/** Who gets a paper does nothing. */
const RECEIVES = /(?:报|交|送|发)(?:送|给|至|到|往)?\p{Script=Han}{2,14}$/u;
/** What stands before 村, 镇 and the like without naming one. */
const NAMES_NONE =
  /[各每全所有关本我该此两三的到在对和及与个级以为进入驻包沿一二四五区条跨险陡急弯道公铁马岔报交送发由可转把对请让赶]|行政|自然|示范|重点|试点|贫困|脱贫|美丽|和美|搬迁|中心|偏远|薄弱|先进|后进|[农乡山城镇居]$|新建|建设|街道|基层|属地|辖区|[小大中]型|重要|主要|内$|智慧|平安|文明|老旧|易涝|现代|特色|国有|文化|生态/u;

function isLocal(raw: string, own: readonly string[]): boolean {
  return saysWhenOrWhat(raw) || namesOffice(raw) || namesIn(raw, own).length > 0;
}

function saysWhenOrWhat(raw: string): boolean {
  return SUM.test(raw) || DATE.test(raw);
}

/** An office or a post: every level has its own. */
function namesOffice(raw: string): boolean {
  return POST.test(raw) || BODY.test(raw.replace(RECEIVES, ''));
}

/** The people and places named, the house itself left out. */
function namesIn(raw: string, own: readonly string[]): string[] {
  const places = Array.from(raw.matchAll(PLACE), ({ groups = {}, 0: written }) => ({
    name: groups['name'] ?? groups['water'] ?? '',
    written,
  }));
  return [
    ...[PERSON.exec(raw)?.[0], PLACES.exec(raw)?.[0]].filter((name) => name !== undefined),
    ...places
      .filter(({ name, written }) => !NAMES_NONE.test(name) && !own.some((house) => house.endsWith(name + written)))
      .map(({ name, written }) => name + written),
  ];
}

/** The names of the house itself: a copy with changed names is no local measure. */
function ownNames({ header, title }: OfficialDocument): string[] {
  const names = `${header.issuer?.name ?? ''} ${title ?? ''}`.matchAll(
    /[\p{Script=Han}]{2,4}?[省市县区镇乡]|[\p{Script=Han}]{2,4}?街道/gu,
  );
  return Array.from(names, ([name]) => name);
}
