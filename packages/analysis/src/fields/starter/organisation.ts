import { ORGANISATION_KINDS } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

const REGISTERED = '《企业信息公示暂行条例》第六条';

export const ORGANISATION = elementsOf(
  'organisation',
  { source: '市场监管', updatePeriod: 'yearly', sharing: 'open', personal: 'none', legalBasis: null },
  {
    name: {
      name: '单位名称',
      aliases:
        '企业名称 机构名称 合作社名称 经营主体名称 组织名称 市场主体名称 公司名称 商户名称 社会组织名称 社团名称 主体名称 单位全称 企业全称 合作社全称 生产经营单位名称 经营户名称 店名 店铺名称 被检查单位 受检单位 商家名称 农场名称 养殖场名称 企业名字 经营单位 新型经营主体名称 酒店名称 餐饮单位名称 民宿名称 营业执照名称 农家乐名称 协会名称 生产主体名称',
      definition: '单位在登记证照上登记的现用名称。',
      legalBasis: REGISTERED,
    },
    'credit-code': {
      name: '统一社会信用代码',
      aliases:
        '社会信用代码 信用代码 统一信用代码 组织机构代码 营业执照号 统一社会信用代码（注册号） 统一社会信用代码证号 营业执照编号 社会信用统一代码 统一社会信用代码/机构编码 工商执照注册号（统一社会信用代码） 注册号 工商注册号 统一社会信用代码/组织机构代码',
      definition: '登记机关按 GB 32100 赋予单位终身不变的十八位代码。',
      updatePeriod: 'once',
      legalBasis: REGISTERED,
    },
    kind: {
      name: '单位类型',
      aliases: '企业类型 主体类型 机构类型 经营主体类型 单位性质 组织类型 经济类型 经营性质',
      type: 'choice',
      options: ORGANISATION_KINDS,
      definition: '单位当前登记的组织形式的类别。',
      legalBasis: REGISTERED,
    },
    'legal-person': {
      name: '法定代表人',
      aliases:
        '法人 法人代表 法定代表人姓名 法人姓名 法人代表姓名 法定代表人（负责人） 理事长 理事长姓名 企业法定代表人 法人名称 法定代表人名称',
      definition: '单位当前登记的法定代表人的姓名。',
      personal: 'personal',
      legalBasis: REGISTERED,
    },
    'legal-person-phone': {
      name: '法定代表人电话',
      aliases: '法人电话 法人联系电话 法定代表人联系电话 法人代表电话 理事长电话',
      type: 'phone',
      definition: '单位当前登记的法定代表人使用的电话号码。',
      sharing: 'conditional',
      personal: 'personal',
    },
    'legal-person-identity-number': {
      name: '法定代表人身份证号',
      aliases: '法人身份证号 法人身份证号码 法定代表人身份证号码',
      type: 'identity-number',
      definition: '单位当前登记的法定代表人的公民身份号码。',
      sharing: 'conditional',
      personal: 'sensitive',
    },
    'manager-name': {
      name: '单位负责人',
      aliases:
        '负责人 负责人姓名 主要负责人 经营者 经营者姓名 经营负责人 企业负责人 店主姓名 店主 企业主要负责人 实际控制人 单位负责人姓名 园长姓名 校长姓名 经营者（业主） 经营业主 场主 场主姓名 农场主 农场主姓名 企业（单位）负责人 负责人（经营者）',
      definition: '单位当前实际主持工作的负责人的姓名。',
      personal: 'personal',
    },
    'manager-phone': {
      name: '单位负责人电话',
      aliases:
        '负责人电话 负责人联系电话 经营者电话 主要负责人电话 负责人手机号 负责人联系方式 经营者联系电话 主要负责人联系电话 企业负责人电话 店主电话 场主电话 场主联系电话 农场主电话',
      type: 'phone',
      definition: '单位当前实际主持工作的负责人使用的电话号码。',
      sharing: 'conditional',
      personal: 'personal',
    },
    'contact-name': {
      name: '单位联系人',
      aliases: '联系人 联系人姓名 联络员 联络员姓名 企业联系人 企业联络员 单位联络员 业务联系人',
      definition: '单位当前指定的对外联系人的姓名。',
      personal: 'personal',
    },
    'contact-phone': {
      name: '单位联系人电话',
      aliases: '联系人电话 联系人联系电话 联络员电话 联系人手机 联系人手机号',
      type: 'phone',
      definition: '单位当前指定的对外联系人使用的电话号码。',
      sharing: 'conditional',
      personal: 'personal',
    },
    phone: {
      name: '单位电话',
      aliases:
        '企业电话 企业联系电话 单位联系电话 公司电话 机构电话 单位固定电话 企业固定电话 单位办公电话 经营场所电话 合作社电话',
      type: 'phone',
      definition: '单位当前公布的联系电话号码。',
    },
    'registered-address': {
      name: '注册地址',
      aliases:
        '登记住所 住所 企业住所 注册地 企业注册地址 单位注册地址 营业执照地址 工商注册地址 注册所在地 营业执照注册地址 注册地点',
      definition: '单位在登记证照上登记的住所。',
      legalBasis: REGISTERED,
    },
    'business-address': {
      name: '经营地址',
      aliases:
        '经营场所 单位地址 企业地址 经营地点 生产经营地址 单位详细地址 实际经营地址 单位所在地 企业所在地 生产地址 店铺地址 经营住所 生产经营场所 经营地 养殖场地址 生产经营所在地 经营场地 单位详址 养殖地址 养殖地点 农场地址',
      definition: '单位当前实际开展生产经营的地址。',
    },
    scope: {
      name: '经营范围',
      aliases:
        '主营业务 主营产品 经营项目 业务范围 主要产品 主要经营内容 主要业务 主营项目 经营内容 主要经营范围 主营业务范围 主要经营业务 经营业务 主营范围 生产经营内容 主营产品名称',
      type: 'long-text',
      definition: '单位在登记证照上登记的经营范围或者业务范围。',
      legalBasis: REGISTERED,
    },
    industry: {
      name: '行业类别',
      aliases: '所属行业 行业 行业类型 行业分类 行业领域 行业大类 行业门类 行业名称 国民经济行业',
      definition: '单位当前主要活动的行业类别，按 GB/T 4754 取值。',
      source: '统计',
    },
    founded: {
      name: '成立日期',
      aliases:
        '成立时间 注册时间 注册日期 设立日期 成立年月 登记成立时间 创办时间 设立时间 开业时间 成立日 工商注册时间 创建时间 开办时间 建场时间 建园时间 建校时间 营业执照注册时间 注册成立时间 注册登记时间 成立登记时间 注册登记日期',
      type: 'date',
      definition: '单位经登记机关核准设立的日期。',
      updatePeriod: 'once',
      legalBasis: REGISTERED,
    },
    'registered-capital': {
      name: '注册资本',
      aliases: '注册资金 出资总额 成员出资总额 注册资本金',
      type: 'number',
      unit: '万元',
      definition: '单位当前登记的注册资本或者出资总额，以万元计。',
      legalBasis: REGISTERED,
    },
    employees: {
      name: '从业人数',
      aliases:
        '职工人数 员工人数 从业人员数 员工数 职工总数 用工人数 从业人员 现有员工人数 职工数 现有职工数 从业人员总数 用工总数 员工总人数 现有员工数 雇工人数 雇员人数 教职工人数 教职工数 在职员工数 用工数量 在职职工人数 工作人员数 员工数量 职工数量',
      type: 'number',
      unit: '人',
      definition: '单位在报告时点使用的全部从业人员的人数，以人计。',
      updatePeriod: 'quarterly',
    },
    'local-employees': {
      name: '吸纳本地就业人数',
      aliases:
        '带动就业人数 吸纳就业人数 带动本地就业人数 本地用工人数 带动本地就业 吸纳本地劳动力人数 本地用工数 本村务工人数 吸纳务工人数 带动务工人数 带动农户就业人数',
      type: 'number',
      unit: '人',
      definition: '单位在报告时点使用的本县户籍从业人员的人数，以人计。',
      source: '人社',
      updatePeriod: 'quarterly',
    },
    'lifted-employees': {
      name: '吸纳脱贫人口就业人数',
      aliases: '吸纳脱贫劳动力人数 带动脱贫人口就业人数 吸纳脱贫人口数 带动脱贫人口数 吸纳脱贫劳动力就业人数',
      type: 'number',
      unit: '人',
      definition: '单位在报告时点使用的脱贫人口和监测对象的人数，以人计。',
      source: '人社',
      updatePeriod: 'quarterly',
    },
    'member-households': {
      name: '入社户数',
      aliases: '成员户数 社员户数 合作社成员数 入社农户数 合作社社员数 社员人数 入股农户数 入股户数',
      type: 'number',
      unit: '户',
      definition: '农民专业合作社在报告时点的成员户数，以户计。',
      source: '农业农村',
    },
    'annual-turnover': {
      name: '年营业收入',
      aliases:
        '营业收入 年产值 年销售额 年营业额 主营业务收入 上年营业收入 年销售收入 年经营收入 销售额 产值 年营业总收入 营业总收入 年经营额',
      type: 'number',
      unit: '万元',
      definition: '单位上一自然年度的营业收入，以万元计。',
      sharing: 'conditional',
    },
    'tax-paid': {
      name: '年纳税额',
      aliases: '纳税额 年上缴税金 上年度纳税额 缴纳税金 纳税总额 缴税金额 税收贡献 上缴税金',
      type: 'number',
      unit: '万元',
      definition: '单位上一自然年度实际缴纳的税款，以万元计。',
      source: '税务',
      sharing: 'conditional',
    },
    'licence-name': {
      name: '许可证名称',
      aliases: '证照名称 许可证种类 资质名称 持有证照 证照类型 资质证书名称',
      definition: '单位现持的、开展业务所需的行政许可证件的名称。',
    },
    'licence-number': {
      name: '许可证编号',
      aliases:
        '许可证号 证照编号 经营许可证号 食品经营许可证号 资质证书编号 动物防疫条件合格证号 证照号码 许可证书编号',
      definition: '单位现持行政许可证件上的编号。',
    },
    'licence-valid-until': {
      name: '许可证有效期',
      aliases: '许可证有效期至 证照有效期 许可有效期 许可证到期日期',
      type: 'date',
      definition: '单位现持行政许可证件有效期限的截止日期。',
    },
    'governing-unit': {
      name: '业务主管单位',
      aliases:
        '主管单位 主管部门 行业主管部门 上级主管单位 监管部门 上级主管部门 业务指导单位 行业管理部门 行业主管单位 业务主管部门',
      definition: '依法当前负责一个单位业务监督管理的机关的名称。',
    },
    email: {
      name: '单位电子邮箱',
      aliases: '电子邮箱 单位邮箱 电子邮件 邮箱 联系邮箱 电子邮箱地址 邮箱地址',
      definition: '单位当前公布的电子邮箱地址。',
    },
    state: {
      name: '经营状态',
      aliases:
        '经营状况 营业状态 运营状态 登记状态 生产经营状态 经营情况 是否营业 是否正常营业 企业状态 存续状态 开业状态 运营情况 是否正常经营 营业情况 生产经营情况',
      type: 'choice',
      options: ['正常', '停业', '歇业', '注销', '吊销'],
      definition: '单位在报告时点的登记和经营状态。',
      updatePeriod: 'quarterly',
    },
    'floor-area': {
      name: '经营面积',
      aliases: '营业面积 经营场所面积 厂房面积 经营用房面积 店铺面积 经营场地面积 门店面积 企业面积 生产经营场所面积',
      type: 'number',
      unit: '平方米',
      definition: '单位当前实际用于生产经营的建筑面积，以平方米计。',
    },
    'safety-officer': {
      name: '安全管理员',
      aliases:
        '安全员 安全管理人员 安全负责人 安全生产负责人 安全管理员姓名 安全生产管理人员 安全管理人 安全管理负责人 消防安全责任人 消防安全管理人',
      definition: '单位当前配备的安全生产管理人员的姓名。',
      source: '应急',
      personal: 'personal',
      legalBasis: '《中华人民共和国安全生产法》第二十四条',
    },
    'demonstration-level': {
      name: '示范等级',
      aliases: '示范社等级 示范级别 示范场等级 示范社级别 示范农场等级 是否示范社 示范农场级别',
      type: 'choice',
      options: ['国家级', '省级', '市级', '县级', '无'],
      definition: '合作社或者家庭农场当前被评定的最高示范等级。',
      source: '农业农村',
    },
  },
);
