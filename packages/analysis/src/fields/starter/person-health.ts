import { DISABILITY_GRADES, DISABILITY_KINDS, HEALTH_STATES, SELF_CARE_STATES } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const DISABLED_PERSONS_LAW = '《中华人民共和国残疾人保障法》第二条';

const HEALTH = elementsOf(
  'person',
  { source: '卫生健康', updatePeriod: 'yearly', sharing: 'conditional', personal: 'sensitive', legalBasis: null },
  {
    'health-state': {
      name: '健康状况',
      aliases: '身体状况 健康状态 健康情况 身体健康状况 身体情况 身体健康情况 健康程度 健康状况说明',
      type: 'choice',
      options: HEALTH_STATES,
      definition: '自然人在报告时点的总体健康状况，按防止返贫监测的口径分类。',
    },
    'self-care': {
      name: '生活自理能力',
      aliases:
        '自理能力 自理情况 失能等级 生活能力评估 失能程度 自理程度 生活自理情况 失能情况 生活自理程度 生活自理能力评估 失能状况 自理能力评估 老年人能力等级 能力评估等级 失能等级评估 生活自理状况 失能评估等级 照护等级',
      type: 'choice',
      options: SELF_CARE_STATES,
      definition: '自然人最近一次生活自理能力评估的结论。',
      source: '民政',
    },
    'chronic-disease': {
      name: '慢性病种类',
      aliases:
        '慢性病 慢病名称 所患慢性病 慢病病种 慢性病病种 慢病种类 慢性病类型 慢性病名称 患慢性病种类 患有何种慢性病',
      definition: '自然人当前经医疗机构确诊的慢性病的名称。',
    },
    'serious-illness': {
      name: '所患大病',
      aliases:
        '大病病种 大病名称 患大病情况 所患疾病 疾病名称 患病名称 主要疾病 患病种类 病种 患何种疾病 患病病种 大病种类 重大疾病名称 患病情况 所患病种 患重大疾病',
      definition: '自然人当前经医疗机构确诊的重大疾病的名称。',
    },
    'medical-cost': {
      name: '自付医疗费用',
      aliases:
        '个人自付医疗费 自付医疗费 医疗费用自付部分 自负医疗费用 个人自付费用 个人自付金额 自付医药费 医药费自付',
      type: 'number',
      unit: '元',
      definition: '自然人本年度经各项医保报销后由个人负担的医疗费用，以元计。',
      source: '医保',
    },
    'family-doctor': {
      name: '签约家庭医生',
      aliases: '家庭医生 签约医生 家庭医生姓名 签约医生姓名 家庭签约医生 签约医师',
      definition: '自然人本年度签约的家庭医生团队中负责的医生的姓名。',
      personal: 'personal',
    },
    'has-family-doctor': {
      name: '是否签约家庭医生',
      aliases: '家庭医生签约情况 是否家庭医生签约 家庭医生是否签约 是否签约家医',
      type: 'boolean',
      definition: '自然人本年度是否签订家庭医生服务协议。',
      personal: 'personal',
    },
    'health-record-number': {
      name: '健康档案编号',
      aliases: '居民健康档案编号 健康档案号 健康档案号码 居民健康档案编码',
      definition: '自然人的居民健康档案的编号。',
      updatePeriod: 'once',
    },
    'checkup-date': {
      name: '体检日期',
      aliases: '最近体检日期 健康体检时间 体检时间 最近一次体检时间 体检年月 健康体检日期',
      type: 'date',
      definition: '自然人最近一次参加免费健康体检的日期。',
    },
    'blood-pressure': {
      name: '血压',
      aliases: '血压值 血压测量值',
      definition: '自然人最近一次随访测得的收缩压和舒张压，以毫米汞柱计。',
      updatePeriod: 'quarterly',
    },
    'blood-sugar': {
      name: '空腹血糖',
      aliases: '血糖 血糖值 空腹血糖值',
      type: 'number',
      unit: '毫摩尔/升',
      definition: '自然人最近一次随访测得的空腹血糖，以毫摩尔每升计。',
      updatePeriod: 'quarterly',
    },
    height: {
      name: '身高',
      aliases: '本人身高',
      type: 'number',
      unit: '厘米',
      definition: '自然人最近一次体检测得的身高，以厘米计。',
      personal: 'personal',
    },
    weight: {
      name: '体重',
      aliases: '本人体重',
      type: 'number',
      unit: '公斤',
      definition: '自然人最近一次体检测得的体重，以公斤计。',
      personal: 'personal',
    },
    'blood-type': {
      name: '血型',
      aliases: 'ABO血型',
      type: 'choice',
      options: ['A型', 'B型', 'AB型', 'O型', '不详'],
      definition: '自然人经检验的 ABO 血型。',
      updatePeriod: 'once',
    },
    'is-pregnant': {
      name: '是否孕产妇',
      aliases: '是否孕妇 孕产妇 是否怀孕',
      type: 'boolean',
      definition: '妇女在报告时点是否怀孕或者处于产后四十二天内。',
    },
    'due-date': {
      name: '预产期',
      aliases: '预产日期 预计分娩日期',
      type: 'date',
      definition: '孕妇经产前检查推算的预计分娩日期。',
    },
    'vaccine-name': {
      name: '接种疫苗名称',
      aliases: '疫苗名称 疫苗种类 接种疫苗种类 疫苗品种 接种疫苗',
      definition: '自然人最近一次接种的疫苗的名称。',
    },
    'vaccination-date': {
      name: '接种日期',
      aliases: '接种时间 疫苗接种日期 疫苗接种时间 末次接种日期 最近接种日期',
      type: 'date',
      definition: '自然人最近一次接种疫苗的日期。',
    },
    'mental-disorder-level': {
      name: '严重精神障碍风险等级',
      aliases: '风险评估等级 危险性评估等级 精神障碍风险等级 危险性评估',
      type: 'choice',
      options: ['0级', '1级', '2级', '3级', '4级', '5级'],
      definition: '严重精神障碍患者最近一次随访的危险性评估等级。',
      updatePeriod: 'quarterly',
      sharing: 'closed',
      legalBasis: '《中华人民共和国精神卫生法》第五十五条',
    },
    'has-mental-disorder': {
      name: '是否严重精神障碍患者',
      aliases: '严重精神障碍患者 是否精神障碍患者 是否重精患者',
      type: 'boolean',
      definition: '自然人当前是否经确诊并登记为严重精神障碍患者。',
      sharing: 'closed',
      legalBasis: '《中华人民共和国精神卫生法》第五十五条',
    },
  },
);

const DISABILITY = elementsOf(
  'person',
  {
    source: '残联',
    updatePeriod: 'yearly',
    sharing: 'conditional',
    personal: 'sensitive',
    legalBasis: DISABLED_PERSONS_LAW,
  },
  {
    'has-disability': {
      name: '是否残疾',
      aliases: '是否残疾人 是否持证残疾人 是否持有残疾证 有无残疾证 是否残疾学生 残疾与否 是否残疾生',
      type: 'boolean',
      definition: '自然人当前是否持有有效的残疾人证。',
    },
    'disability-certificate-number': {
      name: '残疾证号',
      aliases:
        '残疾人证号 残疾证号码 残疾人证号码 残疾证编号 残疾人证编号 残疾人证件号 残疾证件号码 残疾人证编码 残联证号 残疾生证号',
      definition: '自然人现持残疾人证上的二十位号码。',
    },
    'disability-kind': {
      name: '残疾类别',
      aliases: '残疾类型 残疾种类 残疾人类别 残别 残疾人类型 残疾种类名称 残疾证类别',
      type: 'choice',
      options: DISABILITY_KINDS,
      definition: '自然人现持残疾人证载明的残疾类别，按 GB/T 26341 取值。',
    },
    'disability-grade': {
      name: '残疾等级',
      aliases: '残疾级别 残疾程度 残级 残疾证等级 残疾人等级 残疾评定等级',
      type: 'choice',
      options: DISABILITY_GRADES,
      definition: '自然人现持残疾人证载明的残疾等级，按 GB/T 26341 取值。',
    },
    'disability-certified': {
      name: '残疾证发证日期',
      aliases:
        '残疾证办理时间 残疾人证发证日期 残疾证签发日期 残疾证发放时间 残疾证办证时间 残疾证办证日期 初次办证日期 残疾证领取时间',
      type: 'date',
      definition: '自然人现持残疾人证的签发日期。',
      updatePeriod: 'once',
    },
    'disability-valid-until': {
      name: '残疾证有效期',
      aliases: '残疾证有效期至 残疾人证有效期 残疾证到期时间',
      type: 'date',
      definition: '自然人现持残疾人证有效期限的截止日期。',
    },
    'assistive-device': {
      name: '辅助器具需求',
      aliases: '辅具需求 所需辅助器具 辅具名称 辅助器具名称',
      definition: '持证残疾人当前申请适配的辅助器具的名称。',
      legalBasis: null,
    },
    'rehabilitation-need': {
      name: '康复服务需求',
      aliases: '康复需求 康复服务项目',
      definition: '持证残疾人当前申请的康复服务的项目。',
      legalBasis: null,
    },
    'accessibility-need': {
      name: '无障碍改造需求',
      aliases: '家庭无障碍改造需求 无障碍改造内容',
      definition: '持证残疾人当前申请的家庭无障碍改造的内容。',
      legalBasis: null,
    },
  },
);

export const PERSON_HEALTH = [...HEALTH, ...DISABILITY];
