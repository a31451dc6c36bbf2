import { readNumber } from '../../document/numerals.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule, type Match } from '../rule.ts';
import { wholeClauses } from '../wording.ts';

const POINT = '分(?![钟之析类别期队局管工布配享为成子])';
const TOTAL = new RegExp(
  `(?:总分|满分|总分值|分值|基础分|考核分|标准分|计分标准|总计|合计|共计)[^□。;,\\d]{0,6}?(?<n>${NUMBER})\\s*${POINT}|(?<m>${NUMBER})\\s*分(?:制|值|附加)`,
  'gu',
);
/** Points on top of a hundred. */
const ON_TOP = new RegExp(
  `(?:百分制|100\\s*分|一百分)[^□。;]{0,16}?(?:附加|奖励|加减?)分项?[^□。;,\\d]{0,10}?(?<n>${NUMBER})\\s*${POINT}|(?:另设|另加|外加|附加题?)[^□。;,]{0,6}?(?:附加|奖励|加减?)分项?[^□。;,\\d]{0,8}?(?<m>${NUMBER})\\s*${POINT}`,
  'u',
);
/** 加分项可到六十分 permits the lever: it is read as written. */
const ON_TOP_ALLOWED = /最高可|加分项?[^。;,]{0,6}(?:可|最高|最多)/u;
const ITEM =
  '(?:指标|细则|细目|评分[点项]|扣分[点项]|得分点|打分[点项表]|计分[点项]|赋分[点项]|考核[点项]|考核内容|条目|要点|小项|考点|观测点|评[分价]标准|评分表|测评项|检查项)';
const COUNT = new RegExp(
  `${ITEM}[^□。;]{0,16}?[增扩加][加大]?[至到为成](?<m>${NUMBER})\\s*(?:个|条|项)|${ITEM}[^□。;]{0,12}?(?<after>${NUMBER})\\s*(?:余|多)?(?:个|条|项|处|点)|(?<n>${NUMBER})(?!级)\\s*(?:余|多)?(?:个|项|条|处)?(?:余|多)?[^□。;,、\\d]{0,4}?${ITEM}`,
  'gu',
);
const ASSESSES = /考核|考评|评估|评价(?!指标体系)|打分|测评|分制|满分|总分|考核办|验收|评分|赋分|计分|得分|绩效|创建/u;
const OTHER =
  /高考|中考|考试|试卷|认可准则|国家标准|实验室|血压|体检|减至|压缩|压减|减到|精简|不超过|不得超过|水质|环境质量|招标|投标|评标|驾考|竞赛|普查|问卷|信用积分|折算成百分|等级医院|医院等级|卫健委评审|评审标准|积分(?:兑换|超市)/u;

export const scoreInflation = defineRule({
  id: 'inspection/score-inflation',
  title: '分值膨胀',
  basis: [],
  message: '「{quote}」分值或指标过多（上限 {total} 分、{indicators} 项）。',
  suggestion: '总分不超过 {total} 分，指标只留管用的。',
  cues: '分 指标 细则 细目 小项 条目 要点',
  saves: 'receive-inspection',
  options: {
    total: { default: 100, source: 'house', meaning: '考核总分上限' },
    indicators: { default: 50, source: 'house', meaning: '考核指标数上限' },
  },
  examples: {
    bad: [
      '⟦考评总分1000分⟧,其中日常占六百。',
      '⟦食堂评估满分1500分⟧,细目208条。',
      '⟦卫生院绩效评价设三级指标217个⟧,逐一打分。',
      '⟦乡镇河湖考核实行1200分制⟧。',
      '⟦考核实行百分制,另设附加分40分⟧。',
    ],
    good: [
      '考核总分100分,指标不超过15个。',
      '高考满分750分。',
      '指标数从二百个减至二十个。',
      '千分制考核看着精细,其实是折腾。',
      '考核合格者方可上岗,培训60个课时。',
    ],
  },
  *find({ statements }, { total, indicators }) {
    for (const { announced, raw, start, heading } of statements) {
      if (!ASSESSES.test(raw + heading) || OTHER.test(raw)) continue;
      const text = ON_TOP_ALLOWED.test(raw) ? raw : announced;
      const match = over(text, TOTAL, total) ?? onTop(text) ?? over(text, COUNT, indicators);
      if (match) yield { start: start + match.start, end: start + match.end, data: { total, indicators } };
    }
  },
});

/** The first count above the limit. */
function over(text: string, measured: RegExp, limit: number): Match | null {
  for (const match of text.matchAll(measured)) {
    const { n, m, after } = match.groups ?? {};
    const value = readNumber(n ?? m ?? after ?? '');
    if (value !== null && value > limit) {
      return wholeClauses(text, { start: match.index, end: match.index + match[0].length });
    }
  }
  return null;
}

function onTop(text: string): Match | null {
  const match = ON_TOP.exec(text);
  return match && wholeClauses(text, { start: match.index, end: match.index + match[0].length });
}
