import type { Statement } from '../../document/statements.ts';
import { defineRule, type Match } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';
import { JUDGING, LOOKING, SOON, VISITED } from './visits.ts';

const TEAM =
  '(?:(?:督查|督导|督察|检查|考核|考评|巡查|暗访|评估|验收|核查|工作|飞检)(?:小|[一二三四五六\\d])?(?:组|专班|人员)|(?:[两三四五六七八九十\\d]+)个?(?:小)?(?:组|人|路|名|家)|(?<!领导)小组|分队)';
const SENT =
  '(?:派出|派(?=[^生遣别驻])|派员|组成(?!人员|部门|单位)|成立(?!以|于)|抽调|抽[了出]|分成|分[两三四五六七八九\\d]+[路组]|带队|组队|牵头|会同|联合)';
const MOTION =
  '(?:进驻|入驻|分赴|赴|到(?!年|位|底|期|会|岗|达|访|场)|去(?!年|世)|下去|下来|(?<![上起回过])来(?=[看查咱我人]|$)|下到|莅临|深入|前往|走进|进(?=[校村厂园企院驻])|直奔|上街|上路|上门|随机|挨个|逐[村校户家院园厂店所站镇企]|[一1][村镇校]一|实地)';
const PEEK = '(?:看(?![望病书电齐好法护管])|翻|抽(?=账|样|几|看)|摸底|点验|转一圈|挨个转)';
const GOING_TO_LOOK = `(?:(?:${MOTION}[^□。;,]{0,16}?(?:${VISITED}|${LOOKING})|${LOOKING}[^□。;,由]{0,8}?${VISITED})|(?:到|去|下到|进)[^□。;,]{0,12}?${VISITED}[^□。;,]{0,8}?${PEEK}|(?:下来|来人)(?:看|查|转)|进[校村厂园企])`;
const HOLDS = `(?:(?:开展|进行|组织|实施|启动|完成对)[^□。;,]{0,16}?${LOOKING})`;
const DECIDED =
  '(?:将(?=[对于在派由从赴会组抽开进分与到深适随择陆逐])|将不定期|拟(?=[对于到派在赴组开])|决定|兹|现定|计划于|经研究)';

const SETS_OUT: Wording = {
  view: 'announced',
  when: [
    // Somebody is sent out.
    together([SENT, TEAM, `(?:${LOOKING}|${JUDGING})`], 44),
    together([TEAM, `(?:${SOON}|${SENT}|${DECIDED})`, GOING_TO_LOOK], 60),
    // A date is set on which somebody goes.
    together([SOON, GOING_TO_LOOK], 44),
    together([SOON, `${MOTION}[^□。;,]{0,12}?${VISITED}`, JUDGING], 50),
    together([SOON, HOLDS], 44),
    together([SOON, `对(?![照于])[^□。;,]{0,10}?${VISITED}[^□。;,]{0,14}?(?:${LOOKING}|${JUDGING})`], 44),
    together(
      [
        '(?:督查|督导|督察|检查|考核|考评|巡查|暗访|评估|验收|核查)(?:组|队|专班|团)',
        SOON,
        '(?:到(?=[,。;!]|$)|抵达|进驻|入驻|下来|来(?=[,。;!]|$)|到[镇村校县院园]|来[镇村校县院园])',
      ],
      40,
    ),
    together(
      [
        SOON,
        '(?:来|到|进|下)[^□。;,]{0,3}?[村镇校院园厂站所]',
        '(?:看一?看|转[一]?[圈转]|瞧|翻一?翻|查一?查|抽一?抽|摸一?摸底)',
      ],
      40,
    ),
    together(
      [SOON, '(?:抽|挑|选)[^□。;,]{0,2}?(?:几|[一二两三四五六七八九十\\d]+)[个家所处座]', '(?:看看|查|翻|瞧|核)'],
      40,
    ),
    // It is announced that somebody goes.
    together([DECIDED, HOLDS, VISITED], 60),
    together(['第[一1]组', '第[二2]组', LOOKING], 40),
    together([DECIDED, GOING_TO_LOOK], 44),
    pattern(
      '(?:会同|联合|抽调)[^□。;]{0,14}?(?:每[周月季]|不定期|随机|定期)[^□。;]{0,6}?(?:抽|查|核)[^□。;,]{0,4}?(?:\\d|[一二两三四五六七八九十几])',
      '(?:检查|督查|督导|核查|抽查|暗访)时间[:为][^□。;]{0,6}\\d',
      `(?:临时|额外|再)加一?[次轮场][^□。;,]{0,10}?(?:${LOOKING}|${JUDGING}|督导)`,
      '(?:督查|检查|暗访|督导|抽查)[^□。;]{0,40}?(?:统一|一早|准时|集合|[点时日号])出发',
      `不打招呼[^□。;]{0,30}?${LOOKING}`,
    ),
  ],
  unless: [
    {
      pattern:
        /自查|自行检查|自检|由[^,。]{0,10}(?:特检院|检验所|监测站)|年检|预约|免费|两癌|体检|孩子|作业(?!区)|举报|接报|投诉|线索|申请|(?:竣工|工程|质量|到货|完工)[^,。]{0,4}验收|合同/u,
      class: 'LAW',
      reason: '自查、年检或依举报检查',
    },
    {
      pattern: /未列入|合并为|每[家户]?企业[^,。]{0,6}不超过|想请|可自行/u,
      class: 'NEG',
      reason: '减少检查',
    },
    { pattern: /局属|本局所属|直属(?:单位|站)|所属[^,。]{0,6}站/u, class: 'SELF', reason: '对本部门直属单位' },
    // Told to bearers, or the ground for something else: not a visit that this text sets out upon.
    /^(?:@[^ ]{1,6}\s*)?请?各?[\p{Script=Han}]{0,8}(?:镇|村|居|社区|学校|单位|小组|网格员|省份|市县|医院|地区|部门)[^,。]{0,3}(?:要|须|应|对|于|在)/u,
    /(?:因|鉴于|迎接|迎检)[^,。;]{0,12}(?:查|督导|考核|验收)/u,
    /会中|画面|会场纪律|我公司|受理|实习生|轮转|内部|我单位|本单位|添麻烦|电工|维修|工程师|病历|血压|考生|期满|双随机|抽查(?:事项|结果)|检查结果|污染源普查|借调/u,
  ],
};
/** The plan item is printed once and holds for every visit that the paper announces. */
const PLAN_ITEM =
  /(?:督查检查考核|督检考|检查考核|督查|检查)[^。;]{0,8}计划[^。;]{0,24}(?:第[\d一二三四五六七八九十]+项|[〔[(]20\d\d[〕\])]\s*\d+号|编号)|(?:备案号|备案编号|计划编号|计划项|审批编号)[^。;]{0,6}[\dA-Z〔]/u;
const PLANNED = { class: 'MERGED', reason: '文中已写明计划项或备案号' } as const;

export const unplanned = defineRule({
  id: 'inspection/unplanned',
  title: '计划外督检考',
  basis: ['provisions-2024.inspection-plan', 'inspect-2018.plan'],
  message: '「{quote}」没有写明年度计划项或备案号。',
  suggestion: '写明年度督检考计划项和备案号；没有的并入已列事项，或不开展。',
  cues: '查 看 翻 抽 督导 督察 考核 考评 暗访 验收 评估 飞检 拉网 测评 回头看 察看 过一遍 翻看',
  register: '督检考计划',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦兹定于下周三起对各乡镇防返贫工作开展专项督查⟧。',
      '⟦县教育局拟组成四个检查组,分赴各校检查寄宿管理⟧。',
      '⟦下周派出六个组,对全县助餐点拉网查验⟧。',
      '⟦临时加一次供暖督导⟧,明天上午就下去。',
    ],
    good: [
      '未列入年度计划的检查一律不开展。',
      '去年县里先后来了三十多拨检查,今年合并为九项。',
      '请家长检查孩子作业。',
      '我站每月自查一次泵房。',
      '电梯年检由特检院上门办理。',
      '助餐点想请营养师看看的,可自行联系。',
      '建立评估机制,试点期满后组织考核验收。',
      '加强督导检查,对重点任务完成情况进行评估。',
    ],
  },
  *find({ statements, document: { text } }) {
    const planned = PLAN_ITEM.test(text);
    for (const match of matchesIn(statements, SETS_OUT)) {
      const shownHere = PLAN_ITEM.test(sentenceAround(statements, match));
      yield planned && !shownHere ? { ...match, cleared: PLANNED } : match;
    }
  },
});

function sentenceAround(statements: readonly Statement[], { start, end }: Match): string {
  return statements.find((one) => one.start <= start && end <= one.end)?.raw ?? '';
}
