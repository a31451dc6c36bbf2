import { HOUSE_DANGER_GRADES, HOUSE_STRUCTURES } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const LAND_ADMINISTRATION_LAW = '《中华人民共和国土地管理法》第六十二条';

export const HOUSE = elementsOf(
  'house',
  { source: '住建', updatePeriod: 'yearly', sharing: 'conditional', personal: 'none', legalBasis: null },
  {
    code: {
      name: '房屋编号',
      aliases: '房屋编码 房屋代码 农房编号 房屋统一编号 房屋唯一编码 房屋建筑编号',
      definition: '房屋调查时赋予一栋房屋的唯一编号。',
      updatePeriod: 'once',
    },
    address: {
      name: '房屋坐落',
      aliases:
        '房屋地址 房屋座落 房屋位置 农房地址 房屋详细地址 住房地址 房屋具体地址 房屋所在地 住房坐落 房屋详细位置 农房坐落 出租房地址 出租屋地址 建筑地址 宅基地位置 宅基地坐落 宅基地地址 出租房屋地址 房源地址 建房地点 建房地址 建房位置',
      definition: '房屋当前所在的门牌地址。',
    },
    'owner-name': {
      name: '产权人姓名',
      aliases:
        '房屋所有人 产权人 房主姓名 房主 房屋产权人 权利人姓名 业主姓名 房屋所有权人 房东 房东姓名 出租人姓名 出租人 房屋业主 房屋使用人 房屋户主 房东名称',
      definition: '房屋当前的所有权人的姓名。',
      personal: 'personal',
    },
    'owner-identity-number': {
      name: '产权人身份证号',
      aliases: '房主身份证号 产权人身份证号码 权利人证件号',
      type: 'identity-number',
      definition: '房屋当前的所有权人的公民身份号码。',
      personal: 'sensitive',
    },
    'owner-phone': {
      name: '产权人电话',
      aliases:
        '房主电话 产权人联系电话 房主联系电话 业主电话 房东电话 出租人电话 出租人联系电话 房东联系电话 房屋所有人电话',
      type: 'phone',
      definition: '房屋当前的所有权人使用的电话号码。',
      personal: 'personal',
    },
    'certificate-number': {
      name: '不动产权证号',
      aliases: '房产证号 房屋产权证号 不动产权证书号 房屋权属证书号 房权证号 房产证编号 不动产权属证书号',
      definition: '房屋现有不动产权属证书上的编号。',
      source: '自然资源',
      updatePeriod: 'once',
    },
    'floor-area': {
      name: '住房面积',
      aliases:
        '房屋面积 建筑面积 房屋建筑面积 住房建筑面积 现住房面积 房屋总面积 建筑总面积 总建筑面积 住宅面积 房屋建筑总面积 居住面积 房屋使用面积',
      type: 'number',
      unit: '平方米',
      definition: '房屋当前各层建筑面积的合计，以平方米计。',
    },
    'plot-area': {
      name: '宅基地面积',
      aliases: '宅基地使用面积 宅基地占地面积 房屋占地面积 建房占地面积 批准宅基地面积 宅基地批准面积',
      type: 'number',
      unit: '平方米',
      definition: '房屋所在宅基地当前经批准使用的面积，以平方米计。',
      source: '农业农村',
      legalBasis: LAND_ADMINISTRATION_LAW,
    },
    'plot-certificate-number': {
      name: '宅基地使用权证号',
      aliases: '宅基地证号 宅基地批准书号',
      definition: '宅基地使用权现有权属证书或者批准书上的编号。',
      source: '自然资源',
      legalBasis: LAND_ADMINISTRATION_LAW,
    },
    structure: {
      name: '房屋结构',
      aliases:
        '结构类型 房屋结构类型 住房结构 建筑结构 主体结构 建筑结构类型 房屋建筑结构 结构形式 住房结构类型 房屋结构形式 构筑类型 房屋构造 结构种类 建筑物结构 承重结构',
      type: 'choice',
      options: HOUSE_STRUCTURES,
      definition: '房屋当前承重结构的类型。',
      updatePeriod: 'once',
    },
    storeys: {
      name: '房屋层数',
      aliases: '层数 建筑层数 楼层数 地上层数 房屋楼层 总层数 地上楼层 建筑楼层 楼层总数 楼房层数',
      type: 'number',
      unit: '层',
      definition: '房屋当前地上部分的自然层数，以层计。',
    },
    rooms: {
      name: '房屋间数',
      aliases: '间数 住房间数 房间数 房间间数 房间数量',
      type: 'number',
      unit: '间',
      definition: '房屋当前可供居住的自然间数，以间计。',
    },
    'built-year': {
      name: '建造年代',
      aliases:
        '建成年份 建房时间 建房年份 建成年代 建造年份 房屋建成年份 房屋建造年代 房屋建成时间 建筑年代 房屋建造时间 建筑年份 修建时间 房屋建造时期',
      type: 'date',
      definition: '房屋主体建成的年份。',
      updatePeriod: 'once',
    },
    'danger-grade': {
      name: '危房等级',
      aliases:
        '房屋安全等级 鉴定等级 房屋鉴定等级 危险性等级 房屋危险等级 住房安全等级 房屋鉴定结果 安全鉴定等级 危房级别 房屋安全鉴定等级 鉴定结论 住房鉴定等级 住房安全鉴定等级 房屋安全性等级 房屋评定等级 房屋安全状况等级 安全性鉴定等级 住房安全鉴定结果 房屋安全评级 鉴定级别 危房鉴定等级 房屋鉴定级别',
      type: 'choice',
      options: HOUSE_DANGER_GRADES,
      definition: '房屋最近一次安全鉴定或者评定的结论等级。',
    },
    'is-dangerous': {
      name: '是否危房',
      aliases:
        '危房 是否为危房 是否C、D级危房 是否C级或D级危房 住房是否危房 房屋是否危房 是否住危房 是否属危房 现住房是否危房',
      type: 'boolean',
      definition: '房屋最近一次鉴定是否为 C 级或者 D 级。',
    },
    'appraised-date': {
      name: '房屋鉴定日期',
      aliases: '鉴定时间 鉴定日期 房屋鉴定时间 房屋安全鉴定时间 住房安全鉴定时间 房屋安全鉴定日期',
      type: 'date',
      definition: '房屋最近一次安全鉴定或者评定的日期。',
    },
    'rebuild-kind': {
      name: '危房改造方式',
      aliases: '改造方式 危改方式 房屋改造方式 建设方式 重建方式 危改类型 危房改造类型',
      type: 'choice',
      options: ['加固维修', '原址重建', '异地新建', '置换', '租赁', '其他'],
      definition: '危房最近一次改造所采用的方式。',
    },
    'rebuild-year': {
      name: '危房改造年度',
      aliases: '改造年度 危改年度 危改时间 享受危房改造年度 危房改造年份 危改实施年度 实施危房改造年度',
      type: 'date',
      definition: '房屋最近一次享受危房改造补助的年度。',
    },
    'rebuild-subsidy': {
      name: '危房改造补助金额',
      aliases: '危改补助 危改补助资金 危房改造补助资金 改造补助金额 危改资金 危房改造资金 危房改造补助标准',
      type: 'number',
      unit: '元',
      definition: '房屋最近一次危房改造获得的财政补助，以元计。',
    },
    use: {
      name: '房屋用途',
      aliases: '房屋使用性质 现用途 房屋现状用途 使用性质 房屋使用情况 住房使用情况 建筑用途 房屋用途类别 建筑使用性质',
      type: 'choice',
      options: ['自住', '出租', '经营', '空置', '其他'],
      definition: '房屋在报告时点的实际用途。',
    },
    'is-self-built': {
      name: '是否自建房',
      aliases: '自建房 是否农村自建房 是否城乡自建房',
      type: 'boolean',
      definition: '房屋是否由个人或者单位自行组织建造。',
      updatePeriod: 'once',
    },
    'is-business': {
      name: '是否经营性自建房',
      aliases:
        '是否用作经营 经营性自建房 是否用于经营 是否经营用房 是否用作经营性用途 是否经营性用房 是否有经营活动 是否经营性 是否存在经营活动 是否用作经营用房 是否用于生产经营',
      type: 'boolean',
      definition: '自建房在报告时点是否用于生产经营。',
    },
    'is-rented': {
      name: '是否出租',
      aliases: '是否出租房 出租房屋 是否出租使用',
      type: 'boolean',
      definition: '房屋在报告时点是否整体或者部分出租。',
      source: '公安',
    },
    tenants: {
      name: '租住人数',
      aliases: '承租人数 租客人数 租住人员数 出租屋居住人数',
      type: 'number',
      unit: '人',
      definition: '房屋在报告时点由承租人居住的人数，以人计。',
      source: '公安',
    },
    'is-vacant': {
      name: '是否闲置',
      aliases: '是否闲置农房 房屋是否闲置 是否空置 是否空置房 房屋是否空置 是否空闲 闲置情况 是否长期闲置',
      type: 'boolean',
      definition: '房屋在报告时点是否连续一年以上无人居住使用。',
      source: '农业农村',
    },
    'is-relocated': {
      name: '是否易地搬迁',
      aliases: '是否易地扶贫搬迁 易地搬迁户 是否搬迁户 易地扶贫搬迁户',
      type: 'boolean',
      definition: '一户当前的住房是否为易地扶贫搬迁安置住房。',
      source: '发展改革',
      updatePeriod: 'once',
    },
    'is-hazard-threatened': {
      name: '是否受地质灾害威胁',
      aliases:
        '是否地灾隐患点 是否地质灾害隐患 是否切坡建房 是否地质灾害威胁户 是否受地灾威胁 是否位于地质灾害隐患区 是否切坡建房户 是否在地质灾害隐患区 是否在地质灾害点',
      type: 'boolean',
      definition: '房屋在报告时点是否位于登记的地质灾害威胁范围内。',
      source: '自然资源',
    },
  },
);
