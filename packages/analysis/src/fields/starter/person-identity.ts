import {
  EDUCATION_LEVELS,
  IDENTITY_DOCUMENTS,
  MARITAL_STATUSES,
  PEOPLES,
  POLITICAL_STATUSES,
  REGISTER_KINDS,
  RELATIONS_TO_HEAD,
  SEXES,
} from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const IDENTITY_CARD_LAW = '《中华人民共和国居民身份证法》第三条';

const IDENTITY = elementsOf(
  'person',
  { source: '公安', updatePeriod: 'once', sharing: 'conditional', personal: 'personal', legalBasis: IDENTITY_CARD_LAW },
  {
    name: {
      name: '姓名',
      aliases:
        '本人姓名 居民姓名 村民姓名 人员姓名 申请人姓名 对象姓名 成员姓名 家庭成员姓名 学生姓名 儿童姓名 老人姓名 党员姓名 患者姓名 残疾人姓名 务工人员姓名 补贴对象姓名 参保人姓名 救助对象姓名 领取人姓名 主申请人姓名',
      definition: '自然人在居民身份证或户口簿上登记的现用姓名。',
    },
    'former-name': {
      name: '曾用名',
      aliases: '别名 曾用姓名',
      definition: '自然人在户口簿上登记过、现已不用的姓名。',
    },
    sex: {
      name: '性别',
      aliases: '男/女 性别（男/女）',
      type: 'choice',
      options: SEXES,
      definition: '自然人在居民身份证上登记的性别，按 GB/T 2261.1 取男或女。',
    },
    people: {
      name: '民族',
      aliases: '族别 民族成分 民族成份 民族名称',
      type: 'choice',
      options: PEOPLES,
      definition: '自然人在居民身份证上登记的民族，按 GB/T 3304 取值。',
    },
    'birth-date': {
      name: '出生日期',
      aliases: '出生年月日 出生年月 生日 出生时间 公历出生日期',
      type: 'date',
      definition: '自然人在居民身份证上登记的公历出生年月日。',
    },
    'identity-number': {
      name: '公民身份号码',
      aliases:
        '身份证号 身份证号码 身份证 居民身份证号 居民身份证号码 公民身份证号码 身份号码 本人身份证号 学生身份证号 儿童身份证号 本人身份证号码 居民身份号码 孩子身份证号 身份证件号',
      type: 'identity-number',
      definition: '按 GB 11643 编制、由公安机关赋予自然人终身不变的十八位号码。',
      personal: 'sensitive',
    },
    'identity-document-kind': {
      name: '证件类型',
      aliases: '证件种类 身份证件类型 有效证件类型',
      type: 'choice',
      options: IDENTITY_DOCUMENTS,
      definition: '自然人当前用以证明身份的证件的种类。',
    },
    'identity-document-number': {
      name: '证件号码',
      aliases: '证件号 有效证件号码 身份证件号码',
      definition: '自然人当前用以证明身份的证件上印制的号码，不限于居民身份证。',
      personal: 'sensitive',
    },
    'identity-card-valid-until': {
      name: '身份证有效期',
      aliases: '身份证有效期限 身份证到期日期 证件有效期',
      type: 'date',
      definition: '自然人现持居民身份证有效期限的截止日期。',
    },
    photo: {
      name: '本人照片',
      aliases: '照片 相片 一寸照片 免冠照片 本人近照 证件照',
      type: 'file',
      definition: '自然人近一年内的正面免冠照片。',
      updatePeriod: 'yearly',
    },
    'native-place': {
      name: '籍贯',
      aliases: '祖籍 籍贯所在地',
      definition: '自然人祖父的长期居住地，写到县级行政区。',
      legalBasis: null,
    },
    'birth-place': {
      name: '出生地',
      aliases: '出生地点',
      definition: '自然人出生时所在的县级行政区。',
      legalBasis: null,
    },
  },
);

const REGISTER = elementsOf(
  'person',
  { source: '公安', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'register-address': {
      name: '户籍地址',
      aliases:
        '户口所在地 户籍所在地 户籍地 户口所在地详细地址 户籍所在地地址 户口地址 户口簿住址 户籍住址 户籍所在 户籍详细地址 常住户口所在地 户口登记地址',
      definition: '自然人当前常住户口登记的详细地址。',
      legalBasis: IDENTITY_CARD_LAW,
    },
    'register-kind': {
      name: '户口性质',
      aliases: '户籍性质 户口类别 户口类型 户籍类型 户籍类别 户口属性 户别性质',
      type: 'choice',
      options: REGISTER_KINDS,
      definition: '自然人当前户口按原有登记口径划分的农业或者非农业类别。',
    },
    'register-police-station': {
      name: '户籍派出所',
      aliases: '户口登记机关 所属派出所 户籍所在派出所',
      definition: '管理自然人当前常住户口的公安派出所。',
    },
    'relation-to-head': {
      name: '与户主关系',
      aliases: '与户主的关系 和户主关系 与户主之关系 户主关系 家庭关系 与户主的亲属关系 成员关系',
      type: 'choice',
      options: RELATIONS_TO_HEAD,
      definition: '户内成员当前与本户户主的亲属关系，按 GB/T 4761 取值。',
    },
    'register-moved-in': {
      name: '户口迁入日期',
      aliases: '迁入日期 迁入时间 户口迁入时间',
      type: 'date',
      definition: '自然人的户口最近一次迁入现登记地的日期。',
    },
    'register-moved-out': {
      name: '户口迁出日期',
      aliases: '迁出日期 迁出时间 户口迁出时间',
      type: 'date',
      definition: '自然人的户口从本地迁出的日期。',
    },
    'is-registered-here': {
      name: '是否本村户籍',
      aliases: '是否本地户籍 是否户籍人口 本村户籍',
      type: 'boolean',
      definition: '自然人当前的常住户口是否登记在所报的村（社区）。',
    },
    'marital-status': {
      name: '婚姻状况',
      aliases: '婚姻状态 婚否 婚姻 婚育状况 婚姻情况 婚育情况 婚姻现状',
      type: 'choice',
      options: MARITAL_STATUSES,
      definition: '自然人当前的婚姻状况，按 GB/T 2261.2 取值。',
      source: '民政',
    },
    'political-status': {
      name: '政治面貌',
      aliases: '政治面目 党派 政治身份 政治面貌情况 政治情况',
      type: 'choice',
      options: POLITICAL_STATUSES,
      definition: '自然人当前的党团和民主党派身份，按 GB/T 4762 取值。',
      source: '组织部',
    },
    'education-level': {
      name: '文化程度',
      aliases:
        '学历 受教育程度 最高学历 教育程度 文化水平 学历层次 文化水平程度 最高学历层次 学历情况 文化层次 第一学历',
      type: 'choice',
      options: EDUCATION_LEVELS,
      definition: '自然人当前已取得的最高一级教育程度，按 GB/T 4658 取值。',
      source: '教育',
    },
    religion: {
      name: '宗教信仰',
      aliases: '信教情况 宗教 有无宗教信仰',
      definition: '自然人自愿申报的当前所信宗教。',
      source: '统战部',
      sharing: 'closed',
      personal: 'sensitive',
    },
  },
);

const CONTACT = elementsOf(
  'person',
  { source: '乡镇（街道）', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    phone: {
      name: '联系电话',
      aliases:
        '手机号 手机号码 手机 电话 电话号码 联系方式 本人电话 联系手机 移动电话 本人联系电话 本人手机号 联系手机号 常用电话 手机电话 常用联系电话',
      type: 'phone',
      definition: '自然人本人当前使用的移动或者固定电话号码。',
    },
    address: {
      name: '现住址',
      aliases:
        '居住地址 家庭住址 家庭地址 住址 现居住地址 常住地址 居住地 现居住地 居住地详细地址 现住地址 实际居住地址 现居地址 现家庭住址 居住详细地址 家庭详细住址 家庭现住址 实际住址 常住地',
      definition: '自然人当前实际居住处所的详细地址。',
    },
    'village-group': {
      name: '村民小组',
      aliases:
        '组别 所在组 组名 村小组 所属小组 村民组 自然村组 居民小组 所属组 村组名称 第几组 小组名称 村民小组名称 居住小组',
      definition: '自然人或其户当前所属的村民小组（居民小组）的名称或者序号。',
    },
    'natural-village': {
      name: '自然村',
      aliases: '自然村名称 所在自然村 屯 自然屯 湾组',
      definition: '自然人或其户当前居住的自然村（屯、湾）的名称。',
    },
    'home-place': {
      name: '居住状态',
      aliases: '居住情况 在家情况 是否常住 常住状态 是否在家居住 现居状态 在家状态',
      type: 'choice',
      options: ['常住', '外出', '空挂户', '流入'],
      definition: '自然人在报告时点相对所报村（社区）的居住状态。',
    },
    'resident-since': {
      name: '来本地居住日期',
      aliases: '流入日期 来本地时间 入住时间 到本地时间 来本村时间 居住起始时间 来此居住时间 来本社区时间',
      type: 'date',
      definition: '流动人口最近一次到现居住地居住的起始日期。',
      source: '公安',
    },
    'residence-permit-number': {
      name: '居住证号',
      aliases: '居住证号码 居住证编号 暂住证号',
      definition: '流动人口现持居住证上的号码。',
      source: '公安',
    },
    'emergency-contact-name': {
      name: '紧急联系人',
      aliases: '紧急联系人姓名 应急联系人 紧急情况联系人 紧急联络人',
      definition: '自然人指定的、紧急情况下首先联系的人的姓名。',
    },
    'emergency-contact-phone': {
      name: '紧急联系人电话',
      aliases: '紧急联系电话 应急联系电话 紧急联系人联系电话',
      type: 'phone',
      definition: '自然人指定的紧急联系人当前使用的电话号码。',
    },
    'bank-name': {
      name: '开户银行',
      aliases: '开户行 开户行名称 发放银行 开户银行名称 开户行全称 银行名称 收款银行',
      definition: '自然人当前领取补助补贴所用账户的开户银行网点名称。',
      source: '财政',
    },
    'bank-account': {
      name: '银行账号',
      aliases:
        '银行卡号 一卡通账号 一卡通号 社保卡账号 银行账户 开户账号 惠农一卡通账号 惠民惠农一卡通账号 银行卡账号 个人银行账号 银行卡 卡号 一卡通卡号 惠农卡号 惠农补贴账号 社保卡银行账号 本人银行账号 收款账号 账号 惠农一卡通卡号 补贴账号 领取账号',
      definition: '自然人当前领取惠民惠农补助补贴所用账户的号码。',
      source: '财政',
      personal: 'sensitive',
    },
    'account-holder': {
      name: '开户人姓名',
      aliases:
        '开户人 账户名 开户名 开户名称 账户名称 户名 开户名字 银行卡户名 领取人（开户人） 账户持有人 银行户名 一卡通户名',
      definition: '领取补助补贴所用银行账户登记的开户人的姓名。',
      source: '财政',
    },
    'is-collective-member': {
      name: '是否集体经济组织成员',
      aliases: '集体经济组织成员身份 是否农村集体经济组织成员',
      type: 'boolean',
      definition: '自然人当前是否经确认为所在农村集体经济组织的成员。',
      source: '农业农村',
      legalBasis: '《中华人民共和国农村集体经济组织法》第十一条',
    },
    'is-registered-voter': {
      name: '是否登记选民',
      aliases: '选民登记 是否选民',
      type: 'boolean',
      definition: '村民在最近一次村民委员会选举中是否登记为参加选举的村民。',
      source: '民政',
      legalBasis: '《中华人民共和国村民委员会组织法》第十三条',
    },
    'grid-name': {
      name: '所属网格',
      aliases: '网格 网格名称 所在网格 网格编号',
      definition: '自然人当前居住地所属的基层治理网格的名称或者编号。',
      source: '政法委',
    },
  },
);

export const PERSON_IDENTITY = [...IDENTITY, ...REGISTER, ...CONTACT];
