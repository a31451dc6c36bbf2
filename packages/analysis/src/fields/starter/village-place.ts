import { elementsOf } from './elements-of.ts';

const LAND = elementsOf(
  'village',
  { source: '自然资源', updatePeriod: 'yearly', sharing: 'open', personal: 'none', legalBasis: null },
  {
    area: {
      name: '辖区面积',
      aliases: '总面积 村域面积 国土面积 区域面积 行政区域面积 土地总面积 幅员面积 村庄面积',
      type: 'number',
      unit: '平方公里',
      definition: '村（社区）当前行政区域的土地总面积，以平方公里计。',
    },
    'arable-area': {
      name: '耕地面积',
      aliases:
        '耕地总面积 全村耕地面积 耕地 现有耕地面积 全村耕地 村耕地面积 村集体耕地面积 耕地保有量 常用耕地面积 现有耕地 耕地总量 可耕地面积',
      type: 'number',
      unit: '亩',
      definition: '村（社区）上一年度国土变更调查的耕地面积，以亩计。',
    },
    'basic-farmland-area': {
      name: '永久基本农田面积',
      aliases: '基本农田面积 基本农田保护面积',
      type: 'number',
      unit: '亩',
      definition: '村（社区）辖区内当前划定的永久基本农田面积，以亩计。',
    },
    'high-standard-area': {
      name: '高标准农田面积',
      aliases: '已建高标准农田面积 高标准农田建设面积 高标准农田建成面积 建成高标准农田面积',
      type: 'number',
      unit: '亩',
      definition: '村（社区）辖区内当前已验收的高标准农田面积，以亩计。',
      source: '农业农村',
    },
    'paddy-area': {
      name: '水田面积',
      aliases: '水田',
      type: 'number',
      unit: '亩',
      definition: '村（社区）上一年度国土变更调查的水田面积，以亩计。',
    },
    'dry-area': {
      name: '旱地面积',
      aliases: '旱地',
      type: 'number',
      unit: '亩',
      definition: '村（社区）上一年度国土变更调查的旱地面积，以亩计。',
    },
    'woodland-area': {
      name: '全村林地面积',
      aliases: '林地总面积 村林地面积 林业用地面积',
      type: 'number',
      unit: '亩',
      definition: '村（社区）辖区内上一年度国土变更调查的林地面积，以亩计。',
      source: '林业',
    },
    'water-area': {
      name: '水域面积',
      aliases: '水面面积 可养殖水面面积 养殖水面面积',
      type: 'number',
      unit: '亩',
      definition: '村（社区）辖区内上一年度国土变更调查的水面面积，以亩计。',
    },
    'transferred-area': {
      name: '全村土地流转面积',
      aliases: '土地流转总面积 耕地流转面积 已流转面积',
      type: 'number',
      unit: '亩',
      definition: '村（社区）的承包地中在报告时点已流转的面积，以亩计。',
      source: '农业农村',
    },
    'forest-cover': {
      name: '森林覆盖率',
      aliases: '林木覆盖率',
      type: 'number',
      unit: '%',
      definition: '村（社区）上一年末的森林面积占土地总面积的百分比。',
      source: '林业',
    },
  },
);

const ECONOMY = elementsOf(
  'village',
  { source: '农业农村', updatePeriod: 'yearly', sharing: 'open', personal: 'none', legalBasis: null },
  {
    'collective-income': {
      name: '村集体经济收入',
      aliases:
        '村集体收入 集体经济收入 村集体经济总收入 集体经济总收入 村级集体经济收入 村集体年收入 村级集体收入 集体经济年收入 村集体经济年收入 集体收入 集体经济收入总额 村级集体收入总额 年集体经济收入 年度集体经济收入',
      type: 'number',
      unit: '万元',
      definition: '农村集体经济组织上一自然年度取得的全部收入，以万元计。',
    },
    'collective-operating-income': {
      name: '村集体经营性收入',
      aliases:
        '集体经济经营性收入 集体经营性收入 村集体经济经营性收入 集体经营收入 集体经济经营收入 村集体经营收入 年经营性收入',
      type: 'number',
      unit: '万元',
      definition: '农村集体经济组织上一自然年度从经营活动取得的收入，以万元计。',
    },
    'collective-assets': {
      name: '村集体资产总额',
      aliases: '集体资产 集体资产总额 村集体资产 集体资产总值 村集体总资产 村级资产总额 集体总资产 集体经营性资产',
      type: 'number',
      unit: '万元',
      definition: '农村集体经济组织在上一年末清产核资的账面资产总额，以万元计。',
    },
    'collective-debt': {
      name: '村级债务',
      aliases: '村级债务总额 村集体债务 村集体负债 村级负债 村集体负债总额',
      type: 'number',
      unit: '万元',
      definition: '农村集体经济组织在上一年末尚未偿还的债务总额，以万元计。',
    },
    'collective-members': {
      name: '集体经济组织成员数',
      aliases: '集体成员人数 集体经济组织成员人数 股民人数',
      type: 'number',
      unit: '人',
      definition: '在报告时点经确认的农村集体经济组织成员的人数，以人计。',
      legalBasis: '《中华人民共和国农村集体经济组织法》第十二条',
    },
    'income-per-head': {
      name: '农村居民人均可支配收入',
      aliases:
        '农民人均可支配收入 人均可支配收入 村民人均可支配收入 农民人均收入 村民人均收入 人均收入 村民年人均纯收入 农民人均年收入 农村居民可支配收入 全村人均收入',
      type: 'number',
      unit: '元',
      definition: '村（社区）的农村居民上一年度人均可支配收入，以元计。',
      source: '统计',
    },
    'leading-industry': {
      name: '村主导产业',
      aliases: '村特色产业 特色产业 支柱产业 全村主导产业 全村主要产业 村主要产业 特色主导产业',
      definition: '村（社区）本年度产值最大的产业的名称。',
    },
    cooperatives: {
      name: '农民专业合作社数',
      aliases: '合作社数量 合作社数 专业合作社个数 农民合作社数 农民专业合作社 农业专业合作社数',
      type: 'number',
      unit: '个',
      definition: '在报告时点登记住所位于村（社区）的农民专业合作社的个数，以个计。',
    },
    'family-farms': {
      name: '家庭农场数',
      aliases: '家庭农场数量 家庭农场个数',
      type: 'number',
      unit: '个',
      definition: '在报告时点名录系统登记于村（社区）的家庭农场的个数，以个计。',
    },
    enterprises: {
      name: '辖区企业数',
      aliases: '企业数量 企业个数 辖区内企业数',
      type: 'number',
      unit: '个',
      definition: '在报告时点登记住所位于村（社区）的企业的个数，以个计。',
      source: '市场监管',
    },
    homestays: {
      name: '农家乐民宿数',
      aliases: '民宿数量 农家乐数量 农家乐（民宿）数量 农家乐数',
      type: 'number',
      unit: '个',
      definition: '在报告时点于村（社区）经营的农家乐和民宿的个数，以个计。',
      source: '文旅',
    },
    'grain-sown-area': {
      name: '全村粮食播种面积',
      aliases: '粮食播种面积 粮食种植面积 粮食作物播种面积 粮食作物种植面积 粮食面积 粮食作物面积 粮食播面',
      type: 'number',
      unit: '亩',
      definition: '村（社区）本年度播种粮食作物的面积，复种的重复计算，以亩计。',
      source: '统计',
    },
    'grain-output': {
      name: '全村粮食总产量',
      aliases: '粮食总产量 粮食产量 全年粮食产量 粮食总产',
      type: 'number',
      unit: '吨',
      definition: '村（社区）本年度生产的粮食的总产量，以吨计。',
      source: '统计',
    },
  },
);

export const VILLAGE_PLACE = [...LAND, ...ECONOMY];
