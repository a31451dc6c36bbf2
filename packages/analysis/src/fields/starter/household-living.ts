import { FUELS, TOILET_KINDS, WATER_SOURCES } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const INCOME = elementsOf(
  'household',
  { source: '农业农村', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    income: {
      name: '家庭年总收入',
      aliases:
        '家庭总收入 年总收入 全年家庭总收入 家庭年收入 全家年收入 年家庭总收入 上年度家庭总收入 户年总收入',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度全部家庭收入的合计，以元计。',
    },
    'net-income': {
      name: '家庭纯收入',
      aliases: '家庭年纯收入 年纯收入 家庭纯收入合计 年度家庭纯收入 全年纯收入',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度总收入减去生产经营性支出后的收入，以元计。',
    },
    'net-income-per-head': {
      name: '人均纯收入',
      aliases:
        '家庭人均纯收入 年人均纯收入 人均年纯收入 家庭人均年纯收入 上年度人均纯收入 年人均收入 家庭人均收入 家庭年人均纯收入',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度纯收入除以家庭人口数所得的数，以元计。',
    },
    'wage-income': {
      name: '工资性收入',
      aliases: '家庭工资性收入 工资收入 务工工资性收入',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度全体成员受雇劳动取得的收入，以元计。',
    },
    'business-income': {
      name: '生产经营性收入',
      aliases: '经营性收入 家庭经营性收入 生产经营收入 经营净收入 家庭经营收入 生产经营净收入',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度从事生产经营取得的收入，以元计。',
    },
    'business-cost': {
      name: '生产经营性支出',
      aliases: '经营性支出 家庭经营费用支出',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度为生产经营支出的费用，以元计。',
    },
    'property-income': {
      name: '财产性收入',
      aliases: '家庭财产性收入 资产收益 财产净收入',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度出让财产使用权取得的收入，以元计。',
    },
    'transfer-income': {
      name: '转移性收入',
      aliases: '家庭转移性收入 政策性收入 转移净收入',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度从政府和其他主体无偿取得的收入，以元计。',
    },
    'rigid-expense': {
      name: '刚性支出',
      aliases: '合规自付支出 家庭刚性支出 家庭刚性支出情况 合规自付费用 大额刚性支出',
      type: 'number',
      unit: '元',
      definition: '一户上一统计年度合规自付的医疗、教育等必需支出，以元计。',
    },
    debt: {
      name: '家庭负债',
      aliases: '家庭欠款 负债金额 欠债金额 债务金额 家庭债务 外欠款 负债情况 家庭负债情况',
      type: 'number',
      unit: '元',
      definition: '一户在报告时点尚未偿还的债务，以元计。',
    },
    'microcredit-amount': {
      name: '小额信贷金额',
      aliases:
        '小额信贷贷款金额 脱贫人口小额信贷 小额信贷余额 小额贷款金额 扶贫小额信贷金额 小额信贷贷款额 小额信贷额度',
      type: 'number',
      unit: '元',
      definition: '一户在报告时点尚未还清的脱贫人口小额信贷，以元计。',
      source: '金融办',
    },
    'subsidy-total': {
      name: '惠农补贴合计',
      aliases: '惠农补贴 惠农补贴总额 各类惠农补贴合计 惠民惠农补贴合计',
      type: 'number',
      unit: '元',
      definition: '一户本年度领取的全部惠农补贴的合计，以元计。',
      source: '财政',
    },
    'arable-area': {
      name: '家庭耕地面积',
      aliases: '农户耕地面积 户耕地面积 家庭经营耕地面积 农户耕地 自有耕地面积',
      type: 'number',
      unit: '亩',
      definition: '一户在报告时点实际经营的耕地的面积，不论承包还是流入，以亩计。',
      personal: 'none',
    },
    labourers: {
      name: '家庭劳动力人数',
      aliases:
        '劳动力人数 劳动力数 家庭劳动力 家庭劳动力数 有劳动能力人数 户内劳动力 家庭劳动力人口 户劳动力数 具有劳动能力的人数 家庭劳力 劳力人数 家庭劳动力总数 有劳动力人数',
      type: 'number',
      unit: '人',
      definition: '一户中在报告时点有劳动能力的人数，以人计。',
    },
    'migrant-workers': {
      name: '家庭务工人数',
      aliases: '务工人数 家庭外出务工人数 户内务工人数 家庭务工人口 户务工人数 务工劳动力人数',
      type: 'number',
      unit: '人',
      definition: '一户中本年度外出务工的人数，以人计。',
      source: '人社',
    },
  },
);

const LIVING = elementsOf(
  'household',
  { source: '住建', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'water-source': {
      name: '饮水方式',
      aliases:
        '饮水类型 饮用水来源 供水方式 饮水来源 饮水情况 饮水水源 饮用水类型 生活用水来源 供水类型 生活用水方式 饮用水情况 水源类型',
      type: 'choice',
      options: WATER_SOURCES,
      definition: '一户当前生活饮用水的主要来源。',
      source: '水利',
    },
    'is-water-safe': {
      name: '饮水是否安全',
      aliases: '是否解决安全饮用水 饮水安全情况 是否解决饮水安全 饮水安全是否有保障 饮水是否达标 是否存在饮水安全问题',
      type: 'boolean',
      definition: '一户当前的饮用水是否达到农村饮水安全评价标准。',
      source: '水利',
    },
    'toilet-kind': {
      name: '厕所类型',
      aliases:
        '户厕类型 卫生厕所类型 厕所模式 改厕类型 改厕模式 户厕类别 厕所类别 户厕模式 现有厕所类型 厕屋类型 厕具类型 厕所结构',
      type: 'choice',
      options: TOILET_KINDS,
      definition: '一户当前使用的厕所的类型，按 GB 19379 的口径分类。',
      source: '农业农村',
    },
    'has-sanitary-toilet': {
      name: '是否卫生厕所',
      aliases: '是否有卫生厕所 有无卫生厕所 是否无害化厕所 是否改厕 是否水冲式厕所 是否使用卫生厕所',
      type: 'boolean',
      definition: '一户当前是否使用符合 GB 19379 的卫生厕所。',
      source: '农业农村',
    },
    'toilet-built': {
      name: '改厕日期',
      aliases: '改厕时间 改厕年度 改厕完成时间 改厕完成日期 户厕建成时间 建厕时间 改厕竣工时间 厕所改造时间',
      type: 'date',
      definition: '一户的卫生厕所建成并通过验收的日期。',
      source: '农业农村',
      updatePeriod: 'once',
    },
    fuel: {
      name: '主要燃料',
      aliases:
        '主要燃料类型 炊事燃料 生活能源 主要生活能源 取暖方式 取暖类型 生活燃料 做饭燃料 取暖燃料 家庭主要燃料 采暖方式',
      type: 'choice',
      options: FUELS,
      definition: '一户当前炊事取暖使用的主要燃料。',
      source: '农业农村',
    },
    'has-electricity': {
      name: '是否通生活用电',
      aliases: '是否通电 生活用电情况',
      type: 'boolean',
      definition: '一户当前是否接通生活用电。',
      source: '供电',
    },
    'has-broadband': {
      name: '是否通宽带',
      aliases: '是否接入宽带 宽带网络情况 是否安装宽带 是否通网络 是否安装网络 网络是否接通 是否接通宽带 是否开通宽带',
      type: 'boolean',
      definition: '一户当前是否接入固定宽带网络。',
      source: '通信管理',
    },
    'has-smart-phone': {
      name: '是否有智能手机',
      aliases: '智能手机情况 有无智能手机 是否会用智能手机 是否使用智能手机',
      type: 'boolean',
      definition: '一户中当前是否至少一人使用智能手机。',
      source: '乡镇（街道）',
    },
    'distance-to-road': {
      name: '距主干路距离',
      aliases: '与村主干路距离 距村主干道距离',
      type: 'number',
      unit: '公里',
      definition: '一户的住所到最近的村主干路的距离，以公里计。',
      source: '交通运输',
    },
    'entry-road': {
      name: '入户路类型',
      aliases: '入户路情况 入户路',
      type: 'choice',
      options: ['泥土路', '砂石路', '水泥路', '沥青路'],
      definition: '当前通到一户住所的道路的路面类型。',
      source: '交通运输',
    },
    vehicles: {
      name: '家用汽车数',
      aliases: '家庭车辆数 车辆情况 拥有汽车数量 家庭车辆情况 拥有车辆数 家庭汽车数量 家用车辆数',
      type: 'number',
      unit: '辆',
      definition: '一户在报告时点登记在成员名下的汽车的数量，以辆计。',
      source: '公安',
    },
    industry: {
      name: '家庭主导产业',
      aliases:
        '主要产业 发展产业 产业发展情况 产业类型 从事产业 主导产业 家庭产业 家庭经营产业 发展产业类型 主要经营产业',
      definition: '一户本年度从事的主要生产经营项目的名称。',
      source: '农业农村',
    },
    'livestock-kind': {
      name: '养殖种类',
      aliases: '养殖品种 畜禽种类 畜种 畜禽品种 畜禽类型 养殖对象 养殖动物种类 养殖畜种',
      definition: '一户在报告时点饲养的畜禽或者水产的种类。',
      source: '农业农村',
      personal: 'none',
    },
    'livestock-count': {
      name: '养殖存栏数',
      aliases: '存栏数 存栏量 养殖数量 存栏 现存栏 存栏数量 年末存栏 养殖规模（头） 存栏规模 养殖头数',
      type: 'number',
      unit: '头',
      definition: '一户在报告时点饲养的畜禽的存栏数，以头（只、羽）计。',
      source: '农业农村',
      personal: 'none',
    },
    'dog-count': {
      name: '养犬数',
      aliases: '犬只数 犬只数量 养犬数量 养狗数量 养犬只数 饲养犬只数',
      type: 'number',
      unit: '只',
      definition: '一户在报告时点饲养的犬的数量，以只计。',
      source: '农业农村',
      personal: 'none',
    },
  },
);

export const HOUSEHOLD_LIVING = [...INCOME, ...LIVING];
