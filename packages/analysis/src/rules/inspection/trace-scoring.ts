import { PICTURES } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';

const TRACE = `(?:台账|(?:会议|学习|走访|工作|谈心|活动|巡查)?记录|登记[本簿册]|日志|手册|笔记|简报(?!稿)|签到[表册簿]?|${PICTURES}|横幅|展板|档案(?!馆|局|工作)|(?<!经验|典型|高分子)材料(?!费)|资料|印证|佐证|留痕|痕迹|图(?=多|少|不全)|截图|发图|心得|实施方案|方案(?=\\d)|总结|小结|纪要|宣传栏|(?:工作)?信息(?=报送[(]|不少于|\\d|[每一]|[、,计各])|日记|笔录|本子|软件(?=\\d|资料)|有(?:计划|方案|通知|文件)|标语|台帐|装订)`;
const AMOUNT =
  '(?:\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十百半]+(?:点[一二三四五六七八九])?)\\s*分(?![钟之析类别期队局管工布配享为成子])';
const POINTS = `(?:(?:得|记|加|计|扣|倒扣|赋|占|减|给|各|打|少|奖|值)[^□。;,、]{0,4}?${AMOUNT})`;
const SCORED = `(?:${POINTS}|扣\\d+\\.\\d+|[高低]分(?![子辨布之散])|扣[零0][点.][\\d一二三四五六七八九]+|(?:打|计)?零分|不(?:予|得|能)?(?:认分|得分|计分|给分)|(?<!统)计分(?!析)|打分|评分|得分(?![点项须])|满分|赋分|给分|扣分|倒扣|加分|记分(?!牌)|扣减|认分|每[期篇张次条份本个项][^□。;,、]{0,2}?${AMOUNT}|减分(?!项)|折分|痕迹分|占[^□。;,]{0,8}?(?:总分|分值|考核|考评|成绩|得分)[^□。;,]{0,6}?(?:[一二三四五六七八九半]成|\\d+%|百分之|一半|大头)|(?:考核|考评|评分)[^□。;]{0,8}?占(?:\\d+%|[一二三四五六七]成|百分之)|权重)`;

const OTHERWISE: Wording['unless'] = [
  {
    pattern: /药品|购销记录|企业|门店|食品经营|安全生产许可|驾驶|记分周期|病历|执法/u,
    class: 'LAW',
    reason: '对经营者的法定记录',
  },
  {
    pattern: /不以|不看|不查|取消(?:材料|台账|痕迹)|不作为|不计分(?:值)?$|逼出/u,
    class: 'NEG',
    reason: '写明不按痕迹计分',
  },
  /高分子|裁判|比赛|作文|书法|卷面|考卷|考生|学生|试题|投标|评标|技术分|商务分|面试|招聘|材料费|期中|期末|论文|结业|迟报|每?[迟晚][一1]?[日天次]|漏报|逾期|晚[交报]|(?:未|不)(?:按|及)时[^。;,]{0,4}(?:报|交)/u,
];
const SCORES_TRACES: Wording = {
  view: 'announced',
  when: [
    together([TRACE, SCORED], 34),
    pattern(
      `${TRACE}(?:完整|齐全|规范|质量|情况|收集|归档|建立|报送)?[度性率]?\\s*[(:]?\\s*${AMOUNT}`,
      `${AMOUNT}[^□。;,]{0,4}?[:,]?[^□。;,]{0,8}?(?:查看|查阅|看|凭)[^□。;,]{0,8}?${TRACE}`,
    ),
  ],
  unless: OTHERWISE,
};
/** Reads like a ban, is a price: so it is looked for in the sentence as written. */
const NO_POINTS: Wording = {
  view: 'raw',
  when: [together([TRACE, '(?:不得分|不[予能](?:认|计|给|记)分)'], 34)],
  unless: [/有的|一些|个别|去年|曾经|不再|反对/u, ...OTHERWISE],
};

export const traceScoring = defineRule({
  id: 'inspection/trace-scoring',
  title: '以痕迹论成绩',
  basis: ['provisions-2024.traces'],
  message: '「{quote}」按台账、记录、照片打分。',
  suggestion: '看结果、看现场、问群众；本子和照片不计分。',
  cues: '分 扣 占 权重',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦有会议记录得2分⟧,有简报得1分。',
      '⟦台账不规范的每处扣0.5分⟧。',
      '⟦巡塘手册写满一本记5分⟧,有空页的倒扣。',
      '⟦每份工作信息、每张图片都计分⟧。',
    ],
    good: [
      '不以台账厚薄、照片多少论英雄。',
      '考核取消材料分,只看群众认不认可。',
      '作文卷面整洁可得3分。',
      '书法课按字迹工整给分。',
      '不得将会议次数作为评分依据。',
      '图片须在20分钟内传完,资料供统计分析用。',
    ],
  },
  *find({ statements }) {
    const scored = [...matchesIn(statements, SCORES_TRACES)];
    yield* scored;
    for (const unpaid of matchesIn(statements, NO_POINTS)) {
      if (!scored.some(({ start, end }) => start < unpaid.end && unpaid.start < end)) yield unpaid;
    }
  },
});
