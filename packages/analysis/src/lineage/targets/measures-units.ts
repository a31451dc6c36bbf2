/** The units that numbers of official texts stand before, and what each measures. */

export type Metric = '频次' | '覆盖率' | '金额' | '数量' | '总分' | '期限' | '提前量' | '人数' | '时长';

/** Units of the answers; shares, sums and counts compare within themselves only. */
export type MeasureUnit =
  | 'per-day'
  | 'per-week'
  | 'per-ten-days'
  | 'per-month'
  | 'per-quarter'
  | 'per-term'
  | 'per-year'
  | 'percent'
  | 'yuan'
  | 'count'
  | 'people'
  | 'points'
  | 'minutes'
  | 'hours'
  | 'days';

interface UnitFamily {
  readonly metric: Metric;
  readonly unit: MeasureUnit;
  /** Words of one unit; the number is multiplied to reach the base: fractions, yuan, minutes, counts. */
  readonly words: readonly (readonly [word: string, factor: number])[];
}

/** Things of one family are counted alike: 2处 are 2个, but never 2户. */
const COUNTED = [
  '个 处 家 所 座 间 块 片 点 支 户 户次 家次 栋 幢',
  '篇 条 件 则 份 封 幅 件次',
  '场 次 期 轮 批 堂 节 遍 回 趟 场次 批次 班次',
  '项 宗 起 例 桩 项次',
  '亩 亩次',
  '公顷',
  '公里 千米',
  '米',
  '吨',
  '公斤 千克',
  '斤',
  '套 台 辆 部 架 只 盏 具 副 台次 辆次 艘',
  '张 面 栏 册 本 页 块牌',
  '株 棵 根',
  '头 只次 羽 尾',
  '口 眼',
  '袋 箱 桶 瓶 盒 车',
  '层',
  '床',
  '平方米 平方',
  '立方米 立方 方',
  '字',
  '对',
  '类 种',
];

/** 个 and the like count anything. */
export const ANYTHING = '个处';

const FAMILIES: readonly UnitFamily[] = [
  {
    metric: '覆盖率',
    unit: 'percent',
    words: [
      ['个百分点', 0.01],
      ['百分点', 0.01],
    ],
  },
  {
    metric: '金额',
    unit: 'yuan',
    words: [
      ['元', 1],
      ['块钱', 1],
    ],
  },
  { metric: '总分', unit: 'points', words: [['分', 1]] },
  {
    metric: '人数',
    unit: 'people',
    words: [
      ['人', 1],
      ['名', 1],
      ['位', 1],
      ['员', 1],
      ['人次', 1],
    ],
  },
  {
    metric: '时长',
    unit: 'minutes',
    words: [
      ['分钟', 1],
      ['刻钟', 15],
      ['小时', 60],
      ['个小时', 60],
      ['钟头', 60],
      ['个钟头', 60],
    ],
  },
  {
    metric: '时长',
    unit: 'hours',
    words: [
      ['学时', 60],
      ['课时', 60],
      ['个学时', 60],
      ['个课时', 60],
    ],
  },
  {
    metric: '时长',
    unit: 'days',
    words: [
      ['天', 1440],
      ['日', 1440],
      ['工作日', 1440],
      ['个工作日', 1440],
      ['周', 10_080],
      ['个月', 43_200],
    ],
  },
];

export interface UnitReading {
  readonly metric: Metric;
  readonly unit: MeasureUnit;
  readonly factor: number;
  /** Measures compare only within one family. */
  readonly family: string;
}

const UNITS: ReadonlyMap<string, UnitReading> = new Map([
  ...FAMILIES.flatMap(({ metric, unit, words }) =>
    words.map(([word, factor]) => [word, { metric, unit, factor, family: familyOf(metric, unit) }] as const),
  ),
  ...COUNTED.flatMap((words) =>
    words
      .split(' ')
      .map(
        (word) =>
          [word, { metric: '数量', unit: 'count', factor: 1, family: words.replaceAll(' ', '').slice(0, 2) }] as const,
      ),
  ),
]);

/** School hours are counted apart from hours: nobody knows how long one is. */
function familyOf(metric: Metric, unit: MeasureUnit): string {
  return unit === 'hours' ? '学时' : metric;
}

const LONGEST_FIRST = [...UNITS.keys()].toSorted((left, right) => right.length - left.length);

/** Regex source without groups. 分 of 分钟 and 分类, 个 of 个人, 天 of 天然 are none. */
export const UNIT_PATTERN = `(?:${LONGEST_FIRST.join('|')})(?<!分(?=[百钟之别类级管组批布散析包解局管头工支院公])|个(?=别|人[^次员])|天(?=[然气])|人(?=[民口力]|大|居环)|名(?=[册单字义称])|位(?=[置于])|员(?=[工会])|点(?=[位长击])|部(?=[门署分])|面(?=[向对积])|方(?=[面案式便向可])|本(?=[级地次着月周年])|对(?=[于象接照比应])|件(?=[次])|起(?=[来草到至])|回(?=[收复访])|次(?=[日月年要序])|字(?=号)|节(?=[日点约能水假庆])|家(?=[庭长访禽])|户(?=[外籍主])|期(?=[间限末])|批(?=[评示准])|处(?=[理置分])|项(?=目)|条(?=[件例])|米(?=[面粉])|篇(?=章)|周(?=[边年围岁])|头(?=部)|只(?=[有要能是])|副(?=[县镇乡书主])|支(?=[部持撑出])|层(?=[层级面次])|车(?=[辆间站主])|口(?=[号头味])|根(?=[据本])|块(?=[状])|套(?=[餐话])|尾(?=[号水])|床(?=[位])|眼(?=[睛前光下])|箱(?=[子体])|班(?=[子级主长组])|台(?=[账阶湾风])|册(?=[子])|具(?=[体有备])|架(?=[构])|部(?=[分])|起(?=[点步])|株(?=[距])|封(?=[闭山控])|例(?=[如会行外])|棵(?=[树]{2}))`;

export function unitOf(word: string): UnitReading | undefined {
  return UNITS.get(word);
}

/** A share: the number carries its sign itself (90%, 九成, 百分之五). */
export const SHARE: UnitReading = { metric: '覆盖率', unit: 'percent', factor: 1, family: '覆盖率' };
