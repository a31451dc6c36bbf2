import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';
import { VISITORS } from './visits.ts';

const CHIEF =
  '(?:一把手|主要负责(?:同志|人)|主要领导|党政正职|正职|主官|(?<!副)书记|(?<!副)[县区镇乡]长|(?<!副)主任|(?<!副)校长|(?<!副)院长|[园场馆台队]长|站长|所长|(?<!副)局长|支书|董事长|总经理|厂长|各位?负责人|班子成员)';
const ESCORT =
  '(?:陪同(?!参会)|全程陪|陪[看查检访走]|到[^□。;,]{0,8}?接(?![受到])|(?:路口|门口|村口|高速口?|车站|楼下)[^□。;,]{0,4}?接|接(?=[,。;]|组)|陪着|作陪|随行|随同|迎候|迎接|等候|恭候|候检|在岗[^□。;,]{0,4}?[等候]|迎至|带队迎|带个?路|引路|接站|送离|送站|跟着[^□。;,]{0,8}?(?:组|跑|走|看)|跟组|(?:当面|亲自|口头|上台)[^□。;,]{0,12}?(?:汇报|报告|介绍|讲解|解说|陪|迎)|主汇报|汇报人|汇报工作|作[^□。;,责]{0,4}?(?:汇报|[口简]头?[^□。;,]{0,4}?报告)|口头报告|随问随答|碰头汇报|引路|(?:参加|出席|到)[^□。;,]{0,4}?(?:反馈会|见面会|汇报会)|(?:反馈会|见面会|汇报会|座谈会)[^□。;]{0,12}?(?:参加|出席|到会|到场)|(?<!书面|及时|逐级|请示)汇报(?=[,、。;!]|$)|解说|候着|等着|领着|陪(?=[,。;、]|$)|走完|走遍|引导|在家(?=[,。;]|$)|(?:必须|务必|须|要|一律)[^□。;,]{0,2}?(?:在岗|在位|在场|到场)|(?:现场|逐点|全程)?讲解(?![员词稿])|随叫随到|不得外出|不要外出|别走开|不得离[开校镇岗村院]|寸步不离|边走边(?:讲|介绍|看))';
const PRESENT = '(?:汇报人|讲解人|陪同人员?|带队人)[^□。;,]{0,4}?(?:必须|须|应|为|是|:)[^□。;]{0,10}?';
/** These are said of visitors only. */
const WAITING =
  '(?:陪同(?!参会)|陪着(?=[看走跑])|作陪|迎候|迎接|恭候|候检|在[^□。;,]{0,6}?(?:门口|大厅|路口|村口|楼下)[^□。;,]{0,4}?(?:等|迎|候))';

const OTHERWISE: Wording['unless'] = [
  { pattern: /不要求|不陪|不安排|不需|不用|不必/u, class: 'NEG', reason: '写明不陪同' },
  {
    pattern:
      /(?:带个?路|陪)[^。;]{0,6}(?:就行|即可|就成|就可以)|照常|该忙啥|(?:陪同|陪看|迎候)[^。;]{0,10}(?:毛病|做法|歪风|现象)/u,
    class: 'NEG',
    reason: '不要求主官陪同',
  },
  {
    pattern: /昨[天日]|上个?[周月]|前天|去年|陪[^,。]{0,4}[了过]|整天陪/u,
    class: 'DESC',
    reason: '说的是已经发生的事',
  },
  /监护人|病人|患者|家长|新娘|游客|外宾|客户|住夜|书面汇报|新生|学生|老兵|投资商|陪餐|接访|来访群众|新员工|[县市区]长(?:将|拟)?陪同(?:省|市|部)[^。;,]{0,2}领导|[县市区]委书记陪同|看望|慰问/u,
];
const WAITS: Wording = { view: 'announced', when: [together([CHIEF, WAITING], 30)], unless: OTHERWISE };
const ESCORTS: Wording = {
  view: 'announced',
  when: [
    together([CHIEF, ESCORT], 34),
    pattern(
      `${PRESENT}${CHIEF}`,
      `由[^□。;,]{0,4}?${CHIEF}[^□。;,]{0,4}?(?:介绍|汇报|讲解|解说)`,
      `汇报[^□。;,]{0,4}?由[^□。;,]{0,6}?${CHIEF}`,
      '亲自[^□。;,]{0,10}?(?:汇报|介绍|讲解|陪|迎)',
    ),
  ],
  unless: OTHERWISE,
};

/** 不得离校 reads like a ban and keeps the chief waiting: it is looked for in the sentence as written. */
const KEPT: Wording = {
  view: 'raw',
  when: [
    together(
      [
        CHIEF,
        '(?:不得?|不准|不能|不要|不许|别)(?:离[开校镇岗村院]|外出|请假|走开|出差|走远)',
        '(?:督查|督导|检查|考核|考评|验收|评估|暗访|巡察|迎检|调研)(?![室局])',
      ],
      40,
    ),
  ],
  unless: [/有的|一些|动辄|去年|不再/u, ...OTHERWISE],
};

const VISITOR = pattern(VISITORS);
const OCCASION = pattern(
  VISITORS,
  '(?:检查|督查|督导|考核|考评|验收|评审|巡察|暗访|调研|观摩|参观|视察|迎检|座谈|评估|飞检|领导|专家|到达|来人|来看|来园|陪看|见面会|反馈会|进[校村驻院])',
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
  *find({ statements, document }) {
    const onVisit = statements.filter((statement) => isOnVisit(statement, document));
    const found = [...matchesIn(onVisit, ESCORTS)];
    for (const more of [...matchesIn(statements, WAITS), ...matchesIn(statements, KEPT)]) {
      if (!found.some(({ start, end }) => start < more.end && more.start < end)) found.push(more);
    }
    yield* found;
  },
});

const SENTENCES_BACK = 2;

function isOnVisit({ raw, heading, index }: Statement, { kind, statements }: OfficialDocument): boolean {
  return (
    kind === 'inspection-notice' ||
    OCCASION.test(raw) ||
    OCCASION.test(heading) ||
    raw.includes('全程随行') ||
    statements.slice(Math.max(0, index - SENTENCES_BACK), index).some((one) => VISITOR.test(one.raw))
  );
}
