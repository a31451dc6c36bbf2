import { LABOUR_STATES } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const WORK = elementsOf(
  'person',
  { source: '人社', updatePeriod: 'quarterly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'labour-state': {
      name: '劳动能力',
      aliases:
        '劳动技能 劳动力情况 劳动力类型 有无劳动能力 劳动能力情况 劳动力状况 劳动力技能 劳动能力状况 有无劳动力 劳动力属性 劳动能力等级 劳动力能力 劳力情况',
      type: 'choice',
      options: LABOUR_STATES,
      definition: '自然人在报告时点的劳动能力类别，按防止返贫监测的口径分类。',
      source: '农业农村',
    },
    'employment-state': {
      name: '就业状况',
      aliases:
        '就业状态 就业情况 是否就业 就业失业状态 目前就业状态 就业现状 当前就业状态 就业类型 就业形式 就业与否 工作状态 就业现况 从业情况',
      type: 'choice',
      options: ['已就业', '未就业', '灵活就业', '自主创业', '退休'],
      definition: '劳动年龄内的自然人在报告时点的就业状况。',
    },
    'unemployed-reason': {
      name: '未就业原因',
      aliases: '失业原因 未务工原因 待业原因',
      definition: '有劳动能力的自然人在报告时点未就业的原因。',
    },
    employer: {
      name: '工作单位',
      aliases:
        '就业单位 务工单位 务工企业 务工企业名称 现工作单位 工作单位名称 务工单位名称 现就业单位 就业企业 现工作单位名称 就业企业名称 用工单位 服务处所 所在企业 在职单位 工作单位及地址',
      definition: '自然人在报告时点工作的单位的全称。',
    },
    occupation: {
      name: '职业',
      aliases:
        '从事职业 从事工作 工种 从事行业 职业类型 务工岗位 就业岗位 现从事职业 就业工种 务工工种 从事工种 从事的工作 务工行业 从业行业 从事产业工种 从业工种 从事岗位 就业行业',
      definition: '自然人在报告时点从事的主要职业或者工种。',
    },
    'job-title': {
      name: '职务',
      aliases:
        '现任职务 担任职务 职位 村内职务 任职情况 现任村职务 单位职务 村（社区）职务 担任村职务 担任职位 所任职务',
      definition: '自然人在其任职的单位或者组织中当前担任的职务。',
    },
    'professional-title': {
      name: '职称',
      aliases: '专业技术职称 技术职称 专业技术职务',
      definition: '自然人当前已取得的最高专业技术职称的名称。',
    },
    'work-place': {
      name: '务工地点',
      aliases:
        '务工地 外出务工地点 就业地点 务工地址 务工所在地 外出地点 流向地 现务工地点 打工地点 外出务工地 就业地 务工地区 务工省市',
      definition: '自然人在报告时点务工所在的省市县。',
    },
    'work-reach': {
      name: '务工区域',
      aliases: '就业区域 务工范围 转移就业区域 务工区域类型 外出范围 务工区域范围 务工地域 就业地域',
      type: 'choice',
      options: ['乡（镇）内', '乡（镇）外县内', '县外省内', '省外', '境外'],
      definition: '自然人在报告时点务工地相对户籍地的远近类别。',
    },
    'work-since': {
      name: '务工起始日期',
      aliases:
        '外出务工时间 外出时间 务工时间 务工开始时间 外出务工起始时间 外出日期 外出务工日期 外出就业时间 开始务工时间 何时外出务工',
      type: 'date',
      definition: '自然人本次外出务工的开始日期。',
    },
    'work-months': {
      name: '本年务工月数',
      aliases: '务工月数 务工时间（月） 外出务工月数 累计务工时间 务工时长 外出时长 年务工月数 务工月份数 就业月数',
      type: 'number',
      unit: '月',
      definition: '自然人本年度累计务工的时间，以月计。',
    },
    'work-returned': {
      name: '返乡日期',
      aliases: '返乡时间 返回时间 回乡时间 返岗时间 返乡回流时间',
      type: 'date',
      definition: '外出务工人员最近一次返回户籍地的日期。',
    },
    'monthly-wage': {
      name: '月工资',
      aliases:
        '月收入 月均收入 工资收入（月） 月薪 月工资收入 务工月收入 每月收入 月平均收入 月均工资 月务工收入 务工月工资 工资水平 薪资水平 月薪酬 月工资水平 务工月均收入 月工资标准 每月工资',
      type: 'number',
      unit: '元',
      definition: '自然人本年度从现工作取得的月平均税前工资，以元计。',
    },
    'annual-wage': {
      name: '年务工收入',
      aliases: '务工收入 务工年收入 全年务工收入 年工资 全年工资 年务工工资收入 年工资收入',
      type: 'number',
      unit: '元',
      definition: '自然人上一自然年度从务工取得的税前收入合计，以元计。',
      updatePeriod: 'yearly',
    },
    'has-labour-contract': {
      name: '是否签订劳动合同',
      aliases: '劳动合同签订情况 是否签劳动合同 是否签合同 是否签订用工合同 劳动合同 是否签订合同',
      type: 'boolean',
      definition: '自然人在报告时点是否与用人单位订有书面劳动合同。',
      legalBasis: '《中华人民共和国劳动合同法》第十条',
    },
    'public-post': {
      name: '公益性岗位名称',
      aliases:
        '公益岗位 公益性岗位 公益岗位名称 公益岗类型 公益性岗位类型 公益岗名称 公益岗 公岗名称 从事公益性岗位 公益性岗位类别 安置公益岗 公益岗位种类',
      definition: '自然人在报告时点担任的公益性岗位的名称。',
    },
    'public-post-subsidy': {
      name: '公益性岗位补贴',
      aliases:
        '公益岗位补贴 岗位补贴标准 公益岗补贴金额 公益性岗位工资 公益岗补贴标准 公益性岗位补贴标准 公益岗工资 岗位补贴 公益岗位补贴标准',
      type: 'number',
      unit: '元',
      definition: '自然人担任公益性岗位每月领取的补贴，以元计。',
    },
    'training-wish': {
      name: '培训意愿',
      aliases:
        '培训需求 技能培训意愿 有无培训意愿 培训工种意愿 有无培训需求 培训愿望 是否有培训意愿 希望参加的培训 技能培训需求',
      definition: '自然人在报告时点愿意参加的技能培训的工种。',
    },
    'training-name': {
      name: '参加培训名称',
      aliases:
        '培训项目 培训工种 参加培训情况 培训内容 培训名称 培训课程 培训专业 培训班名称 参加技能培训 参训专业 技能培训名称',
      definition: '自然人本年度最近一次参加的技能培训的名称。',
    },
    'job-wish': {
      name: '就业意愿',
      aliases: '求职意愿 就业意向 意向岗位 求职意向 有无就业意愿 是否有就业意愿 就业愿望',
      definition: '未就业的自然人在报告时点希望从事的岗位和地点。',
    },
    'skill-certificate': {
      name: '职业技能证书',
      aliases: '技能证书 资格证书 职业资格证书 技能等级证书 职业资格等级 职业技能等级 职业资格 持有技能证书',
      definition: '自然人现持的职业资格或者职业技能等级证书的名称和等级。',
    },
    'transport-subsidy': {
      name: '外出务工交通补贴',
      aliases: '一次性交通补贴 交通补贴金额 务工交通补助 跨省务工交通补贴',
      type: 'number',
      unit: '元',
      definition: '脱贫人口和监测对象本年度领取的外出务工一次性交通补贴，以元计。',
      updatePeriod: 'yearly',
    },
  },
);

const SERVICE = elementsOf(
  'person',
  { source: '退役军人', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'is-veteran': {
      name: '是否退役军人',
      aliases: '退役军人 是否退伍军人 是否复员退伍军人 是否复转军人 是否服过兵役',
      type: 'boolean',
      definition: '自然人是否曾服现役并已依法退出现役。',
    },
    'veteran-kind': {
      name: '优抚对象类别',
      aliases: '优抚类别 退役军人类别 优抚对象类型 人员类别（退役） 对象身份类别 优抚身份 优抚对象',
      definition: '自然人当前登记的退役军人或者其他优抚对象的类别。',
    },
    'enlisted-date': {
      name: '入伍时间',
      aliases: '入伍日期 参军时间 入伍年月 参军年月 入伍年份 应征入伍时间 入伍日 应征时间 服役起始时间',
      type: 'date',
      definition: '自然人批准服现役的日期。',
      updatePeriod: 'once',
    },
    'discharged-date': {
      name: '退役时间',
      aliases:
        '退役日期 退伍时间 退出现役时间 复员时间 退伍年月 退役年月 退出现役日期 复员年月 退役年份 退役日 退出部队时间',
      type: 'date',
      definition: '自然人退出现役的日期。',
      updatePeriod: 'once',
    },
    'army-unit': {
      name: '服役部队',
      aliases: '原服役部队 部队番号 原部队 服役部队番号 原服役单位 所在部队 部队单位',
      definition: '自然人退出现役前服役的部队的对外名称。',
      updatePeriod: 'once',
      sharing: 'closed',
    },
    'veteran-card-number': {
      name: '优待证号',
      aliases: '优待证编号 退役军人优待证号 优待证编码 抚恤证编号',
      definition: '自然人现持退役军人或者其他优抚对象优待证的编号。',
    },
    'discharge-certificate-number': {
      name: '退役证号',
      aliases: '退伍证号 退役证编号 退伍证编号 复员证号',
      definition: '自然人的退出现役证件上印制的编号。',
      updatePeriod: 'once',
    },
    'has-honour-plaque': {
      name: '是否悬挂光荣牌',
      aliases: '光荣牌悬挂情况 是否挂光荣牌 光荣之家牌匾 光荣牌 是否悬挂“光荣之家”光荣牌',
      type: 'boolean',
      definition: '自然人的家庭当前是否悬挂“光荣之家”光荣牌。',
    },
    'veteran-allowance': {
      name: '优抚补助金额',
      aliases:
        '优抚金 抚恤补助标准 优抚补助标准 定期抚恤金 抚恤补助金 优抚补助 抚恤金 优抚补助金 国家抚恤补助金 优抚补助资金 定期定量补助',
      type: 'number',
      unit: '元',
      definition: '优抚对象本月享受的抚恤或者生活补助，以元计。',
      updatePeriod: 'monthly',
    },
    'service-disability-grade': {
      name: '伤残等级',
      aliases: '伤残军人等级 残疾军人等级 评残等级 伤残级别',
      type: 'choice',
      options: ['一级', '二级', '三级', '四级', '五级', '六级', '七级', '八级', '九级', '十级'],
      definition: '残疾军人或者其他因公伤残人员现持伤残证件载明的等级。',
      personal: 'sensitive',
    },
    'is-militia': {
      name: '是否民兵',
      aliases: '民兵 是否基干民兵 是否参加民兵 民兵类别',
      type: 'boolean',
      definition: '自然人本年度是否编入民兵组织。',
      source: '人民武装部',
      sharing: 'closed',
    },
  },
);

const PARTY = elementsOf(
  'person',
  { source: '组织部', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'is-party-member': {
      name: '是否党员',
      aliases: '是否中共党员 党员 是否共产党员 党员否 是否中国共产党员',
      type: 'boolean',
      definition: '自然人当前是否为中国共产党正式党员或者预备党员。',
    },
    'party-joined': {
      name: '入党日期',
      aliases:
        '入党时间 加入党组织时间 入党年月 加入党组织日期 入党年月日 加入中国共产党时间 入党日 接收为预备党员时间 入党具体时间 加入党组织的时间',
      type: 'date',
      definition: '党员被接收为预备党员的支部大会通过的日期。',
      updatePeriod: 'once',
    },
    'party-confirmed': {
      name: '转正日期',
      aliases: '转正时间 党员转正时间 转为正式党员日期 预备转正时间 转正日',
      type: 'date',
      definition: '预备党员转为正式党员的日期。',
      updatePeriod: 'once',
    },
    'party-branch': {
      name: '所在党支部',
      aliases:
        '党支部名称 所在支部 所属党支部 组织关系所在支部 党组织名称 所属支部 所属党组织 组织关系所在党支部 所在党组织 现党关系所在党支部 所属基层党组织 党组织关系所在地 组织关系所在地 组织关系 编入党支部 党员所在支部 党组织关系所在支部',
      definition: '党员当前组织关系所在的党支部的全称。',
    },
    'party-post': {
      name: '党内职务',
      aliases: '党内职位 支部职务 担任党内职务',
      definition: '党员当前在党的组织中担任的职务。',
    },
    'party-dues': {
      name: '月缴党费',
      aliases: '党费标准 每月应缴党费 党费金额 月缴纳党费 党费基数标准',
      type: 'number',
      unit: '元',
      definition: '党员本年度每月应当交纳的党费，以元计。',
    },
    'is-mobile-member': {
      name: '是否流动党员',
      aliases: '流动党员 流动党员情况',
      type: 'boolean',
      definition: '党员当前是否外出六个月以上且未转接组织关系。',
    },
    'cadre-since': {
      name: '任职日期',
      aliases: '任职时间 任现职时间 任职起始时间 任村干部时间 开始任职时间 任村干时间 担任现职时间',
      type: 'date',
      definition: '村（社区）干部担任现职务的起始日期。',
    },
    'cadre-allowance': {
      name: '村干部报酬',
      aliases: '误工补贴 村干部补贴 月报酬 村干部月报酬 村干部工资 月报酬标准 基本报酬 村干部基本报酬',
      type: 'number',
      unit: '元',
      definition: '村（社区）干部本年度每月领取的基本报酬，以元计。',
    },
  },
);

export const PERSON_WORK = [...WORK, ...SERVICE, ...PARTY];
