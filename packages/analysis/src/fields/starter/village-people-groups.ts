import { elementsOf } from './elements-of.ts';

const COUNTED = { type: 'number', unit: '人' } as const;

/** People counted by what offices do for them or with them. */
export const VILLAGE_PEOPLE_GROUPS = elementsOf(
  'village',
  { source: '民政', updatePeriod: 'quarterly', sharing: 'open', personal: 'none', legalBasis: null },
  {
    'minimum-living-people': {
      ...COUNTED,
      name: '低保人数',
      aliases:
        '低保人口 享受低保人数 低保对象人数 农村低保人数 低保人口数 享受低保人口 低保总人数 城乡低保人数 农村低保对象 低保对象数 农村低保对象数 城乡低保对象 享受低保对象 低保人员',
      definition: '村（社区）在报告时点享受最低生活保障的人数，以人计。',
    },
    'minimum-living-households': {
      name: '低保户数',
      aliases: '享受低保户数 低保户 农村低保户数 低保总户数 享受低保户 农村低保户',
      type: 'number',
      unit: '户',
      definition: '村（社区）在报告时点享受最低生活保障的户数，以户计。',
    },
    'destitute-people': {
      ...COUNTED,
      name: '特困供养人数',
      aliases:
        '特困人数 五保人数 特困人员数 五保户人数 特困供养人员数 特困人员人数 特困供养人员 五保供养人数 特困供养人口 五保供养对象 特困供养对象 五保户数',
      definition: '村（社区）在报告时点享受特困人员救助供养的人数，以人计。',
    },
    'left-behind-children': {
      ...COUNTED,
      name: '留守儿童数',
      aliases: '留守儿童人数 农村留守儿童数 农村留守儿童 留守儿童数量 留守儿童人口',
      definition: '村（社区）在报告时点登记的农村留守儿童的人数，以人计。',
    },
    'left-behind-elders': {
      ...COUNTED,
      name: '留守老人数',
      aliases: '留守老人人数 留守老年人数 农村留守老人数 留守老年人 留守老人数量 农村留守老人',
      definition: '村（社区）在报告时点登记的留守老年人的人数，以人计。',
    },
    'left-behind-women': {
      ...COUNTED,
      name: '留守妇女数',
      aliases: '留守妇女人数 农村留守妇女数',
      definition: '村（社区）在报告时点登记的留守妇女的人数，以人计。',
      source: '妇联',
    },
    'children-in-difficulty': {
      ...COUNTED,
      name: '困境儿童数',
      aliases: '困境儿童人数',
      definition: '村（社区）在报告时点认定的困境儿童的人数，以人计。',
    },
    orphans: {
      ...COUNTED,
      name: '孤儿数',
      aliases: '孤儿人数 孤儿及事实无人抚养儿童数',
      definition: '村（社区）在报告时点登记的孤儿和事实无人抚养儿童的人数，以人计。',
    },
    'elders-living-alone': {
      ...COUNTED,
      name: '独居老人数',
      aliases: '独居老人人数 独居老年人数 独居老年人',
      definition: '村（社区）在报告时点长期一人居住的老年人的人数，以人计。',
    },
    'disabled-people': {
      ...COUNTED,
      name: '残疾人数',
      aliases:
        '持证残疾人数 残疾人人数 持证残疾人 残疾人总数 残疾人口数 残疾人口 持证残疾人总数 有证残疾人数 办证残疾人数',
      definition: '村（社区）的户籍人口中在报告时点持有有效残疾人证的人数，以人计。',
      source: '残联',
    },
    veterans: {
      ...COUNTED,
      name: '退役军人数',
      aliases: '退役军人人数 退伍军人数 退伍军人人数 退伍军人 复员退伍军人数',
      definition: '户口在报告时点登记在村（社区）的退役军人的人数，以人计。',
      source: '退役军人',
    },
    'party-members': {
      ...COUNTED,
      name: '党员人数',
      aliases: '党员数 党员总数 中共党员人数 党员总人数 全村党员数 在册党员数 正式党员数',
      definition: '组织关系在报告时点隶属于村（社区）党组织的党员人数，以人计。',
      source: '组织部',
    },
    'female-party-members': {
      ...COUNTED,
      name: '女党员人数',
      aliases: '女党员数 女性党员数 女党员',
      definition: '组织关系在报告时点隶属于村（社区）党组织的女性党员人数，以人计。',
      source: '组织部',
    },
    'party-members-under-35': {
      ...COUNTED,
      name: '35岁以下党员人数',
      aliases: '35岁以下党员数 35岁及以下党员数 35周岁以下党员人数 35岁以下党员',
      definition: '组织关系在报告时点隶属于村（社区）党组织的三十五周岁以下的党员人数，以人计。',
      source: '组织部',
    },
    'lifted-households': {
      name: '脱贫户数',
      aliases: '脱贫户总数 原建档立卡户数 建档立卡户数 贫困户数 建档立卡贫困户数 原贫困户数',
      type: 'number',
      unit: '户',
      definition: '村（社区）在报告时点登记的脱贫户的户数，以户计。',
      source: '农业农村',
    },
    'lifted-people': {
      ...COUNTED,
      name: '脱贫人口数',
      aliases:
        '脱贫人口 脱贫人数 建档立卡人数 原建档立卡人口 建档立卡脱贫人口 建档立卡贫困人口数 贫困人口数 原贫困人口 贫困人口',
      definition: '村（社区）在报告时点登记的脱贫户中的人数，以人计。',
      source: '农业农村',
    },
    'monitored-households': {
      name: '监测户数',
      aliases: '监测对象户数 三类户户数 防返贫监测户数 三类户数 三类监测户数',
      type: 'number',
      unit: '户',
      definition: '村（社区）在报告时点登记的防止返贫监测对象的户数，以户计。',
      source: '农业农村',
    },
    'monitored-people': {
      ...COUNTED,
      name: '监测对象人数',
      aliases: '监测人口 监测人数 监测对象人口 监测户人数 三类人员数',
      definition: '村（社区）在报告时点登记的防止返贫监测对象的人数，以人计。',
      source: '农业农村',
    },
    'pension-insured': {
      ...COUNTED,
      name: '养老保险参保人数',
      aliases: '城乡居民养老保险参保人数 养老保险参保数',
      definition: '村（社区）本年度参加城乡居民基本养老保险的人数，以人计。',
      source: '人社',
    },
    'medical-insured': {
      ...COUNTED,
      name: '医保参保人数',
      aliases: '基本医疗保险参保人数 城乡居民医保参保人数 医疗保险参保人数 医保已参保人数 医保缴费人数',
      definition: '村（社区）本年度参加基本医疗保险的人数，以人计。',
      source: '医保',
    },
    pupils: {
      ...COUNTED,
      name: '义务教育在校生数',
      aliases: '义务教育阶段学生数 中小学生数 在校学生数 在校生人数 学生总数 义务教育阶段在校生',
      definition: '村（社区）的户籍人口中本学期在义务教育阶段就读的人数，以人计。',
      source: '教育',
    },
    'rural-doctors': {
      ...COUNTED,
      name: '乡村医生数',
      aliases: '村医人数 村医数 乡村医生人数 村卫生室医生数',
      definition: '在报告时点于村（社区）执业的乡村医生的人数，以人计。',
      source: '卫生健康',
    },
  },
);
