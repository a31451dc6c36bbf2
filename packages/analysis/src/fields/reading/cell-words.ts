/** What is printed in one cell of a form, folded for reading. */

const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;
const SPACES = /[\s\u3000\u00A0\u2002-\u200B\uFEFF]+/gu;
const MAY_FOLD = /[\uFF01-\uFF5E\s\u00A0\u2002-\u200B]/u;
const LAYOUT_SPACE = / (?![A-Za-z0-9(])|(?<![A-Za-z0-9)]) /gu;

/** Half-width signs, and one space for each stretch of spaces; none at the ends. */
export function fold(text: string): string {
  if (!MAY_FOLD.test(text)) return text;
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(SPACES, ' ')
    .trim();
}

/** Without the spaces that only spread the signs of a label: 姓 名 is 姓名. Those between Latin words stay. */
export function withoutLayoutSpaces(folded: string): string {
  return folded.replace(LAYOUT_SPACE, '');
}

const BLANK = /^[ _.…·‥□☐○〇()[\]:]*$/u;
const DATE_BLANK = /^(?:[12][09]{0,2}[_ ]*(?=年))?[_ ]*年?[_ ]*月?[_ ]*日?[_ ]*(?:[时点][_ ]*分?[_ ]*)?$/u;
const DATE_SPAN_BLANK = /^[_ 年月日.]+[-—~至到]+[_ 年月日.]+$/u;
const SEAL = '(?:签字|签名|签章|盖章|公章|手印|章)';
const SEAL_BLANK = new RegExp(`^(?:[\\p{Script=Han}、/]{0,12}${SEAL}(?:[、或及和]${SEAL}){0,2})+$`, 'u');
/** `县 镇 村 组` to be filled in between. */
const ADDRESS_BLANK =
  /^(?:[_ ]*(?:[省市县区乡镇村组号室栋]|街道|社区|单元|\([乡镇街道村社区]{1,4}\)){1,2}(?:[_ ]+|$)){3,}$/u;
const BARRED = /^(?:[-—–×✕xX*/\\]+|\*+)$/u;

/** Nothing printed that is an answer or a label: a space to fill, with or without rules to write on. */
export function isBlank(folded: string): boolean {
  if (folded === '') return true;
  if (folded.length > 60) return false;
  return BLANK.test(folded) || isDateBlank(folded) || isSealBlank(folded) || ADDRESS_BLANK.test(folded);
}

/** `年 月 日` with nothing filled in. */
export function isDateBlank(folded: string): boolean {
  return folded.length > 1 && /[年月日]/u.test(folded) && (DATE_BLANK.test(folded) || DATE_SPAN_BLANK.test(folded));
}

/** Where somebody signs or seals: （盖章） 年 月 日, 组长签字：. The bare word is a label. */
function isSealBlank(folded: string): boolean {
  if (!/[章签印]/u.test(folded) || !/[(:_年]/u.test(folded)) return false;
  const words = folded.replace(/[12][09]{0,2}\d?\d?(?= *年)|年 *_* *月 *_* *日|[()_: .]/gu, '');
  return words !== '' && !words.includes('意见') && SEAL_BLANK.test(words);
}

/** Struck out: nothing belongs here. */
export function isBarred(folded: string): boolean {
  return BARRED.test(folded);
}

const NUMBER = /^[-+]?[\d,]*\.?\d+%?$/u;
const DATE = /^(?:19|20)\d\d[-./年](?:\d{1,2}(?:[-./月](?:\d{1,2}日?)?)?)?$/u;

/** A number, a date or a code: an answer and never a label. */
export function isDatum(folded: string): boolean {
  if (!/^[-+.,\d*]/u.test(folded)) return false;
  return NUMBER.test(folded) || DATE.test(folded) || /^[\d\-*]{6,}[xX]?$/u.test(folded);
}

const SENTENCE = /[。;!?]|[,，].*[,，]/u;
const LONGEST_LABEL = 60;

/** Short and without a sentence in it: it may be a label or a word that answers one. */
export function isBrief(folded: string): boolean {
  return folded.length <= LONGEST_LABEL && !SENTENCE.test(folded);
}

/**
 * Words that labels of Chinese forms are made of. They only break ties: whether a row is a header is told by where blanks
 * and merged cells stand.
 */
const LABEL_WORDS = new RegExp(
  [
    '姓名|名称|性别|民族|出生|年龄|身份证|证件|电话|手机|联系|住址|地址|籍贯|户籍|户主|户口|关系|学历|学校|专业|文化程度|政治面貌',
    '党员|党组织|支部|职务|职称|职业|单位|部门|岗位|婚姻|健康|残疾|疾病|低保|贫困|脱贫|监测|收入|支出|金额|资金|面积|数量|人数|户数|人口',
    '总数|日期|时间|年度|年份|月份|编号|编码|代码|序号|类型|类别|种类|性质|等级|级别|结构|用途|来源|原因|情况|状况|内容|措施|意见|问题|备注',
    '说明|签字|签名|盖章|照片|相片|邮箱|邮编|邮政|银行|账号|账户|帐号|卡号|开户|法人|法定|负责人|经办人|责任人|填表|填报|审核|是否|有无',
    '产量|产值|价格|单价|比例|比率|占比|合计|小计|总计|品种|作物|房屋|住房|建筑|层数|车牌|型号|规格|坐落|位置|经度|纬度|地点|事项|项目|任务',
    '目标|进度|指标|计量|方式|方法|渠道|标准|要求|依据|结果|评价|得分|分值|理由|经历|简历|简介|成员|子女|配偶|父亲|母亲|监护人|血型|身高',
    '体重|特长|爱好|荣誉|奖|处分|培训|就业|务工|创业|需求|意愿|诉求|困难|帮扶|救助|补贴|补助|保险|参保|缴费|医保|养老|乡镇|镇村|街道|社区',
    '网格|门牌|楼栋|所属|所在|主管|登记|注册|成立|有效期|期限|起止|开始|结束|科目|摘要|行政村|村组|自然村|村名|组别|户号|队伍|装备|物资',
    '库存|规模|存栏|出栏|销售|投资|贷款|利率|税|结余|余额|预算|决算|执行|其中|宽|长度|高度|深度|容量|吨位|功率|血压|症状|诊断|用药|疫苗|接种',
  ].join('|'),
  'u',
);
const LABEL_END = /(?:金|费|款|名|号|码|数|量|额|率|期|人|者|型|类|别|址|龄|况|注|容|值|位|度|质|村|组|镇|乡)$/u;

/** Sounds like the label of a field. */
export function isLabelLike(folded: string): boolean {
  if (folded === '' || isDatum(folded) || !isBrief(folded)) return false;
  const words = withoutLayoutSpaces(folded);
  return words.length <= 40 && (LABEL_WORDS.test(words) || (words.length <= 8 && LABEL_END.test(words)));
}

const FIELD_NAME =
  /^(?:是否|有无).{1,14}$|(?:姓名|名称|性别|民族|年龄|号码|证号|编号|电话|手机|方式|地址|住址|日期|时间|年月|面积|金额|数量|人数|户数|人口|情况|状况|关系|程度|面貌|学历|职务|单位|收入|支出|类型|类别|原因|意见|措施|备注|等级|结构|用途|来源|内容|账号|银行|身份证|籍贯|职业|邮箱|规模|代码|负责人|联系人|法人|代表人)$/u;

/** The name of a field as a whole: what nobody writes as an answer. */
export function isFieldName(folded: string): boolean {
  const words = withoutLayoutSpaces(folded).replace(/\([^()]*\)|[:*]/gu, '');
  return words.length <= 16 && FIELD_NAME.test(words);
}
