/** What may be written into a field, guessed from its label, its unit and the answers that it offers. */
import type { FieldType } from '../form.ts';
import { isYesNo } from './options.ts';

const BOOLEAN = /^(?:是否|有无|是不是|可否|能否)|是否|(?:^|[^期])有无/u;
const FILE = /照片|相片|图片|截图|附件|扫描件|复印件|影像|证明材料$|佐证材料|照$/u;
const PART_OF_NUMBER = /[前后末][0-9四六八两]{1,2}(?:位|(?=[前后末)]|$))|[前后末][四六八两]/u;
const IDENTITY_NUMBER =
  /身份证(?:件)?(?:号码?|编号|$)|公民身份号码|身份号码|居民身份证|^证件号码?$|证件号码$|身份证号/u;
const PHONE = /电话|手机|联系方式|联系号码|^座机|固话|联络方式/u;
const NO_PHONE = /数$|数量|台数|品牌|费|电话访|回访|抽查|结果|核实|通知|号段|微信|邮箱/u;
/** A name and a number in one cell. */
const WITH_PHONE =
  /(?:人|名|员|长|主|者|位|务|点|址)(?:及|和|与|、|\/|,|以及)(?:其)?(?:联系)?(?:电话|方式|手机)|(?:电话|手机)(?:及|和|、)(?!手机|电话|固话)/u;
const DATE =
  /日期|年月日?|时间|生日|年月$|^年度$|^年份$|年度$|年份$|^出生$|有效期|起止|时日|何时|月份$|预产期$|年代$|(?:整改|完成|办结|责任|借款|还款|截止|到期|起始|终止|起|止)(?:日|期限?|时限)$/u;
const NO_DATE =
  /时间\(|时长|时间段|多长|用时|(?<!参加)工作时间$|营业时间|天数|次数|地点|年限|个数|年度(?:计划|目标|收入|任务)/u;
const NUMBER =
  /(?:数|数量|面积|金额|收入|支出|年龄|人口|总量|产量|产值|单价|价格|价|率|比例|比重|占比|费|费用|资金|补贴|补助|款|款额|额|总额|身高|体重|长度|宽度|高度|深度|层数|间数|天数|次数|得分|评分|打分|分值|分数|成绩|成本|利润|工资|规模|存栏量?|出栏量?|库存量?|吨位|亩产|总产|容量|工龄|年限|周岁|里程|股数|余额|结余|合计|小计|总计|经度|纬度|海拔|数值|人次|户次|造价|税额|月薪|年薪|时长|投资|投入|预算|决算|缺口|读数|温度|湿度|体温|血压|血糖|脉搏|心率|水位|(?:已|未)?(?:支付|拨付|到位|下达)(?:资金)?|雨量|降雨量|流量|载重|载客量|排量|场次|车次|班次|[涨跌增降]幅|(?<![质力能考])量)$/u;
const HOW_MANY = /几[口个人户亩间头只块]|多少(?!.*(?:名|号))/u;
const NO_NUMBER =
  /证号|编号|号数|户号|门牌|账号|帐号|卡号|次序|额度类型|保证金缴纳情况|参数$|^种植业规模$|函数|级数|倍数说明|分类|内容|复数|房间?号|养殖规模$|经营规模$|对数表|(?:备|附|批)注/u;
/** Parts of a population that head a column or row by themselves. */
const COUNTED = /^(?:男|女|男性|女性|男生|女生|农业|非农业)$/u;
const MOVED = /^(?:出生|死亡|迁入|迁出|转入|转出|增加|减少|新增|退出|流入|流出|调入|调出|自然增减)$/u;
const CHANGE = /增|减|变动|人口|人数/u;
const RANGE = /(?:范围|区间|幅度)$/u;
const LONG_TEXT =
  /简历|简介|履历|经历|意见|理由|事迹|措施|建议|描述|概况|诉求|说明$|内容$|问题$|原因$|情况$|计划$|思路|总结|打算|体会|评语|鉴定|摘要|成效|做法|过程|要求$|陈述|承诺|困难$|详情|存在的|经过|^备注栏$/u;
const SHORT_SITUATION =
  /(?:健康|身体|婚姻|住房|就业|参保|在读|工作|政治|残疾|家庭|经济|居住|劳动能力|务工|产权|完成|使用|权属|入学|就学|医保|社保|养老)(?:状况|情况)$/u;
const CHOICE = /^性别$|性别$/u;

interface Asked {
  readonly words: string;
  /** The header over it. */
  readonly outer?: string | null;
  readonly unit: string | null;
  readonly options: readonly string[] | null;
}

/** In this order: the first that holds names the type. */
const TYPES: readonly (readonly [FieldType, (asked: Required<Asked>) => boolean])[] = [
  ['file', ({ words, unit }) => FILE.test(words) && unit === null],
  ['boolean', ({ words }) => BOOLEAN.test(words)],
  ['text', ({ words }) => PART_OF_NUMBER.test(words)],
  ['identity-number', ({ words }) => IDENTITY_NUMBER.test(words)],
  ['text', ({ words }) => PHONE.test(words) && WITH_PHONE.test(words)],
  ['phone', ({ words }) => PHONE.test(words) && !NO_PHONE.test(words)],
  ['date', ({ words, unit }) => /^[年月日]$/u.test(unit ?? '') && DATE.test(words)],
  ['text', ({ words }) => RANGE.test(words)],
  ['number', ({ words, unit }) => unit !== null || COUNTED.test(words)],
  ['number', ({ words, outer }) => MOVED.test(words) && CHANGE.test(outer ?? '')],
  ['date', ({ words }) => DATE.test(words) && !NO_DATE.test(words)],
  ['number', ({ words }) => isAmount(words)],
  ['choice', ({ words }) => CHOICE.test(words)],
  ['number', ({ words, outer }) => !NO_AMOUNT.test(words) && isAmount(outer ?? '')],
  ['long-text', ({ words }) => LONG_TEXT.test(words) && !SHORT_SITUATION.test(words)],
];

/** Options first, then what the label is about; `text` where nothing tells more. */
export function fieldTypeOf(asked: Asked): FieldType {
  const { options, outer = null } = asked;
  if (options !== null) return isYesNo(options) ? 'boolean' : 'choice';
  return TYPES.find(([, holds]) => holds({ ...asked, outer }))?.[0] ?? 'text';
}

/** Words under a header that counts which are no count themselves. */
const NO_AMOUNT =
  /姓名|名称|来源|类型|类别|方式|地点|地址|备注|说明|原因|品种|用途|内容|单位|情况|措施|对象|户主|负责人|项目/u;

function isAmount(words: string): boolean {
  return (NUMBER.test(words) && !NO_NUMBER.test(words)) || HOW_MANY.test(words);
}
