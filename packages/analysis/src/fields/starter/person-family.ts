import { elementsOf } from './elements-of.ts';

const CIVIL_CODE_MARRIAGE = '《中华人民共和国民法典》第一千零四十九条';
const CIVIL_CODE_GUARDIANS = '《中华人民共和国民法典》第二十七条';
const PROTECTION_OF_MINORS = '《中华人民共和国未成年人保护法》第四十三条';

const FAMILY = elementsOf(
  'person',
  { source: '民政', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'spouse-name': {
      name: '配偶姓名',
      aliases: '配偶 爱人姓名 丈夫姓名 妻子姓名 夫妻对方姓名',
      definition: '自然人当前合法配偶的姓名。',
    },
    'spouse-identity-number': {
      name: '配偶身份证号',
      aliases: '配偶身份证号码 配偶公民身份号码',
      type: 'identity-number',
      definition: '自然人当前合法配偶的公民身份号码。',
      personal: 'sensitive',
    },
    'spouse-phone': {
      name: '配偶联系电话',
      aliases: '配偶电话 配偶手机号',
      type: 'phone',
      definition: '自然人当前合法配偶使用的电话号码。',
    },
    'marriage-date': {
      name: '结婚登记日期',
      aliases: '结婚日期 结婚时间 登记结婚时间 初婚日期 婚姻登记日期',
      type: 'date',
      definition: '自然人当前婚姻在婚姻登记机关登记的日期。',
      legalBasis: CIVIL_CODE_MARRIAGE,
    },
    'marriage-certificate-number': {
      name: '结婚证号',
      aliases: '结婚证字号 结婚证编号',
      definition: '自然人当前婚姻的结婚证上印制的字号。',
      updatePeriod: 'once',
      legalBasis: CIVIL_CODE_MARRIAGE,
    },
    'father-name': {
      name: '父亲姓名',
      aliases: '父亲 父姓名',
      definition: '自然人的父亲在户口簿上登记的姓名。',
      updatePeriod: 'once',
    },
    'father-identity-number': {
      name: '父亲身份证号',
      aliases: '父亲身份证号码 父亲公民身份号码',
      type: 'identity-number',
      definition: '自然人的父亲的公民身份号码。',
      updatePeriod: 'once',
      personal: 'sensitive',
    },
    'father-phone': {
      name: '父亲联系电话',
      aliases: '父亲电话',
      type: 'phone',
      definition: '自然人的父亲当前使用的电话号码。',
    },
    'mother-name': {
      name: '母亲姓名',
      aliases: '母亲 母姓名',
      definition: '自然人的母亲在户口簿上登记的姓名。',
      updatePeriod: 'once',
    },
    'mother-identity-number': {
      name: '母亲身份证号',
      aliases: '母亲身份证号码 母亲公民身份号码',
      type: 'identity-number',
      definition: '自然人的母亲的公民身份号码。',
      updatePeriod: 'once',
      personal: 'sensitive',
    },
    'mother-phone': {
      name: '母亲联系电话',
      aliases: '母亲电话',
      type: 'phone',
      definition: '自然人的母亲当前使用的电话号码。',
    },
    'children-count': {
      name: '现有子女数',
      aliases: '子女数 子女个数 现有子女人数 孩子数 子女人数 生育子女数 已生育子女数 家庭子女数',
      type: 'number',
      unit: '人',
      definition: '自然人在报告时点存活的子女的人数，以人计。',
      source: '卫生健康',
    },
    'child-name': {
      name: '子女姓名',
      aliases: '儿女姓名 赡养人 赡养人姓名 联系子女姓名',
      definition: '老年人指定的、首先联系的一名成年子女或者其他赡养人的姓名。',
    },
    'child-phone': {
      name: '子女联系电话',
      aliases: '子女电话 儿女电话 赡养人电话 赡养人联系电话',
      type: 'phone',
      definition: '老年人指定的、首先联系的子女或者赡养人当前使用的电话号码。',
    },
    'birth-order': {
      name: '孩次',
      aliases: '胎次 第几孩 生育孩次',
      type: 'choice',
      options: ['一孩', '二孩', '三孩', '四孩及以上'],
      definition: '新生儿在其母亲所生子女中的次序。',
      source: '卫生健康',
      updatePeriod: 'once',
    },
    'birth-certificate-number': {
      name: '出生医学证明编号',
      aliases: '出生证编号 出生医学证明号 出生证号',
      definition: '自然人的出生医学证明上印制的编号。',
      source: '卫生健康',
      updatePeriod: 'once',
    },
    'death-date': {
      name: '死亡日期',
      aliases: '死亡时间 去世时间 去世日期 死亡年月日 去世年月',
      type: 'date',
      definition: '自然人经医学证明或者户口登记确认的死亡日期。',
      source: '公安',
      updatePeriod: 'once',
      legalBasis: '《中华人民共和国户口登记条例》第八条',
    },
    'death-cause': {
      name: '死亡原因',
      aliases: '死因 去世原因',
      definition: '自然人的死亡医学证明上记载的根本死亡原因。',
      source: '卫生健康',
      updatePeriod: 'once',
      personal: 'sensitive',
    },
    'cremation-date': {
      name: '火化日期',
      aliases: '火化时间',
      type: 'date',
      definition: '逝者的遗体在殡仪馆火化的日期。',
      updatePeriod: 'once',
    },
  },
);

const CARE = elementsOf(
  'person',
  { source: '民政', updatePeriod: 'yearly', sharing: 'conditional', personal: 'personal', legalBasis: null },
  {
    'guardian-name': {
      name: '监护人姓名',
      aliases: '监护人 法定监护人 法定监护人姓名 监护人名字 现监护人 实际监护人 学生家长 监护人名称',
      definition: '未成年人或者无民事行为能力人当前的监护人的姓名。',
      legalBasis: CIVIL_CODE_GUARDIANS,
    },
    'guardian-identity-number': {
      name: '监护人身份证号',
      aliases: '监护人身份证号码 监护人公民身份号码',
      type: 'identity-number',
      definition: '被监护人当前的监护人的公民身份号码。',
      personal: 'sensitive',
      legalBasis: CIVIL_CODE_GUARDIANS,
    },
    'guardian-phone': {
      name: '监护人联系电话',
      aliases: '监护人电话 监护人手机号 监护人联系方式 监护人手机号码 监护人手机 监护人联系手机',
      type: 'phone',
      definition: '被监护人当前的监护人使用的电话号码。',
      legalBasis: CIVIL_CODE_GUARDIANS,
    },
    'guardian-relation': {
      name: '与监护人关系',
      aliases:
        '监护人与本人关系 监护关系 监护人关系 与被监护人关系 监护人与儿童关系 与儿童关系 与监护人的关系 与学生关系 与被监护人的关系 与患者的关系',
      definition: '被监护人当前与其监护人的亲属或者其他关系。',
      legalBasis: CIVIL_CODE_GUARDIANS,
    },
    'entrusted-carer-name': {
      name: '受委托照护人姓名',
      aliases: '受委托监护人 委托照护人姓名 被委托监护人姓名 委托监护人 受委托监护人姓名',
      definition: '外出务工父母当前书面委托照护其未成年子女的人的姓名。',
      legalBasis: PROTECTION_OF_MINORS,
    },
    'entrusted-carer-phone': {
      name: '受委托照护人电话',
      aliases: '受委托监护人电话 委托监护人电话 委托照护人电话 受委托监护人联系电话',
      type: 'phone',
      definition: '受外出父母委托照护其未成年子女的人当前使用的电话号码。',
      legalBasis: PROTECTION_OF_MINORS,
    },
    'carer-name': {
      name: '照料护理人姓名',
      aliases: '照料人 照料人姓名 护理人 护理人姓名 照护人 照护人姓名 照护服务人姓名 照看人',
      definition: '受约定对特困人员、失能老人或者残疾人提供日常照料护理的人的姓名。',
    },
    'carer-phone': {
      name: '照料护理人电话',
      aliases: '照料人电话 护理人电话 照护人电话 照料人联系电话 照护责任人电话',
      type: 'phone',
      definition: '受约定提供日常照料护理的人当前使用的电话号码。',
    },
    'is-left-behind-child': {
      name: '是否留守儿童',
      aliases: '留守儿童 是否农村留守儿童 留守儿童情况',
      type: 'boolean',
      definition: '未满十六周岁的农村户籍未成年人当前是否因父母外出务工而不能与其共同生活。',
      personal: 'sensitive',
      legalBasis: PROTECTION_OF_MINORS,
    },
    'is-child-in-difficulty': {
      name: '是否困境儿童',
      aliases: '困境儿童',
      type: 'boolean',
      definition: '未满十八周岁的人当前是否因家庭贫困、自身残疾或者缺乏监护被认定为困境儿童。',
      personal: 'sensitive',
      legalBasis: PROTECTION_OF_MINORS,
    },
    'is-left-behind-elder': {
      name: '是否留守老人',
      aliases: '留守老人 是否农村留守老年人 是否空巢',
      type: 'boolean',
      definition: '六十周岁以上的农村居民当前是否因全部子女长期外出而独自或者仅与配偶居住。',
    },
    'is-left-behind-woman': {
      name: '是否留守妇女',
      aliases: '留守妇女',
      type: 'boolean',
      definition: '农村已婚妇女当前是否因丈夫外出务工半年以上而留居本地。',
      source: '妇联',
    },
    'is-living-alone': {
      name: '是否独居',
      aliases: '是否独居老人 独居老人 独居 是否独居老年人 是否独居户 独居情况 是否孤寡独居',
      type: 'boolean',
      definition: '自然人当前是否长期一人居住。',
    },
    'visit-frequency': {
      name: '探访频次',
      aliases: '巡访频次 走访频次 探访关爱频次',
      definition: '基层工作人员当前对需要关爱的人约定的探访间隔。',
    },
  },
);

export const PERSON_FAMILY = [...FAMILY, ...CARE];
