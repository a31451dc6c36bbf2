import { HANDLING_STATES } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

export const EVENT = elementsOf(
  'event',
  { source: '政法委', updatePeriod: 'once', sharing: 'conditional', personal: 'none', legalBasis: null },
  {
    code: {
      name: '事件编号',
      aliases: '案件编号 工单编号 事项编号 案号 工单号 受理编号',
      definition: '受理单位赋予一起事件的唯一编号。',
    },
    title: {
      name: '事件名称',
      aliases: '事项名称 案件名称 纠纷名称 事件标题 活动名称 事故名称',
      definition: '概括一起事件的一句话名称。',
    },
    kind: {
      name: '事件类型',
      aliases:
        '事件类别 纠纷类型 矛盾纠纷类型 事故类型 隐患类型 灾害种类 隐患类别 纠纷类别 灾害类型 矛盾类型 事件种类 矛盾纠纷类别 灾种 案件类型 信访类别 隐患种类',
      definition: '一起事件按其性质划分的种类。',
    },
    level: {
      name: '事件等级',
      aliases: '隐患等级 风险等级 事故等级 隐患级别 风险级别 紧急程度 灾害等级',
      definition: '一起事件或者隐患经认定的严重程度等级。',
    },
    date: {
      name: '发生日期',
      aliases:
        '发生时间 事发时间 事件时间 事发日期 事件发生时间 受灾时间 灾害发生时间 发生年月日 事故发生时间 活动时间 活动日期 纠纷发生时间',
      type: 'date',
      definition: '一起事件发生的日期。',
    },
    place: {
      name: '发生地点',
      aliases:
        '事发地点 事件地点 事发地址 案发地点 隐患位置 隐患地点 隐患部位 事件发生地点 事故地点 活动地点 纠纷发生地 发生地',
      definition: '一起事件发生的详细地点。',
    },
    account: {
      name: '事件经过',
      aliases:
        '事件概况 基本情况 情况简述 主要情况 事件描述 简要案情 纠纷简要情况 隐患描述 问题描述 存在问题 诉求内容 主要诉求 主要事实 纠纷简况 事由 事情经过 事件简述 隐患内容 隐患情况 问题简述 反映问题 反映内容 具体问题 矛盾纠纷情况 发现问题 发现的问题 简要情况',
      type: 'long-text',
      definition: '一起事件的起因、经过和现状的简要叙述。',
    },
    'reported-date': {
      name: '上报日期',
      aliases:
        '受理时间 上报时间 受理日期 登记时间 发现时间 排查时间 排查日期 发现日期 报告时间 登记日期 受理登记时间 排查发现时间 接报时间 来访时间 来访日期',
      type: 'date',
      definition: '一起事件被受理或者上报的日期。',
    },
    'reporter-name': {
      name: '上报人',
      aliases:
        '报告人 反映人 报告人姓名 诉求人 举报人 上报人姓名 反映人姓名 信访人 信访人姓名 来访人 来访人姓名 投诉人 投诉人姓名',
      definition: '报告或者反映一起事件的人的姓名。',
      personal: 'personal',
    },
    'reporter-phone': {
      name: '上报人电话',
      aliases: '反映人电话 报告人电话 诉求人电话 信访人电话 反映人联系电话 来访人电话 投诉人电话 反映人联系方式',
      type: 'phone',
      definition: '报告或者反映一起事件的人使用的电话号码。',
      personal: 'personal',
    },
    'party-a': {
      name: '当事人姓名',
      aliases: '当事人 申请方 甲方当事人 纠纷当事人 当事人甲 申请方姓名 当事人一方 甲方',
      definition: '一起纠纷或者事件中提出主张的一方当事人的姓名。',
      personal: 'personal',
    },
    'party-b': {
      name: '对方当事人',
      aliases: '对方当事人姓名 被申请方 乙方当事人 当事人乙 被申请人',
      definition: '一起纠纷中与提出主张的一方相对的当事人的姓名。',
      personal: 'personal',
    },
    'people-involved': {
      name: '涉及人数',
      aliases: '涉事人数 参与人数 涉及人员数',
      type: 'number',
      unit: '人',
      definition: '一起事件直接涉及的人数，以人计。',
    },
    'households-affected': {
      name: '受灾户数',
      aliases: '受灾家庭户数 受影响户数 涉及户数',
      type: 'number',
      unit: '户',
      definition: '一起灾害或者事件中受到影响的户数，以户计。',
      source: '应急',
    },
    'people-affected': {
      name: '受灾人口',
      aliases: '受灾人数 受影响人数 受灾人口数 受影响人口 受灾总人数',
      type: 'number',
      unit: '人',
      definition: '一起灾害中生命、财产或者生活受到影响的人数，以人计。',
      source: '应急',
    },
    'people-relocated': {
      name: '紧急转移安置人口',
      aliases:
        '转移安置人数 紧急转移人数 转移人数 转移安置人口 紧急转移安置人数 转移避险人数 转移安置 紧急避险转移人口 已转移人数',
      type: 'number',
      unit: '人',
      definition: '一起灾害中因危险而被转移安置的人数，以人计。',
      source: '应急',
    },
    injured: {
      name: '受伤人数',
      aliases: '伤员人数 受伤人口',
      type: 'number',
      unit: '人',
      definition: '一起事故或者灾害中受伤的人数，以人计。',
      source: '应急',
    },
    killed: {
      name: '因灾死亡人数',
      aliases: '事故死亡人数 遇难人数 因灾死亡人口',
      type: 'number',
      unit: '人',
      definition: '一起事故或者灾害中死亡的人数，以人计。',
      source: '应急',
    },
    loss: {
      name: '直接经济损失',
      aliases: '经济损失 损失金额 财产损失 直接经济损失金额 经济损失金额',
      type: 'number',
      unit: '万元',
      definition: '一起事故或者灾害造成的直接经济损失，以万元计。',
      source: '应急',
    },
    'crop-area-affected': {
      name: '农作物受灾面积',
      aliases: '作物受灾面积 受灾面积 农田受灾面积 受灾农作物面积',
      type: 'number',
      unit: '亩',
      definition: '一起灾害中减产一成以上的农作物播种面积，以亩计。',
      source: '应急',
    },
    'houses-collapsed': {
      name: '倒塌房屋间数',
      aliases: '倒塌房屋 房屋倒塌间数 倒房间数',
      type: 'number',
      unit: '间',
      definition: '一起灾害中倒塌的房屋的间数，以间计。',
      source: '应急',
    },
    'houses-damaged': {
      name: '损坏房屋间数',
      aliases: '损坏房屋 房屋损坏间数 严重损坏房屋间数',
      type: 'number',
      unit: '间',
      definition: '一起灾害中一般和严重损坏的房屋的间数，以间计。',
      source: '应急',
    },
    measures: {
      name: '处理措施',
      aliases:
        '处置措施 整改措施 处置情况 处理情况 采取措施 化解措施 防范措施 整改情况 化解情况 化解方案 处置措施及结果 化解处置情况 整改落实情况 处置结果 调处情况 已采取措施',
      type: 'long-text',
      definition: '对一起事件已经采取的处理或者整改措施。',
    },
    'handler-name': {
      name: '处理责任人',
      aliases: '调解员 化解责任人 整改责任人 经办人 处置责任人 调解人 调解员姓名 承办人 处理人 负责处理人 承办人员',
      definition: '负责处理一起事件的人的姓名。',
      personal: 'personal',
    },
    'handling-unit': {
      name: '承办单位',
      aliases: '责任单位 处理单位 办理单位 调解组织 整改责任单位 处置单位',
      definition: '负责处理一起事件的单位的名称。',
    },
    state: {
      name: '办理状态',
      aliases:
        '处理状态 办理结果 化解状态 整改状态 是否办结 是否化解 处理进度 调解结果 是否整改到位 是否整改 办理情况 化解结果 处理结果 整改结果 是否处理 办结情况 整改完成情况 是否完成整改 是否已整改',
      type: 'choice',
      options: HANDLING_STATES,
      definition: '一起事件在报告时点的处理进度。',
      updatePeriod: 'weekly',
    },
    due: {
      name: '整改期限',
      aliases: '整改时限 办理期限 限期整改时间 化解时限 办结时限',
      type: 'date',
      definition: '要求一起事件处理完毕的最后日期。',
    },
    'closed-date': {
      name: '办结日期',
      aliases:
        '办结时间 化解时间 整改完成时间 调解成功时间 销号时间 结案时间 整改完成日期 化解日期 整改时间 处理时间 调处时间 办理时间',
      type: 'date',
      definition: '一起事件处理完毕的日期。',
    },
    'visit-date': {
      name: '走访日期',
      aliases:
        '走访时间 探访时间 入户时间 探访日期 入户走访时间 慰问时间 随访日期 巡访时间 随访时间 走访慰问时间 入户日期 探视时间',
      type: 'date',
      definition: '一次入户走访或者探访的日期。',
      source: '乡镇（街道）',
    },
    'visitor-name': {
      name: '走访人',
      aliases:
        '走访人员 走访干部 入户人员 走访人姓名 探访人 慰问人 探访人员 随访医生 走访责任人 走访干部姓名 随访人 入户干部',
      definition: '一次入户走访或者探访中走访的人的姓名。',
      source: '乡镇（街道）',
      personal: 'personal',
    },
    'visit-findings': {
      name: '走访情况',
      aliases: '走访记录 走访内容 探访情况 走访发现问题',
      type: 'long-text',
      definition: '一次入户走访或者探访所了解情况的记录。',
      source: '乡镇（街道）',
      personal: 'personal',
    },
  },
);
