import { TERRAINS, VILLAGE_KINDS } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const VILLAGE_COMMITTEES_LAW = '《中华人民共和国村民委员会组织法》第六条';

const UNIT = elementsOf(
  'village',
  { source: '民政', updatePeriod: 'yearly', sharing: 'open', personal: 'none', legalBasis: null },
  {
    name: {
      name: '村（社区）名称',
      aliases:
        '村名 行政村 村（社区） 村社区 所在村 行政村名称 村名称 村（居） 社区名称 村委会名称 所属村 村居名称 村 属地村 行政村名 村庄名',
      definition: '村民委员会或者居民委员会辖区当前使用的标准名称。',
    },
    code: {
      name: '村（社区）代码',
      aliases: '行政村代码 统计区划代码 村代码 村编码 行政区划代码 区划代码 行政区代码',
      definition: '村级单位在当年统计用区划代码中的十二位代码。',
      source: '统计',
    },
    'town-name': {
      name: '乡镇（街道）名称',
      aliases:
        '乡镇 乡（镇） 乡镇（街道） 所在乡镇 镇街 乡镇名称 镇（街道） 乡（镇、街道） 所属乡镇 镇 街道 属地乡镇 街镇',
      definition: '村（社区）当前所属的乡镇或者街道的标准名称。',
    },
    'county-name': {
      name: '县（市、区）名称',
      aliases: '县 县（市、区） 县市区 区县 县（区） 所在县 县名 县（市） 县（市、区、旗） 旗县区',
      definition: '村（社区）当前所属的县级行政区的标准名称。',
    },
    'city-name': {
      name: '市（州）名称',
      aliases: '市 地市 市（州） 设区市 地级市 市级 地市州 盟市',
      definition: '村（社区）当前所属的地级行政区的标准名称。',
    },
    'province-name': {
      name: '省（区、市）名称',
      aliases: '省 省份 省（区、市）',
      definition: '村（社区）当前所属的省级行政区的标准名称。',
    },
    kind: {
      name: '村（社区）类型',
      aliases: '村类型 村社区类型 村居类型',
      type: 'choice',
      options: VILLAGE_KINDS,
      definition: '村级单位当前属于行政村、涉农社区还是城市社区。',
    },
    'is-lifted-village': {
      name: '是否脱贫村',
      aliases:
        '是否原贫困村 是否出列村 脱贫村 是否贫困村 是否重点帮扶村 是否原建档立卡贫困村 是否脱贫出列村 是否建档立卡贫困村',
      type: 'boolean',
      definition: '村是否曾被识别为贫困村并已退出。',
      source: '农业农村',
      updatePeriod: 'once',
    },
    terrain: {
      name: '地形地貌',
      aliases: '地势 地形 地貌类型 地势地貌 地形特征',
      type: 'choice',
      options: TERRAINS,
      definition: '村（社区）辖区的主要地形类型。',
      source: '自然资源',
      updatePeriod: 'once',
    },
    'registered-households': {
      name: '户籍户数',
      aliases:
        '总户数 全村户数 户数 农户数 全村总户数 农户总数 户籍总户数 农户户数 全村农户数 家庭户数 农村户数 户籍总户 在册户数 农业户数 住户总数 共有户数 家庭总户数',
      type: 'number',
      unit: '户',
      definition: '户口在报告时点登记在村（社区）的户数，以户计。',
      source: '公安',
    },
    'resident-households': {
      name: '常住户数',
      aliases: '常住户 常住农户数 实际居住户数 实际居住户 在家户数 常住户总数 实际在村户数',
      type: 'number',
      unit: '户',
      definition: '在报告时点实际居住在村（社区）六个月以上的户数，以户计。',
      source: '统计',
    },
    groups: {
      name: '村民小组数',
      aliases:
        '村民小组个数 小组数 组数 村民组数 下辖小组数 小组个数 村（居）民小组数 村民小组数量 辖组数 辖村民小组数',
      type: 'number',
      unit: '个',
      definition: '村（社区）在报告时点设立的村民（居民）小组的个数，以个计。',
      legalBasis: '《中华人民共和国村民委员会组织法》第三条',
    },
    'natural-villages': {
      name: '自然村数',
      aliases: '自然村个数 自然屯数 自然村（组）数 下辖自然村数 自然村落数 自然村庄数 辖自然村数',
      type: 'number',
      unit: '个',
      definition: '村（社区）辖区内在报告时点有人居住的自然村的个数，以个计。',
    },
    'office-address': {
      name: '村委会地址',
      aliases: '村部地址 办公地址 村委会驻地 村办公地址 党群服务中心地址 村办公场所地址',
      definition: '村（居）民委员会当前的办公地址。',
    },
    'office-phone': {
      name: '村委会电话',
      aliases: '村部电话 办公电话 村办公电话 值班电话',
      type: 'phone',
      definition: '村（居）民委员会当前公布的办公电话号码。',
    },
  },
);

const CADRES = elementsOf(
  'village',
  {
    source: '组织部',
    updatePeriod: 'half-yearly',
    sharing: 'open',
    personal: 'personal',
    legalBasis: VILLAGE_COMMITTEES_LAW,
  },
  {
    'secretary-name': {
      name: '村党组织书记姓名',
      aliases:
        '村支书 村支部书记 村书记 党支部书记 村党支部书记 村党组织书记 支书姓名 村支书姓名 村支部书记姓名 书记姓名 支部书记姓名 党组织书记 书记 党组织书记姓名 村（社区）书记 党总支书记 党总支书记姓名 村党总支书记 党支部负责人 村级党组织书记 社区党组织书记',
      definition: '村（社区）党组织现任书记的姓名。',
      legalBasis: null,
    },
    'secretary-phone': {
      name: '村党组织书记电话',
      aliases: '村支书电话 村书记电话 支部书记电话 村支书联系电话 书记联系电话 书记电话 支书电话 党支部负责人电话',
      type: 'phone',
      definition: '村（社区）党组织现任书记使用的电话号码。',
      sharing: 'conditional',
      legalBasis: null,
    },
    'director-name': {
      name: '村委会主任姓名',
      aliases:
        '村主任 村委会主任 村主任姓名 村民委员会主任 主任姓名 村（居）委会主任 村委主任 居委会主任 社区主任 村委会负责人',
      definition: '村（居）民委员会现任主任的姓名。',
    },
    'director-phone': {
      name: '村委会主任电话',
      aliases: '村主任电话 村主任联系电话 村委会负责人电话',
      type: 'phone',
      definition: '村（居）民委员会现任主任使用的电话号码。',
      sharing: 'conditional',
    },
    'is-one-shoulder': {
      name: '是否书记主任一肩挑',
      aliases: '是否一肩挑 一肩挑 书记主任是否一肩挑',
      type: 'boolean',
      definition: '村（社区）党组织书记当前是否兼任村（居）民委员会主任。',
      personal: 'none',
      legalBasis: null,
    },
    'first-secretary-name': {
      name: '驻村第一书记姓名',
      aliases: '第一书记 驻村第一书记 第一书记姓名 驻村书记 驻村工作队第一书记',
      definition: '上级当前派驻该村的第一书记的姓名。',
      legalBasis: null,
    },
    'first-secretary-phone': {
      name: '第一书记电话',
      aliases: '驻村第一书记电话 第一书记联系电话',
      type: 'phone',
      definition: '上级当前派驻该村的第一书记使用的电话号码。',
      sharing: 'conditional',
      legalBasis: null,
    },
    'stationed-unit': {
      name: '驻村帮扶单位',
      aliases:
        '驻村工作队单位 派驻单位 派出单位 驻村单位 第一书记派出单位 定点帮扶单位 工作队派出单位 驻村工作队派出单位 派驻帮扶单位',
      definition: '当前向该村派出驻村工作队的单位。',
      personal: 'none',
      legalBasis: null,
    },
    'stationed-people': {
      name: '驻村工作队人数',
      aliases: '驻村队员数 驻村干部人数 驻村工作队员数 驻村人数',
      type: 'number',
      unit: '人',
      definition: '当前派驻该村的工作队的人数，以人计。',
      personal: 'none',
      legalBasis: null,
    },
    cadres: {
      name: '村“两委”干部人数',
      aliases:
        '村干部人数 两委干部人数 村两委人数 村干部数 村两委干部数 两委成员数 村“两委”班子成员数 村两委班子人数 村组干部人数',
      type: 'number',
      unit: '人',
      definition: '在报告时点任职的村（社区）党组织和村（居）民委员会成员的人数，以人计。',
      personal: 'none',
    },
    'delegates-count': {
      name: '村民代表人数',
      aliases: '村民代表数 村民代表',
      type: 'number',
      unit: '人',
      definition: '在报告时点任期内的村民代表的人数，以人计。',
      source: '民政',
      personal: 'none',
      legalBasis: '《中华人民共和国村民委员会组织法》第二十五条',
    },
    'party-branches': {
      name: '党支部数',
      aliases: '党支部个数 党组织数 党小组数 下设党支部数 基层党组织数 下辖党支部数',
      type: 'number',
      unit: '个',
      definition: '村（社区）党组织在报告时点下辖的党支部的个数，以个计。',
      personal: 'none',
      legalBasis: null,
    },
    grids: {
      name: '网格数',
      aliases: '网格个数 网格数量 划分网格数 综治网格数',
      type: 'number',
      unit: '个',
      definition: '村（社区）在报告时点划分的基层治理网格的个数，以个计。',
      source: '政法委',
      personal: 'none',
      legalBasis: null,
    },
    'grid-workers': {
      name: '网格员人数',
      aliases: '网格员数 网格员数量 专兼职网格员数 配备网格员数 网格员配备人数 网格员队伍人数',
      type: 'number',
      unit: '人',
      definition: '村（社区）在报告时点配备的专职和兼职网格员的人数，以人计。',
      source: '政法委',
      personal: 'none',
      legalBasis: null,
    },
    'grid-worker-name': {
      name: '网格员姓名',
      aliases: '网格员 网格长 专职网格员 网格长姓名 包片网格员 网格负责人 网格管理员 责任网格员',
      definition: '一个网格现任网格员的姓名。',
      source: '政法委',
      legalBasis: null,
    },
    'grid-worker-phone': {
      name: '网格员电话',
      aliases: '网格员联系电话 网格长电话 网格员手机号',
      type: 'phone',
      definition: '一个网格现任网格员使用的电话号码。',
      sharing: 'conditional',
      source: '政法委',
      legalBasis: null,
    },
    'group-leader-name': {
      name: '村民小组长姓名',
      aliases: '小组长 村民小组长 组长姓名 小组长姓名 村民组长 村民小组组长 村民小组组长姓名 小组组长',
      definition: '一个村民小组现任组长的姓名。',
      source: '民政',
      legalBasis: '《中华人民共和国村民委员会组织法》第二十八条',
    },
    'group-leader-phone': {
      name: '村民小组长电话',
      aliases: '小组长电话 组长电话 小组长联系电话 村民小组组长电话',
      type: 'phone',
      definition: '一个村民小组现任组长使用的电话号码。',
      source: '民政',
      sharing: 'conditional',
      legalBasis: '《中华人民共和国村民委员会组织法》第二十八条',
    },
    volunteers: {
      name: '志愿者人数',
      aliases: '志愿者数 注册志愿者人数 志愿服务人数 志愿者队伍人数 在册志愿者数 志愿服务队员数',
      type: 'number',
      unit: '人',
      definition: '在报告时点登记于村（社区）的志愿者的人数，以人计。',
      source: '社会工作',
      personal: 'none',
      legalBasis: null,
    },
  },
);

export const VILLAGE = [...UNIT, ...CADRES];
