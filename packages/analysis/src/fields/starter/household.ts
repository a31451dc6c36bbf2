import { HOUSEHOLD_KINDS, RISK_CAUSES } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const HEAD = elementsOf(
  'household',
  { source: '公安', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'register-number': {
      name: '户号',
      aliases: '户口簿户号 户籍编号 户口簿号 户编号 户号编码 农户编号 农户编码',
      definition: '户口登记机关赋予一户的户口簿编号。',
      updatePeriod: 'once',
    },
    'head-name': {
      name: '户主姓名',
      aliases: '户主 户主名 户主名字 农户姓名 户主（姓名） 家庭户主 农户名称',
      definition: '一户的户口簿上当前登记的户主的姓名。',
    },
    'head-identity-number': {
      name: '户主身份证号',
      aliases: '户主身份证号码 户主公民身份号码 户主证件号码 户主身份证',
      type: 'identity-number',
      definition: '一户当前登记的户主的公民身份号码。',
      personal: 'sensitive',
    },
    'head-phone': {
      name: '户主联系电话',
      aliases: '户主电话 户主手机号 户主联系方式 户主手机 户主手机号码 户主联系手机',
      type: 'phone',
      definition: '一户当前登记的户主使用的电话号码。',
    },
    'register-kind': {
      name: '户别',
      aliases: '户口簿类别 家庭户或集体户',
      type: 'choice',
      options: ['家庭户', '集体户'],
      definition: '户口簿当前载明的一户属于家庭户还是集体户。',
    },
    'registered-people': {
      name: '家庭户籍人口数',
      aliases: '户籍人数 户内户籍人口 家庭户籍人口 在册人口数 户籍家庭人口 户口簿人数 户口本人数 户口本人口数',
      type: 'number',
      unit: '人',
      definition: '一户的户口簿上当前登记的人数，以人计。',
    },
    people: {
      name: '家庭人口数',
      aliases:
        '家庭人口 家庭人数 户内人口 家庭成员数 家庭总人口 人口数 家庭人口总数 户人口数 人口数量 家庭人口数量 家庭成员人数 户内人口数 家庭成员总数 户内人数 共同生活人口 共同生活家庭成员数 户内成员数',
      type: 'number',
      unit: '人',
      definition: '一户在报告时点共同生活的家庭成员人数，以人计。',
    },
    'resident-people': {
      name: '家庭常住人口数',
      aliases: '家庭常住人口 户内常住人数 常住家庭人口',
      type: 'number',
      unit: '人',
      definition: '一户中本年度在家居住六个月以上的人数，以人计。',
    },
    address: {
      name: '家庭详细地址',
      aliases: '户主住址 农户住址 户主家庭住址 农户详细地址 农户地址',
      definition: '一户当前共同生活的住所的详细地址。',
    },
  },
);

const KIND = elementsOf(
  'household',
  { source: '农业农村', updatePeriod: 'half-yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    kind: {
      name: '户类型',
      aliases:
        '农户类型 农户类别 农户属性 户类别 家庭类型 脱贫户属性 户属性 监测对象类别 农户身份 家庭类别 户属性类型 农户性质 贫困户类型 监测类型 监测类别 易返贫致贫户类型',
      type: 'choice',
      options: HOUSEHOLD_KINDS,
      definition: '一户在报告时点按防止返贫监测和社会救助的认定所属的类型。',
    },
    'is-monitored': {
      name: '是否监测户',
      aliases:
        '是否监测对象 是否防返贫监测对象 是否三类户 监测户 是否纳入监测 是否三类监测对象 是否监测对象户 是否易返贫致贫户',
      type: 'boolean',
      definition: '一户在报告时点是否被识别为防止返贫监测对象。',
    },
    'is-lifted': {
      name: '是否脱贫户',
      aliases: '脱贫户 是否建档立卡户 是否原建档立卡户 是否脱贫人口',
      type: 'boolean',
      definition: '一户是否曾被识别为建档立卡贫困户并已脱贫。',
    },
    'risk-causes': {
      name: '返贫致贫风险',
      aliases:
        '主要风险类型 返贫致贫风险类型 致贫原因 主要致贫原因 致贫返贫风险 返贫风险 风险原因 监测原因 致困原因 纳入监测原因 返贫致贫原因 返贫致贫主要原因 风险类别 返贫致贫风险点 致贫主要原因 致贫致困原因 监测风险类型 困难主要原因 主要致困原因',
      type: 'choice',
      options: RISK_CAUSES,
      definition: '监测户被识别时认定的主要返贫致贫风险。',
    },
    'identified-date': {
      name: '监测识别日期',
      aliases:
        '识别时间 纳入监测时间 监测识别时间 识别监测时间 纳入监测日期 监测对象识别时间 风险识别时间 监测对象纳入时间 认定监测对象时间 纳入监测对象时间 监测户纳入时间',
      type: 'date',
      definition: '一户被识别为防止返贫监测对象的日期。',
    },
    'lifted-year': {
      name: '脱贫年度',
      aliases: '脱贫时间 脱贫年份 脱贫年 脱贫退出年度',
      type: 'date',
      definition: '建档立卡贫困户经认定脱贫的年度。',
      updatePeriod: 'once',
    },
    'risk-removed': {
      name: '是否消除风险',
      aliases: '风险是否消除 风险消除情况 是否风险消除 是否解除风险 风险消除状态',
      type: 'boolean',
      definition: '监测户在报告时点是否已按程序标注风险消除。',
    },
    'risk-removed-date': {
      name: '风险消除日期',
      aliases: '风险消除时间 消除风险时间 风险解除时间 解除风险时间',
      type: 'date',
      definition: '监测户按程序标注风险消除的日期。',
    },
    measures: {
      name: '帮扶措施',
      aliases:
        '落实帮扶措施 帮扶措施落实情况 主要帮扶措施 已落实帮扶措施 享受帮扶政策 享受政策情况 已采取帮扶措施 帮扶情况 帮扶措施及成效 帮扶计划及措施 帮扶手段',
      type: 'long-text',
      definition: '一户本年度已落实的帮扶措施的名称和内容。',
    },
    'helper-name': {
      name: '帮扶责任人',
      aliases:
        '帮扶人 帮扶责任人姓名 结对帮扶人 帮扶联系人 帮扶干部 帮扶人姓名 结对干部 结对帮扶责任人 联系帮扶人 包户责任人 帮扶联系人姓名 结对帮扶干部',
      definition: '当前与一户结对的帮扶责任人的姓名。',
    },
    'helper-phone': {
      name: '帮扶责任人电话',
      aliases:
        '帮扶人电话 帮扶责任人联系电话 帮扶干部电话 帮扶人联系电话 帮扶联系电话 帮扶人手机 帮扶联系人电话 结对帮扶人电话 联系干部电话',
      type: 'phone',
      definition: '当前与一户结对的帮扶责任人使用的电话号码。',
    },
    'helper-unit': {
      name: '帮扶责任人单位',
      aliases:
        '帮扶单位 帮扶人单位 帮扶责任人所在单位 结对帮扶单位 帮扶人单位及职务 结对单位 帮扶人所在单位 联系单位 帮扶责任单位 结对帮扶责任单位',
      definition: '当前与一户结对的帮扶责任人所在的单位。',
      personal: 'none',
    },
    'grid-worker': {
      name: '包户网格员',
      aliases: '联户干部 包户干部 联户长 包保干部 包保责任人 包户人 联户人',
      definition: '当前负责联系一户的网格员或者干部的姓名。',
      source: '政法委',
    },
  },
);

export const HOUSEHOLD = [...HEAD, ...KIND];
