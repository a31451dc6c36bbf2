/**
 * Invented official texts in any number, each the same for the same number: lengths as of real notices (lognormal, half
 * of them above 1,600 characters), sentences from a large vocabulary, and between them the stock phrases that everybody writes,
 * the common ones far more often than the rare. Nothing in them is taken from a real document.
 */

export type Chance = () => number;

/** Mulberry32: numbers from 0 to 1. */
export function seededChance(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function words(list: string): readonly string[] {
  return list.split(' ');
}

const FIELDS = words(
  '农业 水利 林业 教育 卫生 民政 交通 住建 文旅 商务 科技 财政 审计 统计 人社 司法 应急 消防 环保 自然 能源 粮食 气象 邮政 广电 体育 养老 医保 信访 公安 市场 金融 通信 档案 地震 残联 妇幼 渔业 畜牧 种业 茶叶 果蔬 蚕桑 烟草 食盐 燃气 供水 供热 排水 垃圾',
);
const THINGS = words(
  '设施 台账 名册 资金 项目 队伍 站点 平台 渠道 线路 设备 物资 场地 房屋 道路 桥梁 管网 机井 苗木 种子 病虫 疫苗 药品 床位 学位 师资 食堂 校车 工地 厂房 仓库 车辆 船只 码头 市场 摊位 商户 企业 合同 票据 账目 档案 数据 地块 林地 湿地 河段 塘坝 水库 沟渠 泵站 井盖 路灯 标识 护栏',
);
const ASPECTS = words(
  '安全隐患 运行状况 权属来源 使用效率 更新改造 日常维护 交接手续 资料归档 采购程序 验收结果 质量抽检 价格监测 风险评估 应急预案 人员培训 岗位轮换 经费拨付 绩效评价 信息公开 投诉办理 回访记录 损毁情况 补助标准 申领条件 审核流程 收费依据 占用问题 历史遗留 空间布局 容量余缺',
);
const VERBS = words(
  '排查 核对 整治 修复 更换 调配 清点 登记 复核 评估 检测 监测 维护 改造 扩建 迁移 加固 疏通 清理 回收 发放 采购 招标 验收 移交 归档 公示 培训 演练 巡查 回访 走访 征求 汇总 比对 注销 续签 延长 压减 合并 拆除 恢复 补植 轮换 托管 代管 抽检 送检 校准 封存',
);
const BODIES = words('局 站 中心 公司 协会 学校 所 队 办公室 合作社 管理处 服务部 委员会 联合会 工作组');
const PLACES = words(
  '东河 西坪 南岗 北沟 上庄 下湾 石桥 柳林 白塔 青山 黄岭 大营 小寨 新集 老城 马店 牛头 龙泉 凤台 鹤村 梅园 桃源 竹溪 松坡 杏花 枣园 槐树 榆林 桑洼 荷塘',
);
const HOW = words(
  '逐户 逐项 分批 分片 按季度 按月 集中 随机 会同有关单位 委托专业力量 结合汛前准备 对照设计图纸 依据合同约定 参照上年做法 利用现有系统 通过公开招标 以工代赈 按先急后缓',
);
const AMOUNTS = words(
  '多数 少数 新增 剩余 备用 闲置 老旧 在建 未用 自有 租用 共用 临时 固定 重点 一般 零星 成片 已批 待批 外来 本地 破损 完好 超期 到期 争议 登记 未登记 集体',
);
const LINKS = words('后 前 时 期间 之外 以上 部分 方面 之后 为主 为辅 优先 完毕 不足 过半 到位');
/** A tenth of all sentences, in the shares of Zipf's law. */
const STOCK = words(
  '要提高认识，加强领导，确保各项工作落到实处。 现将有关事项通知如下，请认真贯彻执行。 各单位要高度重视，精心组织，周密安排。 要坚持以人民为中心，切实增强人民群众的获得感、幸福感、安全感。 要坚持问题导向，补齐短板弱项，压实工作责任。 要加强宣传引导，营造良好氛围。 工作中遇到的问题，请及时向我局反映。 要统筹发展和安全，坚决守住不发生系统性风险的底线。 要建立健全长效机制，巩固提升工作成果。 要强化部门协同，形成工作合力。 要加强监督检查，对工作不力的严肃追究责任。 要坚持因地制宜、分类施策，不搞一刀切。 要切实减轻基层负担，不得层层加码。 各地要结合实际，制定具体实施方案。 本通知自印发之日起施行。 要坚持党建引领，充分发挥基层党组织战斗堡垒作用。 要严格落实安全生产责任制，确保不发生安全事故。 要畅通群众诉求渠道，及时回应社会关切。 要深入学习贯彻上级会议精神，把思想和行动统一到决策部署上来。 要加大资金投入力度，强化要素保障。 要强化结果运用，将考核结果作为评先评优的重要依据。 要加强队伍建设，提升业务能力和服务水平。 要严明工作纪律，严格执行各项规定。 未尽事宜，按照国家有关规定执行。',
);
const STOCK_SHARE = 0.1;

const MEDIAN_CHARACTERS = 1600;
const SPREAD = 0.55;
const [FEWEST, MOST] = [150, 30_000];

/** The text of a number. */
export function officialText(number: number): string {
  const chance = seededChance(Math.imul(number + 1, 0x9e3779b1));
  const topic = pick(FIELDS, chance) + pick(THINGS, chance);
  const office = actor(chance);
  const most = Math.min(MOST, Math.max(FEWEST, MEDIAN_CHARACTERS * Math.exp(SPREAD * normal(chance))));
  let text = `${office}关于做好${pick(PLACES, chance)}片${topic}${pick(ASPECTS, chance)}工作的通知\n各有关单位：\n`;
  while (text.length < most) {
    const sentences = 2 + Math.floor(chance() * 5);
    for (let sentence = 0; sentence < sentences; sentence++) text += officialSentence(topic, chance);
    text += '\n';
  }
  return `${text}${office}\n2026年3月2日\n`;
}

/** One sentence of two to four clauses, or a stock phrase. */
function officialSentence(topic: string, chance: Chance): string {
  if (chance() < STOCK_SHARE) return zipf(STOCK, chance);
  const clauses = [opening(topic, chance)];
  while (clauses.length < 2 || (clauses.length < 4 && chance() < 0.5)) clauses.push(clause(topic, chance));
  return `${clauses.join('，')}。`;
}

function opening(topic: string, chance: Chance): string {
  switch (Math.floor(chance() * 4)) {
    case 0:
      return `${actor(chance)}${pick(HOW, chance)}${pick(VERBS, chance)}${pick(PLACES, chance)}、${pick(PLACES, chance)}等地的${chance() < 0.3 ? topic : thing(chance)}`;
    case 1:
      return `对${pick(PLACES, chance)}${whole(2, 90, chance)}处${thing(chance)}的${pick(ASPECTS, chance)}，由${actor(chance)}负责${pick(VERBS, chance)}`;
    case 2:
      return `${whole(3, 12, chance)}月底前，${actor(chance)}${pick(VERBS, chance)}${thing(chance)}不少于${whole(2, 200, chance)}处`;
    default:
      return `${pick(AMOUNTS, chance)}${chance() < 0.3 ? topic : thing(chance)}中的${pick(ASPECTS, chance)}，${pick(HOW, chance)}由${actor(chance)}${pick(VERBS, chance)}`;
  }
}

function clause(topic: string, chance: Chance): string {
  switch (Math.floor(chance() * 4)) {
    case 0:
      return `${pick(AMOUNTS, chance)}${thing(chance)}${pick(VERBS, chance)}${pick(LINKS, chance)}${pick(VERBS, chance)}${pick(ASPECTS, chance)}`;
    case 1:
      return `${pick(HOW, chance)}${pick(VERBS, chance)}${pick(AMOUNTS, chance)}${thing(chance)}的${pick(ASPECTS, chance)}`;
    case 2:
      return `其中${pick(PLACES, chance)}${pick(AMOUNTS, chance)}的${thing(chance)}要与${pick(PLACES, chance)}${chance() < 0.2 ? topic : thing(chance)}一并${pick(VERBS, chance)}`;
    default:
      return `${actor(chance)}配合${pick(VERBS, chance)}${thing(chance)}和${pick(AMOUNTS, chance)}${thing(chance)}的${pick(ASPECTS, chance)}`;
  }
}

function actor(chance: Chance): string {
  return `${chance() < 0.5 ? '县' : pick(PLACES, chance)}${pick(FIELDS, chance)}${pick(BODIES, chance)}`;
}

function thing(chance: Chance): string {
  return pick(FIELDS, chance) + pick(THINGS, chance);
}

export function pick<Item>(items: readonly Item[], chance: Chance): Item {
  return items[Math.floor(chance() * items.length)] as Item;
}

export function whole(least: number, most: number, chance: Chance): number {
  return least + Math.floor(chance() * (most - least + 1));
}

/** The first of the items as often as the second and third together, and so on. */
function zipf<Item>(items: readonly Item[], chance: Chance): Item {
  return items[Math.floor(items.length ** chance()) - 1] as Item;
}

/** Box and Muller. */
function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
