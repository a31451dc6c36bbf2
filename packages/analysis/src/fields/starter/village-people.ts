import { elementsOf } from './elements-of.ts';

const COUNTED = { type: 'number', unit: '人' } as const;

export const VILLAGE_PEOPLE = elementsOf(
  'village',
  { source: '公安', updatePeriod: 'yearly', sharing: 'open', personal: 'none', legalBasis: null },
  {
    'total-population': {
      ...COUNTED,
      name: '总人口',
      aliases: '总人口数 人口总数 全村总人口 全村人口 总人数 人口总量 全村总人数 全村总人口数 总人口数量 村人口数',
      definition: '村（社区）在报告时点的户籍人口与居住半年以上外来人口的合计，以人计。',
      source: '统计',
    },
    'registered-population': {
      ...COUNTED,
      name: '户籍人口',
      aliases: '户籍人口数 户籍总人口 户籍人口总数 在籍人口 在册人口 户籍在册人口 在册户籍人口 户籍登记人口',
      definition: '户口在报告时点登记在村（社区）的人数，不论是否在此居住，以人计。',
    },
    'resident-population': {
      ...COUNTED,
      name: '常住人口',
      aliases: '常住人口数 常住人数 常住总人口 常驻人口 实际居住人口 在村人口 在家人口 在村常住人口',
      definition: '在报告时点实际居住在村（社区）六个月以上的人数，不论户口所在，以人计。',
      source: '统计',
    },
    'floating-population': {
      ...COUNTED,
      name: '流入人口',
      aliases: '流动人口 流动人口数 外来人口 流入人口数 外来人口数 外来流动人口 外来务工人员数 外来流入人口',
      definition: '户口不在本县而在报告时点居住于村（社区）的人数，以人计。',
    },
    'outgoing-population': {
      ...COUNTED,
      name: '外出人口',
      aliases: '流出人口 外出人口数 流出人口数 外流人口 外出流动人口',
      definition: '户口在村（社区）而在报告时点离开本乡镇六个月以上的人数，以人计。',
    },
    'male-population': {
      ...COUNTED,
      name: '男性人口',
      aliases: '男性人数 男性人口数 男性 总人口/男',
      definition: '村（社区）在报告时点的户籍人口中的男性人数，以人计。',
    },
    'female-population': {
      ...COUNTED,
      name: '女性人口',
      aliases: '女性人数 女性人口数 女性 妇女人数',
      definition: '村（社区）在报告时点的户籍人口中的女性人数，以人计。',
    },
    'minority-population': {
      ...COUNTED,
      name: '少数民族人口',
      aliases: '少数民族人数 少数民族人口数',
      definition: '村（社区）在报告时点的户籍人口中汉族以外各民族的人数，以人计。',
      source: '民族宗教',
    },
    'population-0-6': {
      ...COUNTED,
      name: '0—6岁人口',
      aliases: '0-6岁儿童数 0-6岁人数 0-6岁儿童 学龄前儿童数 学龄前儿童 6岁以下儿童数',
      definition: '村（社区）在报告时点的户籍人口中未满七周岁的人数，以人计。',
    },
    'population-0-14': {
      ...COUNTED,
      name: '0—14岁人口',
      aliases: '0-14岁人数 14岁以下人数 儿童人数 14岁以下儿童数 0-14岁儿童数',
      definition: '村（社区）在报告时点的户籍人口中未满十五周岁的人数，以人计。',
    },
    'population-under-18': {
      ...COUNTED,
      name: '未成年人口',
      aliases:
        '18岁以下人数 未成年人数 未成年人 18岁以下人口 未成年人口数 未满18周岁人数 18周岁以下未成年人 未成年人总数',
      definition: '村（社区）在报告时点的户籍人口中未满十八周岁的人数，以人计。',
    },
    'population-18-59': {
      ...COUNTED,
      name: '18—59岁人口',
      aliases: '18-59岁人数 18至59岁人数 18-59岁 18-60岁人数',
      definition: '村（社区）在报告时点的户籍人口中十八至五十九周岁的人数，以人计。',
    },
    'population-60-plus': {
      ...COUNTED,
      name: '60岁以上人口',
      aliases:
        '60岁以上人数 60岁以上老年人 60周岁以上老年人数 老年人数 60岁及以上人口 60周岁以上人数 老年人口数 60周岁及以上老年人 60岁以上老人数 60岁以上老人 60周岁以上人口 老年人口',
      definition: '村（社区）在报告时点的户籍人口中满六十周岁的人数，以人计。',
    },
    'population-65-plus': {
      ...COUNTED,
      name: '65岁以上人口',
      aliases:
        '65岁以上人数 65岁以上老年人数 65岁及以上人口 65周岁以上老年人数 65岁以上老人 65周岁及以上人数 65岁以上老年人',
      definition: '村（社区）在报告时点的户籍人口中满六十五周岁的人数，以人计。',
    },
    'population-80-plus': {
      ...COUNTED,
      name: '80岁以上人口',
      aliases:
        '80岁以上人数 高龄老人数 80岁以上老年人数 80周岁以上老人 80岁及以上人口 80岁以上老人 80周岁以上老年人 80周岁及以上人数 80岁以上高龄老人',
      definition: '村（社区）在报告时点的户籍人口中满八十周岁的人数，以人计。',
    },
    'women-of-childbearing-age': {
      ...COUNTED,
      name: '育龄妇女人数',
      aliases: '育龄妇女 育龄妇女数 15-49岁妇女人数 15-49周岁育龄妇女',
      definition: '村（社区）在报告时点的户籍人口中十五至四十九周岁的妇女人数，以人计。',
      source: '卫生健康',
    },
    births: {
      ...COUNTED,
      name: '出生人口',
      aliases: '出生人数 本年出生人数 新生儿数 年内出生人数',
      definition: '村（社区）本年度内出生的人数，以人计。',
      source: '卫生健康',
    },
    deaths: {
      ...COUNTED,
      name: '死亡人口',
      aliases: '死亡人数 本年死亡人数 年内死亡人数 死亡人口数',
      definition: '村（社区）本年度内死亡的户籍人口的人数，以人计。',
    },
    labourers: {
      ...COUNTED,
      name: '劳动力总数',
      aliases:
        '农村劳动力 劳动力资源数 全村劳动力 农村劳动力人数 劳动力总人数 劳动力人口 适龄劳动力 全村劳动力数 有劳动能力人口 农村劳动力资源总数',
      definition: '村（社区）在报告时点的户籍人口中有劳动能力的人数，以人计。',
      source: '人社',
    },
    'migrant-workers': {
      ...COUNTED,
      name: '外出务工人数',
      aliases:
        '外出务工人员 外出务工人口 外出务工劳动力 全村外出务工人数 劳务输出人数 外出务工总人数 在外务工人数 外出打工人数 劳动力外出人数 常年外出务工人数 外出打工人员 在外务工人员 劳务输出',
      definition: '村（社区）的户籍人口中本年度在本乡镇以外务工的人数，以人计。',
      source: '人社',
    },
  },
);
