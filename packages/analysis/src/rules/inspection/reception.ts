import type { Statement } from '../../document/statements.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';
import { VISITORS } from './visits.ts';

const OCCASION = pattern(
  VISITORS,
  '迎检|受检|迎查|迎接[^,。;]{0,10}(?:查|督|考核|验收|评)|接待(?:任务|点|现场)|受访|讲解点|调研活动|检查沿线|(?:此次|本次|这次)(?:调研|视察|考察|参观|观摩|检查)|现场会|来看|来访|考察|观摩|参观|视察|调研点|应答口径|查阅|(?:检查|督查|督导|考核|验收|评估|考评)(?:当天|当日|期间|前|时|的来|那天|,|路线|线路|点位)|查看现场|省考|国考',
);
/** Said to a visitor, named a few sentences before. */
const BRIEFING = /汇报(?:材料|稿|片|PPT)|讲解[词稿]|展板|欢迎牌/u;
const THINGS =
  '(?:展板|横幅|标语|标牌|鲜花|花卉|绿植|花草|盆栽|欢迎牌|指示牌|讲解(?:词|稿|员|点)|解说(?:词|员|稿)|路线图|(?:参观|观摩|检查|考察|行进|迎检|来访)?(?:路线|线路)|座次|桌签|席卡|彩册|画册|汇报(?:材料|稿|片|视频|PPT|提纲|资料)?|宣传片|专题片|资料盒|档案盒|台账|沙盘|茶水|矿泉水|雨伞|扩音器|绶带|墙面|院墙|院坝|主干道|路面|彩旗|汇编|流程图|门头|灯箱|店招|问答提纲|桌面|标识牌|柴堆|大屏|PPT|流程单|手册|会议室|会场|停车位|资料|材料|记录|图片|病历|点评席)';
const READY =
  '(?:准备好?|备好|备妥|备齐|备足|挑好|挑选|选好|做出来|做好|做一|留出|摆放?好?|摆上|布置好?|制作|印制|印成|设置|悬挂|张贴|贴标|挂|打扫|清扫|扫(?=干净|一|得)|插|摆到|装盒|备查|擦亮|排好|就位|换新|更换|弄完|走场|熟背|发到户|清走|清理|粉刷|刷|种上|背熟|背诵|熟记|熟练|彩排|预演|演练|踩点|美化|整理好?|更新|更换|滚动播放|装扮|搭建|编印|佩戴|送我审|定稿|到位|敲定|走[^□。;,]{0,6}?回头路|一样(?:都)?不能少)';

const NEARBY_SENTENCES = 4;

const RECEPTION: Wording = {
  view: 'announced',
  when: [
    together([THINGS, READY], 26),
    pattern(
      '迎检[^□。;,]{0,6}?(?:准备|工作|点位|材料|方案|台账|责任)',
      '做好[^□。;,]{0,4}?迎(?:接|检)[^□。;]{0,16}?(?:准备|工作)',
      '(?:设计|规划|确定|选定)[^□。;,]{0,6}?(?:参观|观摩|检查|迎检)?(?:路线|线路|点位)',
      '统一[^□。;,]{0,6}?口径|口径[^□。;,]{0,4}?统一|应答口径',
      '(?:讲解|解说|台词|稿子)[^□。;]{0,10}?背熟|背(?:下来|会|得滚瓜)|夹道|列队[^□。;,]{0,4}?[欢迎]|彩排|提前[^□。;,]{0,6}?(?:打好?招呼|踩点|通气)|打好招呼',
      '(?:安排|挑选?|选派?)[^□。;,]{0,10}?(?:形象好|会说话|能说会道)',
      '(?:保证|确保)[^□。;,]{0,8}?(?:开工|出彩|机器转|人气)|电梯专人值守',
    ),
  ],
  unless: [
    {
      pattern:
        /不(?:搞|挂|印|要求|作|做|需|用|得|设|听|摆|必)[^,。]{0,8}(?:准备|布置|材料|迎送|横幅|接待|汇报|展板)|自带|自行解决/u,
      class: 'NEG',
      reason: '写明不准备',
    },
    /博物馆|景区|游客|展览馆|旅行社|导游|学生参观|开放日|值班表|考点|考场|消防演练|应急演练|新生|智能|算法|茶会|观众|昨天|去年/u,
  ],
};

export const reception = defineRule({
  id: 'inspection/reception',
  title: '迎检准备',
  basis: ['provisions-2024.reports'],
  message: '「{quote}」要求为来人作接待布置、备材料。',
  suggestion: '不布置、不汇报、不备材料，走到哪看到哪。',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦迎检点位要提前打扫干净⟧,摆好展板,讲解词熟记于心。',
      '⟦请把汇报材料印成彩册⟧,线路、座次均备妥,等候考核组。',
      '⟦参观线路沿途摆放花卉⟧,讲解员须背熟讲稿。',
      '县里下周来看,⟦沿线墙面再刷一遍白⟧。',
    ],
    good: [
      '不搞迎来送往,不挂横幅。',
      '检查组自带干粮,不要求准备任何材料。',
      '博物馆讲解员须熟悉讲解稿。',
      '为迎检连夜刷墙,是花架子。',
      '走到哪看到哪,不作准备。',
    ],
  },
  *find({ statements, document }) {
    for (const statement of statements) {
      const [prepared] = matchesIn([statement], RECEPTION);
      if (prepared && isOnVisit(statement, document.statements)) yield prepared;
    }
  },
});

function isOnVisit({ raw, heading, index }: Statement, all: readonly Statement[]): boolean {
  if (OCCASION.test(raw) || OCCASION.test(heading)) return true;
  return (
    BRIEFING.test(raw) && all.slice(Math.max(0, index - NEARBY_SENTENCES), index).some((one) => OCCASION.test(one.raw))
  );
}
