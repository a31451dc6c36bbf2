import { defineRule } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';

const OCCASION =
  /检查|督查|督导|考核|参观|观摩|来看|迎检|视察|调研组|验收|评估|现场会|领导|来访|查阅|来宾|线路|考评|点位|巡察|接待/u;
const DECOR =
  '(?:展板|横幅|标语|鲜花|花卉|绿植|讲解(?:词|稿|员)?|解说(?:词|员|稿)|路线|线路|座次|桌签|彩册|画册|汇报(?:材料|稿|片|视频)|宣传片|专题片|资料盒|档案盒|台账|沙盘|席卡|茶水|墙面|刷白|粉刷|大屏|PPT|流程单|点位|手册|现场)';
const PREPARE =
  '(?:准备好?|备好|备妥|备齐|摆放?好?|摆上|布置好?|制作|印制|印成|设置|悬挂|张贴|打扫|清扫|粉刷|刷|种上|种|背熟|背诵|熟记|熟记于心|熟练|熟悉|彩排|预演|演练|踩点|打造|美化|整理好?|更换|滚动播放|装扮|搭建|编印)';

const RECEPTION: Wording = {
  view: 'announced',
  when: [
    pattern(
      `(?:把|将)?[^□。;,]{0,14}?${DECOR}[^□。;]{0,16}?${PREPARE}`,
      `${PREPARE}[^□。;,]{0,14}?${DECOR}`,
      '迎检[^□。;,]{0,6}?(?:准备|工作|点位|材料|方案|台账|责任)',
      '(?:设计|规划|确定|选定)[^□。;,]{0,6}?(?:参观|观摩|检查|迎检)?(?:路线|线路|点位)',
    ),
  ],
  unless: [
    {
      pattern: /不(?:搞|挂|印|要求|作|做|需|用|得)[^,。]{0,8}(?:准备|布置|材料|迎送|横幅|接待|汇报)|自带/u,
      class: 'NEG',
      reason: '写明不准备',
    },
    /博物馆|景区|游客|展览馆|旅行社|导游|学生参观|开放日|值班表|考点|考场|消防演练|应急演练/u,
  ],
};

export const reception = defineRule({
  id: 'inspection/reception',
  title: '迎检准备',
  basis: ['provisions-2024.reports'],
  message: '「{quote}」要求为来人作接待布置、备材料。',
  suggestion: '不布置、不汇报、不备材料，走到哪看到哪。',
  cues: '检查 督查 督导 考核 参观 观摩 来看 迎检 视察 验收 评估 现场会 领导 查阅 线路 路线 考评 点位 接待 讲解 巡察',
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
  *find({ statements }) {
    const onVisits = statements.filter(({ raw, heading }) => OCCASION.test(raw) || OCCASION.test(heading));
    yield* matchesIn(onVisits, RECEPTION);
  },
});
