import type { Statement } from '../../document/statements.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';
import { VISITORS } from './visits.ts';

const CHIEF =
  '(?:一把手|主要负责(?:同志|人)|主要领导|党政正职|正职|主官|(?<!副)书记|(?<!副)[县区镇乡]长|(?<!副)主任|(?<!副)校长|(?<!副)院长|园长|站长|所长|(?<!副)局长|支书|董事长|总经理|厂长|各位?负责人|班子成员)';
const ESCORT =
  '(?:陪同(?!参会)|全程陪|陪着|作陪|随行|随同|迎候|迎接|等候|恭候|候检|在岗[^□。;,]{0,4}?[等候]|迎至|带队迎|带路|引路|接站|送离|送站|跟着[^□。;,]{0,8}?(?:组|跑|走|看)|跟组|(?:当面|亲自|口头|上台)[^□。;,]{0,12}?(?:汇报|报告|介绍|讲解|解说|陪|迎)|主汇报|汇报人|汇报工作|作[^□。;,责]{0,4}?(?:汇报|[口简]头?[^□。;,]{0,4}?报告)|口头报告|随问随答|碰头汇报|引路|(?:参加|出席)[^□。;,]{0,4}?(?:反馈会|见面会|汇报会)|解说|候着|等着|领着|陪(?=[,。;、]|$)|走完|走遍|引导|不得外出|别走开|不得离开|寸步不离)';
const PRESENT = '(?:汇报人|讲解人|陪同人员?|带队人)[^□。;,]{0,4}?(?:必须|须|应|为|是|:)[^□。;]{0,10}?';
/** These are said of visitors only. */
const WAITING =
  '(?:陪同(?!参会)|陪着(?=[看走跑])|作陪|迎候|迎接|恭候|候检|在[^□。;,]{0,6}?(?:门口|大厅|路口|村口|楼下)[^□。;,]{0,4}?(?:等|迎|候))';

const OTHERWISE: Wording['unless'] = [
  { pattern: /不要求|不安排|不需|不用|不必/u, class: 'NEG', reason: '写明不陪同' },
  {
    pattern: /昨[天日]|上个?[周月]|前天|去年|陪[^,。]{0,4}[了过]|整天陪/u,
    class: 'DESC',
    reason: '说的是已经发生的事',
  },
  /监护人|病人|患者|家长|新娘|游客|外宾|客户|住夜|书面汇报|新生|学生|老兵|投资商/u,
];
const WAITS: Wording = { view: 'announced', when: [together([CHIEF, WAITING], 30)], unless: OTHERWISE };
const ESCORTS: Wording = {
  view: 'announced',
  when: [together([CHIEF, ESCORT], 34), pattern(`${PRESENT}${CHIEF}`, '亲自[^□。;,]{0,10}?(?:汇报|介绍|讲解|陪|迎)')],
  unless: OTHERWISE,
};

const OCCASION = pattern(
  VISITORS,
  '(?:检查|督查|督导|考核|考评|验收|评审|巡察|暗访|调研|观摩|参观|视察|迎检|座谈|评估|飞检|领导|专家|到达|来人|来看|来园|进[校村驻院])',
);

export const chiefEscort = defineRule({
  id: 'inspection/chief-escort',
  title: '主官陪同',
  basis: ['provisions-2024.principals'],
  message: '「{quote}」要求主要负责人陪同或当面汇报。',
  suggestion: '不要求主要负责人陪同，懂业务的人带路即可。',
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
  *find({ statements }) {
    for (const statement of statements) {
      const [escort] = matchesIn([statement], ESCORTS);
      if (escort && isOnVisit(statement)) yield escort;
      else yield* matchesIn([statement], WAITS);
    }
  },
});

function isOnVisit({ raw, heading }: Statement): boolean {
  return OCCASION.test(raw) || OCCASION.test(heading);
}
