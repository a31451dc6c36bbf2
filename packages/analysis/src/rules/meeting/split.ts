import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';
import { isAboutMeeting } from './gatherings.ts';

const N = '(?:[二两三四五六七八九十几]|[2-9])';
const DAY = `(?:周[一二三四五六日]|初[一二三四五六七八九十]|\\d{1,2}日|上午|下午|晚上|次日|第[一二三]天|明天|后天|隔天)`;
/** Every session is for the same people. */
const SAME_PEOPLE = new RegExp(
  `同一?[批名拨]|同样的?参会|原班人马|原人|还是那些人|那些人|还是你们|人员?不[换变动]|人不[换变动]|不换人|同样的人|同一拨|一个都别换|老面孔|全勤|(?:人员|对象|参会人|范围)[^。;,]{0,4}(?:不变|相同|同上|一致|一样)|[都均皆][为由]|都[要须得]到|[都均]须参加|都要(?:参加|进|来|听)|都得来|[每场次]?[场次]次?(?:必)?到|${N}(?:个半天|个上午|个下午|[次场期讲节晚天回段批])[^。;,]{0,4}(?:都|均|全|皆|一)|全部${N}[场次期]|一[场次晚节期天]都?[不别莫](?:能|得|许|可|要)?[落缺漏少]|每[场次期][^。;,]{0,12}都[要须得]|都不能?缺|场场不落|次次到|均须到会|全程参加|合并计算|每次都?点名`,
  'u',
);
const SPLIT_UP = pattern(
  `(?:拆|切|掰)(?:成|为|作|开)[^□。;]{0,22}?${N}个|[算当]作?${N}个会|(?:剩余|没开完|未完|没讲完|开不完)[^□。;,]{0,10}?(?:明|后|次|改)[^□。;,]{0,8}?(?:继续|接着)|分别[于在]?(?:${DAY}[^□。;,、]{0,3}?[、和]){1,6}${DAY}[^□。;,]{0,10}?(?:召开|举行|开)|先后(?:召开|举行|开|组织|安排)[^□。;]{0,34}?${N}(?:场|个会|次会)|上次[^□。;,]{0,10}?(?:接着|继续|再)讲|(?:接着|继续)讲[^□。;]{0,10}?再讲`,
  `(?:拆|切|掰|分(?![管钟县局院店部公会别片]))(?:成|为|作|开|在)?[^□。;,]{0,14}?(?:${N}|上、?中、?下[一二三]?)[^□。;,]{0,2}?(?:次|场|期|讲|回|节|段|截|块|拨|轮|趟|批|日|天|个(?:半天|上午|下午|晚上|时段|阶段))`,
  `共${N}[讲期场]`,
  '上半场[^□。;,]{1,14}[,、;][^□。;]{0,2}下半场',
  `(?:${DAY}[、和]){1,6}${DAY}[^□。;,]{0,6}?各(?:安排|开|办|讲)?`,
  '一分为[二三四五]|化整为零',
  `(?:连开|连续开|先后开|接连开)${N}[次场晚天回]`,
  `${DAY}[^□。;,]{1,16}[,、;]${DAY}[^□。;,]{1,16}[,、;][^□。;,]{0,4}${DAY}`,
  `第一(?:场|次|阶段|期|批|讲)[^□。;]{1,20}[,、;]第二(?:场|次|阶段|期|批|讲)`,
  '先(?:开|讲|听)[^□。;,]{1,10},[^□。;,]{0,4}(?:再|隔天|接着)[^□。;,]{0,3}(?:开|讲|听)[^□。;,]{1,10},[^□。;,]{0,4}(?:再|后|最后)',
  '(?:明天|次日|第二天)接着开',
);

const SPLIT_FOR_ALL: Wording = {
  view: 'announced',
  when: [SPLIT_UP],
  unless: [
    {
      pattern: /其中一[场次片]|任选|任一|选另一|就近|即可|不得把|不准拆|内容一样|按需|自愿|本片/u,
      class: 'OK',
      reason: '任一场均可',
    },
    /招聘会|考试|比赛|演出|接种|学生|课表|课程|员工|电视剧|家长会|排练|赛/u,
  ],
};

export const split = defineRule({
  id: 'meeting/split',
  title: '长会拆短会',
  basis: [],
  message: '「{quote}」同一批人就同一议题开几次会，时长应合并计算。',
  suggestion: '合成一次，总时长不超过上限；或只须参加其中一场。',
  register: '会议登记',
  saves: 'attend',
  examples: {
    bad: [
      '⟦同一批会计周一学政策、周三学填表、周五谈体会⟧,三次都要到。',
      '为控制会期,⟦将全市水利会拆成四次⟧,每次八十分钟,各站长场场必到。',
    ],
    good: [
      '分三个片区各开一场,就近参加其中一场即可。',
      '上午场面向小学,下午场面向中学。',
      '两场内容一样,时间不便的选另一场。',
      '不得把长会拆成几个短会。',
    ],
  },
  *find({ statements, document }) {
    const forTheSame = statements.filter(
      (statement) => SAME_PEOPLE.test(statement.raw) && isAboutGathering(statement, document),
    );
    yield* matchesIn(forTheSame, SPLIT_FOR_ALL);
  },
});

function isAboutGathering(statement: Statement, document: OfficialDocument): boolean {
  return isAboutMeeting(statement, document) || /听|讲|学|场/u.test(statement.raw);
}
