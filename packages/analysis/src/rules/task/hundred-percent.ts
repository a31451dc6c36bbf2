import { readNumber } from '../../document/numerals.ts';
import { defineRule } from '../rule.ts';
import { wholeClauses } from '../wording.ts';

const SOFT =
  '(?:覆盖|知晓|满意|回收|签约|参与|参保|入户|签字|办结|满意度|办结率|关注|安装|注册|普及|宣传|建档|走访|受教育|到会|参学|学习|完成|响应|回访|登记|录入|上传|使用|报名|接种|普查|化解|动员|成功|清零|签订|排查|整改|落实|达标|到位|续保|缴费|收缴|培训|面)';
const RATE = new RegExp(
  `${SOFT}[^□。;,、%]{0,4}?(?:率|面|度|数)?[^□。;,%]{0,14}?(?:(?<percent>1?\\d{2}(?:\\.\\d+)?)\\s*%|百分之(?<han>一?百|九十九(?:点[一二三四五六七八九])?)|(?<word>百分百|百分之百|双百|三个百分百|两个100|全覆盖无死角|九成九))`,
  'u',
);
const PHYSICAL =
  /合格率|强度|抽检|设计值|纯度|浓度|钢筋|混凝土|食用油|含量|质量|验收合格|产品|药品|供水|湿度|信号|疫苗(?:有效|合格)/u;

export const hundredPercent = defineRule({
  id: 'task/hundred-percent',
  title: '百分百指标',
  basis: [],
  message: '「{quote}」要求达到 {from}% 以上。',
  suggestion: '不设百分百；说明合理范围和做不到的原因。',
  cues: '% 百分 双百 九成九 成九',
  saves: 'other',
  options: {
    from: { default: 99, source: 'house', meaning: '视为百分百指标的起点（%）' },
  },
  examples: {
    bad: [
      '⟦医保政策知晓率要达到100%⟧。',
      '⟦家庭医生签约率、知晓率均须为百分之百⟧。',
      '⟦问卷回收率、群众满意度双百⟧。',
      '⟦参与率务必99.5%以上⟧。',
    ],
    good: [
      '不设知晓率硬指标。',
      '参保率稳定在95%左右即可。',
      '食用油抽检合格率应为100%。',
      '全县已实现信号百分百覆盖。',
      '钢筋抽检合格率须为百分之百。',
    ],
  },
  *find({ statements }, { from }) {
    for (const { announced, raw, start } of statements) {
      if (PHYSICAL.test(raw)) continue;
      const match = RATE.exec(announced);
      const percent = match?.groups?.['percent'];
      if (!match || (percent !== undefined && (readNumber(percent) ?? 0) < from)) continue;
      const span = wholeClauses(announced, { start: match.index, end: match.index + match[0].length });
      yield { start: start + span.start, end: start + span.end, data: { from } };
    }
  },
});
