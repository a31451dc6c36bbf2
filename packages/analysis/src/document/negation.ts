/** How far a ban or a relief reaches: the verb it governs, the list behind it, the topic before it. */
import { governsClause, has, OBLIGATION, silenceAll, silenceFrom, type Draft, type Token } from './clauses.ts';
import { TAG } from './lexicon.ts';

/** How far an escape word may stand behind the ban that governs it: 不得以任何理由缺席. */
const ESCAPE_REACH = 9;
const BENEFIT_REACH = 12;

const CONTINUES_ELSEWHERE =
  /^(?:但|却|而(?!非|不)|并(?!不|非|未)|同时|另|其余|其他|此外|且|会后|会前|会上|散会|[^,]{0,6}(?:后|前|时|期间|之日起|之内)(?!续|期|台)|每|各|请|望|烦|须|应|要|必须|务必|一律(?!不|取消|停)|将|把|由|于|凡|对|逾期|未|如|若|否则|一经|违反|违者|年底|年末|月底|季末|[一二三四]?季度|月末|旬|[0-9一二两三四五六七八九十]+[月日号点天周次个]|今|明|后天|当|本周|下周|周[一二三四五六日]|改|换成|只|仅|直接|统一|确需|确因|先|再|然后|最后|到时|届时|全年|所有|大家|自|从|不过(?![夜期关])|可(?=是|每|各|[^,]{1,10}(?:要|须|必须))|就是|只是|无非|其实|实行|落实|做到|照|仍|还|也要|也须|也得|亦须|随时|实时|及时|定期)/u;

/** 不得, 取消: the verb they govern and the list behind it; a ban on escaping a duty stays audible. */
export function silenceNegations(drafts: Draft[]): void {
  let isCarried = false;
  for (const [index, draft] of drafts.entries()) {
    isCarried &&= goesOnForbidding(draft);
    if (isCarried) silenceAll(draft, 'prohibit');
    const negation = draft.tokens.find((token) => isNegation(draft, token));
    if (!negation) continue;
    isCarried = !endsHere(draft, negation);
    silenceGoverned(drafts, index, negation);
  }
}

/** 不是检查,看完打分; 为避免太长,分三次讲: a denial, a purpose and 不能参会的 say nothing of what comes next. */
function endsHere({ start, text }: Draft, negation: Token): boolean {
  const word = text.slice(negation.start - start, negation.end - start);
  if (word === '不能' && /[的者]$/u.test(text)) return true;
  return word === '不是' || PURPOSE.test(text.slice(0, negation.start - start));
}

const PURPOSE = /^(?:[一二三四五六七八九十\d]+[、.])?(?:为了?|怕|因怕|担心|考虑到?|鉴于)/u;

function goesOnForbidding(draft: Draft): boolean {
  return !CONTINUES_ELSEWHERE.test(draft.text) && !has(draft, OBLIGATION) && draft.actorSpan === null;
}

function silenceGoverned(drafts: Draft[], index: number, negation: Token): void {
  const draft = drafts[index];
  if (!draft) return;
  const isWhole = governsClause(draft, negation);
  silenceFrom(draft, isWhole ? draft.start : negation.start, 'prohibit');
  if (!isWhole) return;
  if (draft.end - negation.end <= 2) silenceTopics(drafts.slice(0, index));
  const condition = drafts[index - 1];
  if (condition && REFUSED.test(condition.text)) silenceAll(condition, 'prohibit');
}

const TOPIC = /(?:的|等|做法|现象|行为|要求|方式|规定|制度|模式|套路|事项|内容|活动|环节|项目|打卡|材料)$/u;

/** 凡要求截图的,一概不办: what others ask is refused. */
const REFUSED =
  /^(?:[一二三四五六七八九十\d]+[、.])?(?:凡是?|对于?|遇有?到?)[^,]{0,10}?(?:要求|让|叫|强制|摊派|擅自|违规|变相)[^,]*的$/u;

/** 每天报一次的做法,一律取消: the topic stands in an earlier clause. */
function silenceTopics(earlier: Draft[]): void {
  for (const draft of earlier.toReversed()) {
    if (has(draft, OBLIGATION) || !TOPIC.test(draft.text)) return;
    silenceAll(draft, 'prohibit');
  }
}

/** What 精简 and 整治 must be about to count as relief. */
const BURDENS =
  /^[^,]{0,14}?(?:报表|台账|会议|开会|文件|发文|简报|打卡|签到|群|APP|应用|小程序|公众号|账号|留痕|痕迹|检查|督查|考核|评比|达标|创建|牌|填报|表格|材料|证明|形式主义|文山会海|平台|系统|软件|填表|报送|频次|次数|环节|流程|负担|会期|篇幅|拍照|照片|截图|转发|点赞|积分|通报|陪同|排名)/u;
const NOUN_OF_RELIEF = /^(?:前|后|中|的|了|数|量|情况|成效|明细|清单|台账|工作|任务|名单|表|报告|进度|结果|比例|率)/u;
/** Relief as the object of a return: 精简文件数报县委办. */
const REPORTED_RELIEF = /(?:明细|情况|成效|总结|统计|清单|数|台账|报告|汇报|进度|任务)/u;
const ASKS_OTHERS =
  /要求|配套|自筹|垫付|索要|增设|新增|设置|设立|开展|摊派|增加|强制|组织|向(?:基层|村|镇|下)|下达|层层/u;
const NO_EXCUSE = /任何理由|任何借口|任何形式推|无故|(?:擅自|私自)(?:离|缺|退|换|更换|脱|停)|随意更换/u;

function isNegation(draft: Draft, token: Token): boolean {
  if (!mayNegate(draft, token)) return false;
  const after = draft.text.slice(token.end - draft.start);
  if (token.tags & (TAG.relief | TAG.trims) && !relieves(draft, token, after)) return false;
  if (UNABLE.test(draft.text.slice(token.start - draft.start))) return false;
  if (token.tags & TAG.trims || sparesOutright(draft, token, after)) return true;
  if (PENALISES_LACK.test(draft.text) || takesBenefit(draft, token, after)) return false;
  return !(token.tags & TAG.ban) || !forbidsEscape(draft, token, after);
}

function mayNegate(draft: Draft, { tags, start }: Token): boolean {
  if (!(tags & (TAG.ban | TAG.relief | TAG.trims))) return false;
  return !(tags & TAG.escape) || !has(draft, TAG.ban, start);
}

/** 不能参会者须请假: a condition and no ban. */
const UNABLE =
  /^不能(?!让|要求|把|将|以|搞)[^,]{1,12}(?:的|者)[\p{Script=Han}]{0,6}?(?:须|应当?|要|必须|一律|请|需|视|按|扣)/u;

/** 取消评优资格, 补助先扣着不发: punishes. */
function takesBenefit(draft: Draft, token: Token, after: string): boolean {
  if (reaches(draft, token, TAG.benefit, BENEFIT_REACH)) return !ASKS_OTHERS.test(after) && !forbidsTie(token, after);
  const at = token.start - draft.start;
  return draft.end - token.end <= 2 && WITHHELD.test(draft.text.slice(at)) && PAY.test(draft.text.slice(0, at));
}

const WITHHELD = /^(?:不[发给拨]|停[发拨]|不予|暂停)/u;
const PAY = /(?:绩效|奖金|补[贴助]|津贴|工资|经费|资金|待遇|报酬|拨款)[^,]{0,8}$/u;

/** 严禁把安装量与绩效挂钩: who may not tie, takes nothing away. */
function forbidsTie({ tags }: Token, after: string): boolean {
  return (tags & TAG.ban) !== 0 && TIES.test(after) && !/[未没迟漏]|逾期/u.test(after);
}

const TIES = /^(?:把|将|以|用|拿)|^[^,]{0,20}(?:挂钩|[的为]依据|条件)/u;

/** 无图片的一律不计入: the want of something is punished, so it is wanted. */
const PENALISES_LACK = /(?:^|凡|对)(?:无|没有|缺少?|未)[^,]{2,16}不(?:予|得)?(?:计|认|算|给|采信|受理|通过|验收)/u;

/** 不排名、不与评优挂钩: nothing is taken away from anybody. */
function sparesOutright(draft: Draft, { start, end }: Token, after: string): boolean {
  if (draft.text.charAt(start - draft.start) !== '不') return false;
  return (end - start > 2 && after.startsWith('、')) || /^[^,]{0,16}(?:挂钩|[的为]依据|参考|前提)/u.test(after);
}

/** 层层要求签责任书的做法应予纠正. */
const PRACTICE = /的(?:做法|现象|行为|倾向|风气|习惯|毛病|问题)[^,]{0,8}$/u;

/** 不报的 is a condition and 精简情况 a thing to report: neither relieves anybody. */
function relieves(draft: Draft, token: Token, after: string): boolean {
  if (NOUN_OF_RELIEF.test(after)) return false;
  // 自查不过不上报: what did not pass goes no further.
  if (/不(?:过|通过|合格|达标|到位|完成|符合)$/u.test(draft.text.slice(0, token.start - draft.start))) return false;
  if (token.tags & TAG.trims && after === '') return PRACTICE.test(draft.text.slice(0, token.start - draft.start));
  if (token.tags & TAG.trims) return BURDENS.test(after) && !REPORTED_RELIEF.test(after);
  const isCondition = /[的者]$/u.test(draft.text) && draft.text.charAt(token.start - draft.start) === '不';
  return !isCondition || has(draft, TAG.must, token.start);
}

/** 不得以任何理由缺席 forbids to stay away; 严禁以排名代替落实 forbids the ranking. */
function forbidsEscape(draft: Draft, token: Token, after: string): boolean {
  if (after === '' && CANNOT_STOP.test(draft.text)) return true;
  const words = draft.text.slice(token.end - 1 - draft.start);
  if (reaches(draft, token, TAG.escape, ESCAPE_REACH)) return !INSTEAD.test(words);
  return NO_EXCUSE.test(after) && !ASKS_OTHERS.test(after);
}

/** 零报告断不得: the duty stands before the ban on dropping it. */
const CANNOT_STOP = /(?:[断停少漏缺松拖误迟省]|马虎|含糊)不得$/u;

/** 不得以开会代替办事, 严禁用回复代替当面交办: the means is forbidden. 不得以任何理由, 以出差为由 is an excuse. */
const INSTEAD = /^.?[以用拿靠凭](?!任何)(?![^,]{1,12}(?:为由|理由|借口))/u;

function reaches(draft: Draft, from: Token, tag: number, reach: number): boolean {
  return draft.tokens.some(({ tags, start }) => (tags & tag) !== 0 && start >= from.end && start - from.end <= reach);
}
