/** Demands of the lower text that the upper one does not hold. */
import { findActions } from '../../document/actions.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Clause, Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import type { DocumentPair } from './document-pair.ts';
import { sentencesOfBody, type BodySentence } from './subject-sentences.ts';

/** More demands than these are not read. */
const MOST_DEMANDS = 3000;

/**
 * The exhortation that closes every document, what somebody else does or pays (由镇里承担), what is given or left to everyone
 * (线上线下都行), and what only begins or is praised: no demands of their own on those below.
 */
const NO_DEMAND =
  /制[定订]本|现[将就](?=[^,。;]{0,40}(?:如下|通知))|(?:都|也|均|皆|就|亦)(?:行|可(?:以)?)$|即可$|只(?:管|需|要求)|不用|自愿|自行决定|高度重视|提高(?:思想|政治)?(?:认识|站位)|统一思想|(?:加强|强化)(?:组织)?领导|压实(?:工作)?责任|狠抓落实|抓好落实|认真贯彻|遵照执行|贯彻执行|特此通知|通知如下|周密部署|精心组织|落到实处|营造[\p{Script=Han}]{0,8}氛围|担当作为|凝聚合力|总结经验|结合实际|^(?:[一二三四五六七八九十\d]+[、.])?由(?!各|村(?!民小组长)|社区)|由[\p{Script=Han}]{1,8}?(?:承担|解决|出资|列支)|由(?:省|市|县|区|镇|乡|街道|场|所|局)(?:里|上|级)|由(?![\p{Script=Han}]{0,2}(?:各|每))[\p{Script=Han}]{1,10}?统一|由(?!各|每|村|社区)[\p{Script=Han}]{1,10}(?:站|所|[办局科股队]|中心)(?!长|事|公)[^,。;]{0,12}(?:报|汇总|送|管)|由(?!各|每|村|社区|组|户|学校|企业)[\p{Script=Han}]{2,12}?(?:合作社|公司|银行|财政|医院|卫生院|派出所|[镇乡县市区里]|服务中心|水务站)(?!政府)[^,。;]{0,8}(?:送|发|派|换|修|买|汇总|代办|负责|牵头|维护)|^[\p{Script=Han}]{0,6}(?:财政所|民政办|财政局)|(?:给|按)[^,。;]{0,14}(?:补[贴助]|奖励)|开工|动工|投用|受到|好评/u;

/**
 * Stretches of the subordinate's normalised text that demand what the superior's text does not, in order; neighbours in a
 * sentence are one. In `copied` passages a weaker likeness is enough. Near linear.
 */
export function findAddedDemands({ lower, above }: DocumentPair, copied: readonly Span[] = []): Span[] {
  const added: Demand[] = [];
  for (const demand of demandsOf(lower, sentencesOfBody(lower))) {
    const words = lower.text.slice(demand.start, demand.end);
    if (NO_DEMAND.test(words) || above.holds(demand.asked, demand.sentence, isCopied(demand, copied))) continue;
    const last = added.at(-1);
    if (last?.sentence === demand.sentence) added.splice(-1, 1, { ...last, end: demand.end });
    else added.push(demand);
  }
  return added.map(({ start, end }) => ({ start, end }));
}

interface Demand extends Span {
  readonly sentence: Span;
  /** What is asked, without who is to do it: that is another at every level. */
  readonly asked: Span;
}

/** Clauses with a verb of a demand, and what is ordered outright with another. Headings repeat what stands below them. */
function demandsOf({ text }: OfficialDocument, sentences: readonly BodySentence[]): Demand[] {
  return sentences
    .filter(({ statement }) => !isHeading(statement))
    .flatMap(({ statement }) =>
      statement.clauses.flatMap((clause) => {
        const heard = heardOf(text, clause);
        const { start, end } = clause;
        return demands(clause, heard) ? [{ start, end, sentence: statement, asked: withoutActor(text, clause) }] : [];
      }),
    )
    .slice(0, MOST_DEMANDS);
}

/** An actor further inside a clause, or with a verb before it, is the object. */
const ACTS_FIRST = /^(?:[一二三四五六七八九十\d]{1,3}[、.])?[\p{Script=Han}]{0,4}$/u;
const NO_ACTOR = /[与和及报交送给对]/u;

function withoutActor(text: string, { start, end, actorSpan }: Clause): Span {
  if (actorSpan === null) return { start, end };
  const isFirst =
    ACTS_FIRST.test(text.slice(start, actorSpan.start)) && !NO_ACTOR.test(text.slice(start, actorSpan.end));
  return { start: isFirst ? actorSpan.end : start, end };
}

/** What of a clause is not silenced; in one piece as far as it goes. */
function heardOf(text: string, { start, end, silenced }: Clause): string {
  const [first] = silenced;
  return text.slice(start, first === undefined ? end : first.start) + text.slice(silenced.at(-1)?.end ?? end, end);
}

export function isHeading({ raw, heading }: Statement): boolean {
  return heading !== '' && heading.startsWith(raw);
}

const OUTRIGHT = 4;

/** Verbs of burdens that name no action of the glossary. */
const BURDENS =
  /附上?(?!近|件|属|则|加|录)|提供|留存|佩戴|制作|留痕|购置|采购|粘贴|装订|打印|复印|背诵|抄写|认领|晾晒|亮牌|公开承诺|展示|展板|表态|采用|刊登|刊载|登载|述职|检讨|佐证|复印件|签到|截图|留底|存档|一(?!律|定|般|起|些|直|旦|级|体|次|季|月|年|周|日|天)\p{Script=Han}{1,2}一[档策册表卡图码案账]|选树|推荐|树立|打造|摆放|统一着装|更换|刷写|设计/u;

/** What residents are to do by somebody's hand is a demand on him: 组织家长填写问卷, 入户须由居民签字. */
const MADE_TO = /组织|督促|发动|动员|要求|[须请让]由?|签字|签名|按手印|纳入/u;

function demands({ actor, isOutright, modality }: Clause, heard: string): boolean {
  if (heard === '' || actor === 'self' || (actor === 'resident' && !MADE_TO.test(heard))) return false;
  if ((isOutright && modality >= OUTRIGHT) || BURDENS.test(heard)) return true;
  return findActions(heard).length > 0;
}

function isCopied({ start, end }: Span, copied: readonly Span[]): boolean {
  return copied.some((passage) => passage.start <= start && passage.end >= end);
}
