import { elementsOf } from './elements-of.ts';

const SOCIAL_INSURANCE_LAW = '《中华人民共和国社会保险法》第五十八条';
const SOCIAL_ASSISTANCE = '《社会救助暂行办法》第九条';
const DESTITUTE_SUPPORT = '《社会救助暂行办法》第十四条';
const AGED_ALLOWANCE = '《中华人民共和国老年人权益保障法》第三十三条';

const INSURANCE = elementsOf(
  'person',
  { source: '人社', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'has-pension-insurance': {
      name: '是否参加养老保险',
      aliases:
        '养老保险参保情况 是否参加城乡居民养老保险 是否参保（养老） 城乡居民养老保险参保情况 养老保险 是否参加居民养老保险 是否参加基本养老保险 是否缴纳养老保险 城乡居民养老保险 参加养老保险情况 养老保险情况 是否缴纳社保 是否参加社保 是否缴纳养老保险费',
      type: 'boolean',
      definition: '自然人本年度是否参加任一种基本养老保险。',
      legalBasis: SOCIAL_INSURANCE_LAW,
    },
    'pension-insurance-kind': {
      name: '养老保险险种',
      aliases: '养老保险类型 参加养老保险类型 养老保险参保类型',
      type: 'choice',
      options: ['城乡居民基本养老保险', '城镇职工基本养老保险', '未参保'],
      definition: '自然人本年度参加的基本养老保险的险种。',
    },
    'pension-contribution': {
      name: '养老保险缴费金额',
      aliases: '养老保险缴费档次 养老保险缴费标准 城乡居民养老保险缴费金额 居民养老缴费档次 养老保险缴费额',
      type: 'number',
      unit: '元',
      definition: '自然人本年度个人缴纳的城乡居民基本养老保险费，以元计。',
    },
    'monthly-pension': {
      name: '月养老金',
      aliases:
        '养老金待遇 每月领取养老金 养老金月领取额 月领取养老金金额 养老金 月领养老金 每月养老金 退休金 月退休金 养老金标准 养老金待遇标准',
      type: 'number',
      unit: '元',
      definition: '自然人当前每月领取的基本养老金，以元计。',
    },
    'draws-pension': {
      name: '是否领取养老金',
      aliases: '是否领取养老待遇 领取养老待遇情况 是否享受养老待遇 是否享受养老金 是否领取退休金',
      type: 'boolean',
      definition: '自然人当前是否按月领取基本养老金。',
    },
    'social-security-card': {
      name: '社会保障卡号',
      aliases: '社保卡号 社会保障卡号码 社保卡号码',
      definition: '自然人现持社会保障卡的卡号。',
      personal: 'sensitive',
    },
    'has-medical-insurance': {
      name: '是否参加医疗保险',
      aliases:
        '是否参加基本医疗保险 医保参保情况 是否参加城乡居民医保 是否参加医保 是否参加城乡居民基本医疗保险 医疗保险 是否参加居民医保 是否已参保 城乡居民医疗保险 是否缴纳医保 基本医疗保险参保情况 是否参加城乡居民医疗保险 参加医疗保险情况 医疗保险情况 医保缴纳情况 是否参加医疗',
      type: 'boolean',
      definition: '自然人本年度是否参加任一种基本医疗保险。',
      source: '医保',
      legalBasis: SOCIAL_INSURANCE_LAW,
    },
    'medical-insurance-kind': {
      name: '医疗保险险种',
      aliases: '医保类型 参加医保类型 医疗保险类型 医保参保类型 参保类型',
      type: 'choice',
      options: ['城乡居民基本医疗保险', '城镇职工基本医疗保险', '未参保'],
      definition: '自然人本年度参加的基本医疗保险的险种。',
      source: '医保',
    },
    'medical-contribution': {
      name: '医保个人缴费金额',
      aliases: '医保缴费金额 城乡居民医保缴费金额 医疗保险缴费金额 居民医保缴费 医保缴费标准',
      type: 'number',
      unit: '元',
      definition: '自然人本年度个人缴纳的城乡居民基本医疗保险费，以元计。',
      source: '医保',
    },
    'medical-subsidised': {
      name: '医保资助参保类别',
      aliases: '资助参保类别 参保资助类别 资助参保类型',
      definition: '自然人本年度参加城乡居民基本医疗保险所享受的定额或者全额资助的类别。',
      source: '医保',
    },
    'medical-uninsured-reason': {
      name: '未参加医保原因',
      aliases: '未参保原因 医保未参保原因',
      definition: '自然人本年度未参加基本医疗保险的原因。',
      source: '医保',
    },
    'long-term-care-level': {
      name: '长期护理失能等级',
      aliases: '长护险失能等级 长期护理保险等级',
      definition: '自然人最近一次长期护理保险失能评估的等级。',
      source: '医保',
      personal: 'sensitive',
    },
  },
);

const ALLOWANCES = elementsOf(
  'person',
  {
    source: '民政',
    updatePeriod: 'monthly',
    sharing: 'conditional',
    personal: 'personal',
    legalBasis: SOCIAL_ASSISTANCE,
  },
  {
    'has-minimum-living': {
      name: '是否享受低保',
      aliases:
        '是否低保 是否低保对象 是否纳入低保 低保对象 是否低保户成员 是否最低生活保障对象 是否享受低保待遇 是否享受最低生活保障 享受低保情况',
      type: 'boolean',
      definition: '自然人本月是否享受最低生活保障。',
    },
    'minimum-living-number': {
      name: '低保证号',
      aliases: '低保证编号 低保证号码 最低生活保障证号 低保金领取证号',
      definition: '自然人所在家庭现持最低生活保障证的编号。',
    },
    'minimum-living-kind': {
      name: '低保类别',
      aliases: '低保类型 低保等级 低保档次 低保保障类别',
      definition: '自然人当前享受最低生活保障的城乡和档次类别。',
    },
    'minimum-living-amount': {
      name: '月低保金额',
      aliases:
        '低保金 低保金额 每月低保金 月低保金 月低保补助 低保补助金额 月发放低保金 低保月补助金额 低保月保障金 低保标准 低保待遇金额 低保补助标准 月补差金额 月人均补差 月人均补助水平 低保月保障金额 低保保障金额 低保发放金额',
      type: 'number',
      unit: '元',
      definition: '自然人本月实际享受的最低生活保障金，以元计。',
    },
    'minimum-living-since': {
      name: '低保起始日期',
      aliases:
        '纳入低保时间 享受低保时间 低保批准时间 低保享受起始时间 低保开始时间 纳入低保日期 低保起始时间 低保认定时间 低保审批时间 低保起保时间 起保时间 开始享受低保时间',
      type: 'date',
      definition: '自然人本次开始享受最低生活保障的日期。',
    },
    'is-destitute': {
      name: '是否特困人员',
      aliases: '是否特困供养人员 是否特困 特困人员 是否五保 是否特困供养对象 是否享受五保待遇 是否分散供养',
      type: 'boolean',
      definition: '自然人本月是否享受特困人员救助供养。',
      legalBasis: DESTITUTE_SUPPORT,
    },
    'destitute-support-kind': {
      name: '特困供养方式',
      aliases:
        '供养方式 供养形式 特困供养形式 供养类型 供养类别 特困供养类型 集中/分散供养 集中供养或分散供养 特困供养类别',
      type: 'choice',
      options: ['分散供养', '集中供养'],
      definition: '特困人员当前的供养方式。',
      legalBasis: DESTITUTE_SUPPORT,
    },
    'destitute-amount': {
      name: '特困供养金额',
      aliases:
        '特困供养金 月供养金 特困供养标准 月特困供养金额 特困基本生活费 特困人员基本生活费 特困供养基本生活费 特困人员救助供养金 特困生活费 特困月供养标准',
      type: 'number',
      unit: '元',
      definition: '特困人员本月享受的基本生活费，以元计。',
      legalBasis: DESTITUTE_SUPPORT,
    },
    'care-amount': {
      name: '照料护理费',
      aliases:
        '特困照料护理费 护理费 月护理费 照料护理补贴 照料护理标准 特困护理费 照料护理费用 护理费标准 照护费 护理补助费',
      type: 'number',
      unit: '元',
      definition: '特困人员本月享受的照料护理费，以元计。',
      legalBasis: DESTITUTE_SUPPORT,
    },
    'has-aged-allowance': {
      name: '是否享受高龄津贴',
      aliases: '是否享受高龄补贴 是否领取高龄津贴 是否享受高龄补助 高龄津贴享受情况 享受高龄津贴情况',
      type: 'boolean',
      definition: '八十周岁以上老年人本月是否享受高龄津贴。',
      legalBasis: AGED_ALLOWANCE,
    },
    'aged-allowance-amount': {
      name: '高龄津贴金额',
      aliases:
        '高龄津贴 高龄补贴 月高龄津贴 高龄津贴标准 高龄补贴金额 高龄津贴月标准 高龄补贴标准 高龄津贴发放标准 高龄津贴月发放金额 高龄津贴补助标准 高龄补助金额',
      type: 'number',
      unit: '元',
      definition: '老年人本月享受的高龄津贴，以元计。',
      legalBasis: AGED_ALLOWANCE,
    },
    'aged-allowance-since': {
      name: '高龄津贴起发日期',
      aliases: '高龄津贴起始时间 高龄津贴享受时间 高龄津贴开始发放时间 高龄津贴开始享受时间 开始享受高龄津贴时间',
      type: 'date',
      definition: '老年人开始享受高龄津贴的日期。',
      legalBasis: AGED_ALLOWANCE,
    },
    'disability-living-allowance': {
      name: '困难残疾人生活补贴',
      aliases: '生活补贴金额 残疾人生活补贴 困难残疾人生活补贴金额 困难残疾人生活补贴标准 困难残疾人补贴金额 生活补贴',
      type: 'number',
      unit: '元',
      definition: '困难残疾人本月享受的生活补贴，以元计。',
      legalBasis: null,
    },
    'disability-nursing-allowance': {
      name: '重度残疾人护理补贴',
      aliases:
        '护理补贴金额 残疾人护理补贴 重度残疾人护理补贴金额 重度护理补贴 重残护理补贴 重度残疾人护理补贴标准 重残护理补贴金额 护理补贴',
      type: 'number',
      unit: '元',
      definition: '重度残疾人本月享受的护理补贴，以元计。',
      legalBasis: null,
    },
    'orphan-kind': {
      name: '孤儿类别',
      aliases: '孤儿和事实无人抚养儿童类别 儿童保障类别 孤儿类型',
      type: 'choice',
      options: ['社会散居孤儿', '机构养育孤儿', '事实无人抚养儿童', '艾滋病病毒感染儿童'],
      definition: '儿童当前享受基本生活保障的类别。',
      personal: 'sensitive',
      legalBasis: null,
    },
    'orphan-amount': {
      name: '孤儿基本生活费',
      aliases:
        '孤儿基本生活费标准 儿童基本生活费 孤儿生活费 孤儿补助金额 孤儿养育标准 基本生活费标准 基本生活保障标准 事实无人抚养儿童基本生活费 孤儿养育津贴',
      type: 'number',
      unit: '元',
      definition: '孤儿或者事实无人抚养儿童本月享受的基本生活费，以元计。',
      personal: 'sensitive',
      legalBasis: null,
    },
    'temporary-aid-amount': {
      name: '临时救助金额',
      aliases: '临时救助金 临时救助资金 临时救助标准',
      type: 'number',
      unit: '元',
      definition: '自然人最近一次获得的临时救助金，以元计。',
      legalBasis: '《社会救助暂行办法》第四十七条',
    },
    'temporary-aid-reason': {
      name: '临时救助原因',
      aliases: '救助原因 申请救助原因 困难原因 申请临时救助原因 申请救助事由 救助事由 临时救助事由',
      definition: '自然人最近一次申请临时救助的原因。',
      legalBasis: '《社会救助暂行办法》第四十七条',
    },
    'temporary-aid-date': {
      name: '临时救助日期',
      aliases: '救助时间 救助日期 临时救助时间',
      type: 'date',
      definition: '自然人最近一次获得临时救助的日期。',
      legalBasis: '《社会救助暂行办法》第四十七条',
    },
  },
);

export const PERSON_SUPPORT = [...INSURANCE, ...ALLOWANCES];
