import type { FormField, FormHead } from '../../document/form-head.ts';
import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import { findEvidence } from '../evidence.ts';
import { defineRule, type Match } from '../rule.ts';
import { pattern, wholeClauses } from '../wording.ts';

/** Elements that every county already holds on persons, households and firms. */
const HELD_ELEMENTS =
  /姓名|性别|(?:公民)?身份(?:证)?(?:号码?|证)|证件号码?|残疾证号|出生(?:日期|年月)|生日|年龄|民族|籍贯|住址|(?:家庭|户籍|注册|居住|企业|单位)?地址|(?:户籍|居住|户口所在)地|门牌号?|电话|手机号?码?|联系方式|座机|户主|家庭人口|人口数|户数|党员数|(?:耕地|宅基地|住房|承包地|建筑)面积|开户行|(?:银行)?(?:账号|卡号)|政治面貌|文化程度|学历|学籍号|职称|职务|工作单位|入[党职伍学]?(?:时间|年月|日期)|参加工作时间|毕业院校|监护人|婚姻状况|血缘|与户主关系|家庭成员|户口(?:簿|性质)?|(?:单位|企业|店铺?|商户)名称?|店名|名称|经营者|(?:统一社会)?信用代码|行业代码|法定代表人|法人|成立日期|注册资[本金]|经营范围|(?:营业)?执照号?|健康状况|职业|车牌号?/gu;
const WANTED =
  /重新|誊|补充|写上|摸|再|填|录|采|抄|登记|统计|摸底|收集|建册|造册|入册|上报|报|列|核查|补全|建库|建档|完善|调查内容/u;
/** Gathering what was gathered before. */
const ONCE_MORE = /重新|再次|再[逐一]|重复|再[^,。;]{0,8}(?:登记|采集|填|报|抄|摸|统计|录)/u;
const KNOWN_OR_OWN =
  /带出|只(?:需|点|核)|核对|免填|无需|不得|不再|申领|申请|办理|入院|住院|护照|报考|应聘|购票|自动(?:带|填)|白费|照抄|挂号|投保|开户(?!行|银行)|求职|快递|考生|报名须知|就诊|患者|访客|嫌疑人|笔录|讯问|来访|报到|参赛|泄露|调用|推送给|回执|入职|参会|返程|房间类型/u;
const BASICS_AGAIN = pattern(
  '(?:基本|基础|人口|户籍|身份)(?:信息|情况|资料|数据|底数)[^□。;]{0,12}?(?:重新|再|重)[^□。;]{0,10}?(?:采|登记|填|摸|收集|录入|建库|核填|普查|上报|统计)',
  '(?:重新|再次|再)[^□。;,]{0,8}?(?:采集|登记|摸[底排清]|收集|填报|录入|统计)[^□。;,]{0,10}?(?:基本|基础|人口|户籍|身份)(?:信息|情况|资料|数据)',
);

export const recollectsBasicData = defineRule({
  id: 'report/recollects-basic-data',
  title: '重采基础信息',
  basis: ['stat-reg.2', 'app-2026.ban-1'],
  message: '「{quote}」等 {count} 项是已掌握的基础信息，又要逐项填报。',
  suggestion: '从已有库带出，只核对有变化的；目录里有的字段不再采集。',
  cues: '户籍 底数 姓名 户主 身份 证件 门牌 住址 地址 名称 生日 出生 联系 电话 手机 店名 户数 人口 基本信息 基础信息 基本情况 基础数据 学历',
  register: '数据目录',
  saves: 'fill',
  options: {
    share: { default: 0.3, source: 'house', meaning: '表内已掌握字段达到的比例' },
    least: { default: 4, source: 'house', meaning: '未载入数据目录时，一句中列出的基础字段至少几项' },
  },
  examples: {
    bad: [
      '重新采集全体村民⟦姓名、性别、身份证号、出生日期、民族⟧,装订入册。',
      '签约居民的⟦门牌、生日、血缘、座机⟧须重新抄录成册。',
    ],
    good: [
      '姓名、证件号、住址、电话系统已带出,只需核对。',
      '不得重复采集姓名、性别、住址、电话等信息。',
      '申领护照须填写姓名、性别、出生日期和身份证号码。',
      '请填写姓名和电话。',
    ],
  },
  *find({ statements, document }, { share, least }) {
    for (const statement of statements) {
      const match = askedAgain(statement, least);
      if (match) yield match;
    }
    for (const form of document.forResidents ? [] : document.forms) {
      const held = form.fields.filter(({ label }) => isHeld(label.join('')));
      const [first] = held;
      if (!first || held.length < least || held.length / form.fields.length < share) continue;
      if (KNOWN_OR_OWN.test(document.text.slice(form.start, form.end))) continue;
      yield { ...labelSpan(document.text, form, first), data: { count: held.length } };
    }
  },
});

/** A sentence, or one under a heading such as 采集内容, that asks bearers for what is held. */
function askedAgain(statement: Statement, least: number): Match | null {
  const { imposed, raw, heading } = statement;
  if (!WANTED.test(imposed) && !WANTED.test(heading)) return null;
  if (KNOWN_OR_OWN.test(raw)) return null;
  return fieldsNamed(statement, ONCE_MORE.test(imposed) ? least - 1 : least) ?? basicsAgain(statement);
}

/** The printed row of labels that names the first held element; a field's own place is its blank cell. */
function labelSpan(text: string, form: FormHead, field: FormField): Span {
  const at = text.indexOf(field.label.at(-1) ?? '', form.start);
  if (at < 0 || at >= form.end) return { start: field.start, end: field.end };
  const lineEnd = text.indexOf('\n', at);
  return { start: at, end: Math.min(lineEnd < 0 ? form.end : lineEnd, form.end) };
}

function isHeld(label: string): boolean {
  HELD_ELEMENTS.lastIndex = 0;
  return HELD_ELEMENTS.test(label);
}

function fieldsNamed({ imposed, start }: Statement, least: number): Match | null {
  const found = [...imposed.matchAll(HELD_ELEMENTS)];
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last || found.length < least || !/[、,/|｜]/u.test(imposed.slice(first.index, last.index)))
    return null;
  return { start: start + first.index, end: start + last.index + last[0].length, data: { count: found.length } };
}

function basicsAgain(statement: Statement): Match | null {
  const found = findEvidence(statement, statement.imposed, [BASICS_AGAIN]);
  if (!found) return null;
  const { start, end } = wholeClauses(statement.imposed, found);
  return { start: statement.start + start, end: statement.start + end, data: { count: '多' } };
}
