import { INSPECTED } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const THIRD =
  '(?:第三方(?:机构|公司|评估|测评|暗访)?|评估公司|咨询(?:公司|机构)|调查公司|测评机构|社会机构|专业机构|委托[^□。;,]{0,6}?(?:公司|机构|高校)|聘请?[^□。;,]{0,6}?(?:公司|机构)|神秘(?:顾客|访客))';
const CHARGED =
  '(?:扣减|扣[\\p{Script=Han}\\d.]{0,6}分|扣(?:奖补|经费|绩效|工资)|挂钩|约谈|通报|排名|问责|评优|取消|计入[^□。;,]{0,8}?(?:绩效|考核|得分)|结算|作为[^□。;,]{0,10}?依据|得分低于|纳入[^□。;,]{0,8}?(?:考核|绩效)|书面检讨)';

export const thirdPartyPressure = defineRule({
  id: 'inspection/third-party-pressure',
  title: '第三方加压',
  basis: [],
  message: '「{quote}」把第三方的评分记到基层头上。',
  suggestion: '第三方只评发文部门自己的服务，结果不与基层挂钩。',
  cues: '第三方 公司 机构 神秘',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦委托第三方电话测评满意度,得分低于85分的镇扣减奖补⟧。',
      '⟦聘请评估公司给各村打分,结果直接与村干部绩效挂钩⟧。',
      '⟦第三方暗访发现一处扣街道0.5分⟧。',
    ],
    good: [
      '第三方只评县级部门的服务,不与乡镇挂钩。',
      '第三方评估结果不作为基层考核依据。',
      '第三方检测公司给水样出具报告。',
      '工程结算由第三方造价机构审核。',
    ],
  },
  find: wording({
    view: 'announced',
    when: [
      pattern(
        `[^□。;,]{0,6}?${THIRD}[^□。;]{0,40}?${CHARGED}`,
        `${THIRD}[^□。;]{0,20}?(?:给|对)?${INSPECTED}[^□。;,]{0,6}?打分[^□。;]{0,20}`,
      ),
    ],
    unless: [
      { pattern: /不与|不作为|不挂钩|不得|只评/u, class: 'NEG', reason: '不与基层挂钩' },
      /造价|工程|审计|检测报告|水样|供应商|物业公司|合同|货款|会计师/u,
    ],
  }),
});
