import type { Statement } from '../../document/statements.ts';
import { defineRule, type Match, type Reading } from '../rule.ts';
import { spanOf } from '../evidence.ts';
import { pattern, wholeClauses } from '../wording.ts';

const VOLUNTARY = pattern(
  '(?:参不参加都|买不买都|去不去都|订不订都|自愿|自觉自愿|志愿报名|随愿|凭(?:个人|本人)?(?:意愿|自觉)|(?:个人|本人)意愿|不(?:作)?强制|不强求|不作(?:硬性)?要求|不硬性|自主(?:选择|决定)|鼓励|倡议|提倡|(?:想|愿)[^。;,]{0,6}?就)(?!服务者|军|放弃)',
);
const UNITS = '(?:村|社区|科室|处室|班级|单位|支部|部门|网格|学校|站|镇|干部|职工|党员|年终|年底|个人)';
/** What shows that the free choice is counted against somebody. */
const COUNTED = pattern(
  '(?:计入|记入|纳入|列入|折算(?:进|成|为|入)?|算入|算进|挂钩)[^□。;,]{0,14}?(?:考核|考评|评优|评先|星级|积分|绩效|得分|总分|排名|实绩|档案|评比|评定|台账|年终|加减分|分)',
  '(?:与|同|和)[^□。;,]{0,10}?(?:考核|绩效|评优|评先|星级|奖金)[^□。;,]{0,2}?挂钩',
  `(?:人数|报名数|户数|金额|捐款额?|份数|参与率|参加率|参保率|报名率|认购额|下载量|率|每个?${UNITS}|各${UNITS})[^□。;,]{0,14}?(?:不(?:得)?(?:少|低)于|至少|不下|须达|要达|应达|达到?|达不到|排名|通报|统计|公布|晒|比一比|考核|百分之百|100%|确保)`,
  '(?:未|没|不)(?:投(?!保)|点赞|转发|参加|认购|报名|投保|捐|参与|订|订阅|缴|买|下载|交)[^□。;,]{0,6}?(?:须|要|应|请)?(?:[^□。;,]{0,4}说明|讲清|写明|作出说明|谈话|约谈|通报|扣|列名|名单|做工作|做通工作|做思想工作|记|往后|靠后|不考虑|评优|评先)',
  '(?:党员|干部|职工|教师|每人|人均|每户|户均|领导)[^□。;,]{0,4}?(?:不(?:得)?(?:少|低)于|至少|起步|起捐|最低)[^□。;,]{0,3}?\\d+(?:元|块|份|次|张)?',
  '(?:不足|少于|低于|未满|不满|达不到)[^□。;,]{0,8}?(?:的)?[^□。;,]{0,4}?(?:通报|扣|约谈|说明|补|取消)',
  '(?:作为|当作|列为)[^□。;,]{0,6}?(?:评优|评先|考核|绩效|晋升)[^□。;,]{0,2}?(?:依据|参考|指标|条件)',
  '率(?:低于|不足|达不到)[^□。;,]{0,8}?(?:不得|不能|扣|通报|约谈)?',
  '(?:差|少|缺)[一1](?:户|人|份|个|名)[^□。;,]{0,3}?扣',
  '(?:名单|人数|金额|情况)[^□。;,]{0,6}?(?:报送?|上报|汇总|公布|通报|排名|张榜)[^□。;,]{0,6}?(?:考核|镇|县|局|办|$)',
);

export const voluntaryInName = defineRule({
  id: 'variant/voluntary-in-name',
  title: '名为自愿',
  basis: [],
  message: '「{quote}」说是自愿，却计数、考核或要说明原因。',
  suggestion: '真自愿就不定数、不统计、不计入考核；否则按任务写明依据和经费。',
  cues: '都行 都可 自愿 意愿 自觉 强制 强求 要求 硬性 自主 鼓励 倡议 提倡 愿',
  saves: 'other',
  examples: {
    bad: [
      '⟦"慈善一元捐"自愿参与,参与率低于八成的单位说明情况⟧,参与率达九成才能评优。',
      '⟦订阅不强求,但没订的支部要写明理由⟧。',
      '⟦义务植树凭个人意愿,各社区人数记入文明积分⟧。',
      '⟦鼓励职工购买扶贫年货,每单位不少于二十份⟧。',
    ],
    good: [
      '自愿报名,不统计、不考核。',
      '村民自愿参加合作社,入社人数由合作社登记。',
      '自愿放弃遗产的应当书面声明。',
      '不得以自愿之名下达认购任务。',
      '参不参加由本人决定,村里只讲政策。',
      '名为自愿、实为摊派的做法要纠正。',
    ],
  },
  find: findCounted,
});

const OTHER = /放弃(?:继承|遗产)|书面声明|名为自愿|变相|合作社登记|志愿军|自愿退休|自愿离婚|自愿认罪/u;

function* findCounted({ statements }: Reading): Iterable<Match> {
  for (const statement of statements) {
    if (!VOLUNTARY.test(statement.raw) || OTHER.test(statement.raw)) continue;
    const match = countedSpan(statement);
    if (match) yield match;
  }
}

/** From the words of free choice to the words that count it, in whichever order they stand. */
function countedSpan({ raw, announced, start }: Statement): Match | null {
  const free = spanOf(VOLUNTARY.exec(raw));
  const counted = spanOf(COUNTED.exec(announced));
  if (!free || !counted) return null;
  const from = Math.min(free.start, counted.start);
  const span = wholeClauses(raw, { start: from, end: Math.max(free.end, counted.end) });
  return { start: start + span.start, end: start + span.end };
}
