/**
 * Words for the kind of a value: alone they say little, and what stands around them decides (a name of what?).
 * Each line: the word that stands for the group, then other ways to write it; `~` marks a looser one, `a+b` a word of two.
 */
export const GENERICS: readonly string[] = [
  '名称 全称 名字 字号名称 字号',
  '简称',
  '编号 编码 代码 号码 代号 ~号 ~序列号',
  '证号 证书编号 证件编号 证书号 证书号码 证编号 证号码 证照编号 证照号',
  '数 数量 数目 个数 总数量 总个数 ~总数 ~总量',
  '人数 人员数 人员数量 人员总数 人口数 人口 人口数量 人口总数量 人员人数 群众人数 群众数',
  '户数 家庭户数 家庭数 农户数 农户数量 住户数 户数量 人口户数 人口总户数',
  '人次 人次数',
  '户次',
  '金额 资金 资金额 数额 款额 资金数额 资金金额 ~额度 ~经费',
  '面积 总面积 亩数 总亩数',
  '类别 类型 种类 分类 类 ~性质 ~类属',
  '等级 级别 级 等次 ~程度 ~档次',
  '状态 现状 ~状况',
  '日期 时间 年月日 时点 ~年月 ~年份 ~时期',
  '开始日期 起始日期 开始时间 起始时间 起始年月 起期 开始年月 起日期',
  '结束日期 终止日期 截止日期 到期日期 结束时间 终止时间 截止时间 到期时间 终止年月 止期 届满日期',
  '地址 地点 详细地址 具体地址 具体地点 ~位置 ~所在地 ~具体位置 ~坐落 ~座落',
  '原因 缘由 理由 成因 主要原因',
  '用途 使用用途 主要用途 使用性质',
  '来源 来源渠道',
  '标准',
  '方式 形式 ~途径 ~模式',
  '结果',
  '内容',
  '率 比例 比率 占比 百分比 所占比例',
  '价格 单价',
  '规格 型号 规格型号',
  '时长',
  '次数 频次 次',
  '期限 年限 时限',
  '项目',
  '登记',
  '成员',
  '规模',
  '照片 相片 图片',
  '说明',
];

/** Words that carry no meaning of their own in a label. */
export const LIGHT =
  '情况 信息 群体 基础 基础设施 基本 基本情况 基本信息 具体 详细 相关 有关 主要 所 的 之 及 和 与 或 等 其 其中 填写 请填写 统计 汇总 明细 各 该 本 为 中 ' +
  '现有 现 目前 当前 截至目前 截至 截止 本年 本年度 今年 当年 本期 期末 年末 年底 月末 实有 实际 栏 项 表 个人 自身 本人 一览 ' +
  '清单 台账 花名册 名册 名单 登记表 统计表 汇总表 情况表 信息表 明细表 调查表 摸底表 摸排表 排查表 报表 月报 季报 年报 一 二 三 四 及其 以及 数据 指标 部分 方面 事项 内 ' +
  '大致 大概 大约 日常 简要 简述 详情 最新 全国统一 名下 家里 家中 使用的 登记的 户口簿登记的 用于 现阶段 近期 概况 经核实 ' +
  '所属 所在 隶属 归属 填报 享受 有效 存在 存在的 当地 本地 村内 辖区 辖区内 全村 全镇 全乡 全县';

/** Words that change what is meant a little: the sum of it, or how often it is counted. */
export const SLIGHT =
  '达标 有保障 合格 到位 从事 总 全 合计 总计 共计 共 小计 总数 月 每月 月均 年 每年 全年 年度 每人每月 每户 年均';

/** Columns of a table whose rows say what is asked: the header adds nothing. */
export const VALUE_COLUMNS: ReadonlySet<string> = new Set([
  ...[
    '数量',
    '数值',
    '数',
    '数据',
    '本年',
    '本期',
    '本年数',
    '本期数',
    '本月',
    '本月数',
    '本季',
    '指标值',
    '填报值',
    '填写值',
    '指标数值',
    '填报数据',
    '实际',
    '实际数',
  ],
  ...[
    '期末',
    '期末数',
    '年末数',
    '填报数',
    '内容',
    '填写内容',
    '情况',
    '具体情况',
    '合计',
    '填报内容',
    '结果',
    '现状',
    '数额',
    '金额数',
  ],
]);

/** Words that ask yes or no. */
export const FLAGS = '是否 有无 能否 可否 是否有 是否为 是否是 是否已 是否属于 是否存在 是否享受 是否纳入';

/** Words that turn the meaning round. Longer words that only begin so (未成年, 不动产) stand among the concepts. */
export const NEGATIONS = '未 非 无 不 没有 未曾 尚未 没 不是 未能 不能';
