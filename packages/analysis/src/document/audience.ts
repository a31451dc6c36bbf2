/** Whom a text speaks to: residents in their own matters, or bodies and people at work. */
import type { DocumentKind } from '../report.ts';
import type { Header } from './header.ts';

const RESIDENTS =
  /(?:居民|住户|业主|户|家长|群众|市民|村民|乡亲|旅客|乘客|游客|考生|学生|同学|患者|(?<!工作|记)者|车主|[户店摊]主|会员|学员|纳税人|缴费人|参保人|观众|毕业生|申请人|朋友)(?:们|朋友们?)?$/u;
/** Rules that residents or members give themselves. */
const CHARTER = /村规民约|居民公约|文明公约|自治章程|(?:协会|学会|商会|联合会|合作社|业主大会)[^\n]{0,6}章程/u;
const BY_VILLAGERS = /(?:村民|居民|业主|社员)(?:代表)?(?:大会|会议)[^。\n]{0,6}(?:讨论|表决)?通过/u;
const OWN_FORM =
  /(?:申请人|业主|住户|居民|村民|家长|户主|参保人|考生|学生|报名者)(?:或[^,。;]{1,8})?(?:本人)?(?:自愿|如实|自行)?(?:填写|签[名字]|声明|承诺)|本人(?:自愿|承诺|声明|同意)/u;

/** Bidders, applicants and guests read it; so do those who look up their own shift or lesson. */
const OPEN_CALL =
  /(?:招标|采购|询价|比选|磋商|招租|拍卖|竞买|出让|招聘|招考|招募|招生|遴选)[^\n]{0,16}(?:公告|启事|简章|须知|邀请书)$|(?:征集|征稿)启事$/u;
const ROSTER = /(?:值班|排班|轮班|值日|课程?|培训课|作息|作息时间|时刻|日程|赛程)表$|食谱$|菜单$/u;
const FIRM = /(?:公司|集团|[纱糖酒药茶鞋纸砖](?:厂|庄)|工厂|酒店|宾馆|超市|商场|事务所|合作社)$/u;
const OWN_STAFF = /车间|班组|员工|部门|分公司|门店|工段|事业部|项目部|社员|同事|伙伴/u;
const GRASSROOTS = /[镇乡]|街道|社区|村[委民两]|各村|学校|卫生院/u;

/** 合作社管理制度, 公司考勤办法. */
const FIRM_RULES = /(?:公司|集团|合作社|工厂|酒店|商场|协会)[^\n]{0,14}(?:制度|办法|规定|守则|须知|规程)$/u;

/** True where no public body speaks to those below: open calls to bidders, rosters, what a firm tells its own staff. */
export function isNoOfficeMatter(header: Header, text: string): boolean {
  const { recipients, docNumber, issuer } = header;
  if (recipients.some((name) => GRASSROOTS.test(name))) return false;
  if (recipients.length > 0 && FIRM.test(issuer?.name ?? '')) return recipients.every((name) => OWN_STAFF.test(name));
  const topic = topicOf(header, text);
  return docNumber === null && [OPEN_CALL, ROSTER, FIRM_RULES].some((kind) => kind.test(topic));
}

/** A lecture, a case, an answer to a proposal: they tell of orders and give none. */
export function tellsOnly(header: Header, text: string): boolean {
  const { recipients, docNumber, genre } = header;
  if (ANSWER.test(topicOf(header, text))) return true;
  return genre === null && docNumber === null && recipients.length === 0 && STUDY.test(topicOf(header, text));
}

const ANSWER = /(?:提案|建议|议案|来信|信访事项|留言)[^\n]{0,12}(?:答复|回复)(?:函|意见)?$/u;

/** 水利局汛期值班安排, 文化馆开放服务方案: what a body plans for itself. */
export function isOwnPlan(header: Header, text: string): boolean {
  const { recipients, docNumber } = header;
  return recipients.length === 0 && docNumber === null && OWN_PLAN.test(topicOf(header, text));
}

const OWN_PLAN =
  /^[^\n]{2,16}(?:局|馆|院|校|中学|小学|中心|大队|支队|[站所办])(?:机关)?(?:20\d\d年?)?[^\n]{0,12}(?:值班安排|值班制度|作息安排|服务方案|开放方案|工作计划)$/u;

/** The title, or the first line of what has none. */
function topicOf({ title }: Header, text: string): string {
  // Blanks are passed over first: a pattern would try again from each of two million.
  const topic = title?.text ?? /^([^\n。;,!?]{2,40})\n/u.exec(text.trimStart())?.[1] ?? '';
  return topic.replace(/ *\([^)]*\) *$/u, '').trimEnd();
}

const STUDY = /(?:讲义|课件|教案|访谈|手记|侧记|札记|读后感|(?:调研|调查)(?:报告|笔记)|案例)(?:[:—]|$)/u;

/** True for notices to residents, forms they fill for themselves, and the charters they give themselves. */
export function isForResidents(kind: DocumentKind, { recipients, title }: Header, text: string): boolean {
  if (kind === 'regulation') return CHARTER.test(title?.text ?? '') || BY_VILLAGERS.test(text);
  if (kind === 'form') return OWN_FORM.test(text) || (title?.text ?? '').endsWith('报名表');
  return recipients.length > 0 && recipients.every((name) => RESIDENTS.test(name));
}
