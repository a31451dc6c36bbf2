import { readNumber } from '../../document/numerals.ts';
import { defineRule } from '../rule.ts';
import { wholeClauses } from '../wording.ts';

const FULL =
  '(?:(?<![×*/\\d])(?<percent>1?\\d{2}(?:\\.\\d+)?)\\s*%(?!的(?:截图|目标|指标)|[高用]|实现|智能)|百分之(?<han>一?百|九十九(?:点[一二三四五六七八九])?)(?!的(?:截图|目标|指标|覆盖))|百分百|双百|双一百|三个百分百|两个100|一?百个百?分?点|满格|满分|满百(?!天|岁|日)|拉满|打满|十成|全覆盖无死角|九成九)';
const SOFT =
  '(?:覆盖|知晓|满意|回收|签约|参与|参保|入户|签字|办结|关注|安装|注册|普及|宣传|建档|走访|受教育|到会|参学|学习|完成|响应|回访|登记|录入|上传|使用|报名|普查|化解|动员|成功|清零|签订|排查|整改|落实|达标|到位|续保|缴费|收缴|培训|见面|全员|体检|筛查|接种|采集|激活|认证|普查|开通|绑定|领取|签收|张贴|评议|测评|答复|送达|巡查|处置|参训|投票|申报|公示|评价|好评|结案|巩固|上户|建卡|投保|转化|公开|公认)';
/** A share of people or tasks, then the whole of it. */
const RATES = [
  new RegExp(`(?:率(?![先领队])|满意度|知晓度|覆盖面|比例)[^□。;%]{0,24}?${FULL}`, 'u'),
  new RegExp(`${SOFT}[^□。;,、%]{0,14}?${FULL}(?=[,。;、!以,\\s□]|$)`, 'u'),
  new RegExp(`${FULL}[^□。;,%]{0,3}?(?:${SOFT}|的?[^□。;,%]{0,8}?(?:率(?![先领队])|满意度|知晓度|覆盖面))`, 'u'),
  /(?:率(?![先领队])|满意度|知晓度|覆盖面|参与面)[^□。;,\d]{0,6}?100(?![\d.%]|\s*[^\s,。;、!])/u,
];
/** Things that must be sound, and formulas. */
const PHYSICAL =
  /(?:达标|创建|创成)率|留观|护士|医护|巩固率|医疗废物|安全带|处[置理]率达|义务教育|毛入学率|在线率|宕机|救灾物资|由[^,。]{0,6}(?:局|部门|公司|院|中心)(?:核定|负责|承担|完成|把关)|排放|特种设备|持股|(?:本|我)[\p{Script=Han}]{1,3}承诺|公司建|水质|水源|冷链|温度|试块|消毒|灭菌|电压|化验|完好率|开机率|出勤率|(?:质量|产品|焊缝|抽检|检验|检测|水质|出厂|出水|疫苗)[^,。]{0,8}合格率|强度|抽检|设计值|纯度|浓度|钢筋|混凝土|食用油|含量|验收合格|药品|供水|湿度|信号|设备|监控|车载|报警器|电量|逼|造假|可用率|接入率|入库|检查覆盖|督查覆盖/u;
const REPORTED =
  /^(?:\d{4}年(?![底末前])|今年(?:以来|上半年|一季度)|截至|目前|去年|上半年|前三季度|一季度)(?![^。]*(?:须|必须|务必|确保|要|力争|目标|应|不低于|不少于))/u;

export const hundredPercent = defineRule({
  id: 'task/hundred-percent',
  title: '百分百指标',
  basis: [],
  message: '「{quote}」要求达到 {from}% 以上。',
  suggestion: '不设百分百；说明合理范围和做不到的原因。',
  cues: '% 率 满意度 覆盖面 知晓度 百分 双百 九成九 成九 满格 十成 百个 满百',
  saves: 'other',
  options: {
    from: { default: 99, source: 'house', meaning: '视为百分百指标的起点（%）' },
  },
  deaf: ['SEC'],
  examples: {
    bad: [
      '⟦满意度要拉满⟧,一票都不能丢。',
      '⟦群众见面率不低于99.5%⟧。',
      '⟦医保政策知晓率要达到100%⟧。',
      '⟦家庭医生签约率、知晓率均须为百分之百⟧。',
      '⟦问卷回收率、群众满意度双百⟧。',
      '⟦参与率务必99.5%以上⟧。',
    ],
    good: [
      '本中心承诺回访率100%。',
      '医疗废物处置率应为100%。',
      '2025年,全县参保率达到100%。',
      '不设知晓率硬指标。',
      '参保率稳定在95%左右即可。',
      '食用油抽检合格率应为100%。',
      '全县已实现信号百分百覆盖。',
      '钢筋抽检合格率须为百分之百。',
    ],
  },
  *find({ statements }, { from }) {
    for (const { announced, raw, start } of statements) {
      if (PHYSICAL.test(raw) || REPORTED.test(raw)) continue;
      const match = firstOf(announced, from);
      if (!match) continue;
      const span = wholeClauses(announced, match);
      yield { start: start + span.start, end: start + span.end, data: { from } };
    }
  },
});

function firstOf(text: string, from: number): { start: number; end: number } | null {
  for (const rate of RATES) {
    const match = rate.exec(text);
    const percent = match?.groups?.['percent'];
    if (match && (percent === undefined || (readNumber(percent) ?? 0) >= from)) {
      return { start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}
