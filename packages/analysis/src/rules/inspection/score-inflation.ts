import { readNumber } from '../../document/numerals.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule, type Match } from '../rule.ts';
import { wholeClauses } from '../wording.ts';

const TOTAL = new RegExp(
  `(?:总分|满分|总分值|分值|附加题?|附加分)(?:值|为|共|计|设|设置)?[为是共计:]?\\s*(?<n>${NUMBER})\\s*分|(?:另设|设置?|实行|采用|按)[^□。;,]{0,6}?(?<m>${NUMBER})\\s*分(?:制|附加|值)`,
  'u',
);
const COUNT = new RegExp(
  `(?<n>${NUMBER})\\s*(?:个|项|条)?(?:余)?(?:条|项|个)?[^□。;,、]{0,4}?(?:考核|评价|三级|二级|具体|评分|考评)?(?<unit>指标|细则|细目|评分点|得分点|评分项|考核点|条目|要点)(?:\\s*(?<after>${NUMBER})\\s*[条项个])?|(?:细则|细目|指标|评分项)(?:共|计|有|为|达)?\\s*(?<back>${NUMBER})\\s*(?:条|项|个)`,
  'u',
);
const ASSESSES = /考核|考评|评估|评价|打分|测评|分制|满分|考核办|验收|评分|指标/u;
const OTHER =
  /高考|中考|考试|试卷|认可准则|国家标准|实验室|血压|体检|减至|压缩|精简|不超过|不得超过|水质|环境质量|招标|投标|驾考|竞赛/u;

export const scoreInflation = defineRule({
  id: 'inspection/score-inflation',
  title: '分值膨胀',
  basis: [],
  message: '「{quote}」分值或指标过多（上限 {total} 分、{indicators} 项）。',
  suggestion: '总分不超过 {total} 分，指标只留管用的。',
  cues: '分 指标 细则 细目 评分',
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
    ],
    good: [
      '考核总分100分,指标不超过15个。',
      '高考满分750分。',
      '指标数从二百个减至二十个。',
      '千分制考核看着精细,其实是折腾。',
    ],
  },
  *find({ statements }, { total, indicators }) {
    for (const { announced, raw, start } of statements) {
      if (!ASSESSES.test(raw) || OTHER.test(raw)) continue;
      const match = over(announced, TOTAL, total) ?? over(announced, COUNT, indicators);
      if (match) yield { start: start + match.start, end: start + match.end, data: { total, indicators } };
    }
  },
});

function over(text: string, measured: RegExp, limit: number): Match | null {
  const match = measured.exec(text);
  const { n, m, after, back } = match?.groups ?? {};
  const values = [n, m, after, back].map((digits) => readNumber(digits ?? '') ?? 0);
  if (!match || Math.max(...values) <= limit) return null;
  return wholeClauses(text, { start: match.index, end: match.index + match[0].length });
}
