import { defineRule, type Match } from '../rule.ts';

/** Elements that every county already holds on persons, households and firms. */
const HELD_ELEMENTS =
  /姓名|性别|(?:公民)?身份(?:证)?(?:号码?|证)|证件号码?|出生(?:日期|年月)|生日|年龄|民族|籍贯|住址|(?:家庭|户籍|注册|居住)(?:地址|地)|门牌号?|电话|手机号?|联系方式|座机|户主|家庭人口|人口数|开户行|银行账号|卡号|政治面貌|文化程度|学历|婚姻状况|血缘|与户主关系|家庭成员|户口(?:簿|性质)?|单位名称|(?:统一社会)?信用代码|法定代表人|成立日期|注册资本|经营范围|营业执照号?|面积|健康状况|职业/gu;
const WANTED = /重新|再|填|录|采|抄|登记|统计|摸底|收集|建册|造册|入册|上报|报|列|核查/u;
const KNOWN_OR_OWN =
  /带出|只(?:需|点|核)|核对|免填|无需|不得|不再|申领|申请|办理|入院|住院|护照|报考|应聘|购票|自动(?:带|填)|白费|照抄|挂号|投保|开户|求职|快递|考生|报名须知/u;

export const recollectsBasicData = defineRule({
  id: 'report/recollects-basic-data',
  title: '重采基础信息',
  basis: ['stat-reg.2', 'app-2026.ban-1'],
  message: '「{quote}」等 {count} 项是已掌握的基础信息，又要逐项填报。',
  suggestion: '从已有库带出，只核对有变化的；目录里有的字段不再采集。',
  cues: '姓名 户主 身份证 证件 门牌 住址 单位名称 生日 出生 联系',
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
    for (const { imposed, raw, start } of statements) {
      if (!WANTED.test(imposed) || KNOWN_OR_OWN.test(raw)) continue;
      const match = fieldsNamed(imposed, start, least);
      if (match) yield match;
    }
    for (const form of document.forms) {
      const held = form.fields.filter(({ label }) => isHeld(label.join('')));
      if (form.fields.length < least || held.length / form.fields.length < share || held.length < least) continue;
      const [first] = held;
      const last = held.at(-1);
      if (!first || !last || KNOWN_OR_OWN.test(document.text.slice(form.start, form.end))) continue;
      yield { start: first.start, end: first.end, data: { count: held.length } };
    }
  },
});

function isHeld(label: string): boolean {
  HELD_ELEMENTS.lastIndex = 0;
  return HELD_ELEMENTS.test(label);
}

function fieldsNamed(text: string, offset: number, least: number): Match | null {
  const found = [...text.matchAll(HELD_ELEMENTS)];
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last || found.length < least || !/[、,]/u.test(text.slice(first.index, last.index))) return null;
  return { start: offset + first.index, end: offset + last.index + last[0].length, data: { count: found.length } };
}
