/** Whom a text speaks to: residents in their own matters, or bodies and people at work. */
import type { DocumentKind } from '../report.ts';
import type { Header } from './header.ts';

const RESIDENTS =
  /(?:居民|住户|业主|[用租商车]户|水户|客户|农户|[养种][\p{Script=Han}]{1,2}户|家长|群众|市民|村民|乡亲|旅客|乘客|游客|考生|学生|同学|患者|(?<!工作|记)者|车主|户主|纳税人|缴费人|参保人|观众|毕业生|申请人|朋友)(?:们|朋友们?)?$/u;
/** Rules that residents or members give themselves. */
const CHARTER = /村规民约|居民公约|文明公约|自治章程|(?:协会|学会|商会|联合会|合作社|业主大会)[^\n]{0,6}章程/u;
const BY_VILLAGERS = /(?:村民|居民|业主|社员)(?:代表)?(?:大会|会议)[^。\n]{0,6}(?:讨论|表决)?通过/u;
const OWN_FORM =
  /(?:申请人|业主|住户|居民|村民|家长|户主|参保人|考生|学生|报名者)(?:或[^,。;]{1,8})?(?:本人)?(?:自愿|如实|自行)?(?:填写|签[名字]|声明|承诺)|本人(?:自愿|承诺|声明|同意)/u;

/** True for notices to residents, forms they fill for themselves, and the charters they give themselves. */
export function isForResidents(kind: DocumentKind, { recipients, title }: Header, text: string): boolean {
  if (kind === 'regulation') return CHARTER.test(title?.text ?? '') || BY_VILLAGERS.test(text);
  if (kind === 'form') return OWN_FORM.test(text) || (title?.text ?? '').endsWith('报名表');
  return recipients.length > 0 && recipients.every((name) => RESIDENTS.test(name));
}
