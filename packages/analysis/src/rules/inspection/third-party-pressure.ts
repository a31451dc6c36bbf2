import { defineRule } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';
import { VISITED } from './visits.ts';

const THIRD =
  '(?:第三方|(?:评估|咨询|调查|测评|民调|考评|外聘|社会|专业|市场调研|中介)(?:机构|公司|中心|单位|团队)|外包|课题组|呼叫中心|事务所|委托[^□。;,]{0,8}?(?:公司|机构|高校|大学|团队|调查|中心)|(?:聘请?|请来?|引进|雇)的?[^□。;,]{0,8}?(?:公司|机构|高校|大学|团队)|神秘(?:顾客|访客|人)|电访|电话(?:访问|测评|调查|抽访|询问)|问卷)';
const CHARGED =
  '(?:扣[减发除]?[^□。;,]{0,12}?(?:分|经费|奖补|绩效|工资|元|奖金|补助)|减[\\d一二两三半.]+分|核减|扣减|扣发|挂钩|约谈|通报|待岗|换岗|免职|撤换|下课|书面说明|责令|说明情况|减经费|整改|扣(?=[\\d一二两三半])|谈话|排名|倒数|问责|检讨|停职|少拨|不拨|检视|写[^□。;,]{0,4}?说明|(?:暂缓|停止|暂停)[^□。;,]{0,2}?拨付|进[^□。;,]{0,6}?考核|挨罚|受罚|表态|取消[^□。;,]{0,6}?(?:评优|评先|资格)|(?:计入|折算|纳入|占|转为|作为|为准)[^□。;]{0,16}?(?:绩效|考核|得分|成绩|等次|依据|系数|百分之|%)|末位)';
const LOW_SCORE = `(?:得分|评分|满意[度率]|知晓[度率]|测评|成绩)[^□。;,]{0,6}?(?:低于|不足|未达|达不到|不到)[^□。;,]{0,8}?`;

const WHO = `(?:${VISITED}|各[\\p{Script=Han}]{1,6}|[校院所站园镇乡]长|主任|支?书记|支书)`;

const CONTRACTOR_DECIDES: Wording = {
  view: 'announced',
  when: [
    together([THIRD, CHARGED, WHO], 64),
    pattern(`${THIRD}[^□。;]{0,20}?(?:给|对)?${VISITED}[^□。;,]{0,6}?打分[^□。;]{0,20}`),
  ],
  unless: [
    { pattern: /不与|不作为|不挂钩|只评/u, class: 'NEG', reason: '不与基层挂钩' },
    {
      pattern: /(?:县直|市直|县级|市级|本级|机关)[^,。]{0,4}(?:部门|单位|窗口)|本局|本级工作/u,
      class: 'SELF',
      reason: '评的是发文机关自己',
    },
    /造价|工程(?!师)|审计|外包食堂|更换承包|检测(?:报告|公司|机构)|水样|供应商|合同|货款|会计师|快递|客户|股东/u,
  ],
};

/** The score is named in one sentence, the price of it in a later one. */
const LOW_SCORES_COST: Wording = { ...CONTRACTOR_DECIDES, when: [together([LOW_SCORE, CHARGED, VISITED], 50)] };

const CONTRACTOR = pattern(THIRD);
const LATER_SENTENCES = 4;

export const thirdPartyPressure = defineRule({
  id: 'inspection/third-party-pressure',
  title: '第三方加压',
  basis: [],
  message: '「{quote}」把第三方的评分记到基层头上。',
  suggestion: '第三方只评发文部门自己的服务，结果不与基层挂钩。',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦委托第三方电话测评满意度,得分低于85分的镇扣减奖补⟧。',
      '⟦聘请评估公司给各村打分,结果直接与村干部绩效挂钩⟧。',
      '⟦第三方暗访发现一处扣街道0.5分⟧。',
      '卫生厕所由第三方机构逐户测评。⟦得分低于七十分的村扣减管护补助⟧。',
    ],
    good: [
      '第三方只评县级部门的服务,不与乡镇挂钩。',
      '第三方评估结果不作为基层考核依据。',
      '第三方检测公司给水样出具报告。',
      '工程结算由第三方造价机构审核。',
    ],
  },
  *find({ statements, document }) {
    const direct = [...matchesIn(statements, CONTRACTOR_DECIDES)];
    yield* direct;
    const told = statements.filter(({ index }) => namedBefore(document.statements, index));
    for (const later of matchesIn(told, LOW_SCORES_COST)) {
      if (!direct.some(({ start, end }) => start < later.end && later.start < end)) yield later;
    }
  },
});

function namedBefore(statements: readonly { readonly announced: string }[], index: number): boolean {
  return statements
    .slice(Math.max(0, index - LATER_SENTENCES), index)
    .some(({ announced }) => CONTRACTOR.test(announced));
}
