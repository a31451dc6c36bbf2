import { defineRule } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';

const SLIP =
  /回执|报名[^。]{0,20}(?:会|培训)|(?:会|培训)[^。]{0,20}报名|(?<!通)报到|参会(?!率)|会务|会议证|开会的|反馈[^。;]{0,8}(?:信息|名单|人员)|参训(?:人员)?(?:名单|信息)|到会人员/u;
const LONGEST_TITLE = 24;
const OTHER_SLIP =
  /献血|体检(?!报告)|考试|招聘|应聘|入职|学生|入学|考生|运动员|参赛|服务对象|挂号信|听证|农民|市民|居民|游客|旅行|旅游|夏令营|志愿者|快递|住院|选手|演出|不知图/u;
const EXCESS =
  '(?:血型|血压|籍贯|生日|性别|身高|体重|尺码|衣服|服装|鞋码|车[牌号型](?!次)|司机|驾驶[员证]|民族|政治面貌|身份证|出生(?:年月|日期)?|学历|照片|电子照|免冠照|证件照|[一二]寸|饮食|忌口|清真|紧急联系人|家庭(?:住址|成员)|住址|毕业院校|车次|航班|随行|健康(?!达标)|既往|病史|党龄|工龄|任现职|职级|婚姻|微信|简历|承诺书|体检报告|疫苗|住宿要求|兴趣|特长)';
const COLUMNS =
  '(?:(?:[5-9]|\\d{2}|[五六七八九]|[二三四]?十[一二三四五六七八九]?)(?:余|多)?(?:栏|列|项(?:信息|内容|都|均|全|指标)|个(?:字段|栏目|项目)))';

const SLIP_ASKS: Wording = {
  view: 'imposed',
  when: [
    pattern(
      `${EXCESS}(?:号码?|正反面|号|情况|电话)?(?:[、,|和及与][^□。;,、]{0,8}?${EXCESS}(?:号码?|正反面|号|情况|电话)?)*`,
      COLUMNS,
      '(?:负责人|领导|书记|局长|校长)[^□。;,]{0,4}?签[字名][^□。;]{0,8}?(?:盖|加盖)[^□。;,]{0,3}?章|公章[^□。;,]{0,8}?签[字名]',
    ),
  ],
};

export const replySlip = defineRule({
  id: 'meeting/reply-slip',
  title: '回执过繁',
  basis: [],
  message: '回执要填「{quote}」，超出姓名、职务、电话。',
  suggestion: '回执只填姓名、职务、电话。',
  cues: '回执 报名 报到 参会 会务 会议证 开会 反馈 参训 到会 姓名',
  saves: 'fill',
  examples: {
    bad: ['⟦报名回执须填身份证号、民族、政治面貌⟧。', '⟦报到单须注明血型、籍贯、衣服尺码和司机电话⟧。'],
    good: ['回执只填姓名、职务、电话三栏。', '不用报回执,按时来就行。', '献血登记表须注明血型、体重。'],
  },
  *find({ statements, document }) {
    const slips = statements.filter(({ raw, index }) => {
      const before = raw.includes('姓名') ? (document.statements[index - 1]?.raw ?? '') : '';
      return SLIP.test(before.length < LONGEST_TITLE ? before + raw : raw) && !OTHER_SLIP.test(before + raw);
    });
    yield* matchesIn(slips, SLIP_ASKS);
  },
});
