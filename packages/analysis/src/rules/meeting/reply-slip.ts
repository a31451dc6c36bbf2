import { defineRule } from '../rule.ts';
import { matchesIn, pattern } from '../wording.ts';

const SLIP = /回执|报名|报到(?:单|名单|表)|参会/u;
const OTHER_SLIP = /献血|体检|考试|招聘|报名(?:参赛|考试|参加考)|学生|入学|考生|运动员|参赛|服务对象/u;
const EXCESS =
  '(?:血型|籍贯|身高|体重|尺码|衣服|服装|鞋码|车牌|司机|民族|政治面貌|身份证|出生(?:年月|日期)?|学历|照片|电子照|证件照|一寸|二寸|饮食禁忌|忌口|紧急联系人|家庭住址|籍贯|毕业院校|车次|航班|随行|健康(?:状况|码)|党龄|工龄|婚姻)';

const FIELDS = pattern(
  `${EXCESS}(?:号码?|正反面|号|情况|电话)?(?:[、,和及与][^□。;,、]{0,8}?${EXCESS}(?:号码?|正反面|号|情况|电话)?)*`,
);

export const replySlip = defineRule({
  id: 'meeting/reply-slip',
  title: '回执过繁',
  basis: [],
  message: '回执要填「{quote}」，超出姓名、职务、电话。',
  suggestion: '回执只填姓名、职务、电话。',
  cues: '回执 报名 报到 参会',
  saves: 'fill',
  examples: {
    bad: ['⟦报名回执须填身份证号、民族、政治面貌⟧。', '⟦报到单须注明血型、籍贯、衣服尺码和司机电话⟧。'],
    good: ['回执只填姓名、职务、电话三栏。', '不用报回执,按时来就行。', '献血登记表须注明血型、体重。'],
  },
  *find({ statements }) {
    const slips = statements.filter(({ raw }) => SLIP.test(raw) && !OTHER_SLIP.test(raw));
    yield* matchesIn(slips, { view: 'imposed', when: [FIELDS] });
  },
});
