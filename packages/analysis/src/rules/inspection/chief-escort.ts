import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const CHIEF =
  '(?:一把手|主要负责(?:同志|人)|主要领导|党政正职|正职|主官|党委书记|书记|[镇乡]长|主任|校长|院长|园长|站长|所长|局长|支书|村支书|村主任)';
const ESCORT =
  '(?:陪同|全程陪|陪着|随行|随同|迎候|迎接|等候|迎至|恭候|带队迎|当面(?:向)?[^□。;,]{0,8}?汇报|亲自(?:汇报|介绍|讲解|陪|迎)|汇报工作|作汇报|走完|引导|接站|接待|在[^□。;,]{0,6}?(?:门口|大厅|路口)[^□。;,]{0,4}?(?:等|迎|候))';

export const chiefEscort = defineRule({
  id: 'inspection/chief-escort',
  title: '主官陪同',
  basis: ['provisions-2024.principals'],
  message: '「{quote}」要求主要负责人陪同或当面汇报。',
  suggestion: '不要求主要负责人陪同，懂业务的人带路即可。',
  cues: '陪 迎候 迎接 等候 迎至 随行 随同 汇报 引导 大厅 门口 介绍 恭候 接待',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦检查期间各镇党委书记须全程陪同⟧。',
      '⟦由镇长当面向督查组汇报⟧。',
      '督导当日,⟦院长在大厅迎候并走完六个点位⟧。',
      '考核组每到一所,⟦所长须随行讲解⟧。',
    ],
    good: [
      '不要求主要负责人陪同,业务人员带个路即可。',
      '严禁层层陪同、超规格接待。',
      '督导期间院长照常门诊。',
      '病人转院途中由护士陪同。',
      '监护人应当到场陪同。',
    ],
  },
  find: wording({
    view: 'announced',
    when: [pattern(`[^□。;,]{0,10}?${CHIEF}[^□。;]{0,14}?${ESCORT}`, `(?:请|由|须由)${CHIEF}[^□。;,]{0,12}?${ESCORT}`)],
    unless: [
      { pattern: /不要求|不安排|不需|不用/u, class: 'NEG', reason: '写明不陪同' },
      /监护人|病人|患者|学生|家长|一天陪了|新娘|游客|外宾/u,
    ],
  }),
});
