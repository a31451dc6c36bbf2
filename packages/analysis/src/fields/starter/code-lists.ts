/** Code lists by the words offices use. The standard stands above each list that has one. */

/** GB/T 2261.1. */
export const SEXES = ['男', '女'] as const;

/** GB/T 3304. */
export const PEOPLES: readonly string[] = [
  ...['汉族', '蒙古族', '回族', '藏族', '维吾尔族', '苗族', '彝族', '壮族', '布依族', '朝鲜族', '满族', '侗族'],
  ...['瑶族', '白族', '土家族', '哈尼族', '哈萨克族', '傣族', '黎族', '傈僳族', '佤族', '畲族', '高山族', '拉祜族'],
  ...['水族', '东乡族', '纳西族', '景颇族', '柯尔克孜族', '土族', '达斡尔族', '仫佬族', '羌族', '布朗族', '撒拉族'],
  ...['毛南族', '仡佬族', '锡伯族', '阿昌族', '普米族', '塔吉克族', '怒族', '乌孜别克族', '俄罗斯族', '鄂温克族'],
  ...['德昂族', '保安族', '裕固族', '京族', '塔塔尔族', '独龙族', '鄂伦春族', '赫哲族', '门巴族', '珞巴族', '基诺族'],
];

/** GB/T 4762. */
export const POLITICAL_STATUSES: readonly string[] = [
  ...['中共党员', '中共预备党员', '共青团员', '民革党员', '民盟盟员', '民建会员', '民进会员', '农工党党员'],
  ...['致公党党员', '九三学社社员', '台盟盟员', '无党派人士', '群众'],
];

/** GB/T 4658. */
export const EDUCATION_LEVELS = [
  ...(['研究生', '大学本科', '大学专科', '中等专科', '技工学校', '高中', '初中', '小学', '文盲或半文盲'] as const),
] as const;

/** GB/T 2261.2. */
export const MARITAL_STATUSES = ['未婚', '已婚', '丧偶', '离婚'] as const;

/** GB/T 4761. */
export const RELATIONS_TO_HEAD: readonly string[] = [
  ...['户主', '配偶', '之子', '之女', '之儿媳', '之女婿', '之孙子', '之孙女', '之外孙子', '之外孙女', '之父', '之母'],
  ...['之岳父', '之岳母', '之公公', '之婆婆', '之祖父', '之祖母', '之外祖父', '之外祖母', '之兄弟姐妹', '其他'],
];

/** GB/T 26341. */
export const DISABILITY_KINDS = [
  ...(['视力残疾', '听力残疾', '言语残疾', '肢体残疾', '智力残疾', '精神残疾', '多重残疾'] as const),
] as const;

/** GB/T 26341. */
export const DISABILITY_GRADES = ['一级', '二级', '三级', '四级'] as const;

export const REGISTER_KINDS = ['农业户口', '非农业户口'] as const;

export const IDENTITY_DOCUMENTS: readonly string[] = [
  ...['居民身份证', '户口簿', '出生医学证明', '护照', '港澳居民来往内地通行证', '台湾居民来往大陆通行证'],
  ...['港澳台居民居住证', '外国人永久居留身份证', '其他'],
];

export const HEALTH_STATES = ['健康', '长期慢性病', '患有大病', '残疾'] as const;

export const LABOUR_STATES = ['普通劳动力', '技能劳动力', '弱劳动力或半劳动力', '丧失劳动力', '无劳动力'] as const;

export const SELF_CARE_STATES = ['完全自理', '部分自理', '完全不能自理'] as const;

export const SCHOOLING_STAGES: readonly string[] = [
  ...['学龄前儿童', '学前教育', '小学', '初中', '普通高中', '中等职业教育', '高等职业教育', '大学专科', '大学本科'],
  ...['研究生', '非在校'],
];

export const HOUSEHOLD_KINDS: readonly string[] = [
  ...['一般农户', '脱贫户', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户', '低保户', '特困供养户', '低保边缘户'],
];

export const RISK_CAUSES: readonly string[] = [
  ...['因病', '因学', '因残', '因自然灾害', '因意外事故', '因产业项目失败', '因务工就业不稳', '缺劳动力'],
  ...['因住房出现安全问题', '因饮水出现安全问题', '其他'],
];

export const HOUSE_STRUCTURES = ['钢筋混凝土', '砖混', '砖木', '土木', '木', '石木', '钢', '其他'] as const;

/** The grades of the ministry's guide to judging the safety of dwellings. */
export const HOUSE_DANGER_GRADES = ['A级', 'B级', 'C级', 'D级'] as const;

/** GB/T 21010, first level. */
export const LAND_USES: readonly string[] = [
  ...['耕地', '园地', '林地', '草地', '商服用地', '工矿仓储用地', '住宅用地', '公共管理与公共服务用地', '特殊用地'],
  ...['交通运输用地', '水域及水利设施用地', '其他土地'],
];

/** GB 19379 and its kinds of sanitary latrines. */
export const TOILET_KINDS: readonly string[] = [
  ...['三格化粪池式', '双瓮漏斗式', '三联通沼气池式', '粪尿分集式', '完整下水道水冲式', '双坑交替式', '旱厕', '无厕所'],
];

export const WATER_SOURCES = ['集中供水', '自来水', '井水', '山泉水', '水窖', '江河湖水', '其他'] as const;

export const FUELS = ['电', '天然气', '液化气', '沼气', '煤', '柴草', '太阳能', '其他'] as const;

export const TRANSFER_KINDS = ['出租（转包）', '入股', '转让', '互换', '托管', '其他'] as const;

export const ORGANISATION_KINDS: readonly string[] = [
  ...['企业', '个体工商户', '农民专业合作社', '家庭农场', '农村集体经济组织', '社会团体', '民办非企业单位', '事业单位'],
  ...['机关', '其他'],
];

export const FACILITY_CONDITIONS = ['完好', '基本完好', '损坏', '停用', '报废'] as const;

export const HANDLING_STATES = ['未处理', '处理中', '已办结'] as const;

export const VILLAGE_KINDS = ['行政村', '涉农社区', '城市社区'] as const;

export const TERRAINS = ['平原', '丘陵', '山区', '高原', '湖区', '其他'] as const;
